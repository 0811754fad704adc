package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An address that a site once had is kept, or the build says what would be lost. */
final class UrlLockTest {
    private static final String FRONT_MATTER = "title: First\nauthor: giulia-ferri\ndate: 2026-05-01\n";

    @TempDir
    private Path folder;

    private TestSite site;
    private Path lock;

    @BeforeEach
    void build() {
        site = TestSite.in(folder).article("a", FRONT_MATTER, "x").file("urls.lock", "");
        lock = folder.resolve("urls.lock");
        assertThat(site.problems()).isEmpty();
    }

    @Test
    void an_empty_file_is_filled_with_every_address() throws IOException {
        assertThat(Files.readString(lock))
                .contains(
                        "\n/articles/a/ a\n",
                        "\n/articles/a/feedback/\n",
                        "\n/feed.xml\n",
                        "\n/authors/giulia-ferri/\n")
                .doesNotContain("assets", "404");
        String once = Files.readString(lock);
        site.build();
        assertThat(lock).hasContent(once);
    }

    @Test
    void a_renamed_slug_without_alias_fails_and_with_the_suggested_alias_redirects() {
        site.article("a", FRONT_MATTER + "slug: neu\n", "x");
        assertThat(site.problems())
                .singleElement()
                .asString()
                .matches("urls\\.lock:\\d+:1: error: nothing would be at /articles/a/ any more; add aliases: "
                        + "\\[/articles/a/] to articles/a\\.md, which is now at /articles/neu/");
        assertThat(site.page("articles/a/index.html")).contains("<h1");
        site.article("a", FRONT_MATTER + "slug: neu\naliases: [/articles/a/]\n", "x");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("articles/a/index.html")).contains("url=../../articles/neu/");
        assertThat(site.page("articles/a/feedback/index.html")).contains("url=../../../articles/neu/feedback/");
        assertThat(site.page("_redirects")).contains("/articles/a/ /articles/neu/ 301\n");
        assertThat(site.page("_nginx.redirects.map")).contains("\"/articles/a/\" \"/articles/neu/\";\n");
    }

    @Test
    void a_piece_that_was_removed_needs_a_redirect() throws IOException {
        Files.delete(folder.resolve("articles/a.md"));
        assertThat(site.problems()).anyMatch(line -> line.contains("add redirects: {/articles/a/: /} to site.yml"));
        String settings = Files.readString(folder.resolve("site.yml"));
        site.file("site.yml", settings + "redirects: {/articles/a/: /archive/, /articles/a/feedback/: /archive/}\n");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("articles/a/index.html")).contains("url=../../archive/");
        assertThat(site.page("archive/2026/index.html")).contains("url=../../archive/");
    }

    @Test
    void a_piece_that_ends_as_announced_breaks_no_promise() {
        site.article("a", FRONT_MATTER + "expires: 2026-05-10\ntags: [東京]\n", "x");
        assertThat(site.build(Instant.parse("2026-05-05T00:00:00Z")).succeeded())
                .isTrue();
        assertThat(site.page("tags/東京/index.html")).contains(">東京</h1>");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("tags/東京/index.html")).contains("url=../../tags/");
    }

    @Test
    void a_preview_promises_nothing() throws IOException {
        String before = Files.readString(lock);
        site.article("b", FRONT_MATTER, "x");
        new Byline().build(BuildRequest.of(folder, TestSite.NOW).asPreview());
        assertThat(lock).hasContent(before);
    }

    @Test
    void a_failed_build_promises_nothing() throws IOException {
        String before = Files.readString(lock);
        site.article("b", FRONT_MATTER + "slug: \"..\"\n", "x");
        assertThat(site.build().succeeded()).isFalse();
        assertThat(lock).hasContent(before);
    }

    @Test
    void lines_of_a_merge_conflict_are_told() {
        site.file("urls.lock", "<<<<<<< HEAD\n/articles/a/ a\n=======\n");
        assertThat(site.problems()).hasSize(2).allMatch(line -> line.contains("merge conflicts"));
    }

    @Test
    void a_redirect_to_nothing_is_told() throws IOException {
        String settings = Files.readString(folder.resolve("site.yml"));
        site.file("site.yml", settings + "redirects: {/old/: /nowhere/}\n");
        assertThat(site.problems()).singleElement().asString().contains("nothing is at \"/nowhere/\"");
    }
}
