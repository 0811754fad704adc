package dev.byline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.byline.TestSite;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Feeds that every reader program accepts, whatever the pieces are called. */
final class FeedsTest {
    @TempDir
    private Path folder;

    private SyndFeed feed(TestSite site, String path) throws Exception {
        Path file = site.output().resolve(path);
        // A parser that knows nothing of feeds has to agree that it is XML.
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        return new SyndFeedInput().build(new XmlReader(file.toFile()));
    }

    @Test
    void titles_with_markup_brackets_and_every_script_come_back_as_they_were() throws Exception {
        String[] titles = {"a ]]> b & c <script>x</script>", "שלום עולם", "👨‍👩‍👧‍👦 \uD83D\uDE80", "\"quoted\" 'it'"
        };
        TestSite site = TestSite.in(folder);
        for (int i = 0; i < titles.length; i++) {
            String quoted = titles[i].replace("\\", "\\\\").replace("\"", "\\\"");
            site.article("t" + i, "title: \"" + quoted + "\"\nauthor: marco-neri\ndate: 2026-05-0" + (9 - i), "x");
        }
        assertThat(site.build().diagnostics()).isEmpty();
        for (String path : new String[] {"feed.xml", "atom.xml"}) {
            assertThat(feed(site, path).getEntries())
                    .extracting(SyndEntry::getTitle)
                    .containsExactly(titles);
        }
        JsonNode items = JsonMapper.shared().readTree(site.page("feed.json")).path("items");
        assertThat(items.get(0).path("title").stringValue()).isEqualTo(titles[0]);
    }

    @Test
    void a_site_without_articles_has_valid_feeds() throws Exception {
        TestSite site = TestSite.in(folder);
        assertThat(site.build().diagnostics()).isEmpty();
        assertThat(feed(site, "feed.xml").getEntries()).isEmpty();
        assertThat(feed(site, "it/atom.xml").getEntries()).isEmpty();
        assertThat(JsonMapper.shared().readTree(site.page("feed.json")).path("items"))
                .isEmpty();
    }

    @Test
    void texts_have_full_addresses_and_nothing_that_runs() throws Exception {
        TestSite site = TestSite.in(folder)
                .file("static/x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                .article("b", "title: B\nauthor: marco-neri\ndate: 2026-05-01", "## Part\n")
                .article(
                        "a",
                        "title: A\nauthor: marco-neri\ndate: 2026-05-02",
                        "[b](b.md#part) ![x](/x.svg) [^1]\n\n<form><input></form><iframe src=\"https://e.example/\"></iframe>"
                                + "<p onclick=\"x\" style=\"color:red\">hi</p>\n\n- [x] done\n\n[^1]: Note.\n");
        assertThat(site.build().diagnostics()).isEmpty();
        Document text = Jsoup.parse(
                feed(site, "atom.xml").getEntries().get(0).getContents().get(0).getValue());
        assertThat(text.select("form, iframe, input, script, style")).isEmpty();
        assertThat(text.select("[onclick], [style], [class]")).isEmpty();
        assertThat(text.select("a[href]").eachAttr("href")).allMatch(href -> href.startsWith("https://"));
        assertThat(text.select("a").eachAttr("href")).contains("https://blog.example.com/articles/b/#part");
        assertThat(text.selectFirst("img").attr("src")).isEqualTo("https://blog.example.com/x.svg");
        assertThat(text.text()).contains("☑ done");
    }

    @Test
    void an_id_survives_a_changed_slug_and_an_image_has_its_true_length() throws Exception {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        TestSite site = TestSite.in(folder)
                .file("articles/2026/drum/drum.svg", svg)
                .file(
                        "articles/2026/drum/index.md",
                        "---\ntitle: A\nauthor: marco-neri\ndate: 2026-05-02\nimage: {src: drum.svg, alt: x}\nslug: one\n---\nx");
        site.build();
        SyndEntry before = feed(site, "feed.xml").getEntries().get(0);
        assertThat(before.getEnclosures().get(0).getLength()).isEqualTo(svg.length());
        assertThat(before.getEnclosures().get(0).getUrl()).isEqualTo("https://blog.example.com/articles/one/drum.svg");
        site.file(
                "articles/2026/drum/index.md",
                "---\ntitle: A\nauthor: marco-neri\ndate: 2026-05-02\nslug: two\n---\nx");
        site.build();
        SyndEntry after = feed(site, "feed.xml").getEntries().get(0);
        assertThat(after.getUri()).isEqualTo(before.getUri()).isEqualTo("tag:blog.example.com,2026:2026/drum");
        assertThat(after.getLink()).endsWith("/two/");
    }

    @Test
    void dates_before_1970_and_pieces_without_a_date_are_valid() throws Exception {
        TestSite site = TestSite.in(folder)
                .article("old", "title: Old\nauthor: marco-neri\ndate: 1955-05-02", "x")
                .article("none", "title: None\nauthor: marco-neri", "x");
        assertThat(site.build().succeeded()).isTrue();
        assertThat(feed(site, "atom.xml").getEntries())
                .extracting(SyndEntry::getTitle)
                .containsExactly("Old", "None");
        assertThat(site.page("feed.xml")).contains("Sun, 01 May 1955 23:00:00 GMT");
        assertThat(site.page("feed.json")).contains("\"date_published\":\"1955-05-01T23:00:00Z\"");
    }

    @Test
    void a_feed_holds_the_newest_and_no_more_than_the_site_says() throws Exception {
        TestSite site = TestSite.in(folder);
        for (int i = 1; i <= 9; i++) {
            site.article("p" + i, "title: P" + i + "\nauthor: marco-neri\ndate: 2026-05-0" + i, "x");
        }
        site.file(
                "site.yml",
                "title: T\nurl: https://blog.example.com/\ntimeZone: UTC\nlanguages: [en]\nfeeds: {entries: 3}\n");
        assertThat(site.build().diagnostics()).isEmpty();
        assertThat(feed(site, "feed.xml").getEntries())
                .extracting(SyndEntry::getTitle)
                .containsExactly("P9", "P8", "P7");
    }
}
