package dev.byline.lint;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds phrases as whole words, in any script: {@code "sale"} is in {@code "A sale!"} and not in {@code "wholesale"}.
 *
 * <p>A {@code *} at the end stands for any ending: {@code "esclusiv*"}. A phrase in a script that puts no spaces between
 * words is found wherever it stands.
 */
final class Phrases {
    static final Phrases NONE = new Phrases(Optional.empty());

    private static final String WITHIN_WORD = "[\\p{L}\\p{M}\\p{N}_]";
    private static final Pattern SPACELESS = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}\\p{IsTibetan}]");

    private final Optional<Pattern> pattern;

    private Phrases(Optional<Pattern> pattern) {
        this.pattern = pattern;
    }

    /** Prepares to find any of these; blank ones are left out. */
    static Phrases of(Collection<String> phrases) {
        String any = phrases.stream()
                .map(String::strip)
                .filter(phrase -> phrase.codePoints().anyMatch(Character::isLetterOrDigit))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Phrases::expression)
                .collect(Collectors.joining("|"));
        return any.isEmpty()
                ? NONE
                : new Phrases(Optional.of(Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
    }

    private static String expression(String phrase) {
        boolean open = phrase.endsWith("*");
        String words = open ? phrase.substring(0, phrase.length() - 1) : phrase;
        String middle = words.strip()
                .codePoints()
                .mapToObj(c -> Character.isWhitespace(c)
                        ? "\\s+"
                        : c == '\'' || c == '’' ? "['’]" : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        if (SPACELESS.matcher(words).find()) {
            return middle;
        }
        return "(?<!" + WITHIN_WORD + ")" + middle + (open ? WITHIN_WORD + "*" : "(?!" + WITHIN_WORD + ")");
    }

    boolean isEmpty() {
        return pattern.isEmpty();
    }

    boolean in(String text) {
        return pattern.isPresent() && pattern.get().matcher(text).find();
    }

    /** Each place where one of them stands, in the order of the text. */
    List<MatchResult> find(String text) {
        return pattern.map(any -> any.matcher(text).results().toList()).orElse(List.of());
    }
}
