package dev.byline.social;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a person changed of a composed text, word by word.
 *
 * <p>{@code "I read it."} to {@code "I kept it."} is {@code "I "}, {@code "read"} gone, {@code "kept"} new, {@code " it."}.
 *
 * @param runs in the order of the text; without those that are gone they are the person's text
 */
record Changes(List<Run> runs) {
    /** A word, the space between two, or a mark of punctuation. */
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}_@#'’/:.-]*[\\p{L}\\p{M}\\p{N}/]|\\s+|\\X");

    /** Two texts that share less than this part of the shorter one are told as two: words in common are chance then. */
    private static final double RELATED = 0.6;

    /** What became of a run of words. */
    enum Kind {
        SAME,
        GONE,
        NEW
    }

    /** Some words of one kind. */
    record Run(Kind kind, String text) {}

    Changes {
        runs = List.copyOf(runs);
    }

    static Changes between(String composed, String written) {
        List<String> before = tokens(composed);
        List<String> after = tokens(written);
        Patch<String> patch = DiffUtils.diff(before, after);
        List<Run> runs = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            int start = delta.getSource().getPosition();
            add(runs, Kind.SAME, before.subList(at, start));
            if (delta.getType() != DeltaType.INSERT) {
                add(runs, Kind.GONE, delta.getSource().getLines());
            }
            if (delta.getType() != DeltaType.DELETE) {
                add(runs, Kind.NEW, delta.getTarget().getLines());
            }
            at = start + delta.getSource().size();
        }
        add(runs, Kind.SAME, before.subList(at, before.size()));
        return length(runs, Kind.SAME) < RELATED * Math.min(composed.length(), written.length())
                ? new Changes(List.of(new Run(Kind.GONE, composed), new Run(Kind.NEW, written)))
                : new Changes(runs);
    }

    private static int length(List<Run> runs, Kind kind) {
        return runs.stream()
                .filter(run -> run.kind() == kind)
                .mapToInt(run -> run.text().length())
                .sum();
    }

    private static void add(List<Run> runs, Kind kind, List<String> tokens) {
        if (!tokens.isEmpty()) {
            runs.add(new Run(kind, String.join("", tokens)));
        }
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
