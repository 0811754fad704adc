package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.diagnostic.Place;
import dev.byline.site.Author;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Handle;
import dev.byline.site.Localized;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How soon a person replies is measured by what they did, and by nothing else. */
final class ReplyTimeTest {
    private static final Author GIULIA = author("giulia");
    private static final Author AMINA = author("amina");

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void who_answered_nobody_has_none() {
        assertThat(of(said("a", "@noor@town.example", 0, null))).isEmpty();
        assertThat(of(said("a", "@giulia@social.example", 5, null))).isEmpty();
    }

    @Test
    void the_middle_one_counts_and_not_the_mean() {
        assertThat(of(
                        said("a", "@noor@town.example", 0, null),
                        said("a1", "giulia@social.example", 10, "a"),
                        said("b", "@ben@town.example", 0, null),
                        said("b1", "@Giulia@social.example", 20, "b"),
                        said("c", "@ada@town.example", 0, null),
                        said("c1", "@giulia@social.example", 9000, "c")))
                .contains(new ReplyTime(3, Duration.ofMinutes(20)));
    }

    @Test
    void only_the_first_reply_to_an_answer_counts_and_none_to_oneself() {
        assertThat(of(
                        said("a", "@noor@town.example", 0, null),
                        said("a2", "@giulia@social.example", 50, "a"),
                        said("a1", "@giulia@social.example", 30, "a"),
                        said("a3", "@giulia@social.example", 60, "a1")))
                .contains(new ReplyTime(1, Duration.ofMinutes(30)));
    }

    @Test
    void clocks_that_disagree_give_no_negative_time() {
        assertThat(of(said("a", "@noor@town.example", 9, null), said("a1", "@giulia@social.example", 0, "a")))
                .contains(new ReplyTime(1, Duration.ZERO));
    }

    @Test
    void what_is_not_approved_counts_for_nothing() {
        assertThat(of(
                        said("a", "@noor@town.example", 0, null),
                        said("a1", "@giulia@social.example", 5, "a").withModeration(Moderation.PENDING)))
                .isEmpty();
        assertThat(of(
                        said("a", "@noor@town.example", 0, null).withModeration(Moderation.REJECTED),
                        said("a1", "@giulia@social.example", 5, "a")))
                .isEmpty();
    }

    @Test
    void what_colleagues_say_among_themselves_is_no_question() {
        assertThat(of(said("a", "@amina@social.example", 0, null), said("a1", "@giulia@social.example", 5, "a")))
                .isEmpty();
    }

    private static Author author(String id) {
        return new Author(
                id,
                id,
                Localized.NONE,
                Localized.NONE,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Handle(
                        "mastodon",
                        "@" + id + "@social.example",
                        Optional.empty(),
                        Handle.Use.WORK,
                        true,
                        Place.of("authors/x.yml"))),
                List.of(),
                Place.of("authors/" + id + ".yml"));
    }

    private static Optional<ReplyTime> of(Feedback... items) {
        return ReplyTime.of(GIULIA, List.of(GIULIA, AMINA), List.of(List.of(items)));
    }

    private static Feedback said(String id, String handle, int minutes, String parent) {
        return new Feedback(
                id,
                Feedback.Kind.REPLY,
                new Feedback.Origin("mastodon", id, Optional.empty()),
                new Feedback.Person("", handle, Optional.empty()),
                Optional.of(NOON.plus(Duration.ofMinutes(minutes))),
                Optional.empty(),
                Optional.empty(),
                Feedback.Format.PLAIN,
                "Text.",
                Optional.ofNullable(parent),
                Optional.empty(),
                Moderation.APPROVED);
    }
}
