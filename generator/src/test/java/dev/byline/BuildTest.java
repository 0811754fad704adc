package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.output.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build does to the folders that it writes. */
final class BuildTest {
    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void write() {
        site = TestSite.in(folder.resolve("site"))
                .article(
                        "a", "title: First\nauthor: giulia-ferri\ndate: 2026-05-01\ntags: [İstanbul]", "See [b](b.md).")
                .article("b", "title: Second\nauthor: marco-neri\ndate: 2026-05-02", "## Part\n\nText.");
    }

    @Test
    void a_second_build_writes_nothing() {
        assertThat(site.build().written()).isGreaterThan(30);
        BuildReport second = site.build();
        assertThat(second.written()).isZero();
        assertThat(second.unchanged()).isGreaterThan(30);
    }

    @Test
    void one_edited_article_changes_only_what_shows_it() throws IOException {
        site.build();
        Map<String, String> before = TestSite.contents(site.output());
        site.article("b", "title: Second\nauthor: marco-neri\ndate: 2026-05-02", "## Part\n\nOther text.");
        site.build();
        Map<String, String> after = TestSite.contents(site.output());
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(before.get("articles/b/index.html")).isNotEqualTo(after.get("articles/b/index.html"));
        assertThat(before.get("articles/a/index.html")).isEqualTo(after.get("articles/a/index.html"));
    }

    @Test
    void a_build_after_any_edit_equals_a_clean_build() {
        site.build();
        site.article("c", "title: Third\nauthor: marco-neri\ndate: 2026-05-03", "New.");
        site.article("b", "title: Second\nauthor: giulia-ferri\nslug: two\ndate: 2026-05-02", "## Part\n\nText.");
        site.build();
        Map<String, String> incremental = TestSite.contents(site.output());
        new Byline().clean(site.output(), site.drafts());
        assertThat(site.output()).doesNotExist();
        site.build();
        assertThat(TestSite.contents(site.output())).isEqualTo(incremental);
    }

    @Test
    void what_the_site_no_longer_has_goes_and_what_others_put_there_stays() throws IOException {
        site.build();
        Files.writeString(site.output().resolve("articles/b/theirs.txt"), "not ours");
        Files.writeString(site.output().resolve("CNAME"), "blog.example.com");
        Files.delete(site.folder().resolve("articles/b.md"));
        site.article("a", "title: First\nauthor: giulia-ferri\ndate: 2026-05-01", "Alone.");
        assertThat(site.build().removed()).isPositive();
        assertThat(site.output().resolve("articles/b/index.html")).doesNotExist();
        assertThat(site.output().resolve("articles/b/theirs.txt")).hasContent("not ours");
        assertThat(site.output().resolve("CNAME")).exists();
    }

    @Test
    void a_file_of_somebody_else_in_the_way_is_told_and_kept() throws IOException {
        Files.createDirectories(site.output());
        Files.writeString(site.output().resolve("index.html"), "theirs");
        BuildReport report = site.build();
        assertThat(report.succeeded()).isFalse();
        assertThat(report.diagnostics().toString()).contains("index.html").contains("did not write");
        assertThat(site.output().resolve("index.html")).hasContent("theirs");
        assertThat(site.output().resolve("feed.xml")).doesNotExist();
    }

    @Test
    void a_forged_manifest_removes_nothing_outside_the_folder() throws IOException {
        Path victim = folder.resolve("victim.txt");
        Files.writeString(victim, "precious");
        site.build();
        Files.writeString(
                site.output().resolve(".byline/files"),
                "byline files 1\n../../../victim.txt x\n00000000000000000000000000000000 11111111111111111111111111111111\n");
        site.build();
        assertThat(victim).hasContent("precious");
    }

    @Test
    void a_failed_build_leaves_the_output_byte_for_byte_as_it_was() throws IOException {
        site.build();
        String list = Files.readString(site.output().resolve(".byline/files"));
        Map<String, String> pages = TestSite.contents(site.output());
        Map<String, String> drafts = TestSite.contents(site.drafts());
        site.article("b", "title: Changed\nauthor: marco-nero\ndate: 2026-05-02", "Text.");
        site.article("c", "title: New\nauthor: marco-neri\ndate: 2026-05-02", "Text.");
        BuildReport failed = site.build();
        assertThat(failed.succeeded()).isFalse();
        assertThat(TestSite.contents(site.output())).isEqualTo(pages);
        assertThat(TestSite.contents(site.drafts())).isEqualTo(drafts);
        assertThat(site.output().resolve(".byline/files")).hasContent(list);
    }

    @Test
    void a_failed_first_build_leaves_no_folder_behind() {
        site.article("b", "title: Changed\nauthor: nobody-at-all\ndate: 2026-05-02", "Text.");
        assertThat(site.build().succeeded()).isFalse();
        assertThat(site.output()).doesNotExist();
    }

    @Test
    void a_build_that_waits_for_another_says_so_at_once() throws Exception {
        site.build();
        BlockingQueue<String> news = new LinkedBlockingQueue<>();
        CompletableFuture<BuildReport> second;
        try (OutputFolder first = OutputFolder.open(site.output(), new Diagnostics(), () -> {})) {
            second = CompletableFuture.supplyAsync(
                    () -> new Byline().build(BuildRequest.of(site.folder(), TestSite.NOW), news::add));
            assertThat(news.poll(60, TimeUnit.SECONDS))
                    .isEqualTo("Another build is at work in " + site.output() + "; waiting for it.");
            assertThat(second).isNotDone();
            assertThat(first.holds("index.html")).isTrue();
        }
        assertThat(second.get(60, TimeUnit.SECONDS).succeeded()).isTrue();
        assertThat(news).isEmpty();
    }

    @Test
    void the_machines_language_and_time_zone_do_not_show() {
        site.build();
        Map<String, String> here = TestSite.contents(site.output());
        Map<String, String> draftsHere = TestSite.contents(site.drafts());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            new Byline().clean(site.output(), site.drafts());
            site.build();
            assertThat(TestSite.contents(site.output())).isEqualTo(here);
            assertThat(TestSite.contents(site.drafts())).isEqualTo(draftsHere);
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            new Byline().clean(site.output(), site.drafts());
            site.build();
            assertThat(TestSite.contents(site.output())).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void what_is_not_out_is_nowhere() {
        site.article("draft", "title: Hidden draft\nauthor: marco-neri\ndraft: true", "x")
                .article("later", "title: Hidden later\nauthor: marco-neri\ndate: 2026-06-01T14:00:01", "x")
                .article("over", "title: Hidden over\nauthor: marco-neri\ndate: 2026-01-01\nexpires: 2026-02-01", "x");
        site.build();
        assertThat(TestSite.contains(site.output(), "Hidden")).isEmpty();
        assertThat(TestSite.contains(site.drafts(), "Hidden")).isEmpty();
        site.build(Instant.parse("2026-06-01T12:00:01Z"));
        assertThat(TestSite.contains(site.output(), "Hidden later")).isNotEmpty();
    }

    @Test
    void an_unlisted_piece_has_its_page_and_stands_in_no_list() {
        site.article("quiet", "title: Quiet piece\nauthor: marco-neri\ndate: 2026-05-05\nunlisted: true", "x");
        site.build();
        assertThat(TestSite.contains(site.output(), "Quiet piece"))
                .containsExactlyInAnyOrder("articles/quiet/index.html", "articles/quiet/feedback/index.html");
        assertThat(TestSite.contains(site.output(), "quiet/")).allMatch(file -> file.startsWith("articles/quiet/"));
        assertThat(TestSite.contains(site.drafts(), "Quiet piece")).isEmpty();
    }

    @Test
    void an_edited_draft_wins_and_an_untouched_one_is_made_anew() {
        site.build();
        String generated = site.draft("a/giulia-ferri.mastodon.md");
        site.file("drafts/a/giulia-ferri.mastodon.md", generated);
        site.file(
                "drafts/b/acme.x.md",
                "---\narticle: b\naccount: acme\nnetwork: x\nstatus: approved\n---\nIn my own words.\n");
        site.article("a", "title: Renamed\nauthor: giulia-ferri\ndate: 2026-05-01", "See [b](b.md).");
        assertThat(site.build().succeeded()).isTrue();
        assertThat(site.draft("a/giulia-ferri.mastodon.md")).contains("Renamed");
        assertThat(site.draft("b/acme.x.md")).endsWith("In my own words.\n").contains("status: approved");
    }

    @Test
    void an_edited_draft_over_the_limit_is_told_with_its_count() {
        site.file(
                "drafts/b/acme.x.md", "---\narticle: b\naccount: acme\nnetwork: x\n---\n" + "word ".repeat(80) + "\n");
        assertThat(site.problems())
                .containsExactly("drafts/b/acme.x.md:6:1: error: the draft counts 399 on X, the limit is 280; "
                        + "shorten it by 119");
    }

    @Test
    void a_base_path_is_respected_everywhere() {
        site.file("site.yml", """
                title: The Blog
                url: https://example.com/blog
                timeZone: UTC
                languages: [en]
                """);
        site.file("static/images/x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        site.article("c", "title: C\nauthor: marco-neri\ndate: 2026-05-02", "[a](/articles/a/) ![x](/images/x.svg)");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("articles/c/index.html"))
                .contains("href=\"../../articles/a/\"")
                .contains("src=\"../../images/x.svg\"")
                .contains("<link rel=\"canonical\" href=\"https://example.com/blog/articles/c/\">");
        assertThat(site.page("feed.xml")).contains("https://example.com/blog/images/x.svg");
        assertThat(site.page("404.html"))
                .containsPattern("href=\"/blog/assets/byline-[0-9a-f]{10}\\.css\" integrity=\"sha256-[^\"]{44}\"");
    }

    @Test
    void a_changed_slug_leaves_a_redirect_where_the_alias_was() {
        site.article(
                "a", "title: First\nauthor: giulia-ferri\ndate: 2026-05-01\nslug: neu\naliases: [/articles/a/]", "x");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("articles/a/index.html")).contains("url=../../articles/neu/");
    }

    @Test
    void an_output_among_the_sources_is_refused() {
        BuildReport report = new Byline()
                .build(BuildRequest.of(site.folder(), TestSite.NOW)
                        .into(site.folder().resolve("static/site"), site.drafts()));
        assertThat(report.succeeded()).isFalse();
        assertThat(site.folder().resolve("static")).doesNotExist();
    }

    @Test
    void the_only_account_of_a_company_is_given_by_its_handles() {
        site.file("site.yml", """
                title: The Blog
                url: https://blog.example.com/
                timeZone: UTC
                languages: [en, it]
                accounts: {mastodon: "@acme@social.example", github: acme}
                """);
        assertThat(site.problems()).isEmpty();
        assertThat(site.draft("a/company.mastodon.md")).contains("account: company");
    }

    @Test
    void what_front_matter_says_of_a_network_stands_in_its_draft_and_false_makes_none() {
        site.article("a", """
                title: First
                author: giulia-ferri
                date: 2026-05-01
                syndicate:
                  x: false
                  mastodon: {text: "Ask @marco-neri.", visibility: unlisted, at: 2026-05-03T09:00, thread: true}
                """, "x");
        assertThat(site.problems()).isEmpty();
        assertThat(site.drafts().resolve("a/acme.x.md")).doesNotExist();
        assertThat(site.draft("a/giulia-ferri.mastodon.md"))
                .contains("visibility: unlisted")
                .contains("at: 2026-05-03T07:00:00Z")
                .contains("thread: true")
                .endsWith("---\nAsk Marco Neri.\n");
        site.file("drafts/a/giulia-ferri.mastodon.md", site.draft("a/giulia-ferri.mastodon.md") + "Mine.\n");
        assertThat(site.problems()).isEmpty();
    }
}
