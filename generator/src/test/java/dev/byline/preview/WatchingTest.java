package dev.byline.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.source.Litter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However a file is saved, it is seen when it is whole; what is not the site's is not. */
final class WatchingTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(700);

    @TempDir
    private Path site;

    private final List<String> notes = new ArrayList<>();
    private Path piece;
    private Watching watching;

    @BeforeEach
    void write() throws IOException {
        piece = Files.createDirectories(site.resolve("articles/2026")).resolve("a.md");
        Files.writeString(piece, "before");
    }

    @AfterEach
    void end() throws IOException {
        if (watching != null) {
            watching.close();
        }
    }

    private void watch(boolean poll, Watching.Opener opener) throws IOException {
        watching = Watching.of(new Sources(site, Litter::is), poll, opener, notes::add);
    }

    private void watch() throws IOException {
        watch(false, Watching.Opener::ofSystem);
    }

    /** All that is seen until the file is among it. */
    private Set<Path> until(Path file) throws Exception {
        Set<Path> seen = new TreeSet<>();
        long end = System.nanoTime() + LONG.toNanos();
        while (!seen.contains(file) && System.nanoTime() < end) {
            seen.addAll(watching.await(SHORT));
        }
        assertThat(seen).contains(file);
        return seen;
    }

    /** How an editor saves. */
    interface Habit {
        void save(Path file) throws IOException, InterruptedException;
    }

    static Stream<Arguments> habits() {
        return Stream.of(
                        Arguments.of("writes in place", (Habit) file -> Files.writeString(file, "after")),
                        Arguments.of("empties, then writes", (Habit) file -> {
                            Files.writeString(file, "");
                            Thread.sleep(4);
                            Files.writeString(file, "aft", StandardOpenOption.APPEND);
                            Thread.sleep(4);
                            Files.writeString(file, "er", StandardOpenOption.APPEND);
                        }),
                        Arguments.of("writes beside, then renames over it", (Habit) file -> {
                            Path beside = file.resolveSibling(".a.md.tmp-4a1");
                            Files.writeString(beside, "after");
                            Files.move(
                                    beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                        }),
                        Arguments.of("renames to a backup, then writes, as Vim", (Habit) file -> {
                            Path swap = Files.writeString(file.resolveSibling(".a.md.swp"), "b0VIM");
                            Files.delete(Files.writeString(file.resolveSibling("4913"), ""));
                            Path backup = file.resolveSibling("a.md~");
                            Files.move(file, backup);
                            Files.writeString(file, "after");
                            Files.delete(backup);
                            Files.delete(swap);
                        }),
                        Arguments.of("keeps what is not saved beside, as Emacs", (Habit) file -> {
                            Path unsaved = Files.writeString(file.resolveSibling("#a.md#"), "aft");
                            Path lock = file.resolveSibling(".#a.md");
                            Files.createSymbolicLink(lock, Path.of("somebody@machine.1:2"));
                            Files.writeString(file, "after");
                            Files.delete(lock);
                            Files.delete(unsaved);
                        }),
                        Arguments.of("deletes, then creates", (Habit) file -> {
                            Files.delete(file);
                            Thread.sleep(4);
                            Files.writeString(file, "after");
                        }),
                        Arguments.of("saves twice", (Habit) file -> {
                            Files.writeString(file, "almost");
                            Files.writeString(file, "after");
                        }))
                .flatMap(habit ->
                        Stream.of(false, true).map(poll -> Arguments.of(habit.get()[0], poll, habit.get()[1])));
    }

    @ParameterizedTest(name = "{0}, polling: {1}")
    @MethodSource("habits")
    void however_an_editor_saves_the_whole_text_is_seen(String name, boolean poll, Habit habit) throws Exception {
        watch(poll, Watching.Opener::ofSystem);
        habit.save(piece);
        until(piece);
        assertThat(piece).hasContent("after");
        Files.writeString(piece, "once more");
        until(piece);
        assertThat(notes).isEmpty();
    }

    @Test
    void folders_may_be_made_renamed_moved_and_removed() throws Exception {
        watch();
        Path deep = Files.createDirectories(site.resolve("static/images/new")).resolve("x.txt");
        Files.writeString(deep, "x");
        until(deep);
        Path renamed = site.resolve("static/pictures");
        Files.move(site.resolve("static/images"), renamed);
        until(renamed.resolve("new/x.txt"));
        Files.writeString(renamed.resolve("new/x.txt"), "y");
        until(renamed.resolve("new/x.txt"));
        Path other = Files.createDirectories(site.resolve("articles/2025")).resolve("pictures");
        Files.move(renamed, other);
        until(other.resolve("new/x.txt"));
        Files.writeString(other.resolve("new/y.txt"), "y");
        until(other.resolve("new/y.txt"));
        Files.delete(other.resolve("new/x.txt"));
        Files.delete(other.resolve("new/y.txt"));
        Files.delete(other.resolve("new"));
        Files.delete(other);
        until(other);
        Files.createDirectories(other.resolve("new"));
        Files.writeString(other.resolve("new/z.txt"), "z");
        until(other.resolve("new/z.txt"));
    }

    @Test
    void a_folder_that_was_moved_out_of_the_site_is_heard_no_more() throws Exception {
        Path outside = Files.createTempDirectory("outside");
        watch();
        Files.move(site.resolve("articles/2026"), outside.resolve("2026"));
        until(site.resolve("articles/2026"));
        Files.writeString(outside.resolve("2026/a.md"), "elsewhere");
        assertThat(watching.await(SHORT)).isEmpty();
        Files.move(outside.resolve("2026"), site.resolve("articles/2026"));
        until(piece);
        Files.delete(outside);
    }

    @Test
    void what_is_not_of_the_site_is_not_seen() throws Exception {
        for (String folder : List.of("target/site", ".git/objects", "node_modules/x")) {
            Files.createDirectories(site.resolve(folder));
        }
        watch();
        for (String file : List.of(
                "target/site/index.html",
                ".git/index",
                ".git/objects/1",
                "node_modules/x/y.js",
                "articles/2026/.a.md.swp",
                "articles/2026/.a.md.swx",
                "articles/2026/a.md~",
                "articles/2026/#a.md#",
                "articles/2026/4913",
                "articles/2026/a.md___jb_tmp___",
                ".DS_Store")) {
            Files.writeString(site.resolve(file), "x");
        }
        assertThat(watching.await(SHORT)).isEmpty();
        Path wellKnown =
                Files.createDirectories(site.resolve("static/.well-known")).resolve("x");
        Files.writeString(wellKnown, "x");
        until(wellKnown);
    }

    @Test
    void where_watching_is_refused_one_line_says_so_and_the_folder_is_looked_at() throws Exception {
        watch(false, () -> {
            throw new IOException("User limit of inotify instances reached or too many open files");
        });
        assertThat(notes)
                .containsExactly(
                        "The folder cannot be watched (User limit of inotify instances reached or too many open "
                                + "files), so it is looked at every 500 ms.");
        Files.writeString(piece, "after");
        assertThat(until(piece)).containsExactly(piece);
        Files.delete(piece);
        assertThat(until(piece)).containsExactly(piece);
    }

    @Test
    void where_the_system_loses_count_everything_is_looked_at() throws Exception {
        watch();
        // The JDK keeps 512 events of a folder.
        for (int i = 0; i < 3_000; i++) {
            Files.writeString(piece.resolveSibling("p" + i + ".md"), "x");
        }
        Set<Path> seen = new TreeSet<>();
        long end = System.nanoTime() + LONG.toNanos();
        while (seen.size() < 3_000 && System.nanoTime() < end) {
            seen.addAll(watching.await(SHORT));
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(3_000);
    }

    @Test
    void the_time_runs_out_where_nothing_is_changed() throws Exception {
        watch();
        long start = System.nanoTime();
        assertThat(watching.await(Duration.ofMillis(200))).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(190), LONG);
    }
}
