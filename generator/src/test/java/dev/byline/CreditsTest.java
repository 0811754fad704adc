package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.byline.feed.Credits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A piece by three people credits exactly these three, with their handles, wherever it is told. */
final class CreditsTest {
    private static final List<String> NAMES = List.of("Giulia Ferri", "Marco Neri", "Zoë O'Hara & Sons");
    private static final List<String> HANDLES = List.of("@giulia@social.example", "@marco.example.com", "zoe");
    private static final List<String> IDS = List.of("giulia-ferri", "marco-neri", "zoe-o-hara");

    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void build() {
        site = TestSite.in(folder)
                .article("three", """
                        title: Three hands
                        authors: [giulia-ferri, marco-neri, zoe-o-hara]
                        date: 2026-05-01
                        tags: [Slow roasting]
                        summary: We wrote it with three hands. It shows.
                        """, "Body.")
                .article("one", "title: One\nauthor: marco-neri\ndate: 2026-05-02", "Body.");
        assertThat(site.build().diagnostics()).isEmpty();
    }

    @Test
    void the_page_credits_the_three() {
        assertThatByline(page("articles/three/index.html").selectFirst("header .byline"));
    }

    @Test
    void the_feedback_page_credits_the_three() {
        assertThatByline(page("articles/three/feedback/index.html").selectFirst("header .byline"));
    }

    @Test
    void the_entry_on_the_home_page_credits_the_three() {
        assertThatByline(entry(page("index.html")));
    }

    @Test
    void the_entry_on_each_authors_page_credits_the_three() {
        for (String id : IDS) {
            assertThatByline(entry(page("authors/" + id + "/index.html")));
        }
    }

    @Test
    void the_entry_on_the_tags_page_credits_the_three() {
        assertThatByline(entry(page("tags/slow-roasting/index.html")));
    }

    @Test
    void the_row_of_the_archive_credits_the_three() {
        Element row = page("archive/index.html").select("li.h-entry").get(1);
        assertThat(row.select(".p-author .p-name").eachText()).isEqualTo(NAMES);
        assertThat(row.select(".handle").eachText()).isEqualTo(HANDLES);
    }

    @Test
    void rss_credits_the_three() throws Exception {
        assertThatEntry(feed("feed.xml"), true);
        assertThatEntry(feed("authors/zoe-o-hara/feed.xml"), true);
    }

    @Test
    void atom_credits_the_three() throws Exception {
        assertThatEntry(feed("atom.xml"), false);
        assertThatEntry(feed("authors/marco-neri/atom.xml"), false);
    }

    @Test
    void json_feed_credits_the_three() {
        JsonNode items = JsonMapper.shared().readTree(site.page("feed.json")).path("items");
        JsonNode item = items.get(1);
        List<String> names = new ArrayList<>();
        List<String> handles = new ArrayList<>();
        item.path("authors").forEach(author -> names.add(author.path("name").stringValue()));
        item.path("_byline")
                .path("authors")
                .forEach(author -> handles.add(author.path("handle").stringValue()));
        assertThat(names).isEqualTo(NAMES);
        assertThat(handles).isEqualTo(HANDLES);
    }

    @Test
    void structured_data_and_previews_credit_the_three() {
        Document page = page("articles/three/index.html");
        JsonNode data = JsonMapper.shared()
                .readTree(page.selectFirst("script[type=application/ld+json]").data());
        List<String> names = new ArrayList<>();
        data.path("author").forEach(author -> names.add(author.path("name").stringValue()));
        assertThat(names).isEqualTo(NAMES);
        assertThat(page.select("meta[name=author]").eachAttr("content")).isEqualTo(NAMES);
        assertThat(page.select("meta[name='fediverse:creator']").eachAttr("content"))
                .containsExactly("@giulia@social.example", "@zoe@code.example");
        assertThat(page.select("meta[property='article:author']")).hasSize(3);
    }

    @Test
    void every_draft_credits_the_three_by_handle_or_by_name_where_there_is_none() {
        assertThat(credits("three/acme.mastodon.md"))
                .contains("@giulia@social.example", "Marco Neri", "@zoe@code.example");
        assertThat(credits("three/acme.x.md")).contains("Giulia Ferri", "@marco_neri", "Zoë O'Hara & Sons");
        assertThat(credits("three/acme.bluesky.md"))
                .contains("Giulia Ferri", "@marco.example.com", "Zoë O'Hara & Sons");
        assertThat(credits("three/acme.linkedin.md"))
                .contains("Giulia Ferri (linkedin.com/in/giulia-ferri)", "Marco Neri", "Zoë O'Hara & Sons");
        assertThat(text("three/giulia-ferri.mastodon.md"))
                .startsWith("We wrote it with three hands.")
                .contains("together with Marco Neri and @zoe@code.example")
                .doesNotContain("@giulia@social.example");
        assertThat(text("three/marco-neri.x.md")).contains("Giulia Ferri and Zoë O'Hara & Sons");
    }

    @Test
    void no_two_accounts_post_the_same_text() {
        List<String> texts = List.of(
                text("three/acme.mastodon.md"),
                text("three/giulia-ferri.mastodon.md"),
                text("three/zoe-o-hara.mastodon.md"));
        assertThat(texts).doesNotHaveDuplicates();
    }

    @Test
    void a_personal_handle_is_in_no_file_at_all() {
        assertThat(TestSite.contains(site.output(), "giulia_private")).isEmpty();
        assertThat(TestSite.contains(site.drafts(), "giulia_private")).isEmpty();
    }

    private Document page(String path) {
        return Jsoup.parse(site.page(path));
    }

    private static Element entry(Document page) {
        return page.select("article.h-entry").stream()
                .filter(entry -> entry.text().contains("Three hands"))
                .findFirst()
                .orElseThrow();
    }

    private static void assertThatByline(Element element) {
        assertThat(element.select(".p-author .p-name").eachText()).isEqualTo(NAMES);
        assertThat(element.select(".p-author .handle").eachText()).isEqualTo(HANDLES);
    }

    private SyndEntry feed(String path) throws Exception {
        SyndFeed feed = new SyndFeedInput()
                .build(new XmlReader(site.output().resolve(path).toFile()));
        return feed.getEntries().stream()
                .filter(entry -> entry.getTitle().equals("Three hands"))
                .findFirst()
                .orElseThrow();
    }

    private static void assertThatEntry(SyndEntry entry, boolean rss) {
        if (rss) {
            DCModule dublinCore = (DCModule) entry.getModule(DCModule.URI);
            assertThat(dublinCore.getCreators()).isEqualTo(NAMES);
        } else {
            assertThat(entry.getAuthors()).extracting(SyndPerson::getName).isEqualTo(NAMES);
            assertThat(entry.getAuthors())
                    .extracting(SyndPerson::getUri)
                    .allMatch(uri -> uri.startsWith("https://blog.example.com/authors/"));
        }
        Credits credits = (Credits) entry.getModule(Credits.URI);
        assertThat(credits.getPeople()).extracting(Credits.Person::name).isEqualTo(NAMES);
        assertThat(credits.getPeople()).extracting(Credits.Person::handle).isEqualTo(HANDLES);
        String content = entry.getContents().get(0).getValue();
        assertThat(Jsoup.parse(content).selectFirst("p").text())
                .isEqualTo("By Giulia Ferri (@giulia@social.example), Marco Neri (@marco.example.com) and "
                        + "Zoë O'Hara & Sons (zoe)");
    }

    private String credits(String path) {
        return site.draft(path);
    }

    private String text(String path) {
        String file = site.draft(path);
        return file.substring(file.indexOf("\n---\n") + 5);
    }
}
