package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of files as people give them, and as disks change them. */
final class NamesTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"/>";

    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void write() {
        site = TestSite.in(folder);
    }

    private void articleWith(String body) {
        site.article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\ntags: [x]", body);
    }

    @Test
    void spaces_emoji_percent_and_hash_lead_to_their_files() {
        site.file("static/a b.txt", "1")
                .file("static/\ud83d\ude00.svg", SVG)
                .file("static/100%.txt", "2")
                .file("static/c#d.txt", "3");
        articleWith("[a](</a b.txt>) ![b](/\ud83d\ude00.svg) [c](/100%25.txt) [d](/c%23d.txt)");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("articles/a/index.html"))
                .contains("href=\"../../a%20b.txt\"", "src=\"../../%F0%9F%98%80.svg\"")
                .contains("href=\"../../100%25.txt\"", "href=\"../../c%23d.txt\"");
        assertThat(site.output().resolve("c#d.txt")).exists();
        assertThat(new Byline()
                        .check(new CheckRequest(folder, TestSite.NOW, Optional.empty(), Optional.empty()))
                        .diagnostics())
                .noneMatch(d -> d.rule().startsWith("link"));
    }

    @Test
    void an_accent_is_the_same_however_a_disk_writes_it() {
        String composed = "caf\u00e9";
        String apart = Normalizer.normalize(composed, Normalizer.Form.NFD);
        site.file("static/" + apart + ".txt", "1");
        articleWith("[one](/" + composed + ".txt) [two](/" + apart + ".txt)");
        assertThat(site.problems()).isEmpty();
        assertThat(site.output().resolve(composed + ".txt")).exists();
        assertThat(site.page("articles/a/index.html"))
                .contains("href=\"../../caf%C3%A9.txt\"")
                .doesNotContain("e%CC%81");
    }

    @Test
    void two_files_that_a_disk_may_take_for_one_are_told() {
        site.file("static/caf\u00e9.txt", "1").file("static/cafe\u0301.txt", "2");
        articleWith("x");
        assertThat(site.problems()).singleElement().asString().contains("is also that of static/caf\u00e9.txt");
    }

    @Test
    void two_files_that_differ_in_case_only_are_told() {
        site.file("static/Readme.txt", "1").file("static/readme.txt", "2");
        articleWith("x");
        assertThat(site.problems()).singleElement().asString().contains("but for upper and lower case");
    }

    @Test
    void an_image_outside_the_site_is_refused() throws IOException {
        Files.writeString(folder.resolveSibling("outside.svg"), SVG);
        articleWith("![x](../../outside.svg) <img src=\"/../outside.svg\" alt=\"\">");
        assertThat(site.problems()).hasSize(2).allMatch(line -> line.contains("leads out of the site"));
    }

    @Test
    void a_file_that_no_memory_could_hold_is_streamed() throws IOException {
        Path file = folder.resolve("static/film.bin");
        Files.createDirectories(file.getParent());
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(2_200_000_000L);
        }
        articleWith("[film](/film.bin)");
        assertThat(site.problems()).isEmpty();
        assertThat(Files.size(site.output().resolve("film.bin"))).isEqualTo(2_200_000_000L);
        assertThat(site.build().written()).isZero();
        Files.delete(file);
        articleWith("No film.");
        assertThat(site.build().removed()).isEqualTo(1);
    }
}
