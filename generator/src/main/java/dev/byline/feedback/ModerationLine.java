package dev.byline.feedback;

import dev.byline.site.Feedback.Moderation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Where an item's file says what people decided. Changes that word and no other byte: the file may be a person's.
 *
 * <p>{@code moderation: pending # ask Giulia} becomes {@code moderation: approved # ask Giulia}. Only the reason of a rule
 * goes: it was one for the word that stood there. The bytes are looked at as Latin-1, in which every byte is one
 * character, so that whatever they stand for comes out as it went in.
 */
final class ModerationLine {
    /** What stands before the reason of a rule. */
    static final String BY_RULE = " # by rule: ";

    private static final String KEY = "moderation";

    /** A text of 16 MB, the most that is read of a site, has fewer characters. */
    private static final int LONGEST = 20_000_000;

    private static final Pattern LINE = Pattern.compile(
            "(?:^|(?<=\\r))(?:\"moderation\"|'moderation'|moderation)[ \\t]*:[ \\t]*(?:([\"'])(\\w*)\\1|(\\w*))"
                    + "(?<reason>[ \\t]+# by rule:[^\\r\\n]*)?(?=[ \\t]*(?:#[^\\r\\n]*)?(?:[\\r\\n]|\\z))",
            Pattern.MULTILINE);

    private ModerationLine() {}

    /**
     * The file, with another decision.
     *
     * @return empty where it cannot be read, or where no word of it can be changed without changing more
     */
    static Optional<byte[]> changed(byte[] file, Moderation state) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        byte[] bytes = written(text, word(state)).getBytes(StandardCharsets.ISO_8859_1);
        Optional<Map<Object, Object>> wanted = read(file);
        wanted.ifPresent(keys -> keys.put(KEY, word(state)));
        return wanted.isPresent() && wanted.equals(read(bytes)) ? Optional.of(bytes) : Optional.empty();
    }

    private static String written(String text, String word) {
        Matcher line = LINE.matcher(text);
        if (!line.find()) {
            String end = text.contains("\r\n") ? "\r\n" : "\n";
            return text + (text.endsWith("\n") || text.isEmpty() ? "" : end) + KEY + ": " + word + end;
        }
        int quote = line.group(2) == null ? 0 : 1;
        int group = quote == 0 ? 3 : 2;
        int start = line.start(group) - quote;
        int end = line.group("reason") == null ? line.end(group) + quote : line.end("reason");
        return text.substring(0, start) + (text.charAt(start - 1) == ':' ? " " : "") + word + text.substring(end);
    }

    /** What a file says; empty where it cannot be read. Who says nothing has decided nothing. */
    static Optional<Moderation> state(byte[] file) {
        return read(file).flatMap(keys -> {
            Object word = keys.get(KEY);
            return word == null ? Optional.of(Moderation.PENDING) : stateCalled(String.valueOf(word));
        });
    }

    /** The state that a word stands for. */
    static Optional<Moderation> stateCalled(String word) {
        return Arrays.stream(Moderation.values())
                .filter(state -> word(state).equalsIgnoreCase(word))
                .findFirst();
    }

    private static Optional<Map<Object, Object>> read(byte[] file) {
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

    static String word(Moderation state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
