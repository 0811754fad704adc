package dev.byline.theme;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The words of a language, as templates ask for them: {@code ${t("reading.time", 4)}}.
 *
 * <p>A key with a number takes {@code key.one} for 1 and {@code key} otherwise, where the bundle tells them apart.
 */
final class Words implements TemplateMethodModelEx {
    private final Messages messages;
    private final Locale language;

    Words(Messages messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    @Override
    public Object exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(arguments.get(i));
        }
        if (values.length == 0) {
            throw new TemplateModelException("t() wants a key");
        }
        String key = String.valueOf(values[0]);
        Object[] rest = java.util.Arrays.copyOfRange(values, 1, values.length);
        boolean one = rest.length > 0 && rest[0] instanceof Number n && n.doubleValue() == 1;
        Optional<String> singular = one ? messages.find(language, key + ".one", rest) : Optional.empty();
        return singular.or(() -> messages.find(language, key, rest))
                .map(SimpleScalar::new)
                .orElseThrow(() -> new TemplateModelException("no message \"" + key + "\""));
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
