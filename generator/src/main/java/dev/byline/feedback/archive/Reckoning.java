package dev.byline.feedback.archive;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of every comment of an archive: {@code read = taken + pending + all that was dropped}.
 *
 * @param read how many the archive has
 * @param taken how many are shown now, as they were there
 * @param pending how many wait for somebody to look at them
 * @param dropped how many were not taken, by reason
 * @param strangers the pages that are none of this site's, with how many comments each had, the most first
 */
public record Reckoning(int read, int taken, int pending, Map<String, Integer> dropped, List<Stranger> strangers) {
    public Reckoning {
        dropped = java.util.Collections.unmodifiableMap(new TreeMap<>(dropped));
        strangers = List.copyOf(strangers);
    }

    /** A page that is none of this site's. */
    public record Stranger(String page, int comments) {}

    /** How many were not taken. */
    public int lost() {
        return dropped.values().stream().mapToInt(Integer::intValue).sum();
    }
}
