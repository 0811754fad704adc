package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.publish.Line.Result;
import dev.byline.rehearsal.Answered;
import dev.byline.rehearsal.Asked;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.Shown;
import dev.byline.rehearsal.XUnderstudy;
import dev.byline.site.Post;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posting on X: its tokens, its images, its habit of showing texts otherwise than they were written. */
final class XPublishTest {
    private static final String TEXT =
            "Why we sign & <how>: " + Scene.PAGE + " \uD83E\uDDD1\u200D\uD83C\uDF73 #Bylines";

    private static Scene lying(Function<Asked, Answered> lies) {
        return Scene.of("x", new Liar(new XUnderstudy(Map.of(Scene.SIGNING_TOKEN, "acme"), Clock.systemUTC()), lies));
    }

    private static List<Line> publishWith(String token, Scene scene, Outgoing... drafts) throws IOException {
        Map<String, String> environment = new HashMap<>(scene.environment());
        environment.put(Secrets.tokenVariable("x", "acme"), token);
        return scene.round(environment, scene.wire(), scene.store()).publish(List.of(drafts), false);
    }

    @Test
    void a_signature_is_that_of_the_networks_own_example() {
        OAuth1 token = OAuth1.of(new Secret("xvz1evFS4wEEPTGEFPHBog:kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw:"
                + "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb:LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE"));
        URI uri = URI.create("https://api.x.com/1.1/statuses/update.json?include_entities=true"
                + "&status=Hello%20Ladies%20%2b%20Gentlemen%2c%20a%20signed%20OAuth%20request%21");
        assertThat(token.header(
                        "POST",
                        uri,
                        "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg",
                        Instant.ofEpochSecond(1_318_622_958)))
                .contains("oauth_signature=\"Ls93hJiZbQ3akF3HF3x1Bz8%2FzU4%3D\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key-of-app:secret-of-app:token-of-user",
                "key-of-app:secret-of-app:token-of-user:",
                "key-of-app:secret-of-app:token-of-user:short",
                "key-of-app:secret-of-app:token-of-user:secret-of-user:more",
                "::::::::::"
            })
    void a_token_of_other_than_four_parts_is_refused_before_anything_is_asked(String token) throws IOException {
        assertThatThrownBy(() -> OAuth1.of(new Secret(token))).isInstanceOf(IllegalArgumentException.class);
        try (Scene scene = Scene.of("x")) {
            List<Line> lines = publishWith(token, scene, scene.draft(TEXT));
            assertThat(lines).extracting(Line::result).containsExactly(Result.FAILED);
            assertThat(lines.get(0).detail()).contains("BYLINE_X_TOKEN_ACME").doesNotContain("of-app");
            assertThat(scene.server.requests()).isEmpty();
        }
    }

    @Test
    void a_token_of_oauth_2_posts_as_well() throws IOException {
        try (Scene scene = Scene.of("x", new XUnderstudy(Map.of(Scene.TOKEN, "acme"), Clock.systemUTC()))) {
            assertThat(publishWith(Scene.TOKEN, scene, scene.draft(List.of(Scene.image()), TEXT, "Two")))
                    .extracting(Line::result)
                    .containsOnly(Result.POSTED);
        }
    }

    @Test
    void a_signature_with_another_secret_is_none_and_stops_the_account() throws IOException {
        try (Scene scene = Scene.of("x")) {
            String other = Scene.SIGNING_TOKEN.replace("kept-77b1f0c25e", "kept-77b1f0c25f");
            assertThat(publishWith(other, scene, scene.draft(TEXT), scene.draft("Two")))
                    .extracting(Line::detail)
                    .containsExactly("401: Unauthorized", "401: Unauthorized");
            assertThat(scene.server.requests()).containsExactly("GET /2/users/me");
        }
    }

    @Test
    void each_part_of_a_token_is_a_secret() throws IOException {
        for (String part : Scene.SIGNING_TOKEN.split(":")) {
            try (Scene scene = lying(asked -> Liar.says(400, "{\"detail\": \"what is " + part + "?\"}"))) {
                assertThat(scene.publish(scene.draft(TEXT)))
                        .extracting(Line::detail)
                        .containsExactly("400: what is (secret)?");
            }
        }
    }

    @Test
    void a_post_has_its_address_and_up_to_four_images_each_described() throws IOException {
        try (Scene scene = Scene.of("x")) {
            List<Outgoing.Media> images = new ArrayList<>();
            for (String alt : List.of("One dot", "Two \"dots\"", "", "Vier Punkte, größer")) {
                images.add(new Outgoing.Media(
                        Scene.image().file(), "image/png", alt, Scene.image().address()));
            }
            assertThat(scene.publish(scene.draft(images, TEXT)))
                    .extracting(Line::detail)
                    .containsExactly("https://x.com/acme/status/"
                            + scene.understudy.shown().get(0).id());
            assertThat(scene.understudy.shown())
                    .flatExtracting(Shown::images)
                    .containsExactly("One dot", "Two \"dots\"", "", "Vier Punkte, größer");
            images.add(Scene.image());
            scene.kept.clear();
            assertThat(scene.publish(scene.draft(images, "Five")))
                    .extracting(Line::detail)
                    .containsExactly("a post has at most 4 images");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TEXT,
                "No link, but &amp; & &lt;b&gt; <b>",
                "e\u0301 is \u00e9: " + Scene.PAGE + "?a=1&b=2#c, " + Scene.PAGE + ".",
                "\uD83C\uDDEE\uD83C\uDDF9 1\uFE0F\u20E3\n\n" + Scene.PAGE
            })
    void a_post_whose_answer_was_lost_is_found_however_the_network_shows_it(String text) throws IOException {
        for (List<Outgoing.Media> images : List.of(List.<Outgoing.Media>of(), List.of(Scene.image()))) {
            try (Scene scene = Scene.of("x")) {
                scene.server.suffer(asked -> asked.path().equals("/2/tweets") ? Mishap.CUT_AFTER : Mishap.NONE);
                assertThat(scene.publish(scene.draft(images, text)))
                        .extracting(Line::result)
                        .containsExactly(Result.UNCLEAR);
                scene.server.suffer(asked -> Mishap.NONE);
                assertThat(scene.publish(scene.draft(images, text)))
                        .extracting(Line::result)
                        .containsExactly(Result.FOUND);
                assertThat(scene.texts()).containsExactly(text);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        'Read https://t.co/1'     | http://byline.example                | ''                                   | 2026-06-01T12:00:00Z | true
        'Something https://t.co/1'| https://blog.example.com/articles/a/ | ''                                   | 2026-06-01T11:30:00Z | true
        'Something https://t.co/1'| https://short.example/1              | https://blog.example.com/articles/a/ | 2026-06-01T11:30:00Z | true
        'Something https://t.co/1'| https://blog.example.com/articles/a/ | ''                                   | 2026-05-31T12:00:00Z | false
        'Something https://t.co/1'| https://blog.example.com/articles/b/ | ''                                   | 2026-06-01T12:00:00Z | false
        """)
    void a_post_is_told_by_its_text_or_by_its_link_from_then_on(
            String text, String expanded, String unwound, String created, boolean isThat) throws IOException {
        String timeline = """
                {"data": [{"id": "7", "text": "%s", "created_at": "%s", "entities": {"urls":
                [{"url": "https://t.co/1", "expanded_url": "%s", "unwound_url": "%s"}]}}], "meta": {"result_count": 1}}""".formatted(text, created, expanded, unwound);
        try (Scene scene = lying(asked ->
                asked.path().endsWith("/tweets") && asked.method().equals("GET") ? Liar.says(200, timeline) : null)) {
            scene.server.suffer(asked -> asked.method().equals("POST") ? Mishap.CUT_BEFORE : Mishap.NONE);
            scene.publish(scene.draft("Read byline.example"));
            scene.server.suffer(asked -> Mishap.NONE);
            assertThat(scene.publish(scene.draft("Read byline.example")))
                    .extracting(Line::result)
                    .containsExactly(isThat ? Result.FOUND : Result.POSTED);
        }
    }

    @Test
    void a_part_of_a_thread_is_not_found_in_another_place() throws IOException {
        try (Scene scene = Scene.of("x")) {
            scene.publish(scene.draft("Two"));
            scene.kept.clear();
            List<Line> lines = scene.publish(scene.draft("One", "Two"));
            assertThat(lines).extracting(Line::result).containsExactly(Result.POSTED, Result.FAILED);
            assertThat(lines.get(1).detail())
                    .isEqualTo("403: You are not allowed to create a Tweet with duplicate content. Change the text.");
            assertThat(scene.texts()).containsExactlyInAnyOrder("One", "Two");
        }
    }

    @Test
    void what_the_network_calls_a_duplicate_is_looked_for_and_is_the_post() throws IOException {
        try (Scene scene = Scene.of("x")) {
            scene.publish(scene.draft("One", TEXT));
            List<Post> before = scene.ledger();
            scene.kept.clear();
            scene.publish(scene.draft("One", TEXT));
            assertThat(scene.texts()).containsExactly("One", TEXT);
            assertThat(scene.ledger())
                    .extracting(Post::id)
                    .containsExactlyElementsOf(before.stream().map(Post::id).toList());
        }
    }

    @Test
    void a_token_of_another_person_posts_nothing() throws IOException {
        try (Scene scene = Scene.of("x", new XUnderstudy(Map.of(Scene.SIGNING_TOKEN, "marco"), Clock.systemUTC()))) {
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::detail)
                    .containsExactly("the token is that of @marco, not of @acme");
            assertThat(scene.ledger()).isEmpty();
        }
    }

    @Test
    void a_limit_says_when_it_ends_and_the_draft_waits_for_the_next_run() throws IOException {
        try (Scene scene = Scene.of("x", new XUnderstudy(Map.of(Scene.SIGNING_TOKEN, "acme"), Clock.systemUTC()))) {
            List<Outgoing> drafts = new ArrayList<>();
            for (int i = 1; i <= 101; i++) {
                drafts.add(article("a" + i, scene.draft("Post " + i)));
            }
            List<Line> lines = scene.round().publish(drafts, false);
            assertThat(lines.get(99).result()).isEqualTo(Result.POSTED);
            assertThat(lines.get(100).result()).isEqualTo(Result.FAILED);
            assertThat(lines.get(100).detail())
                    .matches("the server's limit of requests is used up; it wants to be left alone for [89]\\d\\d s");
            assertThat(scene.texts()).hasSize(100);
        }
    }

    private static Outgoing article(String article, Outgoing draft) {
        return new Outgoing(
                article,
                draft.account(),
                draft.network(),
                draft.handle(),
                draft.language(),
                draft.visibility(),
                draft.warning(),
                draft.media(),
                draft.link(),
                draft.parts(),
                draft.planned(),
                draft.place());
    }

    @Test
    void without_credits_nothing_else_is_asked() throws IOException {
        String body = "{\"title\": \"CreditsDepleted\", \"detail\": \"The account does not have any credits.\"}";
        try (Scene scene = lying(asked -> asked.path().equals("/2/tweets") ? Liar.says(402, body) : null)) {
            List<Line> lines =
                    scene.round().publish(List.of(scene.draft("One"), article("b", scene.draft("Two"))), false);
            assertThat(lines)
                    .extracting(Line::detail)
                    .containsExactly(
                            "402: The account does not have any credits.",
                            "402: The account does not have any credits.");
            assertThat(scene.server.requests()).containsExactly("GET /2/users/me", "POST /2/tweets");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2/users/me", "/2/media/upload", "/2/media/metadata"})
    void as_long_as_a_server_makes_no_sense_nothing_is_posted(String path) throws IOException {
        for (String body : List.of("<html>Hello", "[]", "{\"data\": {\"id\": \"../x\"}}", "{\"data\": 1}", "")) {
            int status = path.endsWith("metadata") ? 500 : 200;
            try (Scene scene = lying(asked -> asked.path().equals(path) ? Liar.says(status, body) : null)) {
                assertThat(scene.publish(scene.draft(List.of(Scene.image()), TEXT)))
                        .extracting(Line::result)
                        .containsExactly(Result.FAILED);
                assertThat(scene.texts()).isEmpty();
            }
        }
    }

    @Test
    void a_success_that_names_no_post_is_looked_up_and_while_nobody_can_tell_not_repeated() throws IOException {
        XUnderstudy truth = new XUnderstudy(Map.of(Scene.SIGNING_TOKEN, "acme"), Clock.systemUTC());
        String[] timeline = {"<html>Hello"};
        Function<Asked, Answered> lies = asked -> {
            if (asked.path().equals("/2/tweets")) {
                truth.answer(asked);
                return Liar.says(201, "{\"errors\": [{\"message\": \"something\"}]}");
            }
            return asked.path().endsWith("/tweets") && timeline[0] != null ? Liar.says(200, timeline[0]) : null;
        };
        try (Scene scene = Scene.of("x", new Liar(truth, lies))) {
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.UNCLEAR);
            for (String body : List.of("<html>Hello", "{}", "{\"meta\": {}}", "{\"data\": {}}", "")) {
                timeline[0] = body;
                assertThat(scene.publish(scene.draft(TEXT)))
                        .extracting(Line::result)
                        .containsExactly(Result.UNCLEAR);
            }
            timeline[0] = null;
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.FOUND);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void what_somebody_deleted_counts_as_withdrawn_and_a_lie_about_it_does_not() throws IOException {
        String[] answer = {"{\"data\": {\"deleted\": false}}"};
        int[] status = {200};
        try (Scene scene = lying(asked -> asked.method().equals("DELETE") ? Liar.says(status[0], answer[0]) : null)) {
            scene.publish(scene.draft(TEXT));
            assertThat(scene.round().withdraw("a", "@acme", scene.ledger()))
                    .extracting(Line::result)
                    .containsExactly(Result.FAILED);
            status[0] = 404;
            answer[0] = "{\"title\": \"Not Found Error\"}";
            assertThat(scene.round().withdraw("a", "@acme", scene.ledger()))
                    .extracting(Line::result)
                    .containsExactly(Result.WITHDRAWN);
        }
    }
}
