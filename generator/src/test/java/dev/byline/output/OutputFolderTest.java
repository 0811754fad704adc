package dev.byline.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.TestSite;
import dev.byline.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFolderTest {
    private static final FileTime EARLIER = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    private Path folder;

    private Path root;
    private Diagnostics diagnostics;

    @BeforeEach
    void name() {
        root = folder.resolve("site");
        diagnostics = new Diagnostics();
    }

    private OutputFolder open() throws IOException {
        return OutputFolder.open(root, diagnostics, () -> {});
    }

    /** Publishes these files, and no others. */
    private OutputFolder.Changes build(Map<String, String> files) throws IOException {
        try (OutputFolder output = open()) {
            files.forEach((path, text) -> output.put(path, text.getBytes(StandardCharsets.UTF_8)));
            return output.publish();
        }
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    /** Makes the list of files younger than they are, as it is a moment after any build. */
    private void letTimePass() throws IOException {
        FileTime later = FileTime.from(Instant.now().plusSeconds(5));
        Files.setLastModifiedTime(root.resolve(".byline/files"), later);
    }

    @Test
    void a_new_folder_comes_whole_and_nothing_stays_in_waiting() throws IOException {
        assertThat(build(Map.of("a/b/c.txt", "1", "a/b/d/e.txt", "2", "f.txt", "3")))
                .isEqualTo(new OutputFolder.Changes(3, 0, 0));
        assertThat(TestSite.contents(root)).isEqualTo(Map.of("a/b/c.txt", "1", "a/b/d/e.txt", "2", "f.txt", "3"));
        assertThat(root.resolve(".byline/staged")).doesNotExist();
    }

    @Test
    void what_is_equal_is_not_written_and_not_even_read() throws IOException {
        build(Map.of("a/b.txt", "1234"));
        letTimePass();
        // Other bytes of the same size and time: only who reads them can tell.
        FileTime time = Files.getLastModifiedTime(root.resolve("a/b.txt"));
        write("a/b.txt", "4321");
        Files.setLastModifiedTime(root.resolve("a/b.txt"), time);
        assertThat(build(Map.of("a/b.txt", "1234"))).isEqualTo(new OutputFolder.Changes(0, 1, 0));
        assertThat(root.resolve("a/b.txt")).hasContent("4321");
    }

    @Test
    void an_edit_of_the_same_size_in_the_tick_of_the_build_is_seen() throws IOException {
        for (int i = 0; i < 50; i++) {
            build(Map.of("a.txt", "1234"));
            write("a.txt", "4321");
            build(Map.of("a.txt", "1234"));
            assertThat(root.resolve("a.txt")).hasContent("1234");
        }
    }

    @Test
    void what_was_only_touched_is_held_and_known_by_its_new_time() throws IOException {
        build(Map.of("a.txt", "1"));
        Files.setLastModifiedTime(root.resolve("a.txt"), EARLIER);
        try (OutputFolder output = open()) {
            assertThat(output.holds("a.txt")).isTrue();
            output.keep("a.txt");
            assertThat(output.publish()).isEqualTo(new OutputFolder.Changes(0, 1, 0));
        }
        assertThat(Files.getLastModifiedTime(root.resolve("a.txt"))).isEqualTo(EARLIER);
        assertThat(root.resolve(".byline/files")).content().contains(" " + EARLIER.to(TimeUnit.NANOSECONDS) + "\n");
    }

    @Test
    void what_is_kept_stays_and_what_is_neither_kept_nor_put_goes() throws IOException {
        build(Map.of("a/kept.txt", "1", "a/gone.txt", "2", "b/gone.txt", "3"));
        try (OutputFolder output = open()) {
            output.keep("a/kept.txt");
            assertThat(output.publish()).isEqualTo(new OutputFolder.Changes(0, 1, 2));
        }
        assertThat(TestSite.contents(root)).isEqualTo(Map.of("a/kept.txt", "1"));
        assertThat(root.resolve("b")).doesNotExist();
    }

    @Test
    void what_was_edited_removed_or_never_ours_is_not_held() throws IOException {
        build(Map.of("edited.txt", "1", "longer.txt", "1", "removed.txt", "1", "link.txt", "1", "folder.txt", "1"));
        letTimePass();
        write("edited.txt", "2");
        write("longer.txt", "11");
        Files.delete(root.resolve("removed.txt"));
        write("theirs.txt", "1");
        Files.delete(root.resolve("link.txt"));
        Files.createSymbolicLink(root.resolve("link.txt"), root.resolve("theirs.txt"));
        Files.delete(root.resolve("folder.txt"));
        Files.createDirectory(root.resolve("folder.txt"));
        try (OutputFolder output = open()) {
            for (String path : new String[] {
                "edited.txt", "longer.txt", "removed.txt", "theirs.txt", "link.txt", "folder.txt", "nowhere/at-all.txt"
            }) {
                assertThat(output.holds(path)).as(path).isFalse();
                assertThatThrownBy(() -> output.keep(path)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void copies_are_compared_and_streamed() throws IOException {
        Path source = Files.writeString(folder.resolve("source"), "video");
        for (int unchanged = 0; unchanged < 2; unchanged++) {
            try (OutputFolder output = open()) {
                output.copy("v.mp4", source);
                assertThat(output.publish()).isEqualTo(new OutputFolder.Changes(1 - unchanged, unchanged, 0));
            }
        }
        Files.writeString(source, "movie");
        try (OutputFolder output = open()) {
            output.copy("v.mp4", source);
            assertThat(output.publish().written()).isOne();
        }
        assertThat(root.resolve("v.mp4")).hasContent("movie");
        assertThat(build(Map.of("v.mp4", "movie")).unchanged()).isOne();
    }

    @Test
    void a_file_becomes_a_folder_and_a_folder_a_file() throws IOException {
        build(Map.of("a", "1", "b/c/d", "2", "b/e", "3"));
        assertThat(build(Map.of("a/x/y", "4", "b", "5")).written()).isEqualTo(2);
        assertThat(TestSite.contents(root)).isEqualTo(Map.of("a/x/y", "4", "b", "5"));
        build(Map.of("a", "1", "b/c/d", "2", "b/e", "3"));
        assertThat(TestSite.contents(root)).isEqualTo(Map.of("a", "1", "b/c/d", "2", "b/e", "3"));
    }

    @Test
    void files_of_others_in_the_way_are_told_before_anything_changes() throws IOException {
        build(Map.of("folder/ours", "1", "edited/ours", "1"));
        write("file", "theirs");
        write("folder/theirs", "theirs");
        write("edited/ours", "their words");
        Map<String, String> before = TestSite.contents(root);
        try (OutputFolder output = open()) {
            output.put("file/below/it", new byte[1]);
            output.put("folder", new byte[1]);
            output.put("edited", new byte[1]);
        }
        assertThat(diagnostics.all())
                .extracting(
                        found -> root.relativize(Path.of(found.place().file())).toString())
                .containsExactly("edited/ours", "file", "folder/theirs");
        assertThat(TestSite.contents(root)).isEqualTo(before);
    }

    @Test
    void names_that_differ_by_case_are_two_files_where_the_disk_has_two() throws IOException {
        build(Map.of("Tags/Java", "1", "tags/java", "2"));
        Map<String, String> first = TestSite.contents(root);
        assertThat(first).hasSize(Files.exists(root.resolve("TAGS/JAVA")) ? 1 : 2);
        build(Map.of("tags/java", "2"));
        assertThat(TestSite.contents(root)).hasSize(1).containsValue("2");
    }

    @Test
    void two_files_at_one_path_are_an_error() throws IOException {
        try (OutputFolder output = open()) {
            output.put("a", new byte[1]);
            output.put("a", new byte[2]);
        }
        assertThat(diagnostics.all())
                .hasToString("[a: error: two files of the site have this path; rename one of them]");
    }

    @Test
    void paths_that_lead_out_or_into_our_own_folder_are_refused() throws IOException {
        try (OutputFolder output = open()) {
            for (String path : new String[] {
                "", "..", "../x", "a/../x", "a/../../x", "/x", "./x", ".byline", ".byline/files", ".Byline/x"
            }) {
                assertThatThrownBy(() -> output.put(path, new byte[1]))
                        .as(path)
                        .isInstanceOf(IllegalArgumentException.class);
            }
            output.put("a/.byline/x", new byte[1]);
            output.publish();
        }
        assertThat(root.resolve("a/.byline/x")).exists();
    }

    @Test
    void the_list_tells_no_address() throws IOException {
        build(Map.of("articles/unlisted/index.html", "1"));
        assertThat(root.resolve(".byline/files"))
                .content()
                .matches("byline files 2\n[0-9a-f]{32} [0-9a-f]{16} 1 [0-9]{19}\n");
    }

    @Test
    void files_of_a_list_of_version_1_are_ours_unless_somebody_changed_them() throws IOException {
        build(Map.of("same", "1", "changed", "1", "stale/same", "1", "stale/edited", "1"));
        StringBuilder list = new StringBuilder("byline files 1\n");
        for (String path : new String[] {"same", "changed", "stale/same", "stale/edited"}) {
            list.append(Digest.of(path)).append(' ').append(Digest.of("1")).append('\n');
        }
        write(".byline/files", list.toString());
        write("stale/edited", "by hand");
        assertThat(build(Map.of("same", "1", "changed", "2"))).isEqualTo(new OutputFolder.Changes(1, 1, 1));
        assertThat(TestSite.contents(root)).isEqualTo(Map.of("same", "1", "changed", "2", "stale/edited", "by hand"));
        assertThat(diagnostics.all()).hasSize(1).first().asString().contains("was changed by hand, so it stays");
        assertThat(build(Map.of("same", "1", "changed", "2")).unchanged()).isEqualTo(2);
    }

    @Test
    void damaged_lines_of_the_list_are_ignored() throws IOException {
        build(Map.of("a", "1", "b", "2"));
        String list = Files.readString(root.resolve(".byline/files"));
        String digest = Digest.of("a");
        String good =
                list.lines().filter(line -> line.startsWith(digest)).findFirst().orElseThrow();
        write(
                ".byline/files",
                "byline files 2\n" + good + "\n" + digest + "\n" + digest + " x\n" + digest + " 0000000000000000 -1 1\n"
                        + digest + " 0000000000000000 1 99999999999999999999\n\u0000\n "
                        + list.substring(list.length() - 20));
        assertThat(build(Map.of("a", "1", "b", "2")).unchanged()).isEqualTo(2);
        assertThat(root.resolve(".byline/files")).hasContent(list);
    }

    @Test
    void a_lost_list_is_made_anew_from_what_is_equal() throws IOException {
        build(Map.of("a", "1", "b/c", "2"));
        String list = Files.readString(root.resolve(".byline/files"));
        Files.delete(root.resolve(".byline/files"));
        assertThat(build(Map.of("a", "1", "b/c", "2"))).isEqualTo(new OutputFolder.Changes(0, 2, 0));
        assertThat(root.resolve(".byline/files")).hasContent(list);
    }

    @Test
    void a_second_build_says_that_it_waits_and_then_goes_on() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        AtomicInteger told = new AtomicInteger();
        CompletableFuture<Void> second;
        try (OutputFolder first = open()) {
            second = CompletableFuture.runAsync(() -> {
                try (OutputFolder output = OutputFolder.open(root, diagnostics, () -> {
                    told.incrementAndGet();
                    waits.countDown();
                })) {
                    output.put("second", new byte[1]);
                    output.publish();
                } catch (IOException failed) {
                    throw new java.io.UncheckedIOException(failed);
                }
            });
            assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();
            TimeUnit.MILLISECONDS.sleep(100);
            assertThat(second).isNotDone();
            first.put("first", new byte[1]);
        }
        second.get(10, TimeUnit.SECONDS);
        // The first was not published and left no folder behind, lock and all; the second made it again.
        assertThat(TestSite.contents(root)).containsOnlyKeys("second");
        assertThat(told).hasValue(1);
    }

    @Test
    void many_builds_at_once_take_turns() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        CompletableFuture<?>[] builds = new CompletableFuture<?>[8];
        for (int i = 0; i < builds.length; i++) {
            boolean publishes = i % 2 == 0;
            builds[i] = CompletableFuture.runAsync(() -> {
                try (OutputFolder output = open()) {
                    assertThat(inside.incrementAndGet()).isOne();
                    output.put("a/b", new byte[1]);
                    if (publishes) {
                        output.publish();
                    }
                    inside.decrementAndGet();
                } catch (IOException failed) {
                    throw new java.io.UncheckedIOException(failed);
                }
            });
        }
        CompletableFuture.allOf(builds).get(20, TimeUnit.SECONDS);
        assertThat(TestSite.contents(root)).containsOnlyKeys("a/b");
    }
}
