package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.byline.network.Facet;
import dev.byline.publish.Line.Result;
import dev.byline.rehearsal.Answered;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.RelayUnderstudy;
import dev.byline.rehearsal.Shown;
import dev.byline.rehearsal.Understudy;
import dev.byline.rehearsal.Venue;
import dev.byline.schnorr.Schnorr;
import dev.byline.site.Post;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Notes, and relays that keep the rules or not. */
final class NostrPublishTest {
    private static final String TEXT = "Why we sign: " + Scene.PAGE;
    private static final String KEY = Schnorr.publicKey(Scene.HEX_KEY);

    private static RelayUnderstudy relay() {
        return new RelayUnderstudy(Set.of(KEY), new Scene.MovingClock());
    }

    /** A relay that says whatever a test wants, to the event's id among others. */
    private record Parrot(Function<String, String> says) implements Understudy {
        @Override
        public Answered answer(dev.byline.rehearsal.Asked asked) {
            String id = asked.body().replaceFirst("(?s).*\"id\":\"([0-9a-f]{64})\".*", "$1");
            return new Answered(200, "text/plain", Map.of(), says.apply(id));
        }

        @Override
        public List<Shown> shown() {
            return List.of();
        }
    }

    private static List<Line> publish(Scene scene, Duration patience, Outgoing draft, String... relays)
            throws IOException {
        Map<String, String> environment = new HashMap<>(scene.environment());
        environment.put(Secrets.serverVariable("nostr", "acme"), String.join(", ", relays));
        return new Round(
                        new Secrets(environment),
                        scene.wire(),
                        new Ledger(scene.kept, scene.store()),
                        scene.clock,
                        scene.pauses::add,
                        patience)
                .publish(List.of(draft), false);
    }

    private static List<Line> publish(Scene scene, String... relays) throws IOException {
        return publish(scene, Duration.ofSeconds(2), scene.draft(TEXT), relays);
    }

    private static String at(Venue venue) {
        return venue.address().toString();
    }

    @Test
    void a_thread_is_tied_together_by_root_and_reply_as_nip_10_says() throws IOException {
        try (Scene scene = Scene.of("nostr")) {
            List<Line> lines = scene.publish(scene.draft("One", "Two", "Three"));
            assertThat(lines).extracting(Line::result).containsOnly(Result.POSTED);
            assertThat(lines.get(0).detail()).startsWith("https://njump.me/note1");
            List<JsonNode> events = ((RelayUnderstudy) scene.understudy).events();
            List<String> ids =
                    events.stream().map(event -> event.path("id").asString("")).toList();
            String hint = at(scene.server);
            assertThat(tags(events.get(0), "e")).isEmpty();
            assertThat(tags(events.get(1), "e")).containsExactly(List.of("e", ids.get(0), hint, "root", KEY));
            assertThat(tags(events.get(2), "e"))
                    .containsExactly(
                            List.of("e", ids.get(0), hint, "root", KEY), List.of("e", ids.get(1), hint, "reply", KEY));
            assertThat(tags(events.get(2), "p")).containsExactly(List.of("p", KEY));
            assertThat(scene.understudy.shown())
                    .extracting(Shown::text, Shown::inReplyTo)
                    .containsExactly(tuple("One", ""), tuple("Two", ids.get(0)), tuple("Three", ids.get(1)));
        }
    }

    private static List<List<String>> tags(JsonNode event, String name) {
        List<List<String>> tags = new ArrayList<>();
        for (JsonNode tag : event.path("tags")) {
            List<String> fields = new ArrayList<>();
            tag.forEach(field -> fields.add(field.asString("")));
            if (fields.get(0).equals(name)) {
                tags.add(fields);
            }
        }
        return tags;
    }

    @Test
    void what_lies_over_the_text_becomes_tags_and_a_warning_one_too() throws IOException {
        try (Scene scene = Scene.of("nostr")) {
            String text = "With nostr:" + Scene.NPUB + ": " + Scene.PAGE + " #Bylines";
            List<Facet> marks = new dev.byline.network.Nostr().facets(text);
            Outgoing plain = scene.draft(text);
            scene.publish(new Outgoing(
                    plain.article(),
                    plain.account(),
                    plain.network(),
                    plain.handle(),
                    plain.language(),
                    Optional.empty(),
                    Optional.of("Names"),
                    List.of(),
                    plain.link(),
                    List.of(new Outgoing.Text(text, text.length(), marks)),
                    plain.planned(),
                    plain.place()));
            JsonNode event = ((RelayUnderstudy) scene.understudy).events().get(0);
            assertThat(event.path("content").asString("")).isEqualTo(text);
            assertThat(event.path("created_at").asLong()).isEqualTo(Scene.NOW.getEpochSecond());
            assertThat(event.path("tags").toString())
                    .isEqualTo("[[\"p\",\"" + KEY + "\"],[\"t\",\"bylines\"],[\"r\",\"" + Scene.PAGE
                            + "\"],[\"content-warning\",\"Names\"]]");
        }
    }

    @Test
    void a_key_as_hexadecimal_digits_is_as_good() throws IOException {
        try (Scene scene = Scene.of("nostr")) {
            Map<String, String> hex = new HashMap<>(scene.environment());
            hex.put(Secrets.tokenVariable("nostr", "acme"), Scene.HEX_KEY);
            assertThat(scene.round(hex, scene.wire(), scene.store()).publish(List.of(scene.draft(TEXT)), false))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
        }
    }

    @Test
    void the_key_of_another_posts_nothing() throws IOException {
        try (Scene scene = Scene.of("nostr")) {
            Outgoing others = scene.draft(TEXT).as(dev.byline.network.Nostr.npub("0".repeat(63) + "1"));
            assertThat(scene.publish(others)).singleElement().satisfies(line -> {
                assertThat(line.result()).isEqualTo(Result.FAILED);
                assertThat(line.detail()).startsWith("the key is that of another than npub1");
            });
            assertThat(scene.publish(scene.draft(TEXT).as("")))
                    .extracting(Line::detail)
                    .containsExactly("the key is that of nobody: the account has no npub");
            assertThat(scene.server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nsec1broken", "0000000000000000000000000000000000000000000000000000000000000000", "password"})
    void what_is_no_key_is_told_by_the_name_of_its_variable(String token) throws IOException {
        try (Scene scene = Scene.of("nostr")) {
            Map<String, String> wrong = new HashMap<>(scene.environment());
            wrong.put(Secrets.tokenVariable("nostr", "acme"), token);
            assertThat(scene.round(wrong, scene.wire(), scene.store()).publish(List.of(scene.draft(TEXT)), false))
                    .extracting(Line::detail)
                    .containsExactly(
                            "no address or no key: look at BYLINE_NOSTR_TOKEN_ACME and" + " BYLINE_NOSTR_SERVER_ACME");
        }
    }

    @Test
    void one_relay_that_takes_it_is_enough_and_the_others_are_told() throws IOException {
        RelayUnderstudy other = relay();
        other.refuse("auth-required: we only take notes from members");
        try (Scene scene = Scene.of("nostr");
                Venue refusing = Venue.open("nostr", other)) {
            Venue down = Venue.open("nostr", relay());
            down.close();
            List<Line> lines = publish(scene, at(down), at(refusing), at(scene.server));
            assertThat(lines).singleElement().satisfies(line -> {
                assertThat(line.result()).isEqualTo(Result.POSTED);
                assertThat(line.detail())
                        .contains("not taken by 127.0.0.1: no connection")
                        .contains("; 127.0.0.1: auth-required: we only take notes from members)");
            });
            assertThat(scene.texts()).containsExactly(TEXT);
            assertThat(publish(scene, at(down), at(scene.server))).isEmpty();
        }
    }

    @Test
    void a_relay_that_is_slow_keeps_no_other_from_having_it() throws IOException {
        try (Scene scene = Scene.of("nostr");
                Venue slow = Venue.open("nostr", relay())) {
            slow.suffer(asked -> Mishap.SLOW);
            List<Line> lines = publish(scene, Duration.ofMillis(300), scene.draft(TEXT), at(slow), at(scene.server));
            assertThat(lines).extracting(Line::result).containsExactly(Result.POSTED);
            assertThat(lines.get(0).detail()).contains("not taken by 127.0.0.1: no answer in time");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rate-limited: slow down, 3, FAILED",
        "error: could not connect to the database, 3, FAILED",
        "blocked: you are banned, 1, FAILED",
        "invalid: created too early, 1, FAILED",
        "pow: difficulty 26 is less than 30, 1, FAILED"
    })
    void what_every_relay_refuses_is_certainly_not_posted(String reason, int requests, Result result)
            throws IOException {
        RelayUnderstudy relay = relay();
        relay.refuse(reason);
        try (Scene scene = Scene.of("nostr", relay)) {
            // A busy relay asks for no longer than a test waits.
            List<Line> lines = publish(scene, Duration.ofSeconds(5), scene.draft(TEXT), at(scene.server));
            assertThat(lines).extracting(Line::result).containsExactly(result);
            assertThat(lines.get(0).detail()).startsWith("127.0.0.1: " + reason);
            assertThat(scene.server.requests()).hasSize(requests);
            relay.refuse("");
            assertThat(publish(scene, at(scene.server)))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
        }
    }

    @Test
    void a_duplicate_is_a_post_that_is_there() throws IOException {
        RelayUnderstudy relay = relay();
        relay.refuse("duplicate: already have this event");
        try (Scene scene = Scene.of("nostr", relay)) {
            assertThat(publish(scene, at(scene.server)))
                    .extracting(Line::result)
                    .containsExactly(Result.POSTED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"OK\", \"0000000000000000000000000000000000000000000000000000000000000000\", true, \"\"]",
                "[\"EOSE\", \"byline\"]",
                "[\"OK\"]",
                "{\"OK\": true}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "null",
                "<html>",
                "[\"NOTICE\", \"what?\"]"
            })
    void a_relay_that_answers_beside_the_point_has_not_taken_it(String frame) throws IOException {
        try (Scene scene = Scene.of("nostr", new Parrot(id -> frame))) {
            List<Line> lines = publish(scene, Duration.ofMillis(200), scene.draft(TEXT), at(scene.server));
            assertThat(lines).extracting(Line::result).containsExactly(Result.UNCLEAR);
            assertThat(scene.ledger()).extracting(Post::state).containsExactly(Post.State.INTENDED);
        }
    }

    @Test
    void a_relay_that_shows_a_forged_note_has_not_shown_ours() throws IOException {
        try (Scene scene = Scene.of("nostr")) {
            scene.server.suffer(asked -> Mishap.CUT_BEFORE);
            scene.publish(scene.draft(TEXT));
            try (Venue liar = Venue.open(
                    "nostr",
                    new Parrot(id -> "[\"EVENT\", \"byline\", {\"id\": \"" + id + "\", \"pubkey\": \"" + KEY
                            + "\", \"created_at\": " + Scene.NOW.getEpochSecond() + ", \"kind\": 1, \"tags\": [],"
                            + " \"content\": \"" + TEXT + "\", \"sig\": \"" + "00".repeat(64)
                            + "\"}]\n[\"EOSE\", \"byline\"]"))) {
                scene.server.suffer(asked -> Mishap.NONE);
                assertThat(publish(scene, Duration.ofMillis(500), scene.draft(TEXT), at(liar), at(scene.server)))
                        .extracting(Line::result)
                        .containsExactly(Result.POSTED);
            }
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mishap.class,
            names = {"HTML", "OTHER_CHARSET", "HUGE", "SLOW", "CUT_AFTER", "BROKEN_AFTER"})
    void a_relay_that_takes_a_note_and_lies_about_it_has_it_once(Mishap mishap) throws IOException {
        try (Scene scene = Scene.of("nostr")) {
            scene.server.suffer(asked -> mishap);
            assertThat(publish(scene, Duration.ofSeconds(1), scene.draft(TEXT), at(scene.server)))
                    .extracting(Line::result)
                    .containsExactly(Result.UNCLEAR);
            scene.server.suffer(asked -> Mishap.NONE);
            assertThat(publish(scene, Duration.ofSeconds(20), scene.draft(TEXT), at(scene.server)))
                    .extracting(Line::result)
                    .containsExactly(Result.FOUND);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void a_draft_that_was_edited_while_its_fate_was_unknown_is_found_as_it_was_posted() throws IOException {
        try (Scene scene = Scene.of("nostr")) {
            scene.server.suffer(asked -> Mishap.CUT_AFTER);
            publish(scene, at(scene.server));
            Outgoing edited = scene.draft("Indeed. " + TEXT);
            // While it cannot be looked up another text is not sent: it would be another note.
            assertThat(publish(scene, Duration.ofSeconds(2), edited, at(scene.server)))
                    .extracting(Line::result)
                    .containsExactly(Result.TO_SETTLE);
            scene.server.suffer(asked -> Mishap.NONE);
            assertThat(publish(scene, Duration.ofSeconds(2), edited, at(scene.server)))
                    .extracting(Line::result)
                    .containsExactly(Result.FOUND);
            assertThat(scene.texts()).containsExactly(TEXT);
        }
    }

    @Test
    void what_is_withdrawn_is_asked_back_and_cannot_be_edited() throws IOException {
        try (Scene scene = Scene.of("nostr")) {
            scene.publish(scene.draft(TEXT));
            assertThat(scene.round().publish(List.of(scene.draft(TEXT + "!")), true))
                    .extracting(Line::result)
                    .containsExactly(Result.FAILED);
            assertThat(scene.round().withdraw("a", scene.handle(), scene.ledger()))
                    .extracting(Line::result)
                    .containsExactly(Result.WITHDRAWN);
            assertThat(scene.texts()).isEmpty();
            assertThat(scene.publish(scene.draft(TEXT))).isEmpty();
        }
    }

    @Test
    void a_relay_without_encryption_elsewhere_is_not_spoken_to() throws IOException {
        try (Scene scene = Scene.of("nostr")) {
            assertThat(publish(scene, "ws://relay.example/"))
                    .extracting(Line::detail)
                    .containsExactly("relay.example: not asked: only wss is; it wants to be left alone for 5 s");
        }
    }

    @Test
    void a_relay_takes_no_event_whose_signature_or_id_does_not_hold() {
        RelayUnderstudy relay = relay();
        Event event = new Event(KEY, Scene.NOW.getEpochSecond(), 1, List.of(), "x");
        Map<String, Object> signed = event.signed(new Secret(Scene.HEX_KEY));
        assertThat(Event.read(tools.jackson.databind.json.JsonMapper.shared().valueToTree(signed)))
                .contains(event);
        for (String field : List.of("content", "sig", "id", "pubkey")) {
            Map<String, Object> forged = new HashMap<>(signed);
            forged.put(field, String.valueOf(signed.get(field)).replaceFirst("^.", "y"));
            String frame = Body.asJson(List.of("EVENT", forged));
            String answer = relay.answer(new dev.byline.rehearsal.Asked(1, "TEXT", "/EVENT", "", Map.of(), frame))
                    .body();
            assertThat(answer).as(field).contains("false").contains("invalid: ");
        }
    }
}
