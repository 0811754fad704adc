package dev.byline.webmention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Conformance;
import dev.byline.feedback.Addresses;
import dev.byline.remote.PublicWeb;
import dev.byline.remote.Reach;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** A receiver's duties, but for the answer to the one who sends, which is the intake's. */
final class ReceiverTest {
    private final Neighbours neighbours = new Neighbours();
    private final Verifier verifier = verifier(neighbours.web());

    @AfterEach
    void close() {
        neighbours.close();
    }

    private Verifier verifier(PublicWeb web) {
        Addresses addresses = new Addresses(
                URI.create(neighbours.here("https://blog.example/")),
                Map.of("/articles/a/", "a", "/articles/closed/", "closed", "/images/x.png", "a"));
        return new Verifier(web, addresses, article -> !article.equals("closed"));
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        JsonNode cases = Conformance.json("webmention/receiver.json").path("cases");
        System.out.println("Webmention, receiver: " + cases.size() + " cases.");
        return StreamSupport.stream(cases.spliterator(), false)
                .map(each -> DynamicTest.dynamicTest(each.path("name").stringValue(), () -> holds(each)));
    }

    private void holds(JsonNode test) throws IOException {
        String source = text(test, "source");
        String target = text(test, "target");
        Verified before = prepare(test, source, target);
        boolean refusedAtOnce = verifier.objection(source, target).isPresent();
        boolean mustBe =
                test.path("answer").size() == 1 && test.path("answer").get(0).intValue() == 400;
        boolean mustNot = StreamSupport.stream(test.path("answer").spliterator(), false)
                .noneMatch(code -> code.intValue() == 400);
        assertThat(refusedAtOnce && mustNot).isFalse();
        assertThat(refusedAtOnce || !mustBe).isTrue();
        neighbours.heard.clear();
        String later = test.path("later").asString("rejected");
        Verified verified = later.contains("no request")
                ? verifier(new PublicWeb("1", "", Duration.ofSeconds(5), walled()))
                        .verify(source, target)
                : verifier.verify(source, target);
        judge(later, before, verified);
    }

    private void judge(String later, Verified before, Verified verified) {
        if (later.startsWith("accepted")) {
            assertThat(verified).isInstanceOf(Verified.Accepted.class);
            assertThat(((Verified.Accepted) verified).article()).isEqualTo("a");
        } else if (later.startsWith("one item")) {
            Verified.Accepted again = (Verified.Accepted) verified;
            assertThat(again.item().id())
                    .isEqualTo(((Verified.Accepted) before).item().id());
            assertThat(again.item().text()).contains("changed");
        } else if (later.equals("removed")) {
            assertThat(verified).isInstanceOf(Verified.Absent.class);
            assertThat(((Verified.Absent) verified).id())
                    .isEqualTo(((Verified.Accepted) before).item().id());
        } else {
            assertThat(verified).isNotInstanceOf(Verified.Accepted.class);
        }
        if (later.contains("no request")) {
            assertThat(neighbours.heard).isEmpty();
        }
    }

    /** Lays out what the source shows; where it was sent before, looks at it as it was then. */
    private Verified prepare(JsonNode test, String source, String target) throws IOException {
        if (source == null || !source.startsWith("http")) {
            return null;
        }
        Verified before = null;
        String mention = "<p class=h-entry><a href=\"https://blog.example/articles/a/\">x</a> ";
        if (test.has("again")) {
            neighbours.html(test.path("source").stringValue(), mention + "first");
            before = verifier.verify(source, target);
        }
        if (source.contains("/loop")) {
            neighbours.redirect(source, source);
        } else if (source.contains("/endless")) {
            endless();
        } else if (test.has("status")) {
            neighbours.put(source, Neighbours.Page.of(test.path("status").intValue()));
        } else {
            neighbours.html(source, test.path("sourcePage").asString(mention + "changed"));
        }
        return before;
    }

    private void endless() {
        neighbours.server().createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 10_000; i++) {
                    out.write(new byte[64 * 1024]);
                }
            }
        });
    }

    private static Reach walled() {
        return new Reach(name -> new InetAddress[] {InetAddress.getLoopbackAddress()}, Reach.PUBLIC.wall(), Set.of());
    }

    private String text(JsonNode test, String field) {
        return test.path(field).isString() ? neighbours.here(test.path(field).stringValue()) : null;
    }

    @Test
    void a_source_that_is_down_is_looked_at_again_later() {
        String source = neighbours.here("https://s.example/ok");
        String target = neighbours.here("https://blog.example/articles/a/");
        neighbours.put(source, Neighbours.Page.of(503));
        assertThat(verifier.verify(source, target)).isEqualTo(new Verified.Unanswered("source answers 503"));
        neighbours.close();
        assertThat(verifier.verify(source, target)).isInstanceOf(Verified.Unanswered.class);
    }
}
