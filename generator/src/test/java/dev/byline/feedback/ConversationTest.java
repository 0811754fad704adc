package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.diagnostic.Place;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Body;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Handle;
import dev.byline.site.Localized;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How answers become threads, whatever is wrong with them. */
final class ConversationTest {
    private static final Author GIULIA = new Author(
            "giulia",
            "Giulia",
            Localized.NONE,
            Localized.NONE,
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(new Handle(
                    "mastodon",
                    "@giulia@social.example",
                    Optional.of("https://social.example/@giulia"),
                    Handle.Use.WORK,
                    true,
                    Place.of("authors/giulia.yml"))),
            List.of(),
            Place.of("authors/giulia.yml"));

    private static final Article ARTICLE = new Article(
            "a",
            Place.of("articles/a.md"),
            Map.of(),
            "A",
            List.of(GIULIA),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            "a",
            Locale.ENGLISH,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            "",
            Optional.empty(),
            List.of(),
            true,
            Optional.empty(),
            "",
            false,
            Optional.empty(),
            Map.of(),
            List.of(),
            Map.of(),
            new Body("", 1));

    private static Feedback reply(String id, String parent, int minute) {
        return item(id, Kind.REPLY, parent, minute, Moderation.APPROVED, "@reader@town.example", id + " says", 0);
    }

    private static Feedback item(
            String id, Kind kind, String parent, int minute, Moderation state, String handle, String text, int rating) {
        return new Feedback(
                id,
                kind,
                new Feedback.Origin("mastodon", id, Optional.empty()),
                new Feedback.Person("Reader", handle, Optional.empty()),
                Optional.of(Instant.parse("2026-05-01T00:00:00Z").plusSeconds(60L * minute)),
                Optional.empty(),
                Optional.empty(),
                Feedback.Format.PLAIN,
                text,
                parent.isEmpty() ? Optional.empty() : Optional.of(parent),
                rating == 0 ? Optional.empty() : Optional.of(rating),
                state);
    }

    /** {@code a(b c(d))}: the ids in the order and depth that they are shown. */
    private static String shape(List<Feedback> items) {
        return shapeOf(Conversation.of(ARTICLE, items).thread());
    }

    private static String shapeOf(List<Conversation.Entry> entries) {
        return entries.stream()
                .map(entry -> entry.item().id()
                        + (entry.removed() ? "-removed" : "")
                        + (entry.answers().isEmpty() ? "" : "(" + shapeOf(entry.answers()) + ")"))
                .collect(Collectors.joining(" "));
    }

    @Test
    void the_same_plain_name_on_another_network_is_another_person() {
        Handle x = new Handle(
                "x",
                "giulia",
                Optional.of("https://x.com/giulia"),
                Handle.Use.WORK,
                true,
                Place.of("authors/giulia.yml"));
        Author author = new Author(
                "giulia",
                "Giulia",
                Localized.NONE,
                Localized.NONE,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(x),
                List.of(),
                Place.of("authors/giulia.yml"));
        assertThat(Authorship.is(author, said("discussions", "https://github.com/giulia")))
                .isFalse();
        assertThat(Authorship.is(author, said("intake", "https://x.com/giulia/")))
                .isFalse();
        assertThat(Authorship.is(author, said("x", "https://x.com/giulia/"))).isTrue();
    }

    private static Feedback said(String source, String profile) {
        return new Feedback(
                "i",
                Kind.REPLY,
                new Feedback.Origin(source, "1", Optional.empty()),
                new Feedback.Person("G", "@giulia", Optional.of(profile)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Feedback.Format.PLAIN,
                "So.",
                Optional.empty(),
                Optional.empty(),
                Moderation.APPROVED);
    }

    @Test
    void answers_stand_below_what_they_answer_oldest_first() {
        assertThat(shape(List.of(
                        reply("d", "c", 4),
                        reply("c", "a", 3),
                        reply("b", "a", 2),
                        reply("a", "", 1),
                        reply("e", "", 5))))
                .isEqualTo("a(b c(d)) e");
    }

    @Test
    void what_answers_something_unknown_answers_the_article() {
        assertThat(shape(List.of(reply("a", "gone", 1)))).isEqualTo("a");
    }

    @Test
    void a_parent_newer_than_its_answer_is_still_its_parent() {
        assertThat(shape(List.of(reply("a", "b", 1), reply("b", "", 2)))).isEqualTo("b(a)");
    }

    @Test
    void a_circle_is_opened_at_its_oldest_item_and_every_item_is_shown_once() {
        assertThat(shape(List.of(reply("a", "c", 1), reply("b", "a", 2), reply("c", "b", 3))))
                .isEqualTo("a(b(c))");
        assertThat(shape(List.of(reply("a", "a", 1)))).isEqualTo("a");
    }

    @Test
    void what_is_pending_or_rejected_is_not_shown_and_its_answers_move_up() {
        List<Feedback> items = new ArrayList<>();
        items.add(reply("a", "", 1));
        items.add(reply("b", "a", 2).withModeration(Moderation.REJECTED));
        items.add(reply("c", "b", 3));
        items.add(reply("d", "", 4).withModeration(Moderation.PENDING));
        items.add(reply("e", "d", 5));
        assertThat(shape(items)).isEqualTo("a(c) e");
    }

    @Test
    void what_was_removed_keeps_its_place_only_while_something_answers_it() {
        Feedback removed = reply("a", "", 1).withModeration(Moderation.REMOVED);
        assertThat(shape(List.of(removed, reply("b", "a", 2)))).isEqualTo("a-removed(b)");
        assertThat(shape(List.of(removed))).isEmpty();
        assertThat(Conversation.of(ARTICLE, List.of(removed, reply("b", "a", 2)))
                        .thread()
                        .get(0)
                        .safeHtml())
                .isEmpty();
    }

    @Test
    void a_chain_of_ten_thousand_is_shown_whole_and_not_deeper_than_a_phone_allows() {
        List<Feedback> chain = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            chain.add(reply("r" + i, i == 0 ? "" : "r" + (i - 1), i));
        }
        Conversation conversation = Conversation.of(ARTICLE, chain);
        assertThat(conversation.spoken()).isEqualTo(10_000);
        assertThat(depth(conversation.thread())).isLessThanOrEqualTo(6);
    }

    /** A third answers the article, a third one reader, a third each the one before: the worst of each kind. */
    @Test
    void a_million_answers_are_put_together_in_seconds() {
        List<Feedback> items = new ArrayList<>();
        for (int i = 0; i < 1_000_000; i++) {
            String parent = switch (i % 3) {
                case 0 -> "";
                case 1 -> "r0";
                default -> i == 2 ? "r0" : "r" + (i - 3);
            };
            items.add(reply("r" + i, parent, i));
        }
        long start = System.nanoTime();
        Conversation conversation = Conversation.of(ARTICLE, items);
        assertThat(conversation.spoken()).isEqualTo(1_000_000);
        assertThat(conversation.said().size()).isEqualTo(1_000_000);
        assertThat(conversation.pages()).isEqualTo(6_667);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "A conversation of 1,000,000 answers: put together in %.1f s%n", seconds);
        assertThat(seconds).isLessThan(60);
    }

    @Test
    void what_stands_on_a_page_stays_on_it() {
        List<Feedback> items = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            items.add(reply("r" + i, "", i));
        }
        Conversation before = Conversation.of(ARTICLE, items);
        assertThat(before.pages()).isEqualTo(3);
        assertThat(shapeOf(before.page(3))).startsWith("r100 r101").endsWith("r119");
        items.add(reply("late", "", 1_000));
        items.add(reply("to-the-first", "r0", 1_001));
        Conversation after = Conversation.of(ARTICLE, items);
        assertThat(shapeOf(after.page(2))).isEqualTo(shapeOf(before.page(2)));
        assertThat(shapeOf(after.page(3))).endsWith("r119 late");
        assertThat(after.said(1)).hasSize(51);
    }

    @Test
    void no_answers_at_all_take_one_page() {
        Conversation none = Conversation.of(ARTICLE, List.of());
        assertThat(none.pages()).isEqualTo(1);
        assertThat(none.page(1)).isEmpty();
    }

    @Test
    void of_a_hundred_thousand_answers_to_one_a_hundred_are_shown_and_the_others_counted() {
        List<Feedback> items = new ArrayList<>();
        items.add(reply("a", "", 0));
        for (int i = 0; i < 100_000; i++) {
            items.add(reply("r" + i, "a", i + 1));
        }
        items.add(reply("below", "r7", 200_000));
        Conversation conversation = Conversation.of(ARTICLE, items);
        Conversation.Entry shown = conversation.page(1).get(0);
        assertThat(shapeOf(shown.answers()))
                .startsWith("r0 r1 ")
                .contains(" r7(below) ")
                .endsWith(" r98");
        assertThat(shown.more()).isEqualTo(99_901);
        assertThat(conversation.spoken()).isEqualTo(100_002);
        assertThat(conversation.said()).filteredOn(Conversation.Said::isShown).hasSize(101);
        assertThat(conversation.said().get(100_001).anchor()).isEqualTo("a");
    }

    private static int depth(List<Conversation.Entry> entries) {
        return entries.stream()
                .mapToInt(entry -> 1 + depth(entry.answers()))
                .max()
                .orElse(0);
    }

    @Test
    void the_articles_own_author_is_recognised_by_handle() {
        Feedback own = item("a", Kind.REPLY, "", 1, Moderation.APPROVED, "@Giulia@social.example", "me", 0);
        assertThat(Conversation.of(ARTICLE, List.of(own, reply("b", "", 2))).thread())
                .extracting(Conversation.Entry::byAuthor)
                .containsExactly(true, false);
    }

    @Test
    void a_rating_with_words_stands_in_the_thread_and_one_without_is_only_counted() {
        Feedback words = item("a", Kind.RATING, "", 1, Moderation.APPROVED, "", "good", 5);
        Feedback silent = item("b", Kind.RATING, "", 2, Moderation.APPROVED, "", "", 2);
        Feedback rejected = item("c", Kind.RATING, "", 3, Moderation.REJECTED, "", "", 1);
        Conversation conversation = Conversation.of(ARTICLE, List.of(words, silent, rejected));
        assertThat(shapeOf(conversation.thread())).isEqualTo("a");
        assertThat(conversation.votes()).isEqualTo(2);
        assertThat(conversation.stars()).isEqualTo(3.5);
    }

    @Test
    void reactions_are_counted_by_kind() {
        Feedback like = item("a", Kind.LIKE, "", 1, Moderation.APPROVED, "", "", 0);
        Feedback repost = item("b", Kind.REPOST, "", 1, Moderation.APPROVED, "", "", 0);
        Feedback pending = item("c", Kind.LIKE, "", 1, Moderation.PENDING, "", "", 0);
        Conversation conversation = Conversation.of(ARTICLE, List.of(like, repost, pending));
        assertThat(conversation.count(Kind.LIKE)).isEqualTo(1);
        assertThat(conversation.count(Kind.REPOST)).isEqualTo(1);
        assertThat(conversation.thread()).isEmpty();
    }
}
