package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What front matter, handles and drafts say of a network, from the file to the draft. */
final class ThreadsAndLimitsTest {
    private static final String SENTENCE =
            "This sentence says little, but it takes its room in the post that it is in. ";

    @TempDir
    private Path folder;

    private TestSite site(String syndicate) {
        return TestSite.in(folder)
                .article(
                        "a",
                        "title: A\nauthor: marco-neri\ndate: 2026-05-01\nsummary: S.\nsyndicate: " + syndicate,
                        SENTENCE.repeat(8));
    }

    @Test
    void a_long_text_is_an_error_until_it_may_be_a_thread() {
        String text = ", text: \"" + SENTENCE.repeat(6).strip() + "\"}";
        assertThat(site("{x: {thread: false" + text + "}").problems())
                .isNotEmpty()
                .allMatch(line -> line.contains("the text for X counts 455 there, the limit is 280"));
        TestSite thread = site("{x: {thread: true" + text + "}");
        assertThat(thread.problems()).isEmpty();
        assertThat(thread.draft("a/marco-neri.x.md"))
                .contains("thread: true")
                .contains("in. (1/2)\n\n---8<---\n\nThis sentence")
                .endsWith("in. (2/2)\n");
    }

    @Test
    void a_thread_of_ones_own_is_read_back_and_each_post_held_against_the_limit() {
        String head = "---\narticle: a\naccount: marco-neri\nnetwork: x\nlanguage: en\n---\n";
        TestSite site = site("{}").file("drafts/a/marco-neri.x.md", head + "One.\n\n---8<---\n\nTwo.\n");
        assertThat(site.problems()).isEmpty();
        assertThat(site.draft("a/marco-neri.x.md")).endsWith("---\nOne.\n\n---8<---\n\nTwo.\n");
        assertThat(site.draft("index.html")).contains(">One.</p>").contains(">Two.</p>");
        site.file("drafts/a/marco-neri.x.md", head + "One.\n\n---8<---\n\n" + "x".repeat(281) + "\n");
        assertThat(site.problems())
                .singleElement()
                .asString()
                .contains("drafts/a/marco-neri.x.md:")
                .contains("post 2 of the draft counts 281 on X, the limit is 280");
    }

    @Test
    void a_thread_where_there_are_none_is_an_error() {
        TestSite site = site("{linkedin: {thread: true, visibility: secret, contentWarning: x}}");
        assertThat(site.problems())
                .hasSize(3)
                .anyMatch(line -> line.contains("LinkedIn has no threads"))
                .anyMatch(line -> line.contains("LinkedIn has no visibility \"secret\""))
                .anyMatch(line -> line.contains("LinkedIn has no content warnings"));
        site = site("{}")
                .file(
                        "drafts/a/acme.linkedin.md",
                        "---\narticle: a\naccount: acme\nnetwork: linkedin\n---\nOne.\n---8<---\nTwo.\n");
        assertThat(site.problems()).singleElement().asString().contains("LinkedIn has no threads");
    }

    @Test
    void a_community_is_one_of_its_network() {
        assertThat(site("{reddit: {community: r/java}, lemmy: {community: \"https://lemmy.example/c/blogs\"}}")
                        .problems())
                .isEmpty();
        assertThat(
                        site("{reddit: {community: u/marco}, lemmy: {community: \"@marco@lemmy.example\"}, x: {community: y}}")
                                .problems())
                .hasSize(3)
                .anyMatch(
                        line -> line.contains("\"u/marco\" is no community on Reddit") && line.contains("write r/name"))
                .anyMatch(line -> line.contains("\"@marco@lemmy.example\" is no community on Lemmy"))
                .anyMatch(line -> line.contains("X has no communities to post to"));
    }

    @Test
    void a_handle_tells_the_limit_of_its_server_and_a_warning_takes_its_part() {
        String text = "{mastodon: {text: \"" + "x".repeat(600) + "\"}}";
        assertThat(site(text).problems()).anyMatch(line -> line.contains("the limit is 500"));
        TestSite longer = site(text).file("authors/marco-neri.yml", """
                name: Marco Neri
                handles: {mastodon: {handle: "@marco@social.example", limit: 600}}
                """).file("site.yml", """
                title: T
                url: https://blog.example.com/
                timeZone: Europe/Rome
                languages: [en]
                """);
        assertThat(longer.problems()).isEmpty();
        longer.article(
                "a",
                "title: A\nauthor: marco-neri\ndate: 2026-05-01\nsyndicate: "
                        + text.replace("{text", "{contentWarning: Numbers, text"),
                "x");
        assertThat(longer.problems()).singleElement().asString().contains("counts 600 there, the limit is 593");
    }

    @Test
    void a_limit_where_all_accounts_have_the_same_is_an_error() {
        TestSite site = site("{}").file("authors/marco-neri.yml", """
                name: Marco Neri
                handles: {x: {handle: marco, limit: 25000}}
                """);
        assertThat(site.problems()).singleElement().asString().contains("all accounts of X have the same limit");
    }

    @Test
    void a_channel_for_colleagues_is_the_companys_and_on_no_page() throws Exception {
        TestSite site = site("{}").file("authors/marco-neri.yml", """
                name: Marco Neri
                handles: {slack: "#marco"}
                """);
        assertThat(site.problems())
                .singleElement()
                .asString()
                .contains("authors/marco-neri.yml:2:11")
                .contains("Slack is a channel of the company, not a person's");
        site = site("{}").file("authors/marco-neri.yml", "name: Marco Neri\n").file("site.yml", """
                title: T
                url: https://blog.example.com/
                timeZone: Europe/Rome
                languages: [en]
                accounts: {acme: {handles: {slack: "#the-blog", discord: "#the-blog", teams: "#the-blog"}}}
                """);
        assertThat(site.problems()).isEmpty();
        assertThat(site.draft("a/acme.slack.md"))
                .contains("New on the blog, by Marco Neri: <https://blog.example.com/");
        assertThat(TestSite.contents(site.output()).values()).noneMatch(page -> page.contains("#the-blog"));
    }
}
