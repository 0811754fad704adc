package dev.byline;

import dev.byline.output.Output;
import dev.byline.page.Page;
import dev.byline.page.Routes;
import dev.byline.search.Document;
import dev.byline.search.SearchIndex;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Handle;
import dev.byline.site.Prose;
import dev.byline.site.Settings;
import dev.byline.site.Term;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;

/** Makes the search indexes of one build out of its articles. */
final class SearchStage {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private final Settings settings;
    private final Routes routes;
    private final Map<String, Prose> prose;

    SearchStage(Settings settings, Routes routes, Map<String, Prose> prose) {
        this.settings = settings;
        this.routes = routes;
        this.prose = prose;
    }

    void make(Page.SearchIndex page, Output output) {
        List<Document> documents =
                page.articles().parallelStream().map(this::document).toList();
        SearchIndex.of(documents, page.language())
                .forEach(
                        (name, content) -> output.put(page.route().resolve(name).file(), content));
    }

    private Document document(Article article) {
        Prose body = prose.get(article.id());
        return new Document(
                article.title(),
                routes.article(article).encoded(),
                article.summary().isEmpty() ? body.lead() : article.summary(),
                article.authors().stream().map(SearchStage::person).toList(),
                article.date()
                        .map(date -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(article.language())
                                .format(date.withZoneSameInstant(settings.timeZone())))
                        .orElse(""),
                body.headings().stream().map(Prose.Heading::text).toList(),
                Stream.concat(article.category().stream(), article.tags().stream())
                        .map(Term::name)
                        .toList(),
                Parser.unescapeEntities(TAG.matcher(body.html().marked()).replaceAll(" "), false));
    }

    private static String person(Author author) {
        return author.mainHandle()
                .map(Handle::name)
                .map(handle -> author.name() + " (" + handle + ")")
                .orElse(author.name());
    }
}
