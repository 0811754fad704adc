package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake that a colleague can make is told at its place, all in one run, and nothing is lost by it. */
final class MistakesTest {
    private static final Path FIXTURE = Path.of("src/test/resources/fixtures/mistakes");

    @TempDir
    private Path folder;

    /** To take over new output after reading the difference: {@code mvn test -Dtest=MistakesTest -Dgolden.update=true}. */
    @Test
    void each_seeded_mistake_is_told_with_file_line_column_and_hint() throws IOException {
        Path site = copyOf(FIXTURE.resolve("site"));
        BuildReport report = new Byline().build(BuildRequest.of(site, TestSite.NOW));
        List<String> told =
                report.diagnostics().stream().map(Diagnostic::toString).toList();
        Path golden = FIXTURE.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.write(golden, told);
        }
        assertThat(String.join("\n", told)).isEqualTo(String.join("\n", Files.readAllLines(golden)));
        assertThat(told).hasSizeGreaterThan(40);
        assertThat(report.diagnostics()).allMatch(d -> d.hint().isPresent());
        assertThat(report.diagnostics())
                .allMatch(d -> d.place().line() > 0 && d.place().column() > 0);
    }

    @Test
    void every_file_of_the_fixture_but_the_sound_ones_is_named() throws IOException {
        Path site = copyOf(FIXTURE.resolve("site"));
        List<String> named = new Byline()
                .build(BuildRequest.of(site, TestSite.NOW)).diagnostics().stream()
                        .map(d -> d.place().file())
                        .toList();
        List<String> sound = List.of(
                "site.yml",
                "authors/giulia-ferri.yml",
                "authors/marco-neri.yml",
                "articles/good.md",
                "articles/bundle/index.md",
                "articles/bundle/drum.svg",
                "articles/same-address-one.md",
                "articles/byte-order-mark-and-crlf-are-fine.md",
                "static/images/real.svg");
        try (Stream<Path> files = Files.walk(FIXTURE.resolve("site"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(f -> FIXTURE.resolve("site").relativize(f).toString()))
                    .allMatch(file -> sound.contains(file) != named.contains(file));
        }
    }

    @Test
    void fifty_megabytes_of_brackets_are_refused_at_once() throws IOException {
        TestSite site = TestSite.in(folder);
        Path file = site.folder().resolve("articles/brackets.md");
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("---\ntitle: ".getBytes(StandardCharsets.UTF_8));
            byte[] brackets = "[".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 50; i++) {
                out.write(brackets);
            }
        }
        assertThat(site.problems())
                .containsExactly("articles/brackets.md: error: too large: 50 MB; a text file may have at most 16 MB");
    }

    @Test
    void ten_megabytes_of_brackets_in_each_language_end_in_a_diagnostic() {
        String brackets = "[".repeat(10 << 20);
        TestSite site = TestSite.in(folder)
                .file("articles/yaml.md", "---\ntitle: " + brackets + "\n---\n")
                .file("articles/toml.md", "+++\ntitle = " + brackets + "\n+++\n")
                .file("articles/json.md", "{\"title\": " + brackets + "\n}\n")
                .file(
                        "articles/body.md",
                        "---\ntitle: T\nauthor: marco-neri\ndate: 2026-05-01\n---\n" + "[".repeat(5000));
        assertThat(site.problems()).hasSize(3).allMatch(line -> line.contains("error"));
    }

    @Test
    void a_circle_of_symbolic_links_is_told() throws IOException {
        TestSite site = TestSite.in(folder).article("a", "title: A\nauthor: marco-neri\ndate: 2026-05-01", "x");
        Files.createSymbolicLink(
                site.folder().resolve("articles/circle"),
                site.folder().resolve("articles").toAbsolutePath());
        assertThat(site.problems())
                .containsExactly("articles/circle: error: a symbolic link that leads in a circle; remove the link");
    }

    @Test
    void a_symbolic_link_out_of_the_site_publishes_nothing() throws IOException {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "secret");
        TestSite site = TestSite.in(folder.resolve("site"));
        Files.createDirectories(site.folder().resolve("static"));
        Files.createSymbolicLink(site.folder().resolve("static/public.txt"), secret);
        assertThat(site.problems()).singleElement().asString().contains("leads out of the site's folder");
        assertThat(site.output()).doesNotExist();
    }

    @Test
    void a_folder_that_is_no_site_is_told_in_one_line() {
        BuildReport report = new Byline().build(BuildRequest.of(folder, TestSite.NOW));
        assertThat(report.diagnostics()).singleElement().asString().contains("no site: there is no site.yml");
    }

    @Test
    void every_missing_setting_is_told() {
        TestSite site = TestSite.in(folder).file("site.yml", "tittle: T\n");
        assertThat(site.problems())
                .containsExactly(
                        "site.yml:1:1: error: no \"languages\"; add languages: [en]",
                        "site.yml:1:1: error: no \"timeZone\"; add timeZone: Europe/Rome",
                        "site.yml:1:1: error: no \"title\"; add title: the name of the blog",
                        "site.yml:1:1: error: no \"url\"; add url: https://blog.example.com/",
                        "site.yml:1:1: error: unknown key \"tittle\"; did you mean \"title\"?");
    }

    @Test
    void a_template_of_the_site_that_fails_is_told_with_its_line_and_keeps_the_output() {
        TestSite site = TestSite.in(folder).article("a", "title: A\nauthor: marco-neri\ndate: 2026-05-01", "x");
        site.build();
        Map<String, String> before = TestSite.contents(site.output());
        site.file("templates/page.ftl", "fine")
                .file("templates/article.ftl", "<p>\n<#if x>\n")
                .file("templates/home.ftl", "one\n two ${article.nothing}\n")
                .file("templates/authors.ftl", "${\"freemarker.template.utility.Execute\"?new()(\"id\")}")
                .file("templates/archive.ftl", "${site.class.name}");
        List<String> problems = site.problems();
        assertThat(problems).anyMatch(line -> line.startsWith("templates/article.ftl:"));
        assertThat(problems)
                .anyMatch(line ->
                        line.startsWith("templates/home.ftl:2:8: error: a template that fails: article is not there"));
        assertThat(problems)
                .anyMatch(line ->
                        line.startsWith("templates/authors.ftl:1:1: error: a template that fails: Instantiating"));
        assertThat(problems).anyMatch(line -> line.startsWith("templates/archive.ftl:1:3: error"));
        assertThat(TestSite.contents(site.output())).isEqualTo(before);
    }

    private Path copyOf(Path fixture) throws IOException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> files = Files.walk(fixture)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(fixture.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }
}
