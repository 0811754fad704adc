package dev.byline.feedback.archive;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON of somebody else's. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(2_000_000)
                            .build())
                    .build())
            .build();

    private Json() {}

    /** Empty where it is no JSON. */
    static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(MAPPER.readTree(text));
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    /** The text or the number of a field; empty where there is neither. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.stringValue().strip() : value.isNumber() ? value.asString() : "";
    }

    static boolean flag(JsonNode node, String field) {
        return node.path(field).isBoolean() && node.path(field).booleanValue();
    }
}
