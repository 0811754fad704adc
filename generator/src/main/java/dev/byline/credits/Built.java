package dev.byline.credits;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.byline.page.FeedPart;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.FeedFormat;
import dev.byline.site.Handle;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A built site, read back. What is not there or cannot be read is empty: then nobody is credited in it. */
final class Built {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path output;
    private final Path drafts;
    private final URI site;
    private final Routes routes;
    private final Map<String, Document> pages = new HashMap<>();
    private final Map<String, List<SyndEntry>> feeds = new HashMap<>();
    private final Map<String, List<JsonNode>> jsonFeeds = new HashMap<>();

    Built(Path output, Path drafts, URI site, Routes routes) {
        this.output = output;
        this.drafts = drafts;
        this.site = site;
        this.routes = routes;
    }

    Routes routes() {
        return routes;
    }

    /** The full address of a page. */
    String url(Route route) {
        return route.under(site);
    }

    /** A page as HTML; without content where there is none. */
    Document page(Route route) {
        return pages.computeIfAbsent(route.file(), file -> Jsoup.parse(text(output.resolve(file)), url(route)));
    }

    /** The entry of an article in a feed, or in one of its archives. */
    Optional<SyndEntry> entry(Route list, FeedFormat format, Article article) {
        Route feed = routes.feed(list, format);
        String address = article.canonical().orElse(url(routes.article(article)));
        return feeds
                .computeIfAbsent(
                        feed.file(),
                        file -> documents(list, format).stream()
                                .flatMap(document -> entries(document).stream())
                                .toList())
                .stream()
                .filter(entry -> address.equals(entry.getLink()))
                .findFirst();
    }

    /** What a feed consists of: the document that readers subscribe to, and the archives that there are. */
    private List<Path> documents(Route list, FeedFormat format) {
        List<Path> documents =
                new ArrayList<>(List.of(output.resolve(routes.feed(list, format).file())));
        Optional<Path> archive = archive(list, format, 1);
        for (int number = 2; archive.isPresent(); number++) {
            documents.add(archive.get());
            archive = archive(list, format, number);
        }
        return documents;
    }

    private Optional<Path> archive(Route list, FeedFormat format, int number) {
        return file(routes.feed(list, format, new FeedPart(number, number)));
    }

    private static List<SyndEntry> entries(Path file) {
        try (XmlReader reader = new XmlReader(file.toFile())) {
            SyndFeed feed = new SyndFeedInput().build(reader);
            return feed.getEntries();
        } catch (IOException | FeedException | IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    /** The item of an article in a JSON feed, or in one of its archives. */
    Optional<JsonNode> item(Route list, Article article) {
        Route feed = routes.feed(list, FeedFormat.JSON);
        String address = article.canonical().orElse(url(routes.article(article)));
        return jsonFeeds
                .computeIfAbsent(
                        feed.file(),
                        file -> documents(list, FeedFormat.JSON).stream()
                                .flatMap(document ->
                                        json(text(document)).path("items").valueStream())
                                .toList())
                .stream()
                .filter(item -> address.equals(item.path("url").asString("")))
                .findFirst();
    }

    /** JSON; a missing node where it is none. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException broken) {
            return JSON.missingNode();
        }
    }

    Optional<Path> file(Route route) {
        return Optional.of(output.resolve(route.file())).filter(Files::isRegularFile);
    }

    /** A draft of an article. */
    Optional<Path> draft(Article article, String name) {
        return Optional.of(drafts.resolve(article.id()).resolve(name)).filter(Files::isRegularFile);
    }

    /** The names of the files in an article's folder of drafts, sorted. */
    List<String> drafts(Article article) {
        String[] names = drafts.resolve(article.id()).toFile().list();
        return names == null ? List.of() : List.of(names).stream().sorted().toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            return "";
        }
    }

    /** The handle of the byline, or what stands for it: the published e-mail address, or nothing. */
    static String handle(Author author) {
        return author.mainHandle().map(Handle::name).or(author::email).orElse("");
    }
}
