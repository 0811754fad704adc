package dev.byline.microformats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The test suite of the microformats community. */
final class MicroformatsConformanceTest {
    private static final String NO_INCLUDES = "the rules of microformats2 have no parts that lie elsewhere";

    /** What is not read, and why. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "microformats-v1/includes/hcarditemref", NO_INCLUDES,
            "microformats-v1/includes/heventitemref", NO_INCLUDES,
            "microformats-v1/includes/hyperlink", NO_INCLUDES,
            "microformats-v1/includes/object", NO_INCLUDES,
            "microformats-v1/includes/table", NO_INCLUDES);

    private record Outcome(int passed, Map<String, String> failed, List<String> leftOut) {}

    private static Outcome run(String set) throws IOException {
        Path folder = Conformance.file("microformats/tests/" + set);
        int passed = 0;
        Map<String, String> failed = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path json : files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                String name =
                        folder.relativize(json).toString().replace('\\', '/').replace(".json", "");
                if (LEFT_OUT.containsKey(set + "/" + name)) {
                    leftOut.add(name + ": " + LEFT_OUT.get(set + "/" + name));
                    continue;
                }
                String html = Files.readString(
                        json.resolveSibling(json.getFileName().toString().replace(".json", ".html")));
                String base = set.contains("unit") ? "http://example.test" : "http://example.com/";
                Object expected = plain(JsonMapper.shared().readTree(Files.readString(json)), "");
                Object got = asJson(Microformats.of(html, base));
                if (got.equals(expected)) {
                    passed++;
                } else {
                    failed.put(name, "\n  got      " + got + "\n  expected " + expected);
                }
            }
        }
        System.out.println("Microformats, " + set + ": " + passed + " pass, " + failed.size() + " fail, "
                + leftOut.size() + " left out" + (leftOut.isEmpty() ? "" : " " + leftOut) + ".");
        return new Outcome(passed, failed, leftOut);
    }

    @Test
    void microformats2() throws IOException {
        assertThat(run("microformats-v2").failed()).isEmpty();
    }

    @Test
    void microformats2_in_detail() throws IOException {
        assertThat(run("microformats-v2-unit").failed()).isEmpty();
    }

    @Test
    void classic_and_new_ones_mixed() throws IOException {
        assertThat(run("microformats-mixed").failed()).isEmpty();
    }

    @Test
    void classic_microformats() throws IOException {
        assertThat(run("microformats-v1").failed()).isEmpty();
    }

    private static Map<String, Object> asJson(Microformats page) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "items",
                page.items().stream().map(MicroformatsConformanceTest::asJson).toList());
        json.put("rels", page.rels());
        Map<String, Object> links = new LinkedHashMap<>();
        page.links().forEach((address, link) -> {
            Map<String, Object> parts = new LinkedHashMap<>();
            parts.put("rels", link.rels());
            parts.put("text", link.text());
            link.media().ifPresent(value -> parts.put("media", value));
            link.hreflang().ifPresent(value -> parts.put("hreflang", value));
            link.type().ifPresent(value -> parts.put("type", value));
            link.title().ifPresent(value -> parts.put("title", value));
            links.put(address, parts);
        });
        json.put("rel-urls", links);
        return json;
    }

    private static Map<String, Object> asJson(Item item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", item.types());
        item.id().ifPresent(id -> json.put("id", id));
        Map<String, Object> properties = new LinkedHashMap<>();
        item.properties()
                .forEach((name, values) -> properties.put(
                        name,
                        values.stream().map(MicroformatsConformanceTest::asJson).toList()));
        json.put("properties", properties);
        if (!item.children().isEmpty()) {
            json.put(
                    "children",
                    item.children().stream()
                            .map(MicroformatsConformanceTest::asJson)
                            .toList());
        }
        return json;
    }

    private static Object asJson(Value value) {
        if (value instanceof Value.Text text) {
            return date(text.text());
        }
        Map<String, Object> json = new LinkedHashMap<>();
        if (value instanceof Value.Image image) {
            json.put("value", image.text());
            json.put("alt", image.alt());
        } else if (value instanceof Value.Html html) {
            json.put("value", html.text());
            json.put("html", html.html());
        } else if (value instanceof Value.Nested nested) {
            json.putAll(asJson(nested.item()));
            if (nested.value() instanceof Value.Html html) {
                json.put("html", html.html());
                json.put("value", html.text());
            } else {
                json.put("value", asJson(nested.value()));
            }
        }
        return json;
    }

    /** As the suite wants dates to be compared: zones with a colon. */
    private static String date(String text) {
        return text.matches("\\d{4}-\\d.* .*[+-]\\d{4}") ? text.replaceFirst("(\\d\\d)$", ":$1") : text;
    }

    private static Object plain(JsonNode node, String key) {
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(each -> list.add(plain(each, key)));
            // The order of relations and types is nobody's promise.
            return key.equals("rels") || key.equals("type")
                    ? list.stream().map(Object::toString).sorted().toList()
                    : list;
        }
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties()
                    .forEach(entry -> map.put(
                            entry.getKey(),
                            plain(entry.getValue(), entry.getValue().isArray() ? entry.getKey() : "")));
            return map;
        }
        return date(node.asString());
    }
}
