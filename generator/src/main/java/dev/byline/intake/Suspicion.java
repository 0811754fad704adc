package dev.byline.intake;

import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Moderation;
import java.text.BreakIterator;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Learned from what the site's own people approved and rejected: whether something new reads like what they reject. A naive
 * Bayes over words; knows nothing until enough has been decided, and keeps nothing but counts. Threads may share it.
 */
public final class Suspicion {
    /** With fewer decisions of either kind, chance decides. */
    private static final int ENOUGH = 20;

    /** So sure one has to be before a person's words are set aside. */
    private static final double SURE = 0.99;

    /** What a text says once counts, not how often it says it; a very long one says no more than this many words. */
    private static final int MAX_WORDS = 400;

    private final Map<String, int[]> counts = new HashMap<>();
    /** Approved and rejected texts. */
    private final int[] texts = new int[2];

    /** Learns from decided items; those that are not decided, or say nothing, teach nothing. */
    public Suspicion(Collection<Feedback> decided) {
        for (Feedback item : decided) {
            boolean rejected = item.moderation() == Moderation.REJECTED;
            if ((rejected || item.moderation() == Moderation.APPROVED)
                    && !item.text().isBlank()) {
                texts[rejected ? 1 : 0]++;
                String all = words(item.author().name(), item.author().url().orElse(""), item.text());
                for (String word : distinct(all)) {
                    counts.computeIfAbsent(word, w -> new int[2])[rejected ? 1 : 0]++;
                }
            }
        }
    }

    /** Knows nothing, and suspects nobody. */
    public static Suspicion none() {
        return new Suspicion(List.of());
    }

    private static String words(String name, String website, String text) {
        return name + " " + website.replaceAll("[/:.?&=_-]+", " ") + " " + text;
    }

    /** Whether this reads like what was rejected. */
    boolean of(String name, String website, String text) {
        if (texts[0] < ENOUGH || texts[1] < ENOUGH || text.isBlank()) {
            return false;
        }
        // How common rejection is must not tell against a reader: both are taken for equally likely beforehand.
        double odds = 0;
        for (String word : distinct(words(name, website, text))) {
            int[] seen = counts.get(word);
            if (seen != null) {
                odds += Math.log((seen[1] + 1.0) / (texts[1] + 2)) - Math.log((seen[0] + 1.0) / (texts[0] + 2));
            }
        }
        return odds > Math.log(SURE / (1 - SURE));
    }

    private static Set<String> distinct(String text) {
        Set<String> words = new HashSet<>();
        String lower = text.toLowerCase(Locale.ROOT);
        BreakIterator bounds = BreakIterator.getWordInstance(Locale.ROOT);
        bounds.setText(lower);
        int start = bounds.first();
        for (int end = bounds.next(); end != BreakIterator.DONE && words.size() < MAX_WORDS; end = bounds.next()) {
            String word = lower.substring(start, end);
            if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
                words.add(word);
            }
            start = end;
        }
        return words;
    }
}
