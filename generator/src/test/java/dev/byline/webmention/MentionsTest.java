package dev.byline.webmention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.feedback.Addresses;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Format;
import dev.byline.site.Feedback.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from pages that mention one of ours. */
final class MentionsTest {
    private static final String SOURCE = "https://noor.example/post";
    private static final String TARGET = "https://blog.example/articles/a/";

    private final Neighbours neighbours = new Neighbours();

    @AfterEach
    void close() {
        neighbours.close();
    }

    private Verified verify(String source) {
        Addresses addresses =
                new Addresses(URI.create(neighbours.here("https://blog.example/")), Map.of("/articles/a/", "a"));
        return new Verifier(neighbours.web(), addresses, article -> true)
                .verify(neighbours.here(source), neighbours.here(TARGET));
    }

    private Feedback read(String html) {
        neighbours.html(SOURCE, html);
        return ((Verified.Accepted) verify(SOURCE)).item();
    }

    private static String entry(String property, String content) {
        return "<body><article class=h-entry><a class='" + property + "' href=\"" + TARGET + "\">x</a>" + content;
    }

    @Test
    void a_reply_is_read_with_its_author_dates_words_and_language() {
        Feedback reply = read("<html lang=it><article class=h-entry>"
                + "<a class='p-author h-card' href=\"https://noor.example/\">Noor <b>Haddad</b></a>"
                + "<a class=u-in-reply-to href=\"" + TARGET + "\">x</a>"
                + "<div class=e-content><p>Sì, <a href=/x>ma</a></p></div>"
                + "<time class=dt-published datetime='2026-05-01T10:00:00+02:00'></time>"
                + "<time class=dt-updated datetime='2026-05-02'></time>"
                + "<a class=u-url href=/post/permanent>#</a>");
        assertThat(reply.kind()).isEqualTo(Kind.REPLY);
        assertThat(reply.author())
                .isEqualTo(
                        new Feedback.Person("Noor Haddad", "", Optional.of(neighbours.here("https://noor.example/"))));
        assertThat(reply.published()).contains(Instant.parse("2026-05-01T08:00:00Z"));
        assertThat(reply.edited()).contains(Instant.parse("2026-05-02T00:00:00Z"));
        assertThat(reply.language()).contains(Locale.ITALIAN);
        assertThat(reply.format()).isEqualTo(Format.HTML);
        assertThat(reply.text())
                .isEqualTo("<p>Sì, <a href=\"" + neighbours.here("https://noor.example/x") + "\">ma</a></p>");
        assertThat(reply.origin())
                .isEqualTo(new Feedback.Origin(
                        "webmention",
                        neighbours.here(SOURCE + " " + TARGET),
                        Optional.of(neighbours.here("https://noor.example/post/permanent"))));
        assertThat(reply.moderation()).isEqualTo(Feedback.Moderation.PENDING);
    }

    @ParameterizedTest
    @CsvSource({
        "u-in-reply-to, REPLY",
        "u-like-of, LIKE",
        "u-repost-of, REPOST",
        "u-bookmark-of, BOOKMARK",
        "u-bookmark-of u-in-reply-to, REPLY",
        "u-in-reply-to u-like-of, LIKE",
        "in-reply-to, MENTION",
        "u-url, MENTION"
    })
    void the_property_that_leads_to_the_target_tells_the_kind(String property, Kind kind) {
        assertThat(read(entry(property, "<p class=p-content>word")).kind()).isEqualTo(kind);
    }

    @Test
    void the_target_may_be_cited_inside_a_property() {
        assertThat(read("<div class=h-entry><div class='u-like-of h-cite'><a class='u-url p-name' href=\"" + TARGET
                                + "\">x</a></div>")
                        .kind())
                .isEqualTo(Kind.LIKE);
    }

    @Test
    void an_acceptance_of_an_invitation_is_a_reply_in_one_word() {
        Feedback rsvp = read(entry("u-in-reply-to", "<data class=p-rsvp value=yes>I come"));
        assertThat(rsvp.kind()).isEqualTo(Kind.REPLY);
        assertThat(rsvp.text()).isEqualTo("RSVP: yes");
    }

    @Test
    void of_a_feed_the_entry_that_speaks_of_us_is_read() {
        Feedback mention = read("<div class=h-feed><a class='p-author h-card' href=/>Noor</a>"
                + "<div class=h-entry><p class=e-content>Other</div>"
                + "<div class=h-entry><b class=p-name>Of coffee</b> <p class=e-content>See <a href=\"" + TARGET
                + "\">this</a></div></div>");
        assertThat(mention.text()).isEqualTo("Of coffee\n\nSee this");
        assertThat(mention.author().name()).isEqualTo("Noor");
    }

    @Test
    void a_page_without_an_entry_is_a_mention_by_its_title() {
        Feedback mention = read("<title>Links of the week</title><a href=\"" + TARGET + "\">x</a>");
        assertThat(mention.kind()).isEqualTo(Kind.MENTION);
        assertThat(mention.text()).isEqualTo("Links of the week");
        assertThat(mention.author()).isEqualTo(new Feedback.Person("", "", Optional.empty()));
    }

    @Test
    void a_long_page_that_only_mentions_us_is_quoted_from_its_beginning() {
        Feedback mention = read("<div class=h-entry><b class=p-name>T</b><p class=e-content>" + "w\u00E9".repeat(900)
                + "<a href=\"" + TARGET + "\">x</a>");
        assertThat(mention.text())
                .startsWith("T\n\nw\u00E9w\u00E9")
                .endsWith("\u2026")
                .hasSizeLessThan(320);
    }

    @Test
    void an_author_named_by_an_address_is_looked_up_there() {
        neighbours.html("https://noor.example/", "<a class='h-card u-url u-uid' href='/'>Noor Haddad</a>");
        Feedback reply = read(entry("u-in-reply-to", "<a class=u-author href='https://noor.example/'></a>"));
        assertThat(reply.author().name()).isEqualTo("Noor Haddad");
        neighbours.put("https://noor.example/", Neighbours.Page.of(500));
        assertThat(read(entry("u-in-reply-to", "<a rel=author href='https://noor.example/'></a>"))
                        .author())
                .isEqualTo(
                        new Feedback.Person("noor.example", "", Optional.of(neighbours.here("https://noor.example/"))));
    }

    @Test
    void an_author_may_stand_beside_the_entry() {
        assertThat(read("<a rel=author class='h-card' href=/about>Noor</a>" + entry("u-in-reply-to", ""))
                        .author()
                        .name())
                .isEqualTo("Noor");
        assertThat(neighbours.heard).noneMatch(request -> request.contains("/about"));
    }

    @Test
    void the_address_of_an_entry_is_believed_of_its_own_host_and_of_a_bridge() {
        String elsewhere = "<a class=u-url href='https://x.example/noor/1'></a>";
        assertThat(read(entry("u-in-reply-to", elsewhere)).origin().url()).contains(neighbours.here(SOURCE));
        neighbours.html("https://brid.gy/comment/1", entry("u-in-reply-to", elsewhere));
        assertThat(((Verified.Accepted) verify("https://brid.gy/comment/1"))
                        .item()
                        .origin()
                        .url())
                .contains(neighbours.here("https://x.example/noor/1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"https://blog.example/articles/a/?utm_source=x\">",
                "<a href=\"https://blog.example/articles/a\">",
                "<a title=\"https://blog.example/articles/a/\">",
                "<p data-href=\"https://blog.example/articles/a/\">",
                "<template><a href=\"https://blog.example/articles/a/\"></a></template>",
                "<script>'<a href=\"https://blog.example/articles/a/\">'</script>",
                "<textarea><a href=\"https://blog.example/articles/a/\"></textarea>"
            })
    void what_does_not_lead_to_the_very_target_is_no_mention(String html) {
        neighbours.html(SOURCE, html);
        assertThat(verify(SOURCE)).isInstanceOf(Verified.Absent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"https://blog.example/articles/a/\">",
                "<video poster=\"https://blog.example/articles/a/\"></video>",
                "<audio><source src=\"https://blog.example/articles/a/\"></audio>",
                "<blockquote cite=\"https://blog.example/articles/a/\">x</blockquote>",
                "<base href=\"https://blog.example/articles/\"><a href=a/>x</a>"
            })
    void everything_that_leads_or_shows_counts(String html) {
        neighbours.html(SOURCE, html);
        assertThat(verify(SOURCE)).isInstanceOf(Verified.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{\"a\": [{\"url\": \"TARGET\"}]}|true",
                "application/activity+json|{\"inReplyTo\": \"TARGET\"}|true",
                "application/json|{\"text\": \"see TARGET\"}|false",
                "application/json|{\"url\": \"TARGETb/\"}|false",
                "application/json|{ not json|false",
                "text/plain|See TARGET.|true",
                "text/plain|See (TARGET)|true",
                "text/plain|See TARGETmore/|false",
                "text/plain|See xTARGET|false",
                "image/png|TARGET|false",
                "application/pdf|TARGET|false"
            })
    void other_kinds_of_pages_are_searched_as_they_are_written(String type, String body, boolean found) {
        neighbours.put(
                SOURCE, new Neighbours.Page(200, type, body.replace("TARGET", neighbours.here(TARGET)), List.of()));
        Verified verified = verify(SOURCE);
        assertThat(verified instanceof Verified.Accepted).isEqualTo(found);
        if (verified instanceof Verified.Accepted accepted) {
            assertThat(accepted.item().kind()).isEqualTo(Kind.MENTION);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01, 2026-05-01T00:00:00Z",
        "2026-05-01 7:05, 2026-05-01T07:05:00Z",
        "2026-05-01t07:05:09.123z, 2026-05-01T07:05:09Z",
        "2026-05-01T07:05:09-0800, 2026-05-01T15:05:09Z",
        "2026-05-01 07:05-08, 2026-05-01T15:05:00Z",
        "2026-05-32,",
        "2026-05-01T99:99,",
        "2026-05-01T07:05+99:00,",
        "yesterday,"
    })
    void dates_are_read_as_pages_write_them(String written, Instant moment) {
        assertThat(Dates.moment(written)).isEqualTo(Optional.ofNullable(moment));
    }

    @Test
    void hostile_names_and_addresses_become_harmless() {
        Feedback reply = read(entry(
                "u-in-reply-to",
                "<a class='p-author h-card' href='javascript:alert(1)'>No\u202Eor\n\n<script>x</script></a>"));
        assertThat(reply.author()).isEqualTo(new Feedback.Person("Noor", "", Optional.empty()));
    }
}
