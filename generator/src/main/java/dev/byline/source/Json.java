package dev.byline.source;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** JSON as data. */
final class Json implements DataLanguage {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxDocumentLength(MAX_LENGTH)
                    .maxTokenCount(4L * MAX_VALUES)
                    .build())
            .build();

    /** An object at the head of a text, and how many characters it takes. */
    record Head(Value.Mapping mapping, int length) {}

    @Override
    public Optional<Value.Mapping> read(String text, Place start, Diagnostics diagnostics) {
        return readHead(text, start, diagnostics).map(Head::mapping);
    }

    /** Reads the object that a text begins with, and leaves what follows it. */
    Optional<Head> readHead(String text, Place start, Diagnostics diagnostics) {
        String data = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), data)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                diagnostics.error(start, "expected a JSON object", "write {\"title\": ...}");
                return Optional.empty();
            }
            Value.Mapping mapping = object(parser, data, start);
            return Optional.of(new Head(mapping, (int) parser.currentLocation().getCharOffset()));
        } catch (JacksonException broken) {
            long offset =
                    broken.getLocation() == null ? 0 : broken.getLocation().getCharOffset();
            Place place = TextPosition.at(data, (int) offset, start);
            diagnostics.error(
                    place,
                    "JSON that cannot be read: "
                            + broken.getOriginalMessage().strip().replaceAll("\\s+", " "),
                    "check quotes, commas and brackets before this place");
            return Optional.empty();
        }
    }

    private static Place place(JsonParser parser, String text, Place start) {
        return TextPosition.at(text, (int) parser.currentTokenLocation().getCharOffset(), start);
    }

    private static Value.Mapping object(JsonParser parser, String text, Place start) {
        Place where = place(parser, text, start);
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place key = place(parser, text, start);
            String name = parser.currentName();
            parser.nextToken();
            entries.put(name, new Value.Entry(key, value(parser, text, start)));
        }
        return new Value.Mapping(entries, where);
    }

    private static Value value(JsonParser parser, String text, Place start) {
        Place place = place(parser, text, start);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return object(parser, text, start);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Value> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser, text, start));
            }
            return new Value.Sequence(items, place);
        }
        return new Value.Scalar(parser.getString(), token != JsonToken.VALUE_STRING, place);
    }
}
