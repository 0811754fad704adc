package dev.byline.engagement;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one person, piece, network or month brought.
 *
 * @param posts how often something was told; a thread counts once
 * @param replies what readers said in words: replies, comments, mentions
 * @param reactions likes, reposts, bookmarks
 * @param stars each rating, from 1 to 5
 * @param answered how many of the replies somebody of the site answered
 * @param waits how long each of those waited for the first answer, in no order; never negative
 */
public record Tally(int posts, int replies, int reactions, List<Integer> stars, int answered, List<Duration> waits) {
    static final Tally NOTHING = new Tally(0, 0, 0, List.of(), 0, List.of());

    public Tally {
        stars = List.copyOf(stars);
        waits = waits.stream().sorted().toList();
    }

    /** How many readers' replies nobody of the site has answered. */
    public int unanswered() {
        return replies - answered;
    }

    /** The mean of the ratings; empty where there is none. */
    public OptionalDouble rating() {
        return stars.stream().mapToInt(Integer::intValue).average();
    }

    /** Half of the readers who were answered waited no longer than this; empty where nobody was, or nobody knows when. */
    public Optional<Duration> median() {
        if (waits.isEmpty()) {
            return Optional.empty();
        }
        Duration upper = waits.get(waits.size() / 2);
        Duration lower = waits.get((waits.size() - 1) / 2);
        return Optional.of(lower.plus(upper).dividedBy(2));
    }
}
