package dev.byline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Which feeds there are, and where all of them are listed. */
final class FeedPlacesTest {
    private static final String ROOT = "https://blog.example.com/";

    @TempDir
    private Path folder;

    private TestSite site(String languages, String feeds) {
        return TestSite.in(folder)
                .file(
                        "site.yml",
                        "title: T\nurl: " + ROOT + "\ntimeZone: UTC\nlanguages: " + languages + "\nfeeds: " + feeds
                                + "\n")
                .file(
                        "authors/giulia-ferri.yml",
                        "name: Giulia Ferri\ntopics: [Roasting]\nhandles: {mastodon: \"@giulia@social.example\"}\n")
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\ntags: [roasting, Water]", "x")
                .article("b", "title: B\nauthor: marco-neri\ndate: 2026-05-02\ntags: [Water]", "x");
    }

    private static boolean has(TestSite site, String path) {
        return Files.exists(site.output().resolve(path));
    }

    @ParameterizedTest
    @CsvSource({"topics, true, false", "tags, true, true", "none, false, false"})
    void a_person_has_feeds_of_the_subjects_that_the_site_says(String subjects, boolean roasting, boolean water) {
        TestSite site = site("[en]", "{subjects: " + subjects + "}");
        assertThat(site.build().diagnostics()).isEmpty();
        for (String name : List.of("feed.xml", "atom.xml", "feed.json")) {
            assertThat(has(site, "authors/giulia-ferri/tags/roasting/" + name)).isEqualTo(roasting);
            assertThat(has(site, "authors/giulia-ferri/tags/water/" + name)).isEqualTo(water);
            assertThat(has(site, "authors/marco-neri/tags/water/" + name)).isEqualTo(water);
        }
    }

    @Test
    void a_persons_subject_holds_what_that_person_wrote_under_it() {
        TestSite site = site("[en]", "{subjects: tags}");
        site.build();
        assertThat(site.page("authors/marco-neri/tags/water/feed.json"))
                .contains("\"title\":\"B\"")
                .doesNotContain("\"title\":\"A\"");
    }

    @Test
    void an_unknown_choice_of_subjects_is_told() {
        assertThat(site("[en]", "{subjects: everything}").problems()).anyMatch(line -> line.startsWith("site.yml:5:"));
    }

    @Test
    void only_a_site_of_several_languages_has_a_feed_of_all() {
        TestSite one = site("[en]", "{}");
        one.build();
        assertThat(has(one, "feeds/feed.xml")).isFalse();
        TestSite two = site("[en, it]", "{}")
                .article("c", "title: C\nauthor: marco-neri\ndate: 2026-05-03\nlanguage: it", "x");
        assertThat(two.build().succeeded()).isTrue();
        assertThat(two.page("feeds/feed.json"))
                .containsSubsequence("\"title\":\"C\"", "\"title\":\"B\"", "\"title\":\"A\"");
    }

    @Test
    void a_piece_that_moved_keeps_its_answers_at_the_old_address() {
        TestSite site = site("[en]", "{}")
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\naliases: [/old/place/]", "x");
        assertThat(site.build().succeeded()).isTrue();
        for (String name : List.of("feed.xml", "atom.xml", "feed.json")) {
            String here = "articles/a/feedback/" + name;
            String there = "old/place/feedback/" + name;
            assertThat(site.page(there)).contains(ROOT + "articles/a/feedback/").contains(ROOT + there);
            assertThat(site.page(here)).doesNotContain(there);
        }
    }

    @Test
    void an_unlisted_piece_stands_in_no_feed_and_has_none() {
        TestSite site = site("[en]", "{subjects: tags}")
                .article(
                        "secret",
                        "title: Hidden\nauthor: giulia-ferri\ndate: 2026-05-01\nunlisted: true\ntags: [Water]",
                        "x");
        site.build();
        assertThat(has(site, "articles/secret/feedback/index.html")).isTrue();
        assertThat(has(site, "articles/secret/feedback/feed.xml")).isFalse();
        assertThat(TestSite.contains(site.output(), "Hidden")).allMatch(path -> path.startsWith("articles/secret/"));
    }

    @Test
    void the_lists_of_feeds_hold_every_feed_but_those_of_answers_to_one_piece_once() throws Exception {
        TestSite site = site("[en, it]", "{subjects: tags, entries: 1}")
                .article("c", "title: \"C & <D>\"\nauthor: marco-neri\ndate: 2026-05-03\ncategory: \"R & D\"", "x");
        assertThat(site.build().succeeded()).isTrue();
        Set<String> feeds = new TreeSet<>();
        FeedGrammars.feeds(site.output(), "feed.xml").stream()
                .map(file -> ROOT + site.output().relativize(file).toString().replace('\\', '/'))
                .filter(url -> !url.matches(".*/articles/[^/]+/feedback/.*"))
                .forEach(feeds::add);
        assertThat(outlines(site, "feeds.opml")).containsExactlyInAnyOrderElementsOf(feeds);
        assertThat(outlines(site, "authors/feeds.opml"))
                .containsExactlyInAnyOrder(
                        ROOT + "authors/giulia-ferri/feed.xml",
                        ROOT + "authors/marco-neri/feed.xml",
                        ROOT + "authors/zoe-o-hara/feed.xml");
    }

    private static List<String> outlines(TestSite site, String path) throws Exception {
        NodeList outlines = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(site.output().resolve(path).toFile())
                .getElementsByTagName("outline");
        return IntStream.range(0, outlines.getLength())
                .mapToObj(i -> ((Element) outlines.item(i)).getAttribute("xmlUrl"))
                .toList();
    }

    @Test
    void the_page_of_feeds_leads_to_each_in_three_formats() {
        TestSite site = site("[en, it]", "{}");
        site.build();
        org.jsoup.nodes.Document page = Jsoup.parse(site.page("feeds/index.html"), ROOT + "feeds/");
        List<String> links = page.select("a[href]").eachAttr("abs:href");
        for (String folder : List.of("", "it/", "feeds/", "authors/giulia-ferri/", "tags/water/")) {
            assertThat(links)
                    .contains(ROOT + folder + "feed.xml", ROOT + folder + "atom.xml", ROOT + folder + "feed.json");
        }
        assertThat(links).contains(ROOT + "feeds.opml", ROOT + "authors/feeds.opml");
        assertThat(links.stream().filter(link -> link.startsWith(ROOT))).allSatisfy(link -> {
            String path = link.substring(ROOT.length()).replaceFirst("#.*", "");
            assertThat(has(site, path.isEmpty() || path.endsWith("/") ? path + "index.html" : path))
                    .as(link)
                    .isTrue();
        });
    }
}
