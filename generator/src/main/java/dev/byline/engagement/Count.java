package dev.byline.engagement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Counts one line. */
final class Count {
    private int posts;
    private int replies;
    private int reactions;
    private int answered;
    private final List<Integer> stars = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();

    void post() {
        posts++;
    }

    void add(Heard heard) {
        if (heard.item().rating().isPresent()) {
            stars.add(heard.item().rating().get());
        }
        if (heard.isReply()) {
            replies++;
            answered += heard.answered() ? 1 : 0;
            heard.waited().ifPresent(waits::add);
        } else if (heard.isReaction()) {
            reactions++;
        }
    }

    Tally tally() {
        return new Tally(posts, replies, reactions, stars, answered, waits);
    }
}
