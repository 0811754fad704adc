package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.publish.Line.Result;
import dev.byline.rehearsal.Answered;
import dev.byline.rehearsal.MastodonUnderstudy;
import dev.byline.rehearsal.MastodonUnderstudy.Kind;
import dev.byline.rehearsal.Mishap;
import dev.byline.site.Post;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers with Mastodon's API, and what is different there. */
final class MastodonServersTest {
    private static final String TEXT = "Why we sign: " + Scene.PAGE;

    private static Scene scene(Kind kind, int limit) {
        return Scene.of(
                kind.name().toLowerCase(Locale.ROOT),
                new MastodonUnderstudy(kind, Map.of(Scene.TOKEN, "acme"), limit, Clock.systemUTC()));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void an_instance_with_a_limit_of_eleven_characters_is_believed_before_anything_is_posted(Kind kind)
            throws IOException {
        try (Scene scene = scene(kind, 11)) {
            assertThat(scene.publish(scene.draft("One that is too long.")))
                    .extracting(Line::detail)
                    .containsExactly("a post counts 21, this server takes 11");
            assertThat(scene.server.requests()).noneMatch(asked -> asked.startsWith("POST"));
            assertThat(scene.publish(scene.draft("Short.")))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"MASTODON", "GOTOSOCIAL", "PIXELFED"})
    void more_images_than_an_instance_takes_are_told_before_anything_is_posted(Kind kind) throws IOException {
        try (Scene scene = scene(kind, 500)) {
            List<Line> lines = scene.publish(scene.draft(Collections.nCopies(7, Scene.image()), TEXT));
            assertThat(lines.get(0).detail())
                    .isEqualTo("a post has 7 images, this server takes " + (kind == Kind.GOTOSOCIAL ? 6 : 4));
            assertThat(scene.server.requests()).noneMatch(asked -> asked.startsWith("POST"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"MASTODON", "GOTOSOCIAL", "AKKOMA"})
    void a_description_that_is_too_long_is_told_before_anything_is_posted(Kind kind) throws IOException {
        Outgoing.Media dot = Scene.image();
        Outgoing.Media wordy = new Outgoing.Media(dot.file(), dot.type(), "x".repeat(5_001), dot.address());
        try (Scene scene = scene(kind, 500)) {
            assertThat(scene.publish(scene.draft(List.of(wordy), TEXT)).get(0).detail())
                    .startsWith("the description of " + Path.of("dot.png") + " has 5001 characters, this server takes");
            assertThat(scene.server.requests()).noneMatch(asked -> asked.startsWith("POST"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Welcome",
                "{}",
                "{\"configuration\": 7}",
                "{\"configuration\": {\"statuses\": {\"max_characters\": 0}}}",
                "{\"configuration\": {\"statuses\": {\"max_characters\": -1, \"max_media_attachments\": 1e99}}}",
                "{\"max_toot_chars\": \"many\"}"
            })
    void an_instance_that_tells_nothing_of_use_is_left_to_judge_by_itself(String body) throws IOException {
        Instead network = new Instead(
                new MastodonUnderstudy(Map.of(Scene.TOKEN, "acme"), 500, Clock.systemUTC()),
                asked -> asked.path().endsWith("/instance") ? Optional.of(Instead.json(200, body)) : Optional.empty());
        try (Scene scene = Scene.of("mastodon", network)) {
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
            assertThat(scene.server.requests()).contains("GET /api/v2/instance", "GET /api/v1/instance");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_token_of_another_person_posts_nothing(Kind kind) throws IOException {
        try (Scene scene = Scene.of(
                kind.name().toLowerCase(Locale.ROOT),
                new MastodonUnderstudy(kind, Map.of(Scene.TOKEN, "marco"), 500, Clock.systemUTC()))) {
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::detail)
                    .containsExactly("the token is that of @marco, not of @acme");
        }
    }

    @Test
    void pixelfed_takes_no_post_without_an_image_and_no_thread() throws IOException {
        try (Scene scene = scene(Kind.PIXELFED, 500)) {
            assertThat(scene.publish(scene.draft(List.of(), TEXT)).get(0).detail())
                    .contains("give the draft one");
            assertThat(scene.publish(scene.draft("One", "Two")).get(0).detail()).contains("no threads");
            assertThat(scene.server.requests()).isEmpty();
        }
    }

    @Test
    void a_key_that_pixelfed_knows_leads_to_the_post_and_to_no_second() throws IOException {
        try (Scene scene = Scene.of("pixelfed")) {
            scene.publish(scene.draft(TEXT));
            String id = scene.ledger().get(0).id();
            scene.kept.clear();
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
            assertThat(scene.ledger()).extracting(Post::id).containsExactly(id);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void a_key_that_a_failed_attempt_used_up_on_pixelfed_is_told_and_forgotten_after_an_hour() throws IOException {
        boolean[] fails = {true};
        MastodonUnderstudy pixelfed =
                new MastodonUnderstudy(Kind.PIXELFED, Map.of(Scene.TOKEN, "acme"), 500, Clock.systemUTC());
        Answered duplicate = Instead.json(400, "{\"error\": \"Duplicate idempotency key.\"}");
        Instead network = new Instead(
                pixelfed,
                asked -> fails[0]
                                && asked.path().endsWith("/statuses")
                                && asked.method().equals("POST")
                        ? Optional.of(duplicate)
                        : Optional.empty());
        try (Scene scene = Scene.of("pixelfed", network)) {
            assertThat(scene.publish(scene.draft(TEXT)).get(0).detail()).contains("after an hour");
            assertThat(scene.ledger()).extracting(Post::state).containsExactly(Post.State.FAILED);
            fails[0] = false;
            scene.clock.move(Duration.ofHours(2));
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
        }
    }

    @Test
    void a_field_that_pixelfed_calls_wrong_with_status_500_is_refused_for_certain() throws IOException {
        MastodonUnderstudy pixelfed =
                new MastodonUnderstudy(Kind.PIXELFED, Map.of(Scene.TOKEN, "acme"), 5, Clock.systemUTC());
        Instead network = new Instead(
                pixelfed,
                asked -> asked.path().endsWith("/instance") ? Optional.of(Instead.json(200, "{}")) : Optional.empty());
        try (Scene scene = Scene.of("pixelfed", network)) {
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::detail)
                    .containsExactly("500: Text character limit of 5 exceeded");
            assertThat(scene.ledger()).extracting(Post::state).containsExactly(Post.State.FAILED);
        }
    }

    @Test
    void pixelfed_may_not_allow_edits_and_says_so() throws IOException {
        Instead network = new Instead(
                new MastodonUnderstudy(Kind.PIXELFED, Map.of(Scene.TOKEN, "acme"), 500, Clock.systemUTC()),
                asked -> asked.method().equals("PUT")
                        ? Optional.of(Instead.json(404, "{\"error\": \"Post editing is not enabled on this server.\"}"))
                        : Optional.empty());
        try (Scene scene = Scene.of("pixelfed", network)) {
            scene.publish(scene.draft(TEXT));
            assertThat(scene.round().publish(List.of(scene.draft(TEXT + "!")), true))
                    .extracting(Line::detail)
                    .containsExactly("404: Post editing is not enabled on this server.");
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void a_refusal_that_akkoma_only_repeats_is_told_as_such() throws IOException {
        MastodonUnderstudy akkoma =
                new MastodonUnderstudy(Kind.AKKOMA, Map.of(Scene.TOKEN, "acme"), 5, Clock.systemUTC());
        Instead network = new Instead(
                akkoma,
                asked -> asked.path().endsWith("/instance") ? Optional.of(Instead.json(200, "{}")) : Optional.empty());
        try (Scene scene = Scene.of("akkoma", network)) {
            assertThat(scene.publish(scene.draft(TEXT)).get(0).detail()).endsWith("limit of 5 exceeded");
            assertThat(scene.publish(scene.draft(TEXT)).get(0).detail()).contains("repeats that for six hours");
            assertThat(scene.ledger()).extracting(Post::state).containsExactly(Post.State.FAILED);
        }
    }

    @Test
    void gotosocial_that_knows_no_keys_is_never_asked_twice_without_a_look() throws IOException {
        try (Scene scene = Scene.of("gotosocial")) {
            scene.server.suffer(asked -> asked.path().endsWith("/api/v1/statuses") ? Mishap.CUT_AFTER : Mishap.NONE);
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.UNCLEAR);
            scene.server.suffer(asked -> Mishap.NONE);
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.FOUND);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }
}
