package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Byline;
import dev.byline.ImportRequest;
import dev.byline.TestSite;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.feedback.Submission.State;
import dev.byline.site.Site;
import dev.byline.source.SiteFolder;
import dev.byline.understand.Understanding;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From what every source says on the wire to one page: a round of gathering, an archive of another system, a build. What is
 * read on the page is in {@code gathered.txt}, rewritten with {@code -Dgolden.update=true}. A second round changes nothing.
 */
final class OneRoundTest {
    private static final Path EXPECTED = Path.of("src/test/resources/fixtures/conversation/gathered.txt");
    private static final String PAGE = "https://blog.example.com/articles/a/";

    private static final String DISQUS = """
            <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
            <thread dsq:id="1"><link>https://old.example.org/articles/a/</link></thread>
            <post dsq:id="4"><message><![CDATA[<p>From the old blog.</p>]]></message><createdAt>2026-05-01T19:20:29Z</createdAt>
            <author><name>Old reader</name></author><thread dsq:id="1"/></post></disqus>""";

    @TempDir
    private Path folder;

    private final FakeWeb web = new FakeWeb();

    /** A collector that always tells the same. */
    private record Told(String id, List<Item> items) implements SiteSource {
        @Override
        public Delivered gather(Addresses addresses, Optional<String> cursor) {
            return new Delivered.News(items, Optional.of("7"), List.of());
        }
    }

    private static final Addresses ADDRESSES =
            new Addresses(URI.create("https://blog.example.com/"), new TreeMap<>(Map.of("/articles/a/", "a")));

    private static List<FeedbackSource> collectors() {
        String found = """
                {"kind": "REPLY", "url": "https://ines.example/7", "name": "Inês", "handle": "", "profile": "https://ines.example/",
                 "published": "2026-05-03T10:00:00Z", "format": "HTML", "text": "<p>At home, too.</p>"}""";
        Submission sent = new Submission(
                1,
                "0a1b",
                "a",
                Optional.of("mastodon-1"),
                "Otto",
                Optional.empty(),
                "Four for the photographs.",
                Optional.of(4),
                Instant.parse("2026-05-03T11:00:00Z"),
                State.KEPT);
        Optional<SiteSource.Item> mention =
                new ReceivedMention("https://ines.example/7", PAGE, true, found).item(ADDRESSES);
        return List.of(new Told("webmention", mention.stream().toList()), new Told("intake", List.of(sent.item())));
    }

    private Gatherer.Report gather() throws Exception {
        Diagnostics diagnostics = new Diagnostics();
        Site site = Understanding.of(new SiteFolder(folder, diagnostics).read(), TestSite.NOW, diagnostics)
                .orElseThrow();
        Memory memory = new Memory(web, Seen.of(folder));
        List<FeedbackSource> sources = new ArrayList<>();
        HostileAnswersTest.places().forEach(place -> sources.add(place.source().apply(memory)));
        sources.addAll(collectors());
        return new Gatherer(folder, site, ADDRESSES, sources, memory, TestSite.NOW, diagnostics)
                .gather(Instant.MIN, false);
    }

    @Test
    void what_everybody_answers_everywhere_comes_onto_one_page_and_a_second_round_changes_nothing() throws Exception {
        String told = HostileAnswersTest.places().stream()
                .map(HostileAnswersTest.Place::syndication)
                .filter(address -> !address.isEmpty())
                .map(address -> "\"" + address + "\"")
                .collect(Collectors.joining(", "));
        TestSite site = TestSite.in(folder)
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\nsyndication: [" + told + "]", "x");
        site.file("site.yml", Files.readString(folder.resolve("site.yml")) + "feedback: {moderation: approved}\n");
        HostileAnswersTest.places().forEach(place -> place.pages().forEach(web::page));
        assertThat(gather().added()).isGreaterThan(15);
        Path archive = Files.writeString(folder.resolve("export.xml"), DISQUS);
        assertThat(new Byline()
                        .importFeedback(new ImportRequest(folder, TestSite.NOW, "disqus", archive, Map.of(), false))
                        .added())
                .isEqualTo(1);
        Files.delete(archive);
        Map<String, String> once = TestSite.contents(folder.resolve("feedback"));
        Gatherer.Report again = gather();
        assertThat(again.added() + again.updated() + again.removed() + again.failures())
                .isZero();
        assertThat(TestSite.contents(folder.resolve("feedback"))).isEqualTo(once);
        assertThat(site.problems()).isEmpty();
        String read = read(Jsoup.parse(site.page("articles/a/feedback/index.html")));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(EXPECTED, read);
        }
        assertThat(read).isEqualTo(Files.readString(EXPECTED));
    }

    /** A line an answer, indented as it is nested. */
    private static String read(Document page) {
        StringBuilder text = new StringBuilder();
        for (Element response : page.select(".response")) {
            long depth = response.parents().stream()
                    .filter(above -> above.is(".response"))
                    .count();
            text.append("  ".repeat((int) depth)).append(response.id());
            response.select("> .response-head p, > .stars, > .response-text")
                    .forEach(part -> text.append(" | ").append(part.text()));
            text.append('\n');
        }
        page.select(".reactions li")
                .forEach(reaction -> text.append(reaction.text()).append('\n'));
        return text.toString();
    }
}
