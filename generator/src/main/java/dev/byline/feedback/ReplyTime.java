package dev.byline.feedback;

import dev.byline.site.Author;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Moderation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How soon a person answers readers.
 *
 * @param answered how many answers of readers the person answered
 * @param median the time that went by until the person's first answer to each; never negative
 */
public record ReplyTime(int answered, Duration median) {

    /**
     * Measures one person.
     *
     * @param own all of the site's people: what they say among themselves is no question of a reader
     * @param conversations the items of each article that the person wrote; ids are unique within one of these lists
     * @return empty where the person answered nobody, or nobody knows when
     */
    public static Optional<ReplyTime> of(Author author, Collection<Author> own, List<List<Feedback>> conversations) {
        List<Duration> times = new ArrayList<>();
        conversations.forEach(items -> times.addAll(times(author, own, items)));
        List<Duration> sorted = times.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        Duration upper = sorted.get(sorted.size() / 2);
        Duration lower = sorted.get((sorted.size() - 1) / 2);
        return Optional.of(new ReplyTime(sorted.size(), lower.plus(upper).dividedBy(2)));
    }

    private static List<Duration> times(Author author, Collection<Author> own, List<Feedback> items) {
        Map<String, Feedback> asked = new HashMap<>();
        items.stream()
                .filter(item -> item.moderation() == Moderation.APPROVED)
                .filter(item -> own.stream().noneMatch(one -> Authorship.is(one, item)))
                .forEach(item -> asked.putIfAbsent(item.id(), item));
        Map<String, Duration> first = new HashMap<>();
        items.stream()
                .filter(item -> item.moderation() == Moderation.APPROVED)
                .filter(item -> item.kind().isSpoken() && Authorship.is(author, item))
                .forEach(item -> item.parent()
                        .map(asked::get)
                        .flatMap(question -> between(question.published(), item.published()))
                        .ifPresent(
                                time -> first.merge(item.parent().get(), time, (a, b) -> a.compareTo(b) < 0 ? a : b)));
        return List.copyOf(first.values());
    }

    /** Clocks of two servers may disagree: an answer before its question came at once. */
    private static Optional<Duration> between(Optional<Instant> question, Optional<Instant> answer) {
        return question.flatMap(asked -> answer.map(said -> Duration.between(asked, said)))
                .map(time -> time.isNegative() ? Duration.ZERO : time);
    }
}
