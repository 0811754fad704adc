package dev.byline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.byline.TestSite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The runnable jar, as a person at a shell or a pipeline uses it. */
final class JarIT {
    private static final String JAR = System.getProperty("byline.jar", "");

    @TempDir
    private Path folder;

    private record Ended(int exit, String out, String err) {}

    private Ended run(Map<String, String> environment, List<String> java, String... arguments)
            throws IOException, InterruptedException {
        Process process = start(environment, java, arguments);
        process.waitFor(60, TimeUnit.SECONDS);
        return new Ended(
                process.exitValue(), Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }

    private Process start(Map<String, String> environment, List<String> java, String... arguments) throws IOException {
        assumeTrue(!JAR.isEmpty(), "No jar: it is there when Maven runs this test.");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        command.add("-jar");
        command.add(JAR);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().remove("SOURCE_DATE_EPOCH");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Ended byline(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), List.of(), arguments);
    }

    private TestSite site(String name) {
        TestSite site = TestSite.in(folder.resolve(name));
        for (int i = 0; i < 60; i++) {
            site.article(
                    "piece-" + i,
                    "title: Piece " + i + "\nauthors: [giulia-ferri, marco-neri]\ntags: [Tag " + i % 7
                            + "]\ndate: 2026-05-0" + (1 + i % 9) + "\nlanguage: " + (i % 3 == 0 ? "it" : "en"),
                    "## Part\n\n" + "Words and more words. ".repeat(200));
        }
        return site;
    }

    @Test
    void version_and_help_answer_with_zero() throws Exception {
        assertThat(byline("--version").out()).startsWith("byline 0.");
        Ended help = byline("build", "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("--output=DIR").contains("--at=INSTANT");
    }

    @Test
    void wrong_use_is_two_problems_in_the_content_are_one_and_neither_shows_a_stack_trace() throws Exception {
        for (String[] wrong : new String[][] {{}, {"bild"}, {"build"}, {"build", "x", "--at", "noon"}}) {
            Ended ended = byline(wrong);
            assertThat(ended.exit()).isEqualTo(2);
            assertThat(ended.err()).isNotBlank().doesNotContain("\tat ");
        }
        Ended epoch = run(Map.of("SOURCE_DATE_EPOCH", "soon"), List.of(), "build", folder.toString());
        assertThat(epoch.exit()).isEqualTo(2);
        TestSite site = site("s").article("bad", "title: B\nauthor: giulai\ndate: 2026-05-01", "x");
        Ended ended = byline("build", site.folder().toString(), "--quiet");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .isEqualTo("articles/bad.md:3:9: error: unknown author \"giulai\"; did you mean \"giulia-ferri\"?\n");
    }

    @Test
    void json_is_one_object_with_figures_and_diagnostics() throws Exception {
        TestSite site = site("s").article("bad", "title: B\nauthor: giulai\ndate: 2026-05-01", "x");
        Ended ended = byline("build", site.folder().toString(), "--json");
        JsonNode json = JsonMapper.shared().readTree(ended.out());
        assertThat(json.path("written").asInt()).isZero();
        assertThat(json.path("diagnostics").get(0).path("line").asInt()).isEqualTo(3);
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void a_gather_that_cannot_reach_its_source_is_three() throws Exception {
        TestSite site = site("s")
                .file(
                        "ledger/piece-1.yml",
                        "posts:\n  - {account: giulia-ferri, network: mastodon, id: \"1\", url: \"http://127.0.0.1:1/@g/1\"}\n");
        Ended ended = byline("gather", site.folder().toString());
        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.err()).startsWith("ledger/piece-1.yml: warning: http://127.0.0.1:1/@g/1: no connection");
    }

    @Test
    void two_time_zones_two_locales_and_two_folders_give_the_same_bytes() throws Exception {
        TestSite here = site("here");
        TestSite there = site("somewhere/else entirely");
        assertThat(run(
                                Map.of("TZ", "America/Los_Angeles", "LC_ALL", "C", "SOURCE_DATE_EPOCH", "1780000000"),
                                List.of("-XX:ActiveProcessorCount=1"),
                                "build",
                                here.folder().toString())
                        .exit())
                .isZero();
        assertThat(run(
                                Map.of("TZ", "Asia/Tokyo", "LC_ALL", "tr_TR.UTF-8"),
                                List.of("-Duser.language=tr", "-Duser.country=TR", "-XX:ActiveProcessorCount=4"),
                                "build",
                                there.folder().toString(),
                                "--at",
                                "2026-05-28T20:26:40Z")
                        .exit())
                .isZero();
        assertThat(TestSite.contents(there.output())).isEqualTo(TestSite.contents(here.output()));
        assertThat(TestSite.contents(there.drafts())).isEqualTo(TestSite.contents(here.drafts()));
    }

    @Test
    void builds_killed_at_fifty_random_moments_leave_whole_files_that_the_next_build_mends() throws Exception {
        TestSite one = site("one");
        TestSite two = site("two").article("extra", "title: Extra\nauthor: zoe-o-hara\ndate: 2026-05-20", "New.");
        for (int i = 0; i < 20; i++) {
            two.article("piece-" + i, "title: Other " + i + "\nauthor: marco-neri\ndate: 2026-05-02", "Other words.");
        }
        Map<String, Map<String, String>> whole = new TreeMap<>();
        long started = System.nanoTime();
        // Runs that are as short as these are compiled in vain.
        List<String> java = List.of("-XX:TieredStopAtLevel=1");
        for (TestSite site : List.of(one, two)) {
            assertThat(run(Map.of(), java, "build", site.folder().toString(), "--at", TestSite.NOW.toString())
                            .exit())
                    .isZero();
            whole.put(site.folder().toString(), pages(site.output()));
        }
        // Moments from before the first write to about the last, whatever the machine's speed.
        int oneBuild = (int) ((System.nanoTime() - started) / 2_000_000);
        Path output = folder.resolve("killed/site");
        Path drafts = folder.resolve("killed/drafts");
        Random moments = new Random(42);
        int cut = 0;
        for (int i = 0; i < 50; i++) {
            TestSite site = i % 2 == 0 ? one : two;
            Process build = start(Map.of(), java, arguments(site, output, drafts));
            if (!build.waitFor(oneBuild / 4 + moments.nextInt(oneBuild * 3 / 4), TimeUnit.MILLISECONDS)) {
                build.destroyForcibly().waitFor();
                cut++;
            }
            for (Map.Entry<String, String> file : pages(output).entrySet()) {
                assertThat(whole.values())
                        .as(file.getKey())
                        .anyMatch(all -> file.getValue().equals(all.get(file.getKey())));
            }
        }
        Ended last = byline(arguments(two, output, drafts));
        assertThat(last.exit()).as(last.err()).isZero();
        assertThat(pages(output)).isEqualTo(whole.get(two.folder().toString()));
        assertThat(TestSite.contents(output)).isEqualTo(TestSite.contents(two.output()));
        assertThat(emptyFolders(output)).isEmpty();
        System.out.println("Killed " + cut + " of 50 builds; the next build equals a clean one");
        assertThat(cut).isGreaterThan(5);
    }

    private static String[] arguments(TestSite site, Path output, Path drafts) {
        return new String[] {
            "build",
            site.folder().toString(),
            "--output",
            output.toString(),
            "--drafts",
            drafts.toString(),
            "--at",
            TestSite.NOW.toString()
        };
    }

    /** What a reader can see: all but Byline's own folder. */
    private static Map<String, String> pages(Path output) {
        Map<String, String> pages = Files.exists(output) ? TestSite.contents(output) : new TreeMap<>();
        pages.keySet().removeIf(file -> file.startsWith(".byline"));
        return pages;
    }

    private static List<Path> emptyFolders(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> empty = new ArrayList<>();
            for (Path path : all.filter(Files::isDirectory).toList()) {
                try (Stream<Path> entries = Files.list(path)) {
                    if (entries.findAny().isEmpty()) {
                        empty.add(path);
                    }
                }
            }
            return empty;
        }
    }

    /** Six photographs of 24 megapixels and two of 12,000 x 9,000 would need over a gigabyte if all were open at once. */
    @Test
    void large_photographs_fit_into_little_memory_and_are_made_once() throws Exception {
        TestSite site = site("photographs");
        Path photographs = site.folder().resolve("static/photographs");
        Files.createDirectories(photographs);
        BufferedImage photograph = painted(6_000, 4_000);
        for (int i = 0; i < 6; i++) {
            photograph.setRGB(i, 0, 0xffffff);
            ImageIO.write(photograph, "jpeg", photographs.resolve(i + ".jpg").toFile());
        }
        BufferedImage huge = painted(12_000, 9_000);
        ImageIO.write(huge, "jpeg", photographs.resolve("huge.jpg").toFile());
        ImageIO.write(huge, "png", photographs.resolve("huge.png").toFile());
        Ended first = run(Map.of(), List.of("-Xmx512m"), "build", site.folder().toString());
        assertThat(first.err()).isEmpty();
        assertThat(first.exit()).isZero();
        assertThat(site.output().resolve("photographs/huge-png-2400w.webp")).exists();
        Map<String, String> made = times(site.folder().resolve("target/cache/images/made"));
        assertThat(made).hasSizeGreaterThan(50);
        Ended second = run(Map.of(), List.of("-Xmx512m"), "build", site.folder().toString());
        assertThat(second.out()).contains(" 0 written");
        assertThat(times(site.folder().resolve("target/cache/images/made"))).isEqualTo(made);
    }

    private static BufferedImage painted(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        for (int x = 0; x < width; x += 50) {
            graphics.setColor(new Color(x * 7 % 256, x * 3 % 256, x * 11 % 256));
            graphics.fillRect(x, 0, 50, height);
        }
        graphics.dispose();
        return image;
    }

    private static Map<String, String> times(Path folder) throws IOException {
        Map<String, String> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                times.put(file.toString(), Files.getLastModifiedTime(file).toString());
            }
        }
        return times;
    }

    @Test
    void code_and_formulas_are_set_by_the_jar_as_by_the_tests() throws Exception {
        TestSite site = site("code")
                .article(
                        "c",
                        "title: C\nauthor: giulia-ferri\ndate: 2026-05-01",
                        "```java\nreturn 1;\n```\n\nIt is $a^2$.");
        assertThat(byline("build", site.folder().toString()).exit()).isZero();
        assertThat(site.page("articles/c/index.html"))
                .contains("tok-keyword\">return")
                .contains("<msup>");
    }

    @Test
    void a_locale_that_cannot_name_a_file_is_told_with_what_to_do() throws Exception {
        TestSite site = site("names").article("t", "title: T\nslug: 東京\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
        Ended ended =
                run(Map.of("LC_ALL", "C"), List.of(), "build", site.folder().toString());
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).contains("cannot be written in this machine's locale; set LC_ALL=C.UTF-8");
    }
}
