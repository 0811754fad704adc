package dev.byline.feedback;

import dev.byline.feedback.Submission.State;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Submissions on their way from an intake to {@code gather}, as JSON.
 *
 * @param items the oldest change first
 * @param more whether there are later ones
 * @param broken how many could not be understood
 */
public record Submissions(List<Submission> items, boolean more, int broken) {
    public Submissions {
        items = List.copyOf(items);
    }

    /** As JSON is made of. */
    public static Map<String, Object> json(List<Submission> items, boolean more) {
        return Map.of("items", items.stream().map(Submissions::json).toList(), "more", more);
    }

    private static Map<String, Object> json(Submission item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", item.number());
        json.put("id", item.id());
        json.put("article", item.article());
        item.parent().ifPresent(parent -> json.put("parent", parent));
        json.put("name", item.name());
        item.website().ifPresent(website -> json.put("website", website));
        json.put("text", item.text());
        item.rating().ifPresent(rating -> json.put("rating", rating));
        json.put("received", item.received().toString());
        json.put("state", item.state().name().toLowerCase(Locale.ROOT));
        return json;
    }

    /** Reads what an intake answered; empty where it is something else. */
    static Optional<Submissions> read(String text) {
        JsonNode all;
        try {
            all = JsonMapper.shared().readTree(text);
        } catch (JacksonException broken) {
            return Optional.empty();
        }
        if (!all.path("items").isArray() || !all.path("more").isBoolean()) {
            return Optional.empty();
        }
        List<Submission> items = new ArrayList<>();
        int broken = 0;
        for (JsonNode node : all.path("items")) {
            Optional<Submission> item = submission(node);
            item.ifPresent(items::add);
            broken += item.isPresent() ? 0 : 1;
        }
        return Optional.of(new Submissions(items, all.path("more").booleanValue(), broken));
    }

    private static Optional<Submission> submission(JsonNode node) {
        try {
            JsonNode rating = node.path("rating");
            return Optional.of(new Submission(
                    node.path("number").longValue(),
                    node.path("id").stringValue(),
                    node.path("article").stringValue(),
                    node.path("parent").stringValueOpt(),
                    node.path("name").stringValue(),
                    node.path("website").stringValueOpt().filter(url -> url.matches("(?i)https?://[^\\s<>\"]+")),
                    node.path("text").stringValue(),
                    rating.isMissingNode() ? Optional.empty() : Optional.of(rating.intValue()),
                    Instant.parse(node.path("received").stringValue()),
                    State.valueOf(node.path("state").stringValue().toUpperCase(Locale.ROOT))));
        } catch (JacksonException | IllegalArgumentException | DateTimeException otherwise) {
            return Optional.empty();
        }
    }
}
