package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.credits.Matrix;
import dev.byline.diagnostic.Diagnostic;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site says shall not be made is not there, and nothing leads to it. */
final class MakeTest {
    private static final String ROOT = "https://blog.example.com/";

    private static final String NOTHING_ELSE = """
            make: {cards: false, answers: false, search: false, contacts: false}
            feeds: {formats: [atom], history: false, entries: 1}
            """;

    private static final List<String> PLAIN = List.of(
            "404.html",
            "_headers",
            "_nginx.headers.conf",
            "_nginx.redirects.map",
            "_redirects",
            "about/index.html",
            "archive/2026/index.html",
            "archive/index.html",
            "articles/hidden/index.html",
            "articles/one/index.html",
            "articles/two/index.html",
            "assets/byline.css",
            "assets/feed.css",
            "atom.xml",
            "authors/feeds.opml",
            "authors/giulia-ferri/atom.xml",
            "authors/giulia-ferri/index.html",
            "authors/index.html",
            "authors/marco-neri/atom.xml",
            "authors/marco-neri/index.html",
            "authors/zoe-o-hara/atom.xml",
            "authors/zoe-o-hara/index.html",
            "categories/index.html",
            "feeds.opml",
            "feeds/atom.xml",
            "feeds/index.html",
            "humans.txt",
            "index.html",
            "it/archive/2026/index.html",
            "it/archive/index.html",
            "it/articles/one-it/index.html",
            "it/atom.xml",
            "it/authors/index.html",
            "it/categories/index.html",
            "it/chi-siamo/index.html",
            "it/feeds/index.html",
            "it/index.html",
            "it/series/index.html",
            "it/tags/index.html",
            "it/tags/tostatura/atom.xml",
            "it/tags/tostatura/index.html",
            "old/one/index.html",
            "robots.txt",
            "series/index.html",
            "site.webmanifest",
            "sitemap.xml",
            "tags/index.html",
            "tags/roasting/atom.xml",
            "tags/roasting/index.html");

    @TempDir
    private Path folder;

    /** A small blog in which people answered, with pieces that moved, that are hidden and that exist in two languages. */
    private TestSite site(String settings) {
        return TestSite.in(folder)
                .file("site.yml", """
                        title: The Blog
                        description: What we think.
                        url: https://blog.example.com/
                        timeZone: Europe/Rome
                        languages: [en, it]
                        feedback: {intake: "https://intake.example.com/"}
                        newsletter: {link: /about/, from: letters@blog.example.com}
                        footer: [{label: Chi siamo, link: /it/chi-siamo/}]
                        """ + settings)
                .file("authors/zoe-o-hara.yml", "name: Zoë O'Hara\nrole: Roaster\nhandles: {github: zoe}\n")
                .file(
                        "authors/marco-neri.yml",
                        "name: Marco Neri\nrole: Cupper\nhandles: {bluesky: marco.example.com}\n")
                .file("pages/about.md", "---\ntitle: About\n---\nWe roast.")
                .file("pages/chi-siamo.md", "---\ntitle: Chi siamo\nlanguage: it\n---\nTostiamo.")
                .article("one", """
                        title: The first of them
                        authors: [giulia-ferri, zoe-o-hara]
                        date: 2026-05-01
                        aliases: [/old/one/]
                        summary: It begins here.
                        tags: [Roasting]
                        """, "Text.")
                .article("two", """
                        title: The second of them
                        authors: [giulia-ferri, marco-neri]
                        date: 2026-05-02
                        summary: It goes on here.
                        tags: [Roasting]
                        """, "More text.")
                .article("one.it", """
                        title: Il primo
                        authors: [giulia-ferri, marco-neri]
                        date: 2026-05-03
                        language: it
                        translationOf: one
                        summary: Comincia qui.
                        tags: [Tostatura]
                        """, "Testo.")
                .article("hidden", """
                        title: A hidden one
                        author: giulia-ferri
                        date: 2026-05-04
                        unlisted: true
                        tags: [Roasting]
                        """, "Hidden text.")
                .file("feedback/one/a.yml", """
                        kind: reply
                        moderation: approved
                        origin: {source: mastodon, url: "https://town.example/a"}
                        author: {name: A reader of ours}
                        published: 2026-05-05T10:00:00Z
                        text: I beg to differ.
                        """)
                .file("feedback/one/b.yml", """
                        kind: reply
                        moderation: approved
                        origin: {source: mastodon, url: "https://social.example/b"}
                        author: {name: Giulia, handle: "@giulia@social.example", url: "https://social.example/@giulia"}
                        published: 2026-05-05T11:00:00Z
                        parent: a
                        text: So you may.
                        """)
                .file("feedback/one/c.yml", """
                        kind: like
                        moderation: approved
                        origin: {source: mastodon, url: "https://town.example/c"}
                        author: {name: Another reader}
                        """)
                .file("feedback/one/d.yml", """
                        kind: reply
                        moderation: approved
                        origin: {source: intake}
                        author: {name: A third reader of ours}
                        published: 2026-05-06T10:00:00Z
                        text: Neither do I.
                        """);
    }

    private List<Diagnostic> check() {
        return new Byline()
                .check(new CheckRequest(folder, TestSite.NOW, Optional.empty(), Optional.empty()))
                .diagnostics();
    }

    private static List<String> files(TestSite site) {
        return List.copyOf(TestSite.contents(site.output()).keySet());
    }

    private Document page(TestSite site, String path) {
        return Jsoup.parse(site.page(path + "index.html"), ROOT + path);
    }

    /** Pages, feeds and files for programs, but no style sheet: that of the theme is the same for all sites. */
    private static List<String> mention(TestSite site, String words) {
        Pattern pattern = Pattern.compile(words);
        return TestSite.contents(site.output()).entrySet().stream()
                .filter(file -> !file.getKey().endsWith(".css"))
                .filter(file -> pattern.matcher(file.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void a_plain_blog_has_these_files_and_no_others() {
        TestSite site = site(NOTHING_ELSE);
        assertThat(site.problems()).isEmpty();
        assertThat(files(site).stream()
                        .map(file -> file.replaceFirst("-[0-9a-f]{10}\\.css$", ".css"))
                        .toList())
                .isEqualTo(PLAIN);
    }

    @Test
    void a_plain_blog_mentions_nothing_that_it_does_not_have() {
        TestSite site = site(NOTHING_ELSE);
        assertThat(site.problems()).isEmpty();
        assertThat(mention(
                        site,
                        "feedback/|search|share-card|\\.vcf|vcard|qr\\.svg|webfinger|feed\\.xml|feed\\.json|atom\\.\\d"
                                + "|rss\\+xml|feed\\+json|slash:|wfw:|thr:|replies|comment|prev-archive|reader of ours"
                                + "|InteractionCounter|SearchAction|answer-form|form-action 'self' "))
                .isEmpty();
    }

    /** Also where {@code byline check} does not look: in heads, feeds, lists of feeds and files for programs. */
    @Test
    void every_address_in_any_file_of_a_plain_blog_is_there() {
        TestSite site = site(NOTHING_ELSE);
        assertThat(site.problems()).isEmpty();
        List<String> files = files(site);
        Pattern address = Pattern.compile(Pattern.quote(ROOT) + "([^\\s\"'<>#)]*)");
        TestSite.contents(site.output()).forEach((name, content) -> {
            Stream<String> linked = name.endsWith(".html")
                    ? Jsoup.parse(content, ROOT + name.replaceFirst("index\\.html$", ""))
                            .select("[href], [src]")
                            .stream()
                            .flatMap(link -> Stream.of(link.absUrl("href"), link.absUrl("src")))
                    : Stream.empty();
            Stream<String> named = address.matcher(content).results().map(found -> ROOT + found.group(1));
            assertThat(Stream.concat(linked, named)
                            .filter(url -> url.startsWith(ROOT))
                            .map(url -> url.substring(ROOT.length()).replaceFirst("#.*", ""))
                            .map(path -> path.isEmpty() || path.endsWith("/") ? path + "index.html" : path))
                    .as(name)
                    .isSubsetOf(files);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NOTHING_ELSE,
                "make: {cards: false}",
                "make: {answers: false}",
                "make: {search: false}",
                "make: {contacts: false}",
                "feeds: {formats: [json]}",
                "feeds: {formats: [rss], entries: 1}",
                "feeds: {history: false, entries: 1}",
            })
    void a_check_finds_nothing_whatever_is_left_out(String settings) {
        site(settings);
        assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cards | share-card",
                "answers | feedback/",
                "search | search",
                "contacts | '\\.vcf|qr.svg|webfinger'",
            })
    void each_switch_leaves_out_its_own_and_nothing_else(String what, String words) {
        TestSite all = site("");
        assertThat(all.problems()).isEmpty();
        List<String> before = files(all);
        assertThat(before).anyMatch(file -> Pattern.compile(words).matcher(file).find());
        TestSite site = site("make: {" + what + ": false}");
        assertThat(site.problems()).isEmpty();
        assertThat(files(site))
                .isEqualTo(before.stream()
                        .filter(file -> !Pattern.compile(words).matcher(file).find())
                        .toList());
    }

    @Test
    void without_cards_a_preview_shows_the_pieces_own_picture_or_none() {
        TestSite site = site("make: {cards: false}");
        assertThat(site.build().succeeded()).isTrue();
        Document page = page(site, "articles/one/");
        assertThat(page.select("meta[property=og:image]")).isEmpty();
        assertThat(page.select("meta[name=twitter:card]").attr("content")).isEqualTo("summary");
        assertThat(mention(site, "share-card")).isEmpty();
    }

    @Test
    void without_answers_a_piece_still_says_whom_to_answer_and_where() {
        TestSite site = site("make: {answers: false}");
        assertThat(site.build().succeeded()).isTrue();
        Document page = page(site, "articles/two/");
        assertThat(page.select(".byline .handle").eachText())
                .containsExactly("@giulia@social.example", "@marco.example.com");
        assertThat(page.select(".answer-links a").eachAttr("href"))
                .anyMatch(link -> link.startsWith("https://bsky.app/intent/compose"));
        assertThat(page.selectFirst(".answer p").text()).isEqualTo("Answer the person, not a mailbox.");
        assertThat(page.select("form.answer-form, .article-meta a[href=#answers]"))
                .isEmpty();
        assertThat(mention(site, "feedback/|slash:|wfw:|rel=.replies|commentCount|discussionUrl|reader of ours|I beg"))
                .isEmpty();
        assertThat(page(site, "authors/giulia-ferri/").select(".author-soon, .author-heard"))
                .isEmpty();
        assertThat(site.page("feed.json")).doesNotContain("\"answers\"");
    }

    @Test
    void without_answers_no_letter_and_no_report_leads_to_them() throws Exception {
        TestSite site = site("make: {answers: false}");
        assertThat(site.build().succeeded()).isTrue();
        try (InputStream in = Files.newInputStream(site.drafts().resolve("one/newsletter.eml"))) {
            MimeMultipart parts = (MimeMultipart) new MimeMessage(null, in).getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                assertThat(parts.getBodyPart(i).getContent().toString())
                        .contains("Answer the person, not a mailbox.")
                        .doesNotContain("feedback/", "comes back", "Read the answers");
            }
        }
        assertThat(Jsoup.parse(site.draft("report.html"), ROOT)
                        .select("a[href]")
                        .eachAttr("abs:href"))
                .contains(ROOT + "articles/one/")
                .noneMatch(link -> link.contains("feedback/"));
    }

    @Test
    void without_search_no_page_leads_there() {
        TestSite site = site("make: {search: false}");
        assertThat(site.build().succeeded()).isTrue();
        assertThat(mention(site, "search/|SearchAction")).isEmpty();
        assertThat(page(site, "").select(".site-nav li")).hasSize(3);
    }

    @Test
    void without_contacts_an_authors_page_and_the_web_servers_know_of_none() {
        TestSite site = site("make: {contacts: false}");
        assertThat(site.build().succeeded()).isTrue();
        assertThat(page(site, "authors/giulia-ferri/").select(".author-card")).isEmpty();
        assertThat(mention(site, "\\.vcf|qr\\.svg|webfinger")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rss, feed.xml, application/rss+xml",
        "atom, atom.xml, application/atom+xml",
        "json, feed.json, application/feed+json"
    })
    void feeds_in_one_format_are_all_that_is_made_and_linked(String format, String file, String type) {
        TestSite site = site("feeds: {formats: " + format + "}");
        assertThat(site.problems()).isEmpty();
        String others = Stream.of("feed.xml", "atom.xml", "feed.json")
                .filter(other -> !other.equals(file))
                .map(Pattern::quote)
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow();
        assertThat(files(site)).noneMatch(name -> name.matches("(.*/)?(" + others + ")"));
        assertThat(mention(site, others)).isEmpty();
        Document page = page(site, "articles/one/");
        assertThat(page.select("link[rel=alternate][type*=rss], link[rel=alternate][type*=atom],"
                                + " link[rel=alternate][type*=feed]")
                        .eachAttr("type"))
                .isNotEmpty()
                .containsOnly(type);
        assertThat(page.select(".subscribe ul:first-of-type a, .about-links a").eachAttr("abs:href"))
                .contains(ROOT + file, ROOT + "authors/zoe-o-hara/" + file);
        assertThat(site.page("feeds.opml"))
                .contains("xmlUrl=\"" + ROOT + file + "\"", "xmlUrl=\"" + ROOT + "authors/giulia-ferri/" + file + "\"");
        assertThat(site.page("authors/giulia-ferri/webfinger.json")).contains(type, "authors/giulia-ferri/" + file);
    }

    @Test
    void lists_of_feeds_take_the_format_that_is_written_first() {
        TestSite site = site("feeds: {formats: [json, rss]}");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("feeds.opml")).contains("/feed.json").doesNotContain("feed.xml", "RSS2");
        assertThat(page(site, "").select("link[type*=feed], link[type*=rss]").eachAttr("type"))
                .startsWith("application/feed+json", "application/rss+xml");
    }

    @Test
    void without_history_a_feed_is_its_newest_document() {
        TestSite site = site("feeds: {history: false, entries: 1}");
        assertThat(site.problems()).isEmpty();
        assertThat(files(site)).noneMatch(file -> file.matches("(.*/)?(feed|atom)\\.\\d+\\.(xml|json)"));
        assertThat(mention(site, "prev-archive|next_url")).isEmpty();
        assertThat(site.page("feed.xml")).contains("The second of them").doesNotContain("The first of them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {NOTHING_ELSE, "feeds: {entries: 1}", "feeds: {entries: 1, history: false, formats: [rss, json]}"
            })
    void whoever_is_in_a_feed_is_credited_in_it_whatever_feeds_there_are(String settings) {
        TestSite site = site(settings);
        assertThat(site.build().succeeded()).isTrue();
        Matrix matrix = new Byline()
                .credits(folder, TestSite.NOW, site.output(), site.drafts())
                .matrix();
        assertThat(matrix.isFull()).isTrue();
        assertThat(matrix.surfaces().contains("RSS")).isEqualTo(!settings.equals(NOTHING_ELSE));
        assertThat(matrix.surfaces().contains("share card")).isEqualTo(!settings.equals(NOTHING_ELSE));
    }

    @Test
    void what_was_promised_has_to_be_given_up_in_the_list_of_promises() {
        TestSite site = site("").file("urls.lock", "");
        assertThat(site.problems()).isEmpty();
        assertThat(site("make: {contacts: false}").problems())
                .anyMatch(line -> line.contains("nothing would be at /authors/giulia-ferri/qr.svg"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "make: {serch: false} | site.yml:9:8: error: unknown key \"serch\"; did you mean \"search\"?",
                "make: {cards: no way} | site.yml:9:15: error: \"cards\" is true or false, not \"no way\"; write cards: true, or leave it out",
                "make: all | site.yml:9:7: error: \"make\" is a group of keys, not a text; write make: {...}",
                "feeds: {formats: [rss, atm]} | site.yml:9:24: error: unknown format of feeds \"atm\"; did you mean \"atom\"?",
                "feeds: {formats: [gopher]} | site.yml:9:19: error: unknown format of feeds \"gopher\"; the formats are rss, atom, json",
                "feeds: {formats: []} | site.yml:9:18: error: feeds in no format; write formats: [rss, atom, json], or some of them",
                "feeds: {formats: [rss, RSS]} | site.yml:9:24: error: \"RSS\" stands there twice; write each format once",
                "feeds: {history: 3} | site.yml:9:18: error: \"history\" is true or false, not \"3\"; write history: true, or leave it out",
            })
    void what_makes_no_sense_is_told_at_its_place(String settings, String told) {
        assertThat(site(settings).problems()).containsExactly(told);
    }

    @Test
    void without_letters_there_is_none_among_the_drafts() {
        assertThat(site("make: {letters: false}").problems()).isEmpty();
        assertThat(TestSite.contents(folder.resolve("target/drafts")).keySet())
                .noneMatch(path -> path.endsWith(".eml"))
                .anyMatch(path -> path.endsWith(".md"));
    }

    @Test
    void feeds_of_summaries_hold_no_texts_and_are_sound() {
        TestSite site = site("feeds: {content: summary}");
        assertThat(site.problems()).isEmpty();
        for (String feed : List.of("feed.xml", "atom.xml", "feed.json")) {
            assertThat(site.page(feed))
                    .contains("The first of them")
                    .doesNotContain("content:encoded", "<content", "content_html");
        }
        assertThat(site.page("feed.json")).contains("content_text");
        assertThat(check()).isEmpty();
    }
}
