package dev.byline.theme;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word with gaps, as {@link MessageFormat} reads it: {@code Answer {0}}. Gaps that only take what is given are found
 * once, since a format costs more than a page's worth of words; any other is left to the format. Threads may share it.
 */
final class Phrase {
    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");
    private static final Pattern SIMPLE = Pattern.compile("(?:[^{}]|\\{\\d})*");

    /** No text: the given thing with this number. */
    private record Part(String text, int gap) {}

    private final String pattern;
    private final Locale language;
    private final boolean simple;
    /** For one thread at a time. */
    private final NumberFormat numbers;

    private final List<Part> parts = new ArrayList<>();

    Phrase(String pattern, Locale language) {
        this.pattern = pattern;
        this.language = language;
        this.numbers = NumberFormat.getInstance(language);
        this.simple = SIMPLE.matcher(pattern).matches();
        Matcher gaps = GAP.matcher(pattern);
        int done = 0;
        while (gaps.find()) {
            parts.add(new Part(pattern.substring(done, gaps.start()), -1));
            parts.add(new Part(gaps.group(), Integer.parseInt(gaps.group(1))));
            done = gaps.end();
        }
        parts.add(new Part(pattern.substring(done), -1));
    }

    /** With its gaps filled. */
    String filled(Object... things) {
        if (!simple) {
            return new MessageFormat(pattern.replace("'", "''"), language).format(things);
        }
        StringBuilder filled = new StringBuilder(pattern.length() + 32);
        for (Part part : parts) {
            boolean given = part.gap() >= 0 && part.gap() < things.length;
            filled.append(given ? text(things[part.gap()]) : part.text());
        }
        return filled.toString();
    }

    private String text(Object thing) {
        if (thing instanceof String text) {
            return text;
        }
        if (thing instanceof Number) {
            synchronized (numbers) {
                return numbers.format(thing);
            }
        }
        return new MessageFormat("{0}", language).format(new Object[] {thing});
    }
}
