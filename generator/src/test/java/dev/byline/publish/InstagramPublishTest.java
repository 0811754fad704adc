package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.publish.Line.Result;
import dev.byline.rehearsal.Answered;
import dev.byline.rehearsal.InstagramUnderstudy;
import dev.byline.rehearsal.InstagramUnderstudy.Login;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.Shown;
import dev.byline.site.Post;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posting on Instagram: images with a caption, in containers. */
final class InstagramPublishTest {
    private static final String CAPTION = "Draw what you mean\n\nThanks, @amina. #AltText";

    private static List<Result> results(List<Line> lines) {
        return lines.stream().map(Line::result).toList();
    }

    private static Scene throughFacebook() {
        return Scene.of(
                "instagram",
                new InstagramUnderstudy(Map.of(Scene.TOKEN, "acme"), Login.FACEBOOK, 1_000, Clock.systemUTC()));
    }

    private static Optional<Answered> state(String word) {
        return Optional.of(new Answered(
                200,
                "application/json",
                Map.of(),
                "{\"status_code\": \"%s\", \"status\": \"Error: 2207052\"}".formatted(word)));
    }

    @Test
    void one_image_is_a_post_and_several_are_a_carousel_with_descriptions() throws IOException {
        try (Scene scene = Scene.of("instagram")) {
            List<Line> lines = scene.publish(scene.draft(CAPTION));
            assertThat(results(lines)).containsExactly(Result.POSTED);
            assertThat(lines.get(0).detail()).startsWith("https://www.instagram.com/p/");
            assertThat(scene.sent("/media"))
                    .singleElement()
                    .asString()
                    .contains("image_url=" + Scene.PAGE + "dot.jpg", "caption=Draw", "alt_text=A dot");
            scene.kept.clear();
            scene.publish(scene.draft(List.of(Scene.photo(), Scene.photo()), "Two"));
            assertThat(scene.understudy.shown())
                    .extracting(Shown::text, shown -> shown.images().size())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(CAPTION, 1),
                            org.assertj.core.groups.Tuple.tuple("Two", 2));
            assertThat(scene.asked).noneMatch(asked -> (asked.path() + asked.query() + asked.body()).contains("tok-"));
        }
    }

    @Test
    void a_lost_answer_is_found_by_its_caption_though_the_network_leaves_out_marks() throws IOException {
        try (Scene scene = Scene.of("instagram")) {
            scene.suffer(Mishap.OTHER_CHARSET);
            assertThat(results(scene.publish(scene.draft(CAPTION)))).containsExactly(Result.UNCLEAR);
            scene.server.suffer(asked -> Mishap.NONE);
            assertThat(results(scene.publish(scene.draft(CAPTION)))).containsExactly(Result.FOUND);
            assertThat(scene.texts()).containsExactly(CAPTION);
        }
    }

    @Test
    void the_container_is_in_the_ledger_before_it_is_published_and_the_same_is_published_later() throws IOException {
        try (Scene scene = Scene.of("instagram")) {
            scene.server.suffer(asked -> asked.path().endsWith("_publish") ? Mishap.CUT_BEFORE : Mishap.NONE);
            scene.publish(scene.draft(CAPTION));
            String container = scene.ledger().get(0).key();
            scene.server.suffer(asked -> Mishap.NONE);
            scene.publish(scene.draft(CAPTION));
            assertThat(scene.sent("_publish")).containsOnly("creation_id=" + container);
            assertThat(scene.texts()).containsExactly(CAPTION);
        }
    }

    @ParameterizedTest
    @CsvSource({"IN_PROGRESS, UNCLEAR", "ERROR, FAILED", "EXPIRED, FAILED", "WHATEVER, UNCLEAR", "PUBLISHED, UNCLEAR"})
    void a_container_that_is_not_ready_is_not_published(String word, Result result) throws IOException {
        try (Scene scene = Scene.of("instagram")) {
            scene.instead = asked -> asked.query().contains("status_code") ? state(word) : Optional.empty();
            List<Line> lines = scene.publish(scene.draft(CAPTION));
            assertThat(results(lines)).containsExactly(result);
            assertThat(scene.sent("_publish")).isEmpty();
            scene.instead = asked -> Optional.empty();
            assertThat(results(scene.publish(scene.draft(CAPTION)))).containsExactly(Result.POSTED);
            assertThat(scene.texts()).containsExactly(CAPTION);
        }
    }

    @Test
    void a_container_that_expired_is_prepared_anew() throws IOException {
        try (Scene scene = Scene.of("instagram")) {
            scene.server.suffer(asked -> asked.path().endsWith("_publish") ? Mishap.CUT_BEFORE : Mishap.NONE);
            scene.publish(scene.draft(CAPTION));
            scene.server.suffer(asked -> Mishap.NONE);
            scene.clock.move(Duration.ofHours(25));
            assertThat(results(scene.publish(scene.draft(CAPTION)))).containsExactly(Result.POSTED);
            assertThat(scene.sent("/media")).hasSize(2);
            assertThat(scene.texts()).containsExactly(CAPTION);
        }
    }

    @Test
    void what_the_network_will_not_take_is_told_before_anything_is_asked() throws IOException {
        try (Scene scene = Scene.of("instagram")) {
            assertThat(List.of(
                            scene.publish(scene.draft(List.of(), CAPTION))
                                    .get(0)
                                    .detail(),
                            scene.publish(scene.draft("One", "Two")).get(0).detail(),
                            scene.publish(scene.draft(List.of(Scene.image()), CAPTION))
                                    .get(0)
                                    .detail(),
                            scene.publish(scene.draft("x".repeat(2_201))).get(0).detail()))
                    .containsExactly(
                            "there is no post without an image: name a JPEG under media: in the draft",
                            "Instagram has no threads: make one caption of it",
                            "dot.png is image/png, wanted is image/jpeg: name such an image under media: in the draft",
                            "a caption counts 2201, Instagram takes 2200");
            assertThat(scene.asked).isEmpty();
        }
    }

    @Test
    void through_the_page_the_account_is_found_and_a_post_can_be_taken_back() throws IOException {
        try (Scene scene = throughFacebook()) {
            assertThat(results(scene.publish(scene.draft(CAPTION)))).containsExactly(Result.POSTED);
            List<Post> posts = scene.ledger();
            assertThat(results(scene.round().withdraw("a", scene.handle(), posts)))
                    .containsExactly(Result.WITHDRAWN);
            assertThat(results(scene.round().withdraw("a", scene.handle(), posts)))
                    .containsExactly(Result.WITHDRAWN);
            assertThat(scene.texts()).isEmpty();
        }
    }

    @Test
    void by_its_own_token_a_post_cannot_be_taken_back_which_is_not_called_gone() throws IOException {
        try (Scene scene = Scene.of("instagram")) {
            scene.publish(scene.draft(CAPTION));
            List<Line> lines = scene.round().withdraw("a", scene.handle(), scene.ledger());
            assertThat(results(lines)).containsExactly(Result.FAILED);
            assertThat(lines.get(0).detail()).contains("(100/33)");
            assertThat(scene.ledger()).extracting(Post::state).containsExactly(Post.State.PUBLISHED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"user_id\": \"1\", \"username\": \"marco\"}",
                "{\"data\": [{\"user_id\": \"1\", \"username\": \"marco\"}]}",
                "{\"user_id\": \"1\"}",
                "{\"data\": []}",
                "{\"id\": \"1\"}",
                "[]"
            })
    void a_token_of_another_account_or_of_nobody_posts_nothing(String me) throws IOException {
        try (Scene scene = Scene.of("instagram")) {
            scene.answer("/me", 200, me);
            assertThat(results(scene.publish(scene.draft(CAPTION)))).containsExactly(Result.FAILED);
            assertThat(scene.sent("/media")).isEmpty();
        }
    }

    @Test
    void a_page_without_an_account_says_so() throws IOException {
        try (Scene scene = throughFacebook()) {
            scene.instead = asked -> asked.query().contains("instagram_business_account")
                    ? Optional.of(new Answered(200, "application/json", Map.of(), "{\"id\": \"1\"}"))
                    : Optional.empty();
            assertThat(scene.publish(scene.draft(CAPTION)).get(0).detail())
                    .isEqualTo("the token is that of a page without an account on Instagram");
        }
    }

    @Test
    void an_expired_token_stops_the_account() throws IOException {
        try (Scene scene = Scene.of("instagram")) {
            ((InstagramUnderstudy) scene.understudy).expireTokens();
            assertThat(scene.publish(scene.draft(CAPTION)).get(0).detail()).contains("(190/463)", "make a new token");
        }
    }

    @Test
    void suspected_spam_stops_the_account_though_its_number_is_that_of_a_limit() throws IOException {
        try (Scene scene = Scene.of("instagram")) {
            scene.answer("_publish", 400, "{\"error\": {\"message\": \"m\", \"code\": 4, \"error_subcode\": 2207051}}");
            List<Line> lines = scene.round().publish(List.of(scene.draft(CAPTION), scene.draft("Two")), false);
            assertThat(results(lines)).containsExactly(Result.FAILED, Result.FAILED);
            assertThat(scene.sent("_publish")).hasSize(1);
        }
    }

    @Test
    void a_trouble_of_the_network_while_it_publishes_is_looked_at_by_the_next_run() throws IOException {
        try (Scene scene = Scene.of("instagram")) {
            scene.answer("_publish", 400, "{\"error\": {\"message\": \"Fatal\", \"code\": -1}}");
            assertThat(results(scene.publish(scene.draft(CAPTION)))).containsExactly(Result.UNCLEAR);
            scene.instead = asked -> Optional.empty();
            assertThat(results(scene.publish(scene.draft(CAPTION)))).containsExactly(Result.POSTED);
            assertThat(scene.texts()).containsExactly(CAPTION);
        }
    }
}
