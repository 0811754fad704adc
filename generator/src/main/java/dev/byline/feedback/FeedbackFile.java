package dev.byline.feedback;

import dev.byline.site.Feedback;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes {@code feedback/<article>/<id>.yml}: the same item always gives the same bytes. */
final class FeedbackFile {
    /** More of a text is not kept: a page shows a fifth of that, and a file must stay one that can be read again. */
    private static final int LONGEST = 100_000;

    private static final DumpSettings YAML = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setSplitLines(false)
            .build();

    private FeedbackFile() {}

    /** The file of an item that a rule has judged: its reason stands behind the state, for people to read. */
    static byte[] yaml(Feedback item, String reason) {
        byte[] plain = yaml(item);
        String file = new String(plain, StandardCharsets.UTF_8);
        return reason.isEmpty()
                ? plain
                : (file.stripTrailing() + KeyLine.BY_RULE + reason.replaceAll("\\s+", " ") + "\n")
                        .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] yaml(Feedback item) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("kind", word(item.kind()));
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("source", item.origin().source());
        origin.put("id", printable(item.origin().id()));
        item.origin().url().ifPresent(url -> origin.put("url", printable(url)));
        keys.put("origin", origin);
        Map<String, Object> author = new LinkedHashMap<>();
        putUnlessEmpty(author, "name", item.author().name());
        putUnlessEmpty(author, "handle", item.author().handle());
        item.author().url().ifPresent(url -> author.put("url", printable(url)));
        if (!author.isEmpty()) {
            keys.put("author", author);
        }
        item.published().ifPresent(instant -> keys.put("published", instant.toString()));
        item.edited().ifPresent(instant -> keys.put("edited", instant.toString()));
        item.language().ifPresent(language -> keys.put("language", language.toLanguageTag()));
        if (!item.text().isEmpty()) {
            keys.put("format", word(item.format()));
            keys.put("text", printable(beginning(item.text())));
        }
        item.parent().ifPresent(parent -> keys.put("parent", parent));
        item.rating().ifPresent(rating -> keys.put("rating", rating));
        keys.put("moderation", word(item.moderation()));
        return new Dump(YAML).dumpToString(keys).getBytes(StandardCharsets.UTF_8);
    }

    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void putUnlessEmpty(Map<String, Object> map, String key, String value) {
        if (!value.isEmpty()) {
            map.put(key, printable(value));
        }
    }

    /** The text without what YAML 1.2 cannot hold (production 1, {@code c-printable}) and without carriage returns. */
    static String printable(String text) {
        return text.replace("\r\n", "\n")
                .codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || (c >= 0x20 && c <= 0x7E)
                        || c == 0x85
                        || (c >= 0xA0 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF)
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
