package dev.byline.diagnostic;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * "Did you mean": the word that a writer most likely had in mind.
 *
 * <p>Near is a small number of keystrokes (a letter wrong, missing, doubled or swapped with its neighbour: the optimal
 * string alignment distance), at most a third of the word's length.
 */
public final class Suggestion {
    private Suggestion() {}

    /** The hint {@code did you mean "known"?} for the nearest of the known words, if any is near. */
    public static Optional<String> hint(String written, Collection<String> known) {
        return nearest(written, known).map(word -> "did you mean \"" + word + "\"?");
    }

    /** The nearest of the known words, if any is near. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        String lower = written.toLowerCase(Locale.ROOT);
        return known.stream()
                .map(word -> Candidate.of(lower, word))
                .filter(Candidate::near)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /** A known word, and how far it is from what was written: as a whole, or in one of its parts. */
    private record Candidate(String word, int distance, boolean near) {
        static Candidate of(String written, String word) {
            String known = word.toLowerCase(Locale.ROOT);
            int whole = Suggestion.distance(written, known);
            boolean startsTheOther = Math.min(known.length(), written.length()) >= 3
                    && (known.startsWith(written) || written.startsWith(known));
            if (startsTheOther || isNear(whole, written, known)) {
                return new Candidate(word, whole, true);
            }
            // "giulai" is far from "giulia-ferri", and near to its first part.
            boolean part = Arrays.stream(known.split("[-_./@]"))
                    .filter(p -> p.length() >= 4)
                    .anyMatch(p -> isNear(Suggestion.distance(written, p), written, p));
            return new Candidate(word, whole, part);
        }

        private static boolean isNear(int distance, String written, String known) {
            return distance <= Math.max(1, Math.max(known.length(), written.length()) / 3);
        }
    }

    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
