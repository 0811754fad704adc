package dev.byline.feedback;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * One key of an item's file, with one word as its value. Changes that word and no other byte: the file may be a person's.
 *
 * <p>{@code moderation: pending # ask Giulia} becomes {@code moderation: approved # ask Giulia}. Only the reason of a rule
 * goes: it was one for the word that stood there. The bytes are looked at as Latin-1, in which every byte is one
 * character, so that whatever they stand for comes out as it went in.
 */
final class KeyLine {
    /** What stands before the reason of a rule. */
    static final String BY_RULE = " # by rule: ";

    /** A text of 16 MB, the most that is read of a site, has fewer characters. */
    private static final int LONGEST = 20_000_000;

    private static final String LINE =
            "(?:^|(?<=\\r))(?:\"KEY\"|'KEY'|KEY)[ \\t]*:[ \\t]*(?:([\"'])([\\w-]*)\\1|([\\w-]*))"
                    + "(?<reason>[ \\t]+# by rule:[^\\r\\n]*)?(?=[ \\t]*(?:#[^\\r\\n]*)?(?:[\\r\\n]|\\z))";

    private final String key;
    private final Pattern line;

    KeyLine(String key) {
        this.key = key;
        this.line = Pattern.compile(LINE.replace("KEY", key), Pattern.MULTILINE);
    }

    /**
     * The file, with another word.
     *
     * @return empty where it cannot be read, or where no word of it can be changed without changing more
     */
    Optional<byte[]> changed(byte[] file, String word) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        byte[] bytes = written(text, word).getBytes(StandardCharsets.ISO_8859_1);
        Optional<Map<Object, Object>> wanted = read(file);
        wanted.ifPresent(keys -> keys.put(key, word));
        return wanted.isPresent() && wanted.equals(read(bytes)) ? Optional.of(bytes) : Optional.empty();
    }

    private String written(String text, String word) {
        Matcher found = line.matcher(text);
        if (!found.find()) {
            String end = text.contains("\r\n") ? "\r\n" : "\n";
            return text + (text.endsWith("\n") || text.isEmpty() ? "" : end) + key + ": " + word + end;
        }
        int quote = found.group(2) == null ? 0 : 1;
        int group = quote == 0 ? 3 : 2;
        int start = found.start(group) - quote;
        int end = found.group("reason") == null ? found.end(group) + quote : found.end("reason");
        return text.substring(0, start) + (text.charAt(start - 1) == ':' ? " " : "") + word + text.substring(end);
    }

    /** What a file says; empty where it cannot be read. */
    static Optional<Map<Object, Object>> read(byte[] file) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setCodePointLimit(LONGEST).build();
            String text = new String(file, StandardCharsets.UTF_8);
            Object all = new Load(settings).loadFromString(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return all instanceof Map<?, ?> map ? Optional.of(new LinkedHashMap<>(map)) : Optional.empty();
        } catch (YamlEngineException broken) {
            return Optional.empty();
        }
    }
}
