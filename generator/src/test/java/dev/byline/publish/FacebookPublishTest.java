package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.publish.Line.Result;
import dev.byline.publish.Outgoing.Media;
import dev.byline.rehearsal.FacebookUnderstudy;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.Shown;
import dev.byline.site.Post;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posting on a page of Facebook. */
final class FacebookPublishTest {
    private static final String TEXT = "Perché firmiamo: «così».\n" + Scene.PAGE;

    private static List<Result> results(List<Line> lines) {
        return lines.stream().map(Line::result).toList();
    }

    @Test
    void images_are_uploaded_with_their_descriptions_and_shown_by_one_post() throws IOException {
        try (Scene scene = Scene.of("facebook")) {
            List<Line> lines = scene.publish(scene.draft(List.of(Scene.image(), Scene.photo()), TEXT));
            assertThat(results(lines)).containsExactly(Result.POSTED);
            assertThat(lines.get(0).detail()).startsWith("https://www.facebook.com/acme.page/posts/");
            assertThat(scene.understudy.shown())
                    .singleElement()
                    .satisfies(post -> assertThat(post.images()).containsExactly("A dot", "A dot"));
        }
    }

    @Test
    void without_an_image_the_post_has_a_card_of_the_page() throws IOException {
        try (Scene scene = Scene.of("facebook")) {
            scene.publish(scene.draft(TEXT));
            String id = scene.understudy.shown().get(0).id();
            assertThat(((FacebookUnderstudy) scene.understudy).link(id)).isEqualTo(Scene.PAGE);
            assertThat(scene.asked).noneMatch(asked -> (asked.path() + asked.query() + asked.body()).contains("tok-"));
        }
    }

    @Test
    void a_post_without_an_answer_is_found_behind_sixty_later_ones() throws IOException {
        try (Scene scene = Scene.of("facebook")) {
            scene.suffer(Mishap.CUT_AFTER);
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.UNCLEAR);
            scene.server.suffer(asked -> Mishap.NONE);
            String feed = scene.server.requests().stream()
                    .filter(request -> request.endsWith("/feed"))
                    .findFirst()
                    .orElseThrow()
                    .substring("POST ".length());
            for (int i = 0; i < 60; i++) {
                scene.post(feed, "message=" + i);
            }
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.FOUND);
            assertThat(scene.texts()).hasSize(61);
        }
    }

    @Test
    void a_list_that_never_ends_is_not_believed() throws IOException {
        try (Scene scene = Scene.of("facebook")) {
            scene.server.suffer(asked -> asked.path().endsWith("/feed") ? Mishap.CUT_BEFORE : Mishap.NONE);
            scene.publish(scene.draft(TEXT));
            scene.server.suffer(asked -> Mishap.NONE);
            scene.answer("/posts", 200, """
                    {"data": [{"id": "1", "message": "x", "created_time": "2026-06-01T12:00:00+0000"}],
                     "paging": {"cursors": {"after": "abc"}, "next": "https://elsewhere.example/?access_token=x"}}""");
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.UNCLEAR);
            assertThat(scene.texts()).isEmpty();
        }
    }

    @Test
    void the_same_text_from_before_is_not_taken_for_the_post() throws IOException {
        try (Scene scene = Scene.of("facebook")) {
            scene.round(scene.environment(), scene.wire(), (article, posts) -> {})
                    .publish(List.of(scene.draft(TEXT)), false);
            scene.round(scene.environment(), scene.wire(), (article, posts) -> {})
                    .publish(List.of(scene.draft("Between")), false);
            scene.clock.move(Duration.ofDays(30));
            scene.server.suffer(asked -> asked.path().endsWith("/feed") ? Mishap.CUT_BEFORE : Mishap.NONE);
            scene.publish(scene.draft(TEXT));
            scene.server.suffer(asked -> Mishap.NONE);
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.POSTED);
            assertThat(scene.texts()).containsExactly(TEXT, "Between", TEXT);
        }
    }

    @Test
    void a_refused_duplicate_is_the_post_itself_if_it_is_listed() throws IOException {
        try (Scene scene = Scene.of("facebook")) {
            scene.publish(scene.draft(TEXT));
            scene.kept.clear();
            List<Line> lines = scene.publish(scene.draft(TEXT));
            assertThat(results(lines)).containsExactly(Result.POSTED);
            assertThat(scene.texts()).containsExactly(TEXT);
            scene.kept.clear();
            scene.clock.move(Duration.ofDays(30));
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::detail)
                    .containsExactly("400: (506) (#506) Duplicate status message");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\": \"1\", \"name\": \"Marco\"}|the token is that of Marco (1), not of the page acme.page",
                "{\"id\": \"1\", \"username\": \"other.page\"}|the token is that of other.page, not of the page acme.page",
                "{\"name\": \"x\"}|200: an answer that says nothing of use",
                "{\"id\": \"1\", \"username\": \"ACME.Pa.ge\"}|"
            })
    void a_token_is_held_against_the_name_of_the_page(String me, String problem) throws IOException {
        try (Scene scene = Scene.of("facebook")) {
            scene.answer("/me", 200, me);
            List<Line> lines = scene.publish(scene.draft(TEXT));
            if (problem == null) {
                assertThat(lines.get(0).detail()).doesNotContain("token");
            } else {
                assertThat(lines).extracting(Line::detail).containsExactly(problem);
                assertThat(scene.ledger()).isEmpty();
            }
            assertThat(scene.texts()).isEmpty();
        }
    }

    @Test
    void an_expired_token_and_a_missing_permission_stop_the_account() throws IOException {
        try (Scene scene = Scene.of("facebook")) {
            ((FacebookUnderstudy) scene.understudy).expireTokens();
            assertThat(scene.publish(scene.draft(TEXT)).get(0).detail()).contains("190/463", "make a new token");
        }
        try (Scene scene = Scene.of("facebook")) {
            scene.answer("/feed", 403, "{\"error\": {\"message\": \"(#200) No permission\", \"code\": 200}}");
            Outgoing other = scene.draft("Another");
            List<Line> lines = scene.round().publish(List.of(scene.draft(TEXT), other), false);
            assertThat(results(lines)).containsExactly(Result.FAILED, Result.FAILED);
            assertThat(scene.sent("/feed")).hasSize(1);
        }
    }

    @Test
    void calls_that_are_used_up_are_told_with_their_end() throws IOException {
        try (Scene scene =
                Scene.of("facebook", new FacebookUnderstudy(Map.of(Scene.TOKEN, "acme.page"), 1, Clock.systemUTC()))) {
            assertThat(scene.publish(scene.draft(TEXT)).get(0).detail()).contains("(80001)", "left alone for 864");
        }
    }

    @Test
    void answers_that_lie_make_no_second_post() throws IOException {
        for (String lie :
                List.of("<html>", "{\"id\": \"x\"}", "{\"success\": false}", "{\"error\": {\"code\": 100}}")) {
            try (Scene scene = Scene.of("facebook")) {
                scene.suffer(Mishap.HTML);
                assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.UNCLEAR);
                scene.server.suffer(asked -> Mishap.NONE);
                scene.answer("/posts", 200, lie);
                assertThat(results(scene.publish(scene.draft(TEXT)))).as(lie).containsExactly(Result.UNCLEAR);
                scene.answer("none", 200, "");
                assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.FOUND);
                assertThat(scene.texts()).containsExactly(TEXT);
            }
        }
    }

    @Test
    void an_address_that_is_not_told_is_made_of_the_id() throws IOException {
        try (Scene scene = Scene.of("facebook")) {
            scene.instead = asked -> asked.query().contains("permalink_url")
                    ? java.util.Optional.of(new dev.byline.rehearsal.Answered(500, "text/html", Map.of(), "<html>"))
                    : java.util.Optional.empty();
            scene.publish(scene.draft(TEXT));
            Post post = scene.ledger().get(0);
            assertThat(post.url()).contains("https://www.facebook.com/" + post.id());
        }
    }

    @Test
    void webp_is_refused_before_anything_is_asked() throws IOException {
        try (Scene scene = Scene.of("facebook")) {
            Media webp = new Media(Path.of("none.webp"), "image/webp", "", Scene.PAGE + "a.webp");
            assertThat(scene.publish(scene.draft(List.of(webp), TEXT)).get(0).detail())
                    .startsWith("a.webp is image/webp, wanted is image/gif or image/jpeg or image/png");
            assertThat(scene.asked).isEmpty();
        }
    }

    @Test
    void what_cannot_be_deleted_is_not_called_gone() throws IOException {
        try (Scene scene = Scene.of("facebook")) {
            scene.publish(scene.draft(TEXT));
            Post post = scene.ledger().get(0);
            scene.answer(post.id(), 400, "{\"error\": {\"message\": \"Unsupported\", \"code\": 100}}");
            assertThat(results(scene.round().withdraw("a", scene.handle(), List.of(post))))
                    .containsExactly(Result.FAILED);
            assertThat(scene.understudy.shown()).extracting(Shown::text).containsExactly(TEXT);
        }
    }
}
