package dev.byline.theme;

import freemarker.cache.TemplateLookupContext;
import freemarker.cache.TemplateLookupResult;
import freemarker.cache.TemplateLookupStrategy;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds a template in the language of what it is filled for: {@code social/x.pt-BR.ftl}, else {@code social/x.pt.ftl},
 * else {@code social/x.ftl}; what the site has of these stands before what the theme has.
 */
final class InOneLanguage extends TemplateLookupStrategy {
    private static final String ENDING = ".ftl";

    private final Predicate<String> own;

    /**
     * Prepares to find templates.
     *
     * @param own whether the site itself has a template of this name
     */
    InOneLanguage(Predicate<String> own) {
        this.own = own;
    }

    @Override
    public TemplateLookupResult lookup(TemplateLookupContext context) throws IOException {
        for (String name : names(context.getTemplateName(), context.getTemplateLocale())) {
            TemplateLookupResult found = context.lookupWithAcquisitionStrategy(name);
            if (found.isPositive()) {
                return found;
            }
        }
        return context.createNegativeLookupResult();
    }

    private List<String> names(String name, Locale language) {
        if (!name.endsWith(ENDING) || language == null || language.getLanguage().isEmpty()) {
            return List.of(name);
        }
        String stem = name.substring(0, name.length() - ENDING.length());
        return Stream.of(
                        stem + "." + language.toLanguageTag() + ENDING,
                        stem + "." + language.getLanguage() + ENDING,
                        name)
                .distinct()
                .sorted(Comparator.comparing(candidate -> !own.test(candidate)))
                .toList();
    }
}
