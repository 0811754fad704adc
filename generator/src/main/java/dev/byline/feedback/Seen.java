package dev.byline.feedback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * How far each source was heard: {@code feedback/gathered.yml}, committed, so that the next round asks for what is new only.
 * Losing it loses nothing: all is asked for again, and lands in the same files.
 *
 * @param cursors by a source's id, in its own words
 * @param marks by reading, by address: what the server said about the state of its answer; see {@link Memory}
 */
public record Seen(Map<String, String> cursors, SortedMap<String, Map<String, String>> marks) {
    /** Its name below the site's folder. */
    public static final String FILE = "feedback/gathered.yml";

    /** Longer words than this are no cursor, no address and no mark. */
    private static final int MAX_WORD = 500;

    /** More addresses are not remembered, so that the file stays small: those of the last readings by name are. */
    private static final int MAX_MARKS = 2_000;

    private static final int MAX_FILE = 4_000_000;

    public Seen {
        cursors = Map.copyOf(cursors);
        TreeMap<String, Map<String, String>> copy = new TreeMap<>();
        marks.forEach((reading, addresses) -> copy.put(reading, Collections.unmodifiableMap(new TreeMap<>(addresses))));
        marks = Collections.unmodifiableSortedMap(copy);
    }

    /** Nothing was heard yet. */
    public static Seen nothing() {
        return new Seen(Map.of(), new TreeMap<>());
    }

    /** What the file below a site's folder says. */
    public static Seen of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.isRegularFile(file) ? read(Files.readString(file)) : nothing();
    }

    /** Reads a file; one that cannot be understood, for example after a merge, stands for nothing heard. */
    public static Seen read(String text) {
        try {
            Object all =
                    new Load(LoadSettings.builder().setCodePointLimit(MAX_FILE).build()).loadFromString(text);
            if (!(all instanceof Map<?, ?> map)) {
                return nothing();
            }
            TreeMap<String, Map<String, String>> marks = new TreeMap<>();
            if (map.get("marks") instanceof Map<?, ?> readings) {
                readings.forEach((reading, addresses) -> marks.put(String.valueOf(reading), words(addresses)));
            }
            return new Seen(words(map.get("cursors")), marks);
        } catch (YamlEngineException broken) {
            return nothing();
        }
    }

    private static Map<String, String> words(Object read) {
        Map<String, String> words = new TreeMap<>();
        if (read instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> {
                String word = String.valueOf(value);
                if (word.length() <= MAX_WORD && String.valueOf(key).length() <= MAX_WORD) {
                    words.put(String.valueOf(key), word);
                }
            });
        }
        return words;
    }

    Optional<String> cursor(String source) {
        return Optional.ofNullable(cursors.get(source));
    }

    Seen with(String source, String cursor) {
        Map<String, String> more = new TreeMap<>(cursors);
        more.put(source, cursor);
        return new Seen(more, marks);
    }

    /** The same, with other marks: the last of them, if there are too many. */
    Seen with(SortedMap<String, Map<String, String>> newMarks) {
        TreeMap<String, Map<String, String>> kept = new TreeMap<>(newMarks);
        int size = kept.values().stream().mapToInt(Map::size).sum();
        while (size > MAX_MARKS) {
            size -= kept.pollFirstEntry().getValue().size();
        }
        return new Seen(cursors, kept);
    }

    byte[] yaml() {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                .build();
        Map<String, Object> keys = new TreeMap<>(Map.of("cursors", new TreeMap<>(cursors)));
        if (!marks.isEmpty()) {
            Map<String, Object> readings = new TreeMap<>();
            marks.forEach((reading, addresses) -> readings.put(reading, new TreeMap<>(addresses)));
            keys.put("marks", readings);
        }
        return new Dump(settings).dumpToString(keys).getBytes(StandardCharsets.UTF_8);
    }
}
