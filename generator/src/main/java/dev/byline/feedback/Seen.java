package dev.byline.feedback;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
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
 */
public record Seen(Map<String, String> cursors) {
    /** Its name below the site's folder. */
    public static final String FILE = "feedback/gathered.yml";

    /** Longer words than this are no cursor. */
    private static final int MAX_CURSOR = 500;

    public Seen {
        cursors = Map.copyOf(cursors);
    }

    /** Nothing was heard yet. */
    public static Seen nothing() {
        return new Seen(Map.of());
    }

    /** Reads a file; one that cannot be understood, for example after a merge, stands for nothing heard. */
    public static Seen read(String text) {
        Map<String, String> cursors = new TreeMap<>();
        try {
            Object all =
                    new Load(LoadSettings.builder().setCodePointLimit(1_000_000).build()).loadFromString(text);
            if (all instanceof Map<?, ?> map && map.get("cursors") instanceof Map<?, ?> entries) {
                entries.forEach((source, cursor) -> {
                    if (String.valueOf(cursor).length() <= MAX_CURSOR) {
                        cursors.put(String.valueOf(source), String.valueOf(cursor));
                    }
                });
            }
        } catch (YamlEngineException broken) {
            return nothing();
        }
        return new Seen(cursors);
    }

    Optional<String> cursor(String source) {
        return Optional.ofNullable(cursors.get(source));
    }

    Seen with(String source, String cursor) {
        Map<String, String> more = new TreeMap<>(cursors);
        more.put(source, cursor);
        return new Seen(more);
    }

    byte[] yaml() {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                .build();
        return new Dump(settings)
                .dumpToString(Map.of("cursors", new TreeMap<>(cursors)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
