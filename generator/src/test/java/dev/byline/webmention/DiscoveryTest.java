package dev.byline.webmention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Conformance;
import dev.byline.remote.PublicWeb;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Where pages want to hear of mentions: each situation, asked of a server. */
final class DiscoveryTest {
    private final Neighbours neighbours = new Neighbours();

    @AfterEach
    void close() {
        neighbours.close();
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        JsonNode cases = Conformance.json("webmention/discovery.json").path("cases");
        System.out.println("Webmention, discovery: " + cases.size() + " cases.");
        return StreamSupport.stream(cases.spliterator(), false)
                .map(each -> DynamicTest.dynamicTest(each.path("name").stringValue(), () -> holds(each)));
    }

    private void holds(JsonNode test) {
        String page = test.path("page").stringValue();
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (JsonNode header : test.path("headers")) {
            headers.add(Map.entry(
                    header.get(0).stringValue(), neighbours.here(header.get(1).stringValue())));
        }
        neighbours.put(
                page,
                new Neighbours.Page(
                        200, "text/html", neighbours.here(test.path("html").stringValue()), headers));
        String asked = page;
        if (test.has("redirect")) {
            asked = test.path("redirect").stringValue();
            neighbours.redirect(asked, page);
        }
        PublicWeb.Answer answer = neighbours.web().get(URI.create(neighbours.here(asked)), "text/html");
        Optional<String> expected = test.path("expect").isNull()
                ? Optional.empty()
                : Optional.of(neighbours.here(test.path("expect").stringValue()));
        assertThat(Discovery.endpoint((PublicWeb.Answer.Got) answer).map(URI::toString))
                .isEqualTo(expected);
    }
}
