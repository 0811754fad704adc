package dev.byline.bench;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.feedback.Conversations;
import dev.byline.markdown.Markdown;
import dev.byline.markdown.Written;
import dev.byline.output.Digest;
import dev.byline.page.Asset;
import dev.byline.page.Images;
import dev.byline.page.Links;
import dev.byline.page.Page;
import dev.byline.page.Pages;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.Prose;
import dev.byline.site.Site;
import dev.byline.theme.Messages;
import dev.byline.theme.Templates;
import dev.byline.theme.Theme;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one piece takes on its way to a page, with every piece of a site in turn. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PieceBenchmark {
    /** The folder of a site. */
    @Param("site")
    public String site;

    private List<Article> articles;
    private List<Page.ArticlePage> pages;
    private List<String> rendered;
    private Markdown markdown;
    private Theme theme;
    private Diagnostics diagnostics;
    private int turn;

    /** Anew for each iteration: diagnostics are kept as long as the build that they are told of. */
    @Setup(Level.Iteration)
    public void prepare() {
        diagnostics = new Diagnostics();
        Site read = SiteBenchmark.understood(site, diagnostics);
        Routes routes = new Routes(read.settings());
        Images images = new Images(read, Map.of(), () -> false);
        Messages messages = new Messages(read.settings().languages(), Optional.empty(), diagnostics);
        Conversations conversations = new Conversations(read);
        markdown = new Markdown(
                List.copyOf(read.authors()),
                routes,
                new Links(read, routes),
                images,
                read.settings().writing(),
                false,
                messages::get,
                diagnostics);
        articles = List.copyOf(read.published());
        Map<String, Prose> prose = new HashMap<>();
        articles.forEach(article -> prose.put(article.id(), write(article).prose()));
        pages = Pages.of(read, routes, prose, Map.of(), List.of(), images, article -> 1, diagnostics).stream()
                .filter(Page.ArticlePage.class::isInstance)
                .map(Page.ArticlePage.class::cast)
                .toList();
        Asset none = Asset.of("none", "txt", "");
        theme = new Theme(
                read,
                routes,
                prose,
                Map.of(),
                Set.of(),
                conversations,
                messages,
                new Templates(Optional.empty()),
                none,
                none);
        rendered = pages.stream()
                .map(page -> new String(theme.render(page, diagnostics).orElseThrow(), StandardCharsets.UTF_8))
                .toList();
    }

    private Written write(Article article) {
        return markdown.write(article.body(), article.place(), article.language(), article.affiliate());
    }

    private <T> T next(List<T> all) {
        turn++;
        return all.get(turn % all.size());
    }

    /** From Markdown to what the theme needs of it. */
    @Benchmark
    public Written markdown() {
        return write(next(articles));
    }

    /** From that to a page's bytes. */
    @Benchmark
    public Optional<byte[]> template() {
        return theme.render(next(pages), diagnostics);
    }

    /** The digest of a page, by which it is known again. */
    @Benchmark
    public String digest() {
        return Digest.of(next(rendered));
    }
}
