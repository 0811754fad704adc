package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.publish.Line.Result;
import dev.byline.rehearsal.Asked;
import dev.byline.rehearsal.BlueskyUnderstudy;
import dev.byline.rehearsal.MastodonUnderstudy;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.Shown;
import dev.byline.site.Post;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posting on networks that keep the documented rules, and sometimes no rules. */
@Execution(ExecutionMode.CONCURRENT)
final class PublishingTest {
    private static final String TEXT = "Why we sign, with @amina@town.example: " + Scene.PAGE + "\n\nDo you? #Bylines";

    @ParameterizedTest
    @MethodSource("dev.byline.publish.Scene#overHttp")
    void a_draft_is_posted_once_and_a_second_run_has_nothing_to_do(String network) throws IOException {
        try (Scene scene = Scene.of(network)) {
            List<Line> first = scene.publish(scene.draft(TEXT));
            int asked = scene.server.requests().size();
            List<Line> second = scene.publish(scene.draft(TEXT));
            assertThat(first).extracting(Line::result).containsExactly(Result.POSTED);
            assertThat(second).isEmpty();
            assertThat(scene.texts()).containsExactly(TEXT);
            assertThat(scene.ledger()).extracting(Post::state).containsExactly(Post.State.PUBLISHED);
            assertThat(scene.server.requests()).hasSize(asked);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mastodon", "bluesky", "x", "telegram", "discord", "threads", "facebook", "akkoma", "gotosocial"
            })
    void an_image_goes_with_the_first_post_of_a_thread(String network) throws IOException {
        try (Scene scene = Scene.of(network)) {
            List<Line> lines = scene.publish(scene.draft(List.of(Scene.image()), "One " + Scene.PAGE, "Two", "Three"));
            assertThat(lines).extracting(Line::result).containsOnly(Result.POSTED);
            assertThat(scene.texts()).containsExactlyInAnyOrder("One " + Scene.PAGE, "Two", "Three");
            assertThat(scene.understudy.shown())
                    .filteredOn(shown -> !shown.images().isEmpty())
                    .extracting(Shown::text)
                    .containsExactly("One " + Scene.PAGE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mastodon", "bluesky", "x", "threads", "akkoma", "gotosocial"})
    void each_post_of_a_thread_answers_the_one_before_it_and_images_are_described(String network) throws IOException {
        try (Scene scene = Scene.of(network)) {
            scene.publish(scene.draft(List.of(Scene.image()), "One", "Two", "Three"));
            Map<String, String> ids = new java.util.HashMap<>();
            scene.understudy.shown().forEach(shown -> ids.put(shown.text(), shown.id()));
            assertThat(scene.understudy.shown())
                    .extracting(Shown::text, Shown::inReplyTo)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("One", ""),
                            org.assertj.core.groups.Tuple.tuple("Two", ids.get("One")),
                            org.assertj.core.groups.Tuple.tuple("Three", ids.get("Two")));
            assertThat(scene.understudy.shown()).flatExtracting(Shown::images).containsExactly("A dot");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mishap.class,
            names = {"HTML", "OTHER_CHARSET", "HUGE", "SLOW", "CUT_AFTER", "BROKEN_AFTER"})
    void a_server_that_takes_a_post_and_lies_about_it_never_gets_a_second(Mishap mishap) throws IOException {
        for (String network : Scene.overHttp()) {
            if (mishap == Mishap.OTHER_CHARSET && network.equals("teams")) {
                // Its answer is empty, in whatever charset.
                continue;
            }
            try (Scene scene = Scene.of(network)) {
                scene.server.suffer(asked -> posts(asked.path()) || lists(asked) ? mishap : Mishap.NONE);
                Wire wire = mishap == Mishap.SLOW ? scene.hasty() : scene.wire();
                scene.round(wire, scene.store()).publish(List.of(scene.draft(TEXT)), false);
                assertThat(scene.texts()).as(network).containsExactly(TEXT);
                assertThat(scene.ledger()).extracting(Post::state).as(network).containsExactly(Post.State.INTENDED);
                scene.server.suffer(asked -> Mishap.NONE);
                List<Line> after = scene.publish(scene.draft(TEXT));
                boolean canLook =
                        !List.of("telegram", "slack", "discord", "teams").contains(network);
                assertThat(after)
                        .extracting(Line::result)
                        .as(network)
                        .containsExactly(canLook ? Result.FOUND : Result.TO_SETTLE);
                assertThat(scene.texts()).as(network).containsExactly(TEXT);
            }
        }
    }

    /** Networks with a Graph API are looked at without delay. */
    private static boolean lists(Asked asked) {
        return asked.method().equals("GET") && asked.path().matches("/\\w+/(threads|media|posts)");
    }

    private static boolean posts(String path) {
        return path.endsWith("/api/v1/statuses")
                || path.endsWith("putRecord")
                || path.equals("/api/submit")
                || path.equals("/api/v3/post")
                || path.endsWith("sendMessage")
                || path.equals("/2/tweets")
                || path.equals("/rest/posts")
                || path.endsWith("_publish")
                || path.endsWith("/feed")
                || path.equals(Scene.WEBHOOK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mastodon",
                "bluesky",
                "x",
                "linkedin",
                "telegram",
                "slack",
                "discord",
                "teams",
                "threads",
                "facebook",
                "instagram",
                "akkoma",
                "gotosocial",
                "reddit",
                "lemmy"
            })
    void a_busy_network_is_left_alone_as_long_as_it_says(String network) throws IOException {
        try (Scene scene = Scene.of(network)) {
            boolean[] was = {false};
            scene.server.suffer(asked -> {
                boolean busy = posts(asked.path()) && !was[0];
                was[0] |= busy;
                return busy ? Mishap.BUSY : Mishap.NONE;
            });
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
            assertThat(scene.pauses).containsOnly(Duration.ofSeconds(1));
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void a_limit_that_ends_too_late_is_a_failure_that_says_when() throws IOException {
        try (Scene scene =
                Scene.of("mastodon", new MastodonUnderstudy(Map.of(Scene.TOKEN, "acme"), 500, Clock.systemUTC()))) {
            List<Line> last = List.of();
            // Each run asks who it is, and posts: 150 runs use up the 300 requests of five minutes.
            for (int i = 0; i <= 150; i++) {
                last = scene.round(scene.environment(), scene.wire(), (article, posts) -> {})
                        .publish(List.of(scene.draft("Post " + i)), false);
            }
            assertThat(last).extracting(Line::result).containsExactly(Result.FAILED);
            assertThat(last.get(0).detail()).contains("429: Too many requests; it wants to be left alone for");
            assertThat(scene.pauses).isEmpty();
            assertThat(scene.texts()).hasSize(150);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mastodon",
                "bluesky",
                "x",
                "linkedin",
                "telegram",
                "threads",
                "facebook",
                "instagram",
                "akkoma",
                "gotosocial",
                "pixelfed",
                "reddit",
                "lemmy"
            })
    void a_refused_token_stops_the_account_after_one_request(String network) throws IOException {
        try (Scene scene = Scene.of(network)) {
            Map<String, String> wrong = new java.util.HashMap<>(scene.environment());
            wrong.put(
                    Secrets.tokenVariable(network, "acme"),
                    network.equals("telegram") ? "1:another" : "another-token-than-that");
            List<Line> lines = scene.round(wrong, scene.wire(), scene.store())
                    .publish(List.of(scene.draft(TEXT), scene.draft(TEXT + "!")), false);
            assertThat(lines).extracting(Line::result).containsOnly(Result.FAILED);
            assertThat(scene.server.requests()).hasSize(1);
            assertThat(scene.texts()).isEmpty();
        }
    }

    @Test
    void a_token_of_another_person_posts_nothing() throws IOException {
        try (Scene scene =
                Scene.of("mastodon", new MastodonUnderstudy(Map.of(Scene.TOKEN, "marco"), 500, Clock.systemUTC()))) {
            List<Line> lines = scene.publish(scene.draft(TEXT));
            assertThat(lines).extracting(Line::detail).containsExactly("the token is that of @marco, not of @acme");
            assertThat(scene.texts()).isEmpty();
            assertThat(scene.ledger()).isEmpty();
        }
    }

    @Test
    void an_instance_with_a_limit_of_eleven_characters_is_believed_before_anything_is_posted() throws IOException {
        try (Scene scene =
                Scene.of("mastodon", new MastodonUnderstudy(Map.of(Scene.TOKEN, "acme"), 11, Clock.systemUTC()))) {
            assertThat(scene.publish(scene.draft("Short.", "A second that is too long.")))
                    .extracting(Line::detail)
                    .containsExactly("a post counts 26, this server takes 11");
            assertThat(scene.texts()).isEmpty();
        }
    }

    @Test
    void a_handle_that_was_renamed_is_told_as_a_refused_login() throws IOException {
        try (Scene scene = Scene.of("bluesky", new BlueskyUnderstudy(Map.of("renamed.example", Scene.TOKEN)))) {
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::detail)
                    .containsExactly("401: Invalid identifier or password");
        }
    }

    @Test
    void a_session_that_runs_out_between_two_posts_is_renewed() throws IOException {
        try (Scene scene = Scene.of("bluesky")) {
            scene.server.suffer(asked -> {
                if (asked.path().endsWith("getRecord")) {
                    ((BlueskyUnderstudy) scene.understudy).expireSessions();
                }
                return Mishap.NONE;
            });
            assertThat(scene.publish(scene.draft("One", "Two")))
                    .extracting(Line::result)
                    .containsOnly(Result.POSTED);
            assertThat(scene.texts()).containsExactlyInAnyOrder("One", "Two");
        }
    }

    @Test
    void a_post_whose_answer_was_lost_is_found_after_its_key_has_run_out() throws IOException {
        try (Scene scene = Scene.of("mastodon")) {
            scene.server.suffer(asked -> posts(asked.path()) ? Mishap.CUT_AFTER : Mishap.NONE);
            scene.publish(scene.draft(TEXT));
            scene.server.suffer(asked -> Mishap.NONE);
            scene.clock.move(Duration.ofHours(30));
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.FOUND);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void what_may_be_out_is_not_sent_again_while_nobody_can_tell() throws IOException {
        try (Scene scene = Scene.of("mastodon")) {
            scene.server.suffer(asked -> posts(asked.path()) ? Mishap.CUT_AFTER : Mishap.NONE);
            scene.publish(scene.draft(TEXT));
            scene.clock.move(Duration.ofHours(30));
            scene.server.suffer(
                    asked -> asked.path().endsWith("account-acme/statuses") ? Mishap.BROKEN_BEFORE : Mishap.NONE);
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.UNCLEAR);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void a_draft_that_was_edited_while_its_fate_was_unknown_is_found_as_it_was_posted() throws IOException {
        try (Scene scene = Scene.of("mastodon")) {
            scene.server.suffer(asked -> posts(asked.path()) ? Mishap.CUT_AFTER : Mishap.NONE);
            scene.publish(scene.draft(TEXT));
            scene.server.suffer(asked -> Mishap.NONE);
            assertThat(scene.publish(scene.draft("Indeed. " + TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.FOUND);
            assertThat(scene.texts()).containsExactly(TEXT);
            assertThat(scene.publish(scene.draft("Indeed. " + TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.CHANGED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mastodon", "akkoma", "bluesky"})
    void two_clones_that_post_the_same_ledger_at_once_make_one_post(String network) throws Exception {
        try (Scene scene = Scene.of(network)) {
            Thread[] clones = new Thread[2];
            for (int i = 0; i < clones.length; i++) {
                Map<String, List<Post>> own = new java.util.concurrent.ConcurrentHashMap<>();
                Round round = new Round(
                        new Secrets(scene.environment()),
                        scene.wire(),
                        new Ledger(Map.of(), own::put),
                        Clock.fixed(Scene.NOW.plusSeconds(i), ZoneOffset.UTC),
                        pause -> {},
                        Duration.ofSeconds(20));
                clones[i] = new Thread(() -> {
                    try {
                        round.publish(List.of(scene.draft("One", "Two")), false);
                    } catch (IOException impossible) {
                        throw new java.io.UncheckedIOException(impossible);
                    }
                });
                clones[i].start();
            }
            for (Thread clone : clones) {
                clone.join();
            }
            assertThat(scene.texts()).containsExactlyInAnyOrder("One", "Two");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mastodon",
                "linkedin",
                "telegram",
                "discord",
                "facebook",
                "akkoma",
                "gotosocial",
                "pixelfed",
                "lemmy"
            })
    void an_edited_draft_is_told_and_with_update_edited_there(String network) throws IOException {
        try (Scene scene = Scene.of(network)) {
            Outgoing before = scene.draft(List.of(Scene.image()), TEXT);
            Outgoing after = scene.draft(List.of(Scene.image()), TEXT + " Indeed.");
            scene.publish(before);
            assertThat(scene.publish(after)).extracting(Line::result).containsExactly(Result.CHANGED);
            assertThat(scene.texts()).containsExactly(TEXT);
            assertThat(scene.round().publish(List.of(after), true))
                    .extracting(Line::result)
                    .containsExactly(Result.UPDATED);
            assertThat(scene.texts()).containsExactly(TEXT + " Indeed.");
            assertThat(scene.understudy.shown())
                    .allMatch(shown -> shown.images().size() == 1);
            assertThat(scene.round().publish(List.of(after), true)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bluesky", "x", "slack", "teams", "threads", "instagram"})
    void where_posts_cannot_be_edited_update_says_so_and_leaves_them(String network) throws IOException {
        try (Scene scene = Scene.of(network)) {
            scene.publish(scene.draft(TEXT));
            assertThat(scene.round().publish(List.of(scene.draft(TEXT + "!")), true))
                    .extracting(Line::result)
                    .containsExactly(Result.FAILED);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mastodon", "bluesky", "x", "telegram", "discord", "threads", "facebook", "akkoma", "gotosocial"
            })
    void what_is_withdrawn_is_gone_and_is_not_posted_again(String network) throws IOException {
        try (Scene scene = Scene.of(network)) {
            scene.publish(scene.draft("One", "Two"));
            List<Post> lastFirst = List.of(scene.ledger().get(1), scene.ledger().get(0));
            assertThat(scene.round().withdraw("a", scene.handle(), lastFirst))
                    .extracting(Line::result)
                    .containsOnly(Result.WITHDRAWN);
            assertThat(scene.texts()).isEmpty();
            assertThat(scene.ledger()).extracting(Post::state).containsOnly(Post.State.WITHDRAWN);
            assertThat(scene.publish(scene.draft("One", "Two"))).isEmpty();
            assertThat(scene.texts()).isEmpty();
        }
    }

    @Test
    void without_a_token_the_variable_is_named_and_others_are_posted_all_the_same() throws IOException {
        try (Scene scene = Scene.of("mastodon")) {
            Outgoing other = new Outgoing(
                    "a",
                    "giulia-ferri",
                    "bluesky",
                    "@giulia.example",
                    java.util.Locale.ENGLISH,
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    List.of(),
                    new Outgoing.Link(Scene.PAGE, "A", "", Optional.empty()),
                    List.of(new Outgoing.Text("x", 1, List.of())),
                    Scene.NOW,
                    dev.byline.diagnostic.Place.of("x"));
            List<Line> lines = scene.round().publish(List.of(other, scene.draft(TEXT)), false);
            assertThat(lines).extracting(Line::result).containsExactly(Result.FAILED, Result.POSTED);
            assertThat(lines.get(0).detail()).isEqualTo("no token: set BYLINE_BLUESKY_TOKEN_GIULIA_FERRI");
        }
    }

    @Test
    void a_card_on_bluesky_has_a_picture_where_the_page_has_one() throws IOException {
        try (Scene scene = Scene.of("bluesky")) {
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Line.Result.POSTED);
            assertThat(scene.asked)
                    .filteredOn(asked -> asked.path().endsWith("putRecord"))
                    .singleElement()
                    .satisfies(asked ->
                            assertThat(asked.body()).contains("\"thumb\":{").contains("\"uri\":\"" + Scene.PAGE));
        }
    }
}
