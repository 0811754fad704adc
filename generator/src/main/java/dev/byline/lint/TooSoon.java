package dev.byline.lint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Two posts of one account within an hour: the second one takes the first one's answers. */
final class TooSoon implements Rule {
    /** Most of what is answered to a post comes within its first hour; until then the floor is that post's. */
    private static final Duration APART = Duration.ofHours(1);

    @Override
    public String id() {
        return "too-soon";
    }

    /** Told of the later one. */
    @Override
    public List<Fault> check(Post post, Surroundings around) {
        if (post.time().isEmpty()) {
            return List.of();
        }
        Instant time = post.time().get();
        Post before = null;
        for (Post other : around.sameAccount()) {
            if (other.path().equals(post.path())) {
                break;
            }
            before = other;
        }
        if (before == null || before.time().isEmpty()) {
            return List.of();
        }
        Duration between = Duration.between(before.time().get(), time);
        return between.compareTo(APART) >= 0
                ? List.of()
                : List.of(Fault.of(
                        between.toMinutes() + " minutes after " + before.path(),
                        "give it a time of its own (syndicate: {"
                                + post.network().id() + ": {at: ...}})"));
    }
}
