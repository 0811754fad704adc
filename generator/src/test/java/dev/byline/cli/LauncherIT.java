package dev.byline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.byline.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/byline} with the jar, the Java that runs this test, and archives that are made, missing and broken. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherIT {
    private static final String JAR = System.getProperty("byline.jar", "");

    @TempDir
    private Path folder;

    @BeforeEach
    void site() {
        assumeTrue(!JAR.isEmpty(), "No jar: it is there when Maven runs this test.");
        TestSite.in(folder.resolve("a site"))
                .article("one", "title: One\nauthor: giulia-ferri\ndate: 2026-05-01", "Words.\n\n```java\nint i;\n```");
    }

    private record Ended(int exit, String out, String err) {}

    private Process start(List<String> command, Map<String, String> environment, String name) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "BYLINE_JAVA_OPTS", "SOURCE_DATE_EPOCH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_CACHE_HOME", cache().toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Ended end(Process process, String name) throws Exception {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(folder.resolve(name + ".out")),
                Files.readString(folder.resolve(name + ".err")));
    }

    private Ended byline(Map<String, String> environment, String... arguments) throws Exception {
        Stream<String> command = Stream.of("/bin/sh", launcher().toString());
        return end(start(Stream.concat(command, Stream.of(arguments)).toList(), environment, "byline"), "byline");
    }

    private static Path launcher() {
        return Path.of(JAR).resolve("../../../bin/byline").normalize();
    }

    private Path cache() {
        return folder.resolve("a cache");
    }

    private String[] build(String output) {
        return new String[] {
            "build",
            "a site",
            "--output",
            output,
            "--drafts",
            output + "-drafts",
            "--cache",
            output + "-cache",
            "--at",
            TestSite.NOW.toString()
        };
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(cache().resolve("byline"))) {
            return files.toList();
        }
    }

    private void assertWell(Ended ended) {
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("1 article, ").hasLineCount(1);
        assertThat(ended.exit()).isZero();
    }

    @Test
    void version_is_told_by_a_link_in_a_folder_with_a_blank() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), launcher());
        Ended ended = end(start(List.of(link.toString(), "--version"), Map.of(), "link"), "link");
        assertThat(ended).isEqualTo(new Ended(0, byline(Map.of(), "--version").out(), ""));
        assertThat(ended.out()).startsWith("byline 0.");
    }

    @Test
    void the_first_build_and_the_second_from_its_archive_give_the_bytes_of_the_jar() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> jar = Stream.concat(Stream.of(java, "-jar", JAR), Stream.of(build("plain")))
                .toList();
        assertWell(end(start(jar, Map.of(), "plain"), "plain"));
        assertWell(byline(Map.of(), build("first")));
        assertThat(archives()).hasSize(1);
        Path loaded = folder.resolve("loaded");
        assertWell(byline(Map.of("BYLINE_JAVA_OPTS", "-Xlog:class+load:file=" + loaded), build("second")));
        assertThat(Files.readString(loaded)).containsPattern("dev\\.byline\\.Byline .*shared objects file \\(top\\)");
        for (String part : List.of("", "-drafts")) {
            Map<String, String> expected = TestSite.contents(folder.resolve("plain" + part));
            assertThat(TestSite.contents(folder.resolve("first" + part))).isEqualTo(expected);
            assertThat(TestSite.contents(folder.resolve("second" + part))).isEqualTo(expected);
        }
    }

    @Test
    void an_archive_that_was_cut_short_or_is_not_one_is_passed_over_in_silence() throws Exception {
        assertWell(byline(Map.of(), build("out")));
        Path whole = archives().get(0);
        byte[] junk = new byte[Math.toIntExact(Files.size(whole))];
        Files.delete(whole);
        Files.write(whole, junk);
        assertWell(byline(Map.of(), build("out")));
        Files.write(whole, new byte[1_000]);
        assertWell(byline(Map.of(), build("out")));
        assertThat(archives())
                .hasSize(1)
                .allSatisfy(archive -> assertThat(Files.size(archive)).isGreaterThan(1_000));
    }

    @Test
    void a_cache_that_cannot_be_written_is_done_without() throws Exception {
        Files.writeString(folder.resolve("a file"), "no folder");
        assertWell(byline(Map.of("XDG_CACHE_HOME", folder.resolve("a file").toString()), build("out")));
        Files.createDirectories(cache().resolve("byline"));
        assertThat(cache().resolve("byline").toFile().setWritable(false)).isTrue();
        assertWell(byline(Map.of(), build("out")));
    }

    @Test
    void two_first_builds_at_once_leave_nothing_but_whole_archives() throws Exception {
        List<String> command = List.of("/bin/sh", launcher().toString());
        Process one =
                start(Stream.concat(command.stream(), Stream.of(build("one"))).toList(), Map.of(), "one");
        Process two =
                start(Stream.concat(command.stream(), Stream.of(build("two"))).toList(), Map.of(), "two");
        assertWell(end(one, "one"));
        assertWell(end(two, "two"));
        assertThat(archives())
                .isNotEmpty()
                .allSatisfy(archive -> assertThat(archive.toString()).endsWith("-" + Files.size(archive) + ".jsa"));
        Path loaded = folder.resolve("loaded");
        assertWell(byline(Map.of("BYLINE_JAVA_OPTS", "-Xlog:class+load:file=" + loaded), build("one")));
        assertThat(Files.readString(loaded)).contains("shared objects file (top)");
    }
}
