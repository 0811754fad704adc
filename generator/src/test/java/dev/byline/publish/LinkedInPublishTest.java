package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.publish.Line.Result;
import dev.byline.rehearsal.Answered;
import dev.byline.rehearsal.Asked;
import dev.byline.rehearsal.LinkedInUnderstudy;
import dev.byline.rehearsal.LinkedInUnderstudy.Grant;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.Shown;
import dev.byline.site.Post;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posting on LinkedIn, for a page and for a member. */
final class LinkedInPublishTest {
    private static final String TEXT = "What (really) counts, says @Amina: | {a} [b] <c> * ~ \\ snake_case\n\n"
            + Scene.PAGE + "\n\n#Bylines #Größe";

    private static LinkedInUnderstudy network(String account, Grant... grants) {
        return new LinkedInUnderstudy(
                Map.of(Scene.TOKEN, account), Set.copyOf(Arrays.asList(grants)), Clock.systemUTC());
    }

    private static Scene lying(Function<Asked, Answered> lies) {
        return Scene.of("linkedin", new Liar(network("company/acme", Grant.READ_PAGES), lies));
    }

    /** The same draft for another account, or about another article. */
    private static Outgoing of(Outgoing draft, String article, String handle) {
        return new Outgoing(
                article,
                draft.account(),
                draft.network(),
                handle,
                draft.language(),
                draft.visibility(),
                draft.warning(),
                draft.media(),
                draft.link(),
                draft.parts(),
                draft.planned(),
                draft.place());
    }

    private static Outgoing ofMember(Outgoing draft) {
        return of(draft, "a", "in/giulia-ferri");
    }

    @Test
    void a_text_arrives_whole_with_the_card_of_the_page_and_has_its_address() throws IOException {
        LinkedInUnderstudy network = network("company/acme");
        try (Scene scene = Scene.of("linkedin", network)) {
            List<Line> lines = scene.publish(scene.draft(TEXT));
            assertThat(scene.texts()).containsExactly(TEXT);
            String id = network.shown().get(0).id();
            assertThat(network.content(id))
                    .startsWith("{\"article\":{")
                    .contains(
                            "\"source\":\"" + Scene.PAGE + "\"", "\"title\":\"A\"", "\"description\":\"What A says.\"");
            assertThat(lines)
                    .extracting(Line::detail)
                    .containsExactly("https://www.linkedin.com/feed/update/" + id + "/");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20})
    void images_are_processed_and_described_before_they_are_posted(int count) throws IOException {
        try (Scene scene = Scene.of("linkedin")) {
            List<Outgoing.Media> images = new ArrayList<>();
            List<String> alts = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                alts.add("Größer: " + i + " \"dots\"");
                images.add(new Outgoing.Media(
                        Scene.image().file(),
                        "image/png",
                        alts.get(i - 1),
                        Scene.image().address()));
            }
            assertThat(scene.publish(scene.draft(images, TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
            assertThat(scene.understudy.shown()).flatExtracting(Shown::images).containsExactlyElementsOf(alts);
            assertThat(scene.pauses).hasSize(count);
        }
    }

    @Test
    void a_thread_or_too_many_images_or_others_are_refused_before_anything_is_asked() throws IOException {
        try (Scene scene = Scene.of("linkedin")) {
            assertThat(scene.publish(scene.draft("One", "Two")))
                    .extracting(Line::detail)
                    .containsExactly("LinkedIn has no threads, and the draft has 2 parts: make it one post");
            List<Outgoing.Media> images = java.util.Collections.nCopies(21, Scene.image());
            assertThat(scene.publish(scene.draft(images, "One")))
                    .extracting(Line::detail)
                    .containsExactly("a post has at most 20 images");
            Outgoing.Media webp = new Outgoing.Media(
                    Scene.image().file(), "image/webp", "A dot", Scene.image().address());
            assertThat(scene.publish(scene.draft(List.of(webp), "One")))
                    .extracting(Line::detail)
                    .containsExactly("dot.png is image/webp; LinkedIn takes JPEG, PNG and GIF");
            assertThat(scene.server.requests()).isEmpty();
        }
    }

    @Test
    void a_member_posts_too_and_a_lost_answer_is_for_a_person_to_look_at() throws IOException {
        try (Scene scene = Scene.of("linkedin", network("in/giulia-ferri"))) {
            Outgoing draft = ofMember(scene.draft(List.of(Scene.image()), TEXT));
            scene.server.suffer(asked -> asked.path().equals("/rest/posts") ? Mishap.CUT_AFTER : Mishap.NONE);
            assertThat(scene.publish(draft)).extracting(Line::result).containsExactly(Result.UNCLEAR);
            scene.server.suffer(asked -> Mishap.NONE);
            assertThat(scene.publish(draft)).extracting(Line::result).containsExactly(Result.TO_SETTLE);
            assertThat(scene.texts()).containsExactly(TEXT);
            scene.round().settle("a", scene.ledger().get(0), true);
            assertThat(scene.publish(draft)).isEmpty();
            assertThat(scene.understudy.shown()).extracting(Shown::by).containsExactly("in/giulia-ferri");
        }
    }

    @Test
    void a_token_that_may_not_list_the_pages_posts_leaves_a_lost_answer_to_a_person() throws IOException {
        try (Scene scene = Scene.of("linkedin", network("company/acme"))) {
            scene.server.suffer(asked -> asked.path().equals("/rest/posts") ? Mishap.CUT_AFTER : Mishap.NONE);
            scene.publish(scene.draft(TEXT));
            scene.server.suffer(asked -> Mishap.NONE);
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.TO_SETTLE);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void a_pages_post_whose_answer_was_lost_is_found_though_its_hashtags_are_written_otherwise() throws IOException {
        try (Scene scene = Scene.of("linkedin")) {
            scene.server.suffer(asked -> asked.path().equals("/rest/posts") ? Mishap.CUT_AFTER : Mishap.NONE);
            scene.publish(scene.draft(List.of(Scene.image()), TEXT));
            scene.server.suffer(asked -> Mishap.NONE);
            assertThat(scene.publish(scene.draft(List.of(Scene.image()), TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.FOUND);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void a_token_that_tells_its_member_posts_for_no_other() throws IOException {
        try (Scene scene = Scene.of("linkedin", network("in/marco", Grant.BASIC_PROFILE))) {
            assertThat(scene.publish(ofMember(scene.draft(TEXT))))
                    .extracting(Line::detail)
                    .containsExactly("the token is that of in/marco, not of in/giulia-ferri");
            assertThat(scene.server.requests()).containsExactly("GET /v2/me");
        }
        try (Scene scene = Scene.of("linkedin", network("in/Giulia-Ferri", Grant.BASIC_PROFILE))) {
            assertThat(scene.publish(ofMember(scene.draft(TEXT))))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
        }
    }

    @Test
    void a_page_that_nobody_knows_or_that_is_anothers_gets_no_post() throws IOException {
        try (Scene scene = Scene.of("linkedin", network("company/other"))) {
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::detail)
                    .containsExactly("LinkedIn knows no company/acme");
            assertThat(scene.publish(of(scene.draft(TEXT), "a", "company/12345")))
                    .extracting(Line::detail)
                    .containsExactly("403: Not enough permissions to access: posts.CREATE");
            assertThat(scene.texts()).isEmpty();
        }
    }

    @Test
    void the_version_can_be_told_and_one_that_is_gone_says_so() throws IOException {
        try (Scene scene = Scene.of("linkedin")) {
            Map<String, String> environment = new HashMap<>(scene.environment());
            environment.put("BYLINE_LINKEDIN_VERSION_ACME", "202401");
            assertThat(scene.round(environment, scene.wire(), scene.store()).publish(List.of(scene.draft(TEXT)), false))
                    .extracting(Line::detail)
                    .containsExactly("426: Requested version 202401 is not active; name a newer version than 202401");
            environment.put("BYLINE_LINKEDIN_VERSION_ACME", "202603");
            assertThat(scene.round(environment, scene.wire(), scene.store()).publish(List.of(scene.draft(TEXT)), false))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
        }
    }

    @Test
    void what_the_network_names_as_the_same_post_is_the_post() throws IOException {
        try (Scene scene = Scene.of("linkedin")) {
            scene.publish(scene.draft(TEXT));
            List<Post> before = scene.ledger();
            scene.kept.clear();
            scene.publish(scene.draft(TEXT));
            assertThat(scene.texts()).containsExactly(TEXT);
            assertThat(scene.ledger())
                    .extracting(Post::id)
                    .containsExactly(before.get(0).id());
        }
    }

    @Test
    void a_deleted_post_that_the_network_remembers_is_not_taken_for_one_that_is_out() throws IOException {
        try (Scene scene = Scene.of("linkedin")) {
            scene.publish(scene.draft(TEXT));
            scene.round().withdraw("a", "company/acme", scene.ledger());
            scene.kept.clear();
            List<Line> lines = scene.publish(scene.draft(TEXT));
            assertThat(lines).extracting(Line::result).containsExactly(Result.FAILED);
            assertThat(lines.get(0).detail()).startsWith("422: ").endsWith("Change the text, or wait a day.");
            assertThat(scene.texts()).isEmpty();
        }
    }

    @Test
    void a_limit_is_told_in_the_networks_words() throws IOException {
        try (Scene scene = Scene.of("linkedin", network("company/acme"))) {
            List<Outgoing> drafts = new ArrayList<>();
            for (int i = 1; i <= 150; i++) {
                drafts.add(of(scene.draft("Post " + i), "a" + i, "company/acme"));
            }
            List<Line> lines = scene.round().publish(drafts, false);
            assertThat(lines.get(148).result()).isEqualTo(Result.POSTED);
            assertThat(lines.get(149).result()).isEqualTo(Result.FAILED);
            assertThat(lines.get(149).detail())
                    .startsWith("429: Resource level throttle limit for calls to this resource is reached.");
            assertThat(scene.texts()).hasSize(149);
        }
    }

    @Test
    void a_token_that_has_run_out_stops_the_account() throws IOException {
        String body = """
                {"status": 401, "serviceErrorCode": 65602, "code": "EXPIRED_ACCESS_TOKEN",
                 "message": "The token used in the request has expired"}""";
        try (Scene scene = lying(asked -> Liar.says(401, body))) {
            assertThat(scene.round()
                            .publish(List.of(scene.draft(TEXT), of(scene.draft("Two"), "b", "company/acme")), false))
                    .extracting(Line::detail)
                    .containsOnly("401: The token used in the request has expired");
            assertThat(scene.server.requests()).hasSize(1);
        }
    }

    @Test
    void a_picture_and_with_it_the_token_goes_to_no_other_host() throws IOException {
        for (String address : List.of(
                "https://evil.example/linkedin.com",
                "https://linkedin.com@evil.example/",
                "https://evil-linkedin.com/",
                "http://www.linkedin.com/dms-uploads/1",
                "https:///x")) {
            String body = "{\"value\": {\"image\": \"urn:li:image:C1\", \"uploadUrl\": \"" + address + "\"}}";
            try (Scene scene = lying(asked -> asked.path().equals("/rest/images") ? Liar.says(200, body) : null)) {
                List<String> hosts = new ArrayList<>();
                Wire wire = call -> {
                    hosts.add(call.uri().getAuthority());
                    return scene.wire().send(call);
                };
                assertThat(scene.round(wire, scene.store())
                                .publish(List.of(scene.draft(List.of(Scene.image()), TEXT)), false))
                        .extracting(Line::detail)
                        .containsExactly("an image is to be sent to an address that is not LinkedIn's");
                assertThat(hosts).containsOnly(scene.server.address().getAuthority());
            }
        }
    }

    @Test
    void an_image_that_the_network_cannot_use_is_not_posted() throws IOException {
        try (Scene scene = lying(asked -> asked.path().startsWith("/rest/images/")
                ? Liar.says(200, "{\"status\": \"PROCESSING_FAILED\"}")
                : null)) {
            assertThat(scene.publish(scene.draft(List.of(Scene.image()), TEXT)))
                    .extracting(Line::detail)
                    .containsExactly("LinkedIn cannot make use of an image");
            assertThat(scene.texts()).isEmpty();
        }
    }

    @Test
    void a_token_that_may_only_write_posts_its_images_unasked() throws IOException {
        try (Scene scene = lying(
                asked -> asked.path().startsWith("/rest/images/") ? Liar.says(403, "{\"message\": \"no\"}") : null)) {
            assertThat(scene.publish(scene.draft(List.of(Scene.image()), TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rest/organizations", "/rest/images"})
    void as_long_as_a_server_makes_no_sense_nothing_is_posted(String path) throws IOException {
        for (String body :
                List.of("<html>Hello", "[]", "{\"elements\": 1}", "{\"value\": {\"image\": \"../x\"}}", "")) {
            try (Scene scene = lying(asked -> asked.path().equals(path) ? Liar.says(200, body) : null)) {
                assertThat(scene.publish(scene.draft(List.of(Scene.image()), TEXT)))
                        .extracting(Line::result)
                        .containsExactly(Result.FAILED);
                assertThat(scene.texts()).isEmpty();
            }
        }
    }

    @Test
    void a_success_that_names_no_post_is_looked_up_and_while_nobody_can_tell_not_repeated() throws IOException {
        LinkedInUnderstudy truth = network("company/acme", Grant.READ_PAGES);
        String[] list = {"<html>Hello"};
        Function<Asked, Answered> lies = asked -> {
            if (asked.method().equals("POST") && asked.path().equals("/rest/posts")) {
                truth.answer(asked);
                return new Answered(201, "application/json", Map.of("x-restli-id", "urn:li:person:1"), "");
            }
            return asked.path().equals("/rest/posts") && list[0] != null ? Liar.says(200, list[0]) : null;
        };
        try (Scene scene = Scene.of("linkedin", new Liar(truth, lies))) {
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.UNCLEAR);
            for (String body : List.of("<html>Hello", "{}", "{\"elements\": {}}", "")) {
                list[0] = body;
                assertThat(scene.publish(scene.draft(TEXT)))
                        .extracting(Line::result)
                        .containsExactly(Result.UNCLEAR);
            }
            list[0] = null;
            assertThat(scene.publish(scene.draft(TEXT)))
                    .extracting(Line::result)
                    .containsExactly(Result.FOUND);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void what_is_withdrawn_is_gone_and_what_somebody_deleted_counts_as_withdrawn() throws IOException {
        try (Scene scene = Scene.of("linkedin")) {
            scene.publish(scene.draft(TEXT));
            List<Post> posts = scene.ledger();
            assertThat(scene.round().withdraw("a", "company/acme", posts))
                    .extracting(Line::result)
                    .containsExactly(Result.WITHDRAWN);
            assertThat(scene.texts()).isEmpty();
            assertThat(scene.round().withdraw("a", "company/acme", posts))
                    .extracting(Line::result)
                    .containsExactly(Result.WITHDRAWN);
        }
    }
}
