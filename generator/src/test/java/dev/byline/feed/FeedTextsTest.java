package dev.byline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.byline.TestSite;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.ElementFilter;
import org.jdom2.input.SAXBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What feeds say: media, hubs, rights, the words for a person who opens one; and what no text can do to them. */
final class FeedTextsTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"/>";

    @TempDir
    private Path folder;

    private static List<SyndEntry> entries(TestSite site, String path) throws Exception {
        return new SyndFeedInput()
                .build(new XmlReader(site.output().resolve(path).toFile()))
                .getEntries();
    }

    private static JsonNode json(TestSite site) {
        return JsonMapper.shared().readTree(site.page("feed.json"));
    }

    private static TestSite withFeeds(Path folder, String feeds) {
        return TestSite.in(folder)
                .file(
                        "site.yml",
                        "title: T\nurl: https://blog.example.com/\ntimeZone: UTC\nlanguages: [en, it]\n"
                                + "organization: {name: Acme, url: https://acme.example/}\nfeeds: " + feeds + "\n")
                .article("a", "title: A\nauthor: marco-neri\ndate: 2026-05-01", "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.xml", "atom.xml"})
    void an_image_says_what_it_shows_and_whose_it_is(String feed) throws Exception {
        TestSite site = TestSite.in(folder)
                .file("static/drum.svg", SVG)
                .article(
                        "a",
                        "title: A\nauthor: marco-neri\ndate: 2026-05-01\n"
                                + "image: {src: /drum.svg, alt: A drum, caption: In the hall, credit: Marta Ruiz}",
                        "x");
        assertThat(site.build().diagnostics()).isEmpty();
        MediaContent image =
                ((MediaEntryModule) entries(site, feed).get(0).getModule(MediaEntryModule.URI)).getMediaContents()[0];
        assertThat(image.getReference()).hasToString("https://blog.example.com/drum.svg");
        assertThat(image.getFileSize()).isEqualTo(SVG.length());
        assertThat(image.getMetadata().getTitle()).isEqualTo("In the hall");
        assertThat(image.getMetadata().getDescription()).isEqualTo("A drum");
        assertThat(image.getMetadata().getCredits()[0].getName()).isEqualTo("Marta Ruiz");
    }

    @ParameterizedTest
    @CsvSource({"feed.xml, drum.mp3, audio/mpeg", "atom.xml, drum.mp4, video/mp4"})
    void a_recording_is_the_enclosure_with_its_true_length(String feed, String file, String type) throws Exception {
        String bytes = "not really sound".repeat(99);
        TestSite site = TestSite.in(folder)
                .file("static/drum.svg", SVG)
                .file("articles/2026/drum/" + file, bytes)
                .file(
                        "articles/2026/drum/index.md",
                        "---\ntitle: A\nauthor: marco-neri\ndate: 2026-05-01\n"
                                + "image: {src: /drum.svg, alt: A drum}\n---\n"
                                + "![What is heard](" + file + ")\n");
        assertThat(site.build().succeeded()).isTrue();
        assertThat(entries(site, feed).get(0).getEnclosures()).singleElement().satisfies(enclosure -> {
            assertThat(enclosure.getUrl()).isEqualTo("https://blog.example.com/articles/drum/" + file);
            assertThat(enclosure.getLength()).isEqualTo(bytes.length());
            assertThat(enclosure.getType()).isEqualTo(type);
        });
        assertThat(json(site)
                        .at("/items/0/attachments")
                        .valueStream()
                        .map(each -> each.path("mime_type").stringValue()))
                .containsExactly("image/svg+xml", type);
        assertThat(json(site).at("/items/0/attachments/1/size_in_bytes").intValue())
                .isEqualTo(bytes.length());
    }

    @Test
    void each_namespace_that_is_used_is_declared_once_and_no_other_is() {
        TestSite site = TestSite.in(folder).article("a", "title: A\nauthor: marco-neri\ndate: 2026-05-01", "x");
        assertThat(site.build().diagnostics()).isEmpty();
        for (String file :
                List.of("feed.xml", "atom.xml", "articles/a/feedback/feed.xml", "articles/a/feedback/atom.xml")) {
            String feed = site.page(file);
            List<String> declared = Pattern.compile("xmlns:(\\w+)=")
                    .matcher(feed)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(declared).as(file).doesNotHaveDuplicates().isSorted().contains("byline");
            assertThat(declared)
                    .as(file)
                    .allMatch(prefix -> feed.contains("<" + prefix + ":") || feed.contains(" " + prefix + ":"));
        }
    }

    @Test
    void an_image_that_is_not_there_is_told_at_its_source() {
        TestSite site = TestSite.in(folder)
                .article("a", "title: A\nauthor: marco-neri\ndate: 2026-05-01\nimage: {src: gone.png, alt: x}", "x");
        assertThat(site.problems()).anyMatch(line -> line.startsWith("articles/a.md:5:") && line.contains("gone.png"));
    }

    @Test
    void every_format_names_the_hubs() {
        TestSite site = withFeeds(folder, "{hub: [\"https://one.example/\", \"https://two.example/?a=b&c\"]}");
        assertThat(site.build().diagnostics()).isEmpty();
        for (String feed :
                List.of("feed.xml", "atom.xml", "authors/marco-neri/feed.xml", "articles/a/feedback/atom.xml")) {
            assertThat(site.page(feed))
                    .contains("rel=\"hub\" href=\"https://one.example/\"")
                    .contains("rel=\"hub\" href=\"https://two.example/?a=b&amp;c\"");
        }
        assertThat(json(site)
                        .path("hubs")
                        .valueStream()
                        .map(hub -> hub.path("url").stringValue()))
                .containsExactly("https://one.example/", "https://two.example/?a=b&c");
    }

    @Test
    void the_organization_holds_the_rights_unless_the_site_says_otherwise() {
        TestSite site = withFeeds(folder, "{}");
        site.build();
        assertThat(site.page("feed.xml")).contains("<copyright>© Acme</copyright>");
        assertThat(site.page("atom.xml")).contains("<rights>© Acme</rights>");
        withFeeds(folder, "{copyright: {en: Share & enjoy, it: Condividete}, minutes: 15}")
                .build();
        assertThat(site.page("feed.xml"))
                .contains("<copyright>Share &amp; enjoy</copyright>")
                .contains("<ttl>15</ttl>");
        assertThat(site.page("it/atom.xml")).contains("<rights>Condividete</rights>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.xml", "atom.xml"})
    void a_person_who_opens_a_feed_is_told_whose_it_is_whatever_pieces_are_called(String feed) throws Exception {
        String title = "<script>alert(1)</script> ]]> & \"more\"";
        TestSite site =
                TestSite.in(folder).article("a", "title: '" + title + "'\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
        assertThat(site.build().diagnostics()).isEmpty();
        Element root = new SAXBuilder()
                .build(site.output().resolve("authors/giulia-ferri/" + feed).toFile())
                .getRootElement();
        Element parent = feed.equals("feed.xml") ? root.getChild("channel") : root;
        Element about = parent.getChild("about", Namespace.getNamespace(Credits.URI));
        assertThat(about.getValue())
                .contains("Giulia Ferri · The Blog", "@giulia@social.example", title)
                .contains("https://blog.example.com/authors/giulia-ferri/" + feed);
        assertThat(about.getDescendants(new ElementFilter("script")).hasNext()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.xml", "atom.xml"})
    void signs_of_every_script_come_back_and_those_that_xml_cannot_hold_do_not(String feed) throws Exception {
        TestSite site = TestSite.in(folder)
                .article(
                        "a",
                        "title: \"\uD83D\uDE80 مرحبا ]]> c\"\nauthor: marco-neri\ndate: 2026-05-01\nsummary: עברית",
                        "one & two ]]> \uD83D\uDE80 مرحبا x\u0001y &#7;z")
                .file("feedback/a/1.yml", """
                                kind: reply
                                origin: {source: mastodon, id: "1"}
                                author: {name: "A\\u0007nn"}
                                published: 2026-05-02T10:00:00Z
                                text: "so\\u0001 it \\u202E is ]]>"
                                moderation: approved
                                """);
        assertThat(site.build().succeeded()).isTrue();
        SyndEntry entry = entries(site, feed).get(0);
        assertThat(entry.getTitle()).isEqualTo("\uD83D\uDE80 مرحبا ]]> c");
        assertThat(entry.getDescription().getValue()).isEqualTo("עברית");
        assertThat(entry.getContents().get(0).getValue())
                .contains("one &amp; two ]]&gt; \uD83D\uDE80 مرحبا ")
                .doesNotContain("\u0001", "\u0007");
        SyndEntry answer = entries(site, "articles/a/feedback/" + feed).get(0);
        assertThat(answer.getTitle()).isEqualTo("Ann");
        assertThat(answer.getContents().get(0).getValue())
                .contains("so it")
                .contains("is ]]&gt;")
                .doesNotContain("\u0001");
    }

    @Test
    void a_sign_that_xml_cannot_hold_is_told_where_it_stands_in_front_matter() {
        TestSite site =
                TestSite.in(folder).article("a", "title: \"a\\u0007b\"\nauthor: marco-neri\ndate: 2026-05-01", "x");
        assertThat(site.problems())
                .containsExactly("articles/a.md:2:8: error: \"title\" holds the control character U+0007; remove it");
    }

    @Test
    void a_piece_of_five_megabytes_comes_back_whole() throws Exception {
        String text = ("A line of a long, long text. ".repeat(350).strip() + "\n\n").repeat(500);
        TestSite site = TestSite.in(folder).article("a", "title: A\nauthor: marco-neri\ndate: 2026-05-01", text);
        assertThat(site.build().succeeded()).isTrue();
        assertThat(entries(site, "atom.xml").get(0).getContents().get(0).getValue())
                .hasSizeGreaterThan(5_000_000)
                .endsWith("A line of a long, long text.</p>\n");
        assertThat(json(site).at("/items/0/content_html").stringValue()).hasSizeGreaterThan(5_000_000);
    }

    @Test
    void a_person_without_a_handle_is_credited_without_one() throws Exception {
        TestSite site = TestSite.in(folder)
                .file("authors/nina.yml", "name: Nina\n")
                .article("a", "title: A\nauthor: nina\ndate: 2026-05-01", "x");
        assertThat(site.build().succeeded()).isTrue();
        Credits credits = (Credits) entries(site, "feed.xml").get(0).getModule(Credits.URI);
        assertThat(credits.getPeople())
                .containsExactly(new Credits.Person("Nina", "https://blog.example.com/authors/nina/", "", ""));
        assertThat(site.page("feed.xml")).doesNotContain("handle=\"");
        assertThat(json(site).at("/items/0/_byline/authors/0").has("handle")).isFalse();
    }

    @Test
    void two_people_of_one_name_stay_two() throws Exception {
        TestSite site = TestSite.in(folder)
                .file("authors/anna-a.yml", "name: Anna\nhandles: {mastodon: \"@a@social.example\"}\n")
                .file("authors/anna-b.yml", "name: Anna\nhandles: {mastodon: \"@b@social.example\"}\n")
                .article("a", "title: A\nauthors: [anna-a, anna-b]\ndate: 2026-05-01", "x");
        assertThat(site.build().succeeded()).isTrue();
        SyndEntry entry = entries(site, "atom.xml").get(0);
        assertThat(entry.getAuthors()).extracting(SyndPerson::getName).containsExactly("Anna", "Anna");
        assertThat(((Credits) entry.getModule(Credits.URI)).getPeople())
                .extracting(Credits.Person::handle)
                .containsExactly("@a@social.example", "@b@social.example");
        assertThat(entries(site, "authors/anna-b/feed.xml")).hasSize(1);
    }
}
