package dev.byline.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.byline.BuildReport;
import dev.byline.BuildRequest;
import dev.byline.Byline;
import dev.byline.TestSite;
import dev.byline.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of a build when its disk refuses, or when somebody was at work in Byline's own folder. */
final class BadDiskTest {
    @TempDir
    private Path folder;

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Work on a disk of a megabyte; skipped where this machine does not let us have one. */
    private void onSmallDisk(Work work) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        boolean mounted = isRoot() && run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString());
        assumeTrue(mounted, "No small disk: this user may not mount one.");
        try {
            work.on(disk);
        } finally {
            run("umount", disk.toString());
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private interface Work {
        void on(Path disk) throws Exception;
    }

    private static OutputFolder open(Path root) throws IOException {
        return OutputFolder.open(root, new Diagnostics(), () -> {});
    }

    private static void build(Path root, int files, int size) throws IOException {
        byte[] content = new byte[size];
        new Random(files).nextBytes(content);
        try (OutputFolder output = open(root)) {
            for (int i = 0; i < files; i++) {
                output.put("folder-" + i + "/file", content);
            }
            output.publish();
        }
    }

    @Test
    void a_disk_that_is_full_in_the_middle_leaves_what_was_there_and_the_next_build_works() throws Exception {
        onSmallDisk(disk -> {
            Path root = disk.resolve("site");
            build(root, 3, 10_000);
            Map<String, String> before = TestSite.contents(root);
            assertThatThrownBy(() -> build(root, 300, 10_000)).hasMessageContaining("No space left");
            assertThat(TestSite.contents(root)).isEqualTo(before);
            assertThat(root.resolve(".byline/staged")).doesNotExist();
            build(root, 4, 10_000);
            assertThat(TestSite.contents(root)).hasSize(4);
        });
    }

    @Test
    void a_full_or_protected_disk_is_an_error_of_one_line() throws Exception {
        TestSite site = TestSite.in(folder.resolve("site"));
        onSmallDisk(disk -> {
            Files.write(disk.resolve("film"), new byte[900_000]);
            BuildRequest request =
                    BuildRequest.of(site.folder(), TestSite.NOW).into(disk.resolve("site"), disk.resolve("drafts"));
            assertThatIsOneError(new Byline().build(request), "cannot be read or written: No space left on device");
            assertThat(disk.resolve("site")).doesNotExist();
            assumeTrue(run("mount", "-o", "remount,ro", disk.toString()), "No disk can be protected.");
            assertThatIsOneError(new Byline().build(request), "cannot be read or written: Read-only file system");
        });
    }

    @Test
    void a_cache_on_a_full_or_protected_disk_remembers_nothing_and_one_with_room_again_does() throws Exception {
        TestSite site = TestSite.in(folder.resolve("site"));
        for (int i = 0; i < 9; i++) {
            site.article("piece-" + i, "title: P\nauthor: marco-neri\ndate: 2026-05-01", "Words. ".repeat(2_000));
        }
        assertThat(site.build().succeeded()).isTrue();
        Map<String, String> clean = TestSite.contents(site.output());
        onSmallDisk(disk -> {
            Path cache = Files.createDirectories(folder.resolve("cache"));
            Files.createSymbolicLink(cache.resolve("memory"), Files.createDirectory(disk.resolve("memory")));
            BuildRequest request = BuildRequest.of(site.folder(), TestSite.NOW).keepingIn(cache);
            List<String> news = new ArrayList<>();
            Files.write(disk.resolve("film"), new byte[1_030_000]);
            for (int i = 0; i < 3; i++) {
                TestSite.delete(site.output());
                assertThat(new Byline().build(request, news::add).diagnostics()).isEmpty();
                assertThat(TestSite.contents(site.output())).isEqualTo(clean);
                assertThat(news).hasSize(1).allMatch(line -> line.contains("so nothing is remembered"));
                news.clear();
            }
            Files.delete(disk.resolve("film"));
            assertThat(new Byline().build(request, news::add).succeeded()).isTrue();
            assertThat(news).isEmpty();
            assertThat(disk.resolve("memory/memory")).exists();
            assumeTrue(run("mount", "-o", "remount,ro", disk.toString()), "No disk can be protected.");
            site.article("piece-1", "title: Q\nauthor: marco-neri\ndate: 2026-05-01", "Other words.");
            assertThat(new Byline().build(request, news::add).diagnostics()).isEmpty();
            assertThat(news).hasSize(1).allMatch(line -> line.contains("so nothing is remembered"));
            assertThat(site.page("articles/piece-1/index.html")).contains("Other words.");
        });
    }

    private static void assertThatIsOneError(BuildReport report, String message) {
        assertThat(report.succeeded()).isFalse();
        assertThat(report.diagnostics()).hasSize(1);
        assertThat(report.diagnostics().get(0).toString()).contains(message).doesNotContain("\n");
    }

    @Test
    void something_else_where_our_own_folder_should_be_is_an_error_of_one_line() throws IOException {
        TestSite site = TestSite.in(folder.resolve("site"));
        site.build();
        Path own = site.output().resolve(".byline");
        Map<String, String> before = TestSite.contents(site.output());
        Files.delete(own.resolve("files"));
        Files.createDirectory(own.resolve("files"));
        assertThatIsOneError(site.build(), ".byline/files: error: cannot be read or written: a folder stands where");
        TestSite.delete(own);
        Files.writeString(own, "not ours");
        assertThatIsOneError(site.build(), ".byline: error: cannot be read or written: a file stands where");
        assertThat(own).hasContent("not ours");
        Files.delete(own);
        assertThat(TestSite.contents(site.output())).isEqualTo(before);
        BuildReport mended = site.build();
        assertThat(mended.succeeded()).isTrue();
        assertThat(mended.written()).isZero();
    }

    @Test
    void a_file_where_the_output_should_be_is_an_error_of_one_line() throws IOException {
        TestSite site = TestSite.in(folder.resolve("site")).file("target/site", "not ours");
        assertThatIsOneError(site.build(), "target/site: error: cannot be read or written: a file stands where");
        assertThat(site.output()).hasContent("not ours");
        assertThat(site.drafts()).doesNotExist();
    }

    @Test
    void what_a_killed_build_left_in_waiting_is_swept_away() throws IOException {
        Path root = folder.resolve("out");
        build(root, 2, 10);
        for (String left : new String[] {"tree/folder-0/file", "tree/a/b/c", "single/1", "1"}) {
            Path file = root.resolve(".byline/staged").resolve(left);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "half a fi");
        }
        build(root, 2, 10);
        assertThat(TestSite.contents(root)).containsOnlyKeys("folder-0/file", "folder-1/file");
        assertThat(root.resolve(".byline/staged")).doesNotExist();
        Files.writeString(root.resolve(".byline/staged"), "a file, even");
        build(root, 3, 10);
        assertThat(TestSite.contents(root)).hasSize(3);
    }
}
