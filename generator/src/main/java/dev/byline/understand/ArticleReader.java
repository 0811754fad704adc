package dev.byline.understand;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Suggestion;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Picture;
import dev.byline.site.Settings;
import dev.byline.site.Syndication;
import dev.byline.site.Term;
import dev.byline.source.TextFile;
import dev.byline.source.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one article's front matter. */
final class ArticleReader {
    private final TextFile file;
    private final Fields fields;
    private final Settings settings;
    private final Map<String, Author> authors;
    private final Set<String> brokenAuthors;
    private final Diagnostics diagnostics;
    private final Moments moments;

    /**
     * Prepares the reading of one article.
     *
     * @param authors by id
     * @param brokenAuthors ids of authors whose files could not be understood: known, so that one mistake is told once
     */
    ArticleReader(
            TextFile file,
            Settings settings,
            Map<String, Author> authors,
            Set<String> brokenAuthors,
            Diagnostics diagnostics) {
        this.file = file;
        this.fields = new Fields(file.frontMatter(), diagnostics);
        this.settings = settings;
        this.authors = authors;
        this.brokenAuthors = brokenAuthors;
        this.diagnostics = diagnostics;
        this.moments = new Moments(settings.timeZone(), diagnostics);
    }

    /** The article; empty where what it cannot be without is missing or wrong. */
    Optional<Article> read() {
        Optional<String> title = fields.requiredText("title", "A title");
        List<Author> by = authors();
        Optional<ZonedDateTime> date = fields.parsed("date", moments::read);
        Optional<ZonedDateTime> updated = fields.parsed("updated", moments::read);
        Optional<ZonedDateTime> expires = fields.parsed("expires", moments::read);
        checkOrder(date, updated, "updated");
        checkOrder(date, expires, "expires");
        boolean draft = fields.flag("draft", false);
        boolean unlisted = fields.flag("unlisted", false);
        String id = id();
        Optional<String> slug = slug(id);
        Locale language = language();
        Optional<String> translationOf = fields.text("translationOf");
        Optional<Term> category = term("category", Term.Taxonomy.CATEGORY);
        List<Term> tags = terms();
        Optional<Term> series = term("series", Term.Taxonomy.SERIES);
        String summary = fields.text("summary").orElse("");
        Optional<Picture> image = Pictures.read(fields, "image");
        List<String> aliases = aliases();
        Optional<Fields> feedback = fields.group("feedback");
        boolean open = feedback.map(group -> group.flag("open", true)).orElse(true);
        Optional<ZonedDateTime> until = feedback.flatMap(group -> group.parsed("until", moments::read));
        String question = feedback.flatMap(group -> group.text("question")).orElse("");
        feedback.ifPresent(Fields::rejectUnknown);
        boolean affiliate = fields.flag("affiliate", false);
        Optional<String> canonical = fields.text("canonical").filter(address -> isWebAddress("canonical", address));
        Map<String, Syndication> syndicate = fields.group("syndicate")
                .map(new SyndicationReader(moments, diagnostics)::read)
                .orElse(Map.of());
        List<String> syndication = fields.texts("syndication").stream()
                .filter(address -> isWebAddress("syndication", address))
                .toList();
        Map<String, Object> custom = fields.custom("custom");
        fields.rejectUnknown();
        warnOfMissingDate(date, draft);
        if (title.isEmpty() || by.isEmpty() || slug.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Article(
                id,
                file.place(),
                places(),
                title.get(),
                by,
                date,
                updated,
                expires,
                draft,
                unlisted,
                slug.get(),
                language,
                translationOf,
                category,
                tags,
                series,
                summary,
                image,
                aliases,
                open,
                until,
                question,
                affiliate,
                canonical,
                syndicate,
                syndication,
                custom,
                file.body()));
    }

    private Map<String, Place> places() {
        Map<String, Place> places = new LinkedHashMap<>();
        file.frontMatter()
                .entries()
                .forEach((key, entry) -> places.put(key, entry.value().place()));
        return places;
    }

    private List<Author> authors() {
        if (!fields.has("author") && !fields.has("authors")) {
            diagnostics.error(fields.place(), "no \"author\"", "add author: the name of a file in authors/");
            return List.of();
        }
        if (fields.has("author") && fields.has("authors")) {
            diagnostics.error(fields.place("authors"), "\"author\" and \"authors\"", "keep one of the two");
        }
        List<Value.Scalar> ids = fields.has("authors") ? fields.list("authors") : fields.list("author");
        List<Author> found = new ArrayList<>();
        for (Value.Scalar id : ids) {
            Author author = authors.get(id.text());
            if (author == null && !brokenAuthors.contains(id.text())) {
                String hint = Suggestion.hint(id.text(), authors.keySet())
                        .orElse("the authors are " + String.join(", ", authors.keySet()));
                diagnostics.error(id.place(), "unknown author \"" + id.text() + "\"", hint);
            } else if (found.contains(author)) {
                diagnostics.error(id.place(), "the author \"" + id.text() + "\" is named twice", "name each once");
            } else if (author != null) {
                found.add(author);
            }
        }
        return found;
    }

    private void checkOrder(Optional<ZonedDateTime> date, Optional<ZonedDateTime> later, String key) {
        if (date.isPresent() && later.isPresent() && later.get().isBefore(date.get())) {
            diagnostics.error(fields.place(key), "\"" + key + "\" is before \"date\"", "check both dates");
        }
    }

    private void warnOfMissingDate(Optional<ZonedDateTime> date, boolean draft) {
        if (date.isEmpty() && !draft && !fields.has("date")) {
            diagnostics.warning(
                    fields.place(), "no \"date\": the article stands last in every list", "add date: 2026-03-14");
        }
    }

    private String id() {
        String fromPath = idOf(file.path());
        Optional<String> written = fields.text("id");
        if (written.isPresent() && !isPath(written.get())) {
            diagnostics.error(
                    fields.place("id"), "\"" + written.get() + "\" is no id", "write letters, digits and hyphens");
            return fromPath;
        }
        return written.orElse(fromPath);
    }

    /** {@code articles/2026/drum/index.md} and {@code articles/2026/drum.md} both have the id {@code 2026/drum}. */
    static String idOf(String path) {
        String id = path.substring("articles/".length(), path.length() - ".md".length());
        return id.endsWith("/index") ? id.substring(0, id.length() - "/index".length()) : id;
    }

    private static boolean isPath(String id) {
        for (String part : id.split("/", -1)) {
            if (!Slug.isOne(part)) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> slug(String id) {
        Optional<String> written = fields.text("slug");
        if (written.isPresent()) {
            if (Slug.isOne(written.get())) {
                return written;
            }
            String better = Slug.of(written.get());
            diagnostics.error(
                    fields.place("slug"),
                    "\"" + written.get() + "\" cannot stand in an address",
                    better.isEmpty() ? "write letters, digits and hyphens" : "write slug: " + better);
            return Optional.empty();
        }
        String slug = Slug.of(id.substring(id.lastIndexOf('/') + 1));
        if (slug.isEmpty()) {
            diagnostics.error(fields.place(), "no address can be made of the file's name", "add slug: ...");
            return Optional.empty();
        }
        return Optional.of(slug);
    }

    private Locale language() {
        Optional<Locale> language = fields.parsed("language", tag -> Texts.language(tag, diagnostics));
        if (language.isPresent() && !settings.languages().contains(language.get())) {
            List<String> tags =
                    settings.languages().stream().map(Locale::toLanguageTag).toList();
            diagnostics.error(
                    fields.place("language"),
                    "the site has no language \"" + language.get().toLanguageTag() + "\"",
                    "site.yml has languages: " + tags);
            return settings.defaultLanguage();
        }
        return language.orElse(settings.defaultLanguage());
    }

    private Optional<Term> term(String key, Term.Taxonomy taxonomy) {
        return fields.text(key).flatMap(name -> term(name, taxonomy, fields.place(key)));
    }

    private List<Term> terms() {
        Map<String, Term> bySlug = new LinkedHashMap<>();
        for (Value.Scalar tag : fields.list("tags")) {
            Texts.clean(tag, "tags", diagnostics)
                    .flatMap(name -> term(name, Term.Taxonomy.TAG, tag.place()))
                    .ifPresent(term -> bySlug.putIfAbsent(term.slug(), term));
        }
        return List.copyOf(bySlug.values());
    }

    private Optional<Term> term(String name, Term.Taxonomy taxonomy, Place place) {
        String slug = Slug.of(name);
        if (slug.isEmpty()) {
            diagnostics.error(place, "no address can be made of \"" + name + "\"", "use letters or digits");
            return Optional.empty();
        }
        return Optional.of(new Term(taxonomy, name, slug));
    }

    private List<String> aliases() {
        List<String> aliases = new ArrayList<>();
        for (Value.Scalar alias : fields.list("aliases")) {
            String path = alias.text();
            if (path.startsWith("/")
                    && path.length() > 1
                    && path.matches("[^\\s\\\\?#:]+")
                    && !path.contains("..")
                    && !path.contains("//")) {
                aliases.add(path);
            } else {
                diagnostics.error(
                        alias.place(),
                        "\"" + path + "\" is no address of this site",
                        "write it from the root: /old/url/");
            }
        }
        return aliases;
    }

    private boolean isWebAddress(String key, String address) {
        try {
            URI uri = new URI(address);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null) {
                return true;
            }
        } catch (URISyntaxException notAnAddress) {
            // Told below.
        }
        diagnostics.error(fields.place(key), "\"" + address + "\" is no full address", "write https://host/path/");
        return false;
    }
}
