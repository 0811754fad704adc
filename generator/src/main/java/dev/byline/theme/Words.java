package dev.byline.theme;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of a language, as templates ask for them: {@code ${t("reading.time", 4)}}.
 *
 * <p>A key with a number takes {@code key.one} for 1 and {@code key} otherwise, where the bundle tells them apart.
 * Threads may share it.
 */
final class Words implements TemplateMethodModelEx {
    private final Messages messages;
    private final Locale language;
    /** Those without gaps, by key: they stand on every page. */
    private final Map<String, SimpleScalar> plain = new ConcurrentHashMap<>();

    Words(Messages messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    @Override
    public Object exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
        if (arguments.isEmpty()) {
            throw new TemplateModelException("t() wants a key");
        }
        String key = String.valueOf(value(arguments.get(0)));
        if (arguments.size() > 1) {
            return filled(key, arguments);
        }
        SimpleScalar word = plain.get(key);
        if (word == null) {
            word = new SimpleScalar(messages.find(language, key).orElseThrow(() -> unknown(key)));
            plain.put(key, word);
        }
        return word;
    }

    private SimpleScalar filled(String key, List<?> arguments) throws TemplateModelException {
        Object[] values = new Object[arguments.size() - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(arguments.get(i + 1));
        }
        boolean one = values[0] instanceof Number n && n.doubleValue() == 1;
        Optional<String> singular = one ? messages.find(language, key + ".one", values) : Optional.empty();
        return new SimpleScalar(
                singular.or(() -> messages.find(language, key, values)).orElseThrow(() -> unknown(key)));
    }

    private static TemplateModelException unknown(String key) {
        return new TemplateModelException("no message \"" + key + "\"");
    }

    private static Object value(Object model) throws TemplateModelException {
        if (model instanceof TemplateNumberModel number) {
            return number.getAsNumber();
        }
        if (model instanceof TemplateBooleanModel bool) {
            return bool.getAsBoolean();
        }
        return model instanceof TemplateScalarModel text ? text.getAsString() : String.valueOf(model);
    }
}
