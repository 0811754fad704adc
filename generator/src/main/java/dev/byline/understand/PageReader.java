package dev.byline.understand;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.site.Settings;
import dev.byline.site.StaticPage;
import dev.byline.source.TextFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one file of {@code pages/}. */
final class PageReader {
    private PageReader() {}

    static Optional<StaticPage> read(TextFile file, Settings settings, Diagnostics diagnostics) {
        Fields fields = new Fields(file.frontMatter(), diagnostics);
        Optional<String> title = fields.requiredText("title", "About");
        Locale language = fields.parsed("language", tag -> Texts.language(tag, diagnostics))
                .orElse(settings.defaultLanguage());
        if (!settings.languages().contains(language)) {
            List<String> tags =
                    settings.languages().stream().map(Locale::toLanguageTag).toList();
            diagnostics.error(
                    fields.place("language"),
                    "the site has no language \"" + language.toLanguageTag() + "\"",
                    "site.yml has languages: " + tags);
        }
        boolean draft = fields.flag("draft", false);
        Optional<String> translationOf = fields.text("translationOf");
        String summary = fields.text("summary").orElse("");
        Optional<String> slug = fields.text("slug");
        Map<String, Object> custom = fields.custom("custom");
        fields.rejectUnknown();
        if (slug.isPresent() && !Slug.isOne(slug.get())) {
            diagnostics.error(
                    fields.place("slug"),
                    "\"" + slug.get() + "\" cannot stand in an address",
                    "write slug: " + Slug.of(slug.get()));
            return Optional.empty();
        }
        String id = idOf(file.path());
        String folder = id.contains("/") ? id.substring(0, id.lastIndexOf('/') + 1) : "";
        String path = folder + slug.orElse(Slug.of(id.substring(folder.length())));
        return title.map(t -> new StaticPage(
                id, file.place(), t, path, language, draft, translationOf, summary, custom, file.body()));
    }

    private static String idOf(String path) {
        String id = path.substring("pages/".length(), path.length() - ".md".length());
        return id.endsWith("/index") ? id.substring(0, id.length() - "/index".length()) : id;
    }
}
