package dev.byline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/byline} asks of Java, told by a Java that only repeats what it was asked. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
    @TempDir
    private Path folder;

    private Path launcher;
    private Path jdk;

    @BeforeEach
    void install() throws IOException {
        launcher = folder.resolve("my tools/bin/byline");
        Files.createDirectories(launcher.getParent());
        Files.copy(Path.of("../bin/byline"), launcher);
        Files.createDirectories(folder.resolve("my tools/lib"));
        Files.writeString(folder.resolve("my tools/lib/byline.jar"), "not looked into");
        jdk = jdk("my jdk", "17.0.15", "printf '%s\\n' \"$@\"");
    }

    private Path jdk(String name, String version, String script) throws IOException {
        Path java = folder.resolve(name).resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\n" + script + "\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Path home = folder.resolve(name);
        if (!version.isEmpty()) {
            Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        }
        return home;
    }

    private record Ended(int exit, String out, String err) {
        List<String> asked() {
            return out.lines().toList();
        }
    }

    private Ended run(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", launcher.toString())
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment()
                .keySet()
                .removeAll(List.of("JAVA_HOME", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "BYLINE_JAVA_OPTS"));
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(), Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }

    private Ended run(String... arguments) throws Exception {
        return run(Map.of("JAVA_HOME", jdk.toString()), arguments);
    }

    @Test
    void without_java_it_says_what_is_needed() throws Exception {
        Ended ended = run(Map.of("PATH", ""), "--version");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .isEqualTo("byline: Byline needs Java 17 or newer, and there is no java on the PATH;"
                        + " install a JDK, or set JAVA_HOME to one\n");
    }

    @Test
    void a_home_without_java_is_named() throws Exception {
        Ended ended = run(Map.of("JAVA_HOME", "/nowhere/at all"), "--version");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo("byline: Byline needs Java 17 or newer, and JAVA_HOME names /nowhere/at all,"
                        + " which has no bin/java\n");
    }

    @Test
    void an_old_java_is_refused_whether_a_file_or_the_program_tells_its_version() throws Exception {
        for (String old : List.of("1.8.0_402", "9", "11.0.22", "16-ea")) {
            Path told = jdk("told " + old, old, "echo never run");
            Path asked = jdk("asked " + old, "", "echo 'openjdk version \"" + old + "\" 2019-01-01' >&2");
            for (Path home : List.of(told, asked)) {
                Ended ended = run(Map.of("JAVA_HOME", home.toString()), "build", "site");
                assertThat(ended.exit()).isEqualTo(2);
                assertThat(ended.out()).isEmpty();
                assertThat(ended.err())
                        .isEqualTo("byline: Byline needs Java 17 or newer, and " + home + "/bin/java is " + old
                                + "; install a newer JDK, or set JAVA_HOME to one\n");
            }
        }
    }

    @Test
    void a_java_that_cannot_tell_its_version_is_quoted() throws Exception {
        Path broken = jdk("broken", "", "echo 'No Java runtime present' >&2; exit 1");
        Ended ended = run(Map.of("JAVA_HOME", broken.toString()), "build", "site");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).endsWith(broken + "/bin/java says: No Java runtime present\n");
    }

    @Test
    void without_a_jar_it_says_how_to_make_one() throws Exception {
        Files.delete(folder.resolve("my tools/lib/byline.jar"));
        Ended ended = run("--version");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).startsWith("byline: no byline.jar beside ").contains("mvn package");
    }

    @Test
    void java_on_the_path_is_found_behind_links() throws Exception {
        Path links = Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(links.resolve("java"), Path.of("more links/java"));
        Files.createDirectories(links.resolve("more links"));
        Files.createSymbolicLink(links.resolve("more links/java"), jdk.resolve("bin/java"));
        Ended ended = run(Map.of("PATH", links + ":" + System.getenv("PATH")), "check", "site");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.asked()).endsWith("-jar", jar(), "check", "site");
    }

    @Test
    void a_link_to_the_launcher_finds_the_jar() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), Path.of("my tools/bin/byline"));
        launcher = link;
        assertThat(run("check", "a site").asked()).endsWith("-jar", jar(), "check", "a site");
    }

    @Test
    void only_what_lasts_is_compiled_to_the_end() throws Exception {
        for (String brief : List.of("build", "check", "drafts", "--version")) {
            assertThat(run(brief).asked()).contains("-XX:TieredStopAtLevel=1");
        }
        for (String lasting : List.of("serve", "intake")) {
            assertThat(run(lasting).asked()).doesNotContain("-XX:TieredStopAtLevel=1");
        }
    }

    @Test
    void what_the_user_asks_of_java_comes_last_and_is_not_a_pattern() throws Exception {
        Ended ended = run(Map.of("JAVA_HOME", jdk.toString(), "BYLINE_JAVA_OPTS", "-Xmx1g  -Dall=*"), "check", "*", "");
        assertThat(ended.asked()).endsWith("-Xmx1g", "-Dall=*", "-jar", jar(), "check", "*", "");
        assertThat(ended.asked()).contains("-XX:+UseSerialGC");
    }

    @Test
    void a_collector_that_the_user_chose_is_the_only_one() throws Exception {
        for (String variable : List.of("BYLINE_JAVA_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS")) {
            assertThat(run(Map.of("JAVA_HOME", jdk.toString(), variable, "-XX:+UseZGC"), "check")
                            .asked())
                    .doesNotContain("-XX:+UseSerialGC");
        }
    }

    @Test
    void only_a_build_that_ends_well_leaves_an_archive() throws Exception {
        String archive = "case $1 in -XX:ArchiveClassesAtExit=*) echo whole >\"${1#*=}\" ;; esac; ";
        Path failing = jdk("failing", "17", archive + "exit 1");
        Path well = jdk("well", "17", archive + "printf '%s\\n' \"$@\"");
        assertThat(run(Map.of("JAVA_HOME", failing.toString()), "build").exit()).isEqualTo(1);
        assertThat(run(Map.of("JAVA_HOME", well.toString()), "check").exit()).isZero();
        assertThat(run("build").exit()).isZero();
        assertThat(folder.resolve("cache/byline")).isEmptyDirectory();
        assertThat(run(Map.of("JAVA_HOME", well.toString()), "build").exit()).isZero();
        assertThat(folder.resolve("cache/byline"))
                .isDirectoryContaining(file -> file.toString().endsWith("-6.jsa"));
        assertThat(run(Map.of("JAVA_HOME", well.toString()), "build").out()).startsWith("-XX:SharedArchiveFile=");
    }

    @Test
    void another_jar_has_another_archive_and_the_old_one_goes() throws Exception {
        Path well = jdk("well", "17", "case $1 in -XX:ArchiveClassesAtExit=*) echo whole >\"${1#*=}\" ;; esac");
        Map<String, String> environment = Map.of("JAVA_HOME", well.toString());
        run(environment, "build");
        String[] first = folder.resolve("cache/byline").toFile().list();
        Files.writeString(folder.resolve("my tools/lib/byline.jar"), "another that is longer");
        run(environment, "build");
        String[] second = folder.resolve("cache/byline").toFile().list();
        assertThat(first).hasSize(1);
        assertThat(second).hasSize(1).doesNotContain(first);
    }

    private String jar() throws IOException {
        return folder.toRealPath().resolve("my tools/lib/byline.jar").toString();
    }
}
