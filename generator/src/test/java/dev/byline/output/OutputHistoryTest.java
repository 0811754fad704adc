package dev.byline.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.TestSite;
import dev.byline.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many builds into one folder, of sites that have nothing to do with each other, while others put files of theirs there
 * and edit or remove ours: each build ends in the site and the files of others, or tells what is in the way and changes
 * nothing.
 */
final class OutputHistoryTest {
    private static final int BUILDS = 12;
    private static final String[] NAMES = {"a", "b", "A", "c.html", "ü"};
    private static final String[] TEXTS = {"1", "2", "33"};

    @TempDir
    private Path folder;

    /** What Byline wrote, as the last build that was good left it. */
    private final Map<String, String> ours = new TreeMap<>();

    private Random random;

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void each_build_ends_in_the_site_and_the_files_of_others_or_changes_nothing(int seed) throws IOException {
        random = new Random(seed);
        for (int build = 0; build < BUILDS; build++) {
            for (int i = random.nextInt(3); i > 0; i--) {
                meddle();
            }
            Map<String, String> site = site();
            Map<String, String> before = Files.exists(folder) ? TestSite.contents(folder) : Map.of();
            boolean blocked = isBlocked(site, before);
            Diagnostics diagnostics = new Diagnostics();
            boolean published = build(site, diagnostics);
            assertThat(published)
                    .as("%s onto %s, ours %s: %s", site, before, ours, diagnostics.all())
                    .isEqualTo(!blocked);
            assertThat(TestSite.contents(folder)).isEqualTo(published ? expected(site, before) : before);
            if (published) {
                ours.clear();
                ours.putAll(site);
            }
        }
    }

    private boolean build(Map<String, String> site, Diagnostics diagnostics) throws IOException {
        try (OutputFolder output = OutputFolder.open(folder, diagnostics, () -> {})) {
            site.entrySet().parallelStream().forEach(file -> {
                String path = file.getKey();
                if (file.getValue().equals(ours.get(path)) && output.holds(path)) {
                    output.keep(path);
                } else {
                    output.put(path, file.getValue().getBytes(StandardCharsets.UTF_8));
                }
            });
            if (!diagnostics.hasErrors()) {
                output.publish();
            }
            return !diagnostics.hasErrors();
        }
    }

    private boolean isBlocked(Map<String, String> site, Map<String, String> disk) {
        return disk.entrySet().stream().anyMatch(file -> {
            String path = file.getKey();
            boolean isOurs = ours.containsKey(path);
            boolean isAsWritten = file.getValue().equals(ours.get(path));
            boolean differs = site.containsKey(path) && !file.getValue().equals(site.get(path));
            boolean standsForFolder = site.keySet().stream().anyMatch(wanted -> wanted.startsWith(path + "/"));
            boolean standsInFile = site.keySet().stream().anyMatch(wanted -> path.startsWith(wanted + "/"));
            return (!isOurs && (differs || standsForFolder)) || (!isAsWritten && standsInFile);
        });
    }

    /** Whatever on the disk is not ours, or was changed, stays; but for what the site has in its place. */
    private Map<String, String> expected(Map<String, String> site, Map<String, String> disk) {
        Map<String, String> expected = new TreeMap<>(disk);
        expected.entrySet().removeIf(file -> file.getValue().equals(ours.get(file.getKey())));
        expected.keySet().removeIf(path -> site.keySet().stream().anyMatch(wanted -> wanted.startsWith(path + "/")));
        expected.putAll(site);
        return expected;
    }

    private Map<String, String> site() {
        Map<String, String> site = new TreeMap<>(random.nextBoolean() ? ours : Map.of());
        site.keySet().removeIf(path -> random.nextInt(4) == 0);
        for (int i = random.nextInt(6); i > 0; i--) {
            String path = path();
            if (fits(path, site.keySet())) {
                site.put(path, text());
            }
        }
        return site;
    }

    /** Somebody puts a file, or edits, touches or removes one, ours or another. */
    private void meddle() throws IOException {
        Files.createDirectories(folder);
        Map<String, String> disk = TestSite.contents(folder);
        String[] there = disk.keySet().toArray(String[]::new);
        int what = random.nextInt(5);
        if (there.length == 0 || what == 0) {
            String path = path();
            if (fits(path, disk.keySet()) && !Files.isDirectory(folder.resolve(path))) {
                Files.createDirectories(folder.resolve(path).getParent());
                Files.writeString(folder.resolve(path), text());
            }
            return;
        }
        Path file = folder.resolve(there[random.nextInt(there.length)]);
        if (what == 1) {
            Files.delete(file);
        } else if (what == 2) {
            Files.writeString(file, text());
        } else {
            Files.writeString(file, Files.readString(file));
        }
    }

    private String path() {
        return String.join(
                "/",
                Stream.generate(() -> NAMES[random.nextInt(NAMES.length)])
                        .limit(1L + random.nextInt(3))
                        .toList());
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private static boolean fits(String path, Set<String> others) {
        return others.stream().noneMatch(other -> other.startsWith(path + "/") || path.startsWith(other + "/"));
    }
}
