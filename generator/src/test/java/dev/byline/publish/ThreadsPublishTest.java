package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.network.Facet;
import dev.byline.publish.Line.Result;
import dev.byline.publish.Outgoing.Media;
import dev.byline.rehearsal.Answered;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.Shown;
import dev.byline.rehearsal.ThreadsUnderstudy;
import dev.byline.site.Post;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posting on Threads: containers, what becomes of them, and answers that lie. */
final class ThreadsPublishTest {
    private static final String TEXT = "Why we sign: " + Scene.PAGE + "\n\nDo you? #Bylines";

    private static Outgoing marked(Scene scene, Facet... marks) {
        Outgoing plain = scene.draft(TEXT);
        return new Outgoing(
                plain.article(),
                plain.account(),
                plain.network(),
                plain.handle(),
                plain.language(),
                plain.visibility(),
                plain.warning(),
                plain.media(),
                plain.link(),
                List.of(new Outgoing.Text(TEXT, TEXT.length(), List.of(marks))),
                plain.planned(),
                plain.place());
    }

    private static List<Result> results(List<Line> lines) {
        return lines.stream().map(Line::result).toList();
    }

    @Test
    void several_images_are_a_carousel_with_their_descriptions_and_each_is_fetched_from_the_site() throws IOException {
        try (Scene scene = Scene.of("threads")) {
            List<Line> lines = scene.publish(scene.draft(List.of(Scene.image(), Scene.photo()), TEXT));
            assertThat(results(lines)).containsExactly(Result.POSTED);
            assertThat(lines.get(0).detail()).startsWith("https://www.threads.net/@acme/post/");
            assertThat(scene.understudy.shown()).flatExtracting(Shown::images).containsExactly("A dot", "A dot");
            assertThat(scene.sent("/threads").get(0))
                    .contains("image_url=" + Scene.PAGE + "dot.png", "is_carousel_item=true", "alt_text=A dot");
            assertThat(scene.sent("/threads").get(2)).contains("media_type=CAROUSEL", "text=Why we sign");
        }
    }

    @Test
    void a_text_has_a_card_of_the_page_and_one_topic() throws IOException {
        try (Scene scene = Scene.of("threads")) {
            scene.publish(marked(scene, new Facet(Facet.Kind.TAG, 60, 68, "Bylines")));
            assertThat(scene.sent("/threads"))
                    .singleElement()
                    .asString()
                    .contains("media_type=TEXT", "link_attachment=" + Scene.PAGE, "topic_tag=Bylines");
        }
    }

    @Test
    void the_container_is_in_the_ledger_before_it_is_published_and_no_address_holds_the_token() throws IOException {
        try (Scene scene = Scene.of("threads")) {
            List<String> written = new ArrayList<>();
            scene.round(scene.wire(), (article, posts) -> {
                        boolean published =
                                scene.server.requests().stream().anyMatch(request -> request.endsWith("_publish"));
                        written.add(posts.get(0).state() + " " + posts.get(0).key() + " " + published);
                    })
                    .publish(List.of(scene.draft(TEXT)), false);
            String container = scene.sent("_publish").get(0).replace("creation_id=", "");
            assertThat(written).containsExactly("INTENDED " + container + " false", "PUBLISHED " + container + " true");
            assertThat(scene.asked).noneMatch(asked -> (asked.path() + asked.query() + asked.body()).contains("tok-"));
        }
    }

    @Test
    void a_container_that_is_never_finished_is_left_after_five_minutes_and_published_by_a_later_run()
            throws IOException {
        try (Scene scene = Scene.of("threads")) {
            scene.instead = asked -> asked.query().contains("status")
                    ? Optional.of(answered(200, "{\"status\": \"IN_PROGRESS\", \"id\": \"1\"}"))
                    : Optional.empty();
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.UNCLEAR);
            Duration waited = scene.pauses.stream().reduce(Duration.ZERO, Duration::plus);
            assertThat(waited).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
            Post intended = scene.ledger().get(0);
            assertThat(intended.state()).isEqualTo(Post.State.INTENDED);
            scene.instead = asked -> Optional.empty();
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.POSTED);
            assertThat(scene.ledger().get(0).key()).isEqualTo(intended.key());
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void a_container_that_the_network_could_not_prepare_says_why_and_is_prepared_anew() throws IOException {
        try (Scene scene = Scene.of("threads")) {
            scene.instead = asked -> asked.query().contains("status")
                    ? Optional.of(answered(200, "{\"status\": \"ERROR\", \"error_message\": \"UNKNOWN\"}"))
                    : Optional.empty();
            List<Line> lines = scene.publish(scene.draft(TEXT));
            assertThat(results(lines)).containsExactly(Result.FAILED);
            assertThat(lines.get(0).detail()).contains("ERROR", "UNKNOWN");
            scene.instead = asked -> Optional.empty();
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.POSTED);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void a_container_that_expired_is_prepared_anew() throws IOException {
        try (Scene scene = Scene.of("threads")) {
            scene.server.suffer(asked -> asked.path().endsWith("_publish") ? Mishap.CUT_BEFORE : Mishap.NONE);
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.UNCLEAR);
            String first = scene.ledger().get(0).key();
            scene.server.suffer(asked -> Mishap.NONE);
            scene.clock.move(Duration.ofHours(25));
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.POSTED);
            assertThat(scene.ledger().get(0).key()).isNotEqualTo(first);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void a_state_that_lags_behind_makes_no_second_post() throws IOException {
        try (Scene scene = Scene.of("threads")) {
            scene.suffer(Mishap.CUT_AFTER);
            scene.publish(scene.draft(TEXT));
            scene.server.suffer(asked -> Mishap.NONE);
            scene.instead = asked -> asked.query().contains("status")
                    ? Optional.of(answered(200, "{\"status\": \"FINISHED\", \"id\": \"1\"}"))
                    : Optional.empty();
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.POSTED);
            assertThat(scene.texts()).containsExactly(TEXT);
            assertThat(scene.ledger().get(0).url()).isPresent();
        }
    }

    @Test
    void a_lost_answer_is_looked_for_at_once() throws IOException {
        for (String network : List.of("threads", "facebook", "instagram")) {
            try (Scene scene = Scene.of(network)) {
                scene.server.suffer(
                        asked -> asked.path().matches(".*(_publish|/feed)") ? Mishap.CUT_AFTER : Mishap.NONE);
                assertThat(results(scene.publish(scene.draft(TEXT))))
                        .as(network)
                        .containsExactly(Result.POSTED);
                assertThat(scene.ledger().get(0).url()).as(network).isPresent();
                assertThat(scene.texts()).containsExactly(TEXT);
            }
        }
    }

    @Test
    void a_draft_that_was_corrected_before_its_container_went_out_goes_out_corrected() throws IOException {
        try (Scene scene = Scene.of("threads")) {
            scene.server.suffer(asked -> asked.path().endsWith("_publish") ? Mishap.CUT_BEFORE : Mishap.NONE);
            scene.publish(scene.draft(TEXT));
            scene.server.suffer(asked -> Mishap.NONE);
            assertThat(results(scene.publish(scene.draft("Corrected.")))).containsExactly(Result.POSTED);
            assertThat(scene.texts()).containsExactly("Corrected.");
        }
    }

    @Test
    void a_container_that_may_be_on_its_way_out_is_left_alone_even_if_the_draft_was_corrected() throws IOException {
        try (Scene scene = Scene.of("threads")) {
            scene.suffer(Mishap.CUT_AFTER);
            scene.publish(scene.draft(TEXT));
            scene.server.suffer(asked -> Mishap.NONE);
            scene.instead = asked -> asked.query().contains("status")
                    ? Optional.of(answered(200, "{\"status\": \"IN_PROGRESS\", \"id\": \"1\"}"))
                    : Optional.empty();
            assertThat(results(scene.publish(scene.draft("Corrected.")))).containsExactly(Result.UNCLEAR);
            scene.instead = asked -> Optional.empty();
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.FOUND);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void what_is_out_but_not_listed_is_not_sent_again() throws IOException {
        try (Scene scene = Scene.of("threads")) {
            scene.suffer(Mishap.CUT_AFTER);
            scene.publish(scene.draft(TEXT));
            scene.server.suffer(asked -> Mishap.NONE);
            scene.instead =
                    asked -> asked.method().equals("GET") && asked.path().endsWith("/threads")
                            ? Optional.of(answered(200, "{\"data\": []}"))
                            : Optional.empty();
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.UNCLEAR);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void a_container_that_the_network_has_forgotten_is_for_a_person_to_look_at() throws IOException {
        try (Scene scene = Scene.of("threads")) {
            scene.server.suffer(asked -> asked.path().endsWith("_publish") ? Mishap.CUT_BEFORE : Mishap.NONE);
            scene.publish(scene.draft(TEXT));
            scene.server.suffer(asked -> Mishap.NONE);
            scene.instead = asked -> asked.query().contains("status")
                    ? Optional.of(answered(400, "{\"error\": {\"message\": \"Unknown\", \"code\": 100}}"))
                    : Optional.empty();
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.TO_SETTLE);
            assertThat(scene.texts()).isEmpty();
        }
    }

    @Test
    void a_key_of_the_ledger_that_is_no_container_is_not_asked_for() throws IOException {
        try (Scene scene = Scene.of("threads")) {
            scene.kept.put(
                    "a",
                    List.of(new Post(
                            "acme",
                            "threads",
                            1,
                            Post.State.INTENDED,
                            "",
                            Optional.empty(),
                            Optional.of(Scene.NOW),
                            Keys.ofText(TEXT),
                            "//elsewhere.example/steal",
                            "")));
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.TO_SETTLE);
            assertThat(scene.asked).noneMatch(asked -> asked.path().contains("steal"));
        }
    }

    @Test
    void two_hundred_with_an_error_is_no_success() throws IOException {
        try (Scene scene = Scene.of("threads")) {
            String error = "{\"id\": \"1\", \"error\": {\"message\": \"No\", \"code\": 100}}";
            scene.answer("_publish", 200, error);
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.UNCLEAR);
            scene.kept.clear();
            scene.answer("/threads", 200, error);
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.FAILED);
            assertThat(scene.texts()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"id\": \"../me\"}", "{\"id\": true}", "null", "{\"id\": \"\"}"})
    void an_answer_without_an_id_is_none(String json) throws IOException {
        try (Scene scene = Scene.of("threads")) {
            scene.answer("_publish", 200, json);
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.UNCLEAR);
            scene.kept.clear();
            scene.answer("/threads", 200, json);
            assertThat(results(scene.publish(scene.draft(TEXT)))).containsExactly(Result.FAILED);
        }
    }

    @Test
    void an_expired_token_stops_the_account_and_says_so() throws IOException {
        try (Scene scene = Scene.of("threads")) {
            ((ThreadsUnderstudy) scene.understudy).expireTokens();
            List<Line> lines = scene.publish(scene.draft(TEXT));
            assertThat(lines)
                    .extracting(Line::detail)
                    .containsExactly(
                            "401: (190/463) Error validating access token: Session has expired; make a new token");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"1\": [{\"estimated_time_to_regain_access\": 7}, {\"estimated_time_to_regain_access\": 3}]}|420",
                "{\"1\": [{\"estimated_time_to_regain_access\": 99999999999999999}]}|604800",
                "{\"1\": 5}|3600",
                "nonsense|3600"
            })
    void a_limit_of_calls_tells_how_long_it_lasts_and_is_not_believed_beyond_a_week(String header, int seconds)
            throws IOException {
        for (int code : new int[] {4, 17, 32, 613}) {
            try (Scene scene = Scene.of("threads")) {
                String error = "{\"error\": {\"message\": \"Too many calls\", \"code\": " + code + "}}";
                scene.instead = asked -> Optional.of(
                        new Answered(400, "application/json", Map.of("X-Business-Use-Case-Usage", header), error));
                List<Line> lines = scene.publish(scene.draft(TEXT));
                assertThat(results(lines)).containsExactly(Result.FAILED);
                assertThat(lines.get(0).detail()).contains("left alone for " + seconds + " s");
                assertThat(scene.asked).hasSize(1);
            }
        }
    }

    @Test
    void calls_of_a_day_that_are_used_up_are_told_by_the_network_itself() throws IOException {
        try (Scene scene =
                Scene.of("threads", new ThreadsUnderstudy(Map.of(Scene.TOKEN, "acme"), 1, Clock.systemUTC()))) {
            List<Line> lines = scene.publish(scene.draft(TEXT));
            assertThat(lines.get(0).detail()).contains("too many calls", "left alone for 864");
            assertThat(scene.texts()).isEmpty();
        }
    }

    @Test
    void of_a_day_the_network_takes_two_hundred_and_fifty_posts() throws IOException {
        try (Scene scene = Scene.of("threads")) {
            for (int i = 0; i < 250; i++) {
                String container =
                        scene.post("/me/threads", "media_type=TEXT&text=" + i).body();
                scene.post("/me/threads_publish", "creation_id=" + container.replaceAll("\\D", ""));
            }
            List<Line> lines = scene.publish(scene.draft(TEXT));
            assertThat(results(lines)).containsExactly(Result.FAILED);
            assertThat(lines.get(0).detail()).contains("(9/2207042)", "left alone for 86400 s");
            assertThat(scene.texts()).hasSize(250);
        }
    }

    @Test
    void a_token_of_another_person_posts_nothing() throws IOException {
        try (Scene scene =
                Scene.of("threads", new ThreadsUnderstudy(Map.of(Scene.TOKEN, "marco"), 100, Clock.systemUTC()))) {
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::detail)
                    .containsExactly("the token is that of @marco, not of @acme");
            assertThat(scene.texts()).isEmpty();
        }
    }

    @Test
    void what_the_network_will_not_take_is_told_before_anything_is_asked() throws IOException {
        try (Scene scene = Scene.of("threads")) {
            Facet[] six = IntStream.range(0, 6)
                    .mapToObj(i -> new Facet(Facet.Kind.LINK, i, i + 1, "https://example.org/" + i))
                    .toArray(Facet[]::new);
            Media webp = new Media(Path.of("none.webp"), "image/webp", "", Scene.PAGE + "a.webp");
            Media wordy = new Media(Path.of("none.png"), "image/png", "x".repeat(1_001), Scene.PAGE + "a.png");
            List<Line> lines = new ArrayList<>();
            for (Outgoing draft : List.of(
                    scene.draft("x".repeat(501)),
                    marked(scene, six),
                    scene.draft(List.of(webp), TEXT),
                    scene.draft(List.of(wordy), TEXT))) {
                lines.addAll(scene.publish(draft));
            }
            assertThat(lines)
                    .extracting(Line::detail)
                    .containsExactly(
                            "a post counts 501, Threads takes 500",
                            "a post has 7 different links, Threads takes 5",
                            "a.webp is image/webp, wanted is image/jpeg or image/png: name such an image under media: in"
                                    + " the draft",
                            "the description of a.png has 1001 characters, at most are taken 1000");
            assertThat(scene.asked).isEmpty();
        }
    }

    @Test
    void a_post_that_is_gone_already_counts_as_taken_back_and_a_ledger_without_ids_is_told() throws IOException {
        try (Scene scene = Scene.of("threads")) {
            scene.publish(scene.draft("One", "Two"));
            Post two = scene.ledger().get(1);
            scene.round().withdraw("a", scene.handle(), List.of(two));
            assertThat(results(scene.round().withdraw("a", scene.handle(), List.of(two))))
                    .containsExactly(Result.WITHDRAWN);
            assertThat(scene.texts()).containsExactly("One");
            Post odd = new Post(
                    "acme", "threads", 1, Post.State.PUBLISHED, "//x.example", two.url(), two.at(), "", "", "");
            assertThat(results(scene.round().withdraw("a", scene.handle(), List.of(odd))))
                    .containsExactly(Result.FAILED);
        }
    }

    private static Answered answered(int status, String json) {
        return new Answered(status, "application/json", Map.of(), json);
    }
}
