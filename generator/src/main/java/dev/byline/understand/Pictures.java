package dev.byline.understand;

import dev.byline.site.Picture;
import dev.byline.source.Value;
import java.util.Map;
import java.util.Optional;

/** Reads {@code image: {src, alt, caption, credit}}, or {@code image: src}. */
final class Pictures {
    private Pictures() {}

    static Optional<Picture> read(Fields fields, String key) {
        Optional<Value> value = fields.value(key);
        if (value.isPresent() && value.get() instanceof Value.Scalar src) {
            // The short form, image: drum.jpg.
            Value.Entry entry = new Value.Entry(src.place(), src);
            return read(new Fields(new Value.Mapping(Map.of("src", entry), src.place()), fields.diagnostics()));
        }
        return fields.group(key).flatMap(Pictures::read);
    }

    static Optional<Picture> read(Fields image) {
        Optional<String> src = image.requiredText("src", "drum.jpg");
        boolean described = image.value("alt").isPresent();
        String alt = image.text("alt").orElse("");
        String caption = image.text("caption").orElse("");
        String credit = image.text("credit").orElse("");
        image.rejectUnknown();
        if (src.isPresent() && !described) {
            image.diagnostics()
                    .warning(
                            image.place("src"),
                            "an image without \"alt\"",
                            "say what it shows, or write alt: \"\" if it only adorns");
        }
        if (src.isPresent() && leadsOut(src.get())) {
            image.diagnostics()
                    .error(
                            image.place("src"),
                            "\"" + src.get() + "\" leads out of the article's folder",
                            "put it beside the article, or into static/ and write /images/...");
            return Optional.empty();
        }
        return src.map(path -> new Picture(path, alt, caption, credit));
    }

    private static boolean leadsOut(String src) {
        return ("/" + src + "/").contains("/../") || src.contains("\\") || src.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
    }
}
