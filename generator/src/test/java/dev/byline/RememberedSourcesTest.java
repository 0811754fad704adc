package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that hide that they have changed, and moments that come and go: a build that remembers is not deceived. */
final class RememberedSourcesTest {
    @TempDir
    private Path temp;

    private TestSite site() {
        return TestSite.in(temp.resolve("site"))
                .article("a", "title: A\nauthor: marco-neri\ndate: 2026-05-01", "First text.")
                .file("static/note.txt", "first text\n");
    }

    /** A build now comes to what one does that remembers nothing. */
    private void assertIsClean(TestSite site, Instant at, String what) throws IOException {
        Path clean = temp.resolve("clean");
        if (Files.exists(clean)) {
            TestSite.delete(clean);
        }
        BuildRequest anew = BuildRequest.of(site.folder(), at)
                .into(clean.resolve("site"), clean.resolve("drafts"))
                .keepingIn(clean.resolve("cache"));
        BuildReport report = site.build(at);
        BuildReport expected = new Byline().build(anew);
        assertThat(report.diagnostics()).as(what).isEqualTo(expected.diagnostics());
        if (expected.succeeded()) {
            assertThat(TestSite.contents(site.output())).as(what).isEqualTo(TestSite.contents(anew.output()));
            assertThat(TestSite.contents(site.drafts())).as(what).isEqualTo(TestSite.contents(anew.drafts()));
        }
    }

    @Test
    void a_file_that_another_of_its_size_and_time_has_replaced_is_read() throws IOException {
        TestSite site = site();
        FileTime old = FileTime.from(Instant.parse("2026-01-01T10:00:00Z"));
        for (String path : List.of("articles/a.md", "static/note.txt")) {
            Path file = site.folder().resolve(path);
            Files.setLastModifiedTime(file, old);
            assertThat(site.build().succeeded()).isTrue();
            Path other = Files.writeString(
                    temp.resolve("other"), Files.readString(file).replaceAll("(?i)first", "Other"));
            Files.setLastModifiedTime(other, old);
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            assertIsClean(site, TestSite.NOW, path);
        }
        assertThat(site.page("articles/a/index.html")).contains("Other text.");
        assertThat(site.page("note.txt")).contains("Other text");
    }

    @Test
    void changes_within_one_tick_and_times_to_come_or_long_past_are_seen() throws IOException {
        TestSite site = site();
        for (String time : List.of("", "2099-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z")) {
            for (String word : List.of("Alpha", "Gamma", "Delta")) {
                site.article("a", "title: A\nauthor: marco-neri\ndate: 2026-05-01", word + " text.");
                site.file("static/note.txt", word + " text\n");
                if (!time.isEmpty() && !word.equals("Gamma")) {
                    Files.setLastModifiedTime(
                            site.folder().resolve("articles/a.md"), FileTime.from(Instant.parse(time)));
                }
                assertIsClean(site, TestSite.NOW, time + " " + word);
                assertThat(site.page("articles/a/index.html")).contains(word);
            }
        }
    }

    @Test
    void a_file_gives_way_to_a_folder_of_its_name_and_back() throws IOException {
        TestSite site = site();
        assertIsClean(site, TestSite.NOW, "first");
        Path note = site.folder().resolve("static/note.txt");
        Files.delete(note);
        site.file("static/note.txt/within", "in a folder\n");
        assertIsClean(site, TestSite.NOW, "a folder");
        TestSite.delete(note);
        site.file("static/note.txt", "a file again\n");
        assertIsClean(site, TestSite.NOW, "a file");
        site.file("articles/A.md", "---\ntitle: Large\nauthor: marco-neri\ndate: 2026-05-02\n---\nText.\n");
        assertIsClean(site, TestSite.NOW, "names that differ by case");
        Files.delete(site.folder().resolve("articles/A.md"));
        site.file("static/\u00e9.txt", "composed\n");
        assertIsClean(site, TestSite.NOW, "composed");
        site.file("static/e\u0301.txt", "taken apart\n");
        assertIsClean(site, TestSite.NOW, "names that differ by normal form");
        Files.delete(site.folder().resolve("static/\u00e9.txt"));
        assertIsClean(site, TestSite.NOW, "the one taken apart alone");
    }

    @Test
    void moments_come_and_go_as_the_clock_does() throws IOException {
        TestSite site = site().article(
                        "b", "title: B\nauthor: zoe-o-hara\ndate: 2026-06-03\nexpires: 2026-06-20", "Of B.")
                .article(
                        "c",
                        "title: C\nauthor: zoe-o-hara\ndate: 2026-05-03\nfeedback: {until: 2026-06-10}",
                        "Of C, see [a](/articles/a/).");
        for (String at : List.of(
                "2026-06-01T00:00:00Z",
                "2026-06-02T21:59:59Z",
                "2026-06-02T22:00:00Z",
                "2026-06-12T00:00:00Z",
                "2026-06-19T21:59:59Z",
                "2026-06-19T22:00:00Z",
                "2026-06-21T00:00:00Z",
                "2026-06-09T21:59:59Z",
                "2026-06-09T22:00:00Z",
                "2026-06-01T00:00:00Z",
                "2026-04-01T00:00:00Z",
                "2026-06-05T00:00:00Z")) {
            assertIsClean(site, Instant.parse(at), at);
        }
    }

    @Test
    void a_template_behind_a_link_to_a_folder_is_looked_at() throws IOException {
        TestSite site = site();
        site.file("theme/messages_en.properties", "nav.archive=All of it\n");
        Files.createSymbolicLink(
                site.folder().resolve("templates"), site.folder().resolve("theme"));
        assertIsClean(site, TestSite.NOW, "first");
        site.file("theme/messages_en.properties", "nav.archive=The whole of it\n");
        assertIsClean(site, TestSite.NOW, "changed");
        assertThat(site.page("index.html")).contains("The whole of it");
    }

    /** Each change is one that only a single kind of question tells of; see AnswersTest on how to see that. */
    @Test
    void one_change_that_only_another_file_shows_is_followed_everywhere() throws IOException {
        TestSite site = site().article(
                        "c", "title: C\nauthor: zoe-o-hara\ndate: 2026-05-03\nlanguage: it\ntranslationOf: a", "Di A.")
                .file("pages/about.md", "---\ntitle: About\n---\nText.\n")
                .file("ledger/a.yml", ledger("1"));
        assertIsClean(site, TestSite.NOW, "first");
        site.article(
                "c",
                "title: C\nauthor: zoe-o-hara\ndate: 2026-05-03\nlanguage: it\ntranslationOf: a\nslug: moved",
                "Di A.");
        assertIsClean(site, TestSite.NOW, "a translation that moved");
        site.file("ledger/a.yml", ledger("2"));
        assertIsClean(site, TestSite.NOW, "a post");
        site.file("pages/chi.md", "---\ntitle: Chi\nlanguage: it\ntranslationOf: about\n---\nTesto.\n");
        assertIsClean(site, TestSite.NOW, "a page in another language");
        site.file("authors/marco-neri.yml", "name: Marco N.\nhandles: {bluesky: marco.example.com}\n");
        assertIsClean(site, TestSite.NOW, "a person");
    }

    private static String ledger(String id) {
        return "posts:\n  - {account: marco-neri, network: bluesky, state: published, id: \"" + id
                + "\", url: \"https://bsky.app/profile/marco.example.com/post/" + id + "\"}\n";
    }
}
