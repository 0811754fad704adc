package dev.byline.webmention;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom we told of what, as {@code webmentions.lock} has it: a line for each page of ours and each page that it leads to,
 * with the digest of the piece as it was then, and what came of it.
 *
 * <pre>
 * /articles/slow-roasting/ https://noor.example/beans 5f1c9f0e2b4d6a8c0e1f2a3b4c5d6e7f sent
 * </pre>
 *
 * @param pages by path, by target
 */
public record Sent(Map<String, Map<String, Entry>> pages) {
    /** The file's name in the site's folder. */
    public static final String FILE = "webmentions.lock";

    private static final String HEADER = """
            # Which linked pages were told of our articles by webmention, kept by byline publish. Commit it.
            # What is missing here is told again.
            """;

    private static final Pattern LINE = Pattern.compile(
            "/((?:[\\w!$&'()*+,;=:@.~/-]|%[0-9A-Fa-f]{2})*) (https?://\\S+) ([0-9a-f]{32}) (sent|none|refused|away)");

    public Sent {
        Map<String, Map<String, Entry>> copy = new TreeMap<>();
        pages.forEach((path, targets) -> copy.put(path, Map.copyOf(targets)));
        pages = Collections.unmodifiableMap(copy);
    }

    /**
     * What came of telling one page.
     *
     * @param digest of the piece that it was told of
     */
    public record Entry(String digest, State state) {}

    /** What it came to. */
    public enum State {
        SENT,
        /** Nobody listens there; not asked again until the piece changes. */
        NONE,
        /** It was not wanted; not told again until the piece changes. */
        REFUSED,
        /** It did not answer; asked once more by the next run. */
        AWAY
    }

    /** Nothing was told to anybody. */
    public static Sent nothing() {
        return new Sent(Map.of());
    }

    /**
     * Reads the file. In one that is damaged nothing is believed: being told twice of one piece does nobody harm.
     *
     * @param place of the file
     */
    public static Sent read(String text, Place place, Diagnostics diagnostics) {
        Map<String, Map<String, Entry>> pages = new TreeMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                pages.computeIfAbsent(parts.group(1), path -> new TreeMap<>())
                        .put(
                                parts.group(2),
                                new Entry(
                                        parts.group(3),
                                        State.valueOf(parts.group(4).toUpperCase(Locale.ROOT))));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                diagnostics.warning(
                        place.at(i + 1, 1),
                        "not a page, a linked page, a digest and an outcome: the whole file is left out of account",
                        "every linked page is told anew, and the file written anew");
                return nothing();
            }
        }
        return new Sent(pages);
    }

    /** What was told for a page of ours, by target. */
    Map<String, Entry> of(String path) {
        return pages.getOrDefault(path, Map.of());
    }

    /** The pages of ours that somebody was told of. */
    public Set<String> paths() {
        return pages.keySet();
    }

    /** The same, with this for a page of ours in place of what was there. */
    Sent with(String path, Map<String, Entry> targets) {
        Map<String, Map<String, Entry>> after = new TreeMap<>(pages);
        if (targets.isEmpty()) {
            after.remove(path);
        } else {
            after.put(path, targets);
        }
        return new Sent(after);
    }

    /** The file's text: sorted, so that the same always gives the same bytes. */
    public String text() {
        StringBuilder text = new StringBuilder(HEADER);
        pages.forEach((path, targets) -> new TreeMap<>(targets)
                .forEach((target, entry) -> text.append('/')
                        .append(path)
                        .append(' ')
                        .append(target)
                        .append(' ')
                        .append(entry.digest())
                        .append(' ')
                        .append(entry.state().name().toLowerCase(Locale.ROOT))
                        .append('\n')));
        return text.toString();
    }
}
