package dev.byline.intake;

import dev.byline.feedback.Submission;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader wrote into the form, as they wrote it.
 *
 * @param trap a field that people do not see; programs fill it in
 * @param token of the form that this was written into; empty for the form of the site's own pages
 * @param work the proof of work, where one was made
 * @param look whether the reader wants to see it again, not to send it
 */
record Written(
        String article,
        String parent,
        String name,
        String website,
        String text,
        String rating,
        String trap,
        String token,
        String work,
        boolean look) {
    /** As the form says, which browsers count in UTF-16. */
    static final int MAX_NAME = 100;

    static final int MAX_WEBSITE = 500;
    static final int MAX_TEXT = 10_000;

    /** An article's id is a path of the site's folder. */
    private static final int MAX_ID = 300;

    /**
     * Something to mend.
     *
     * @param field the key of the field's name in the theme's words
     * @param limit 0 where there is none
     */
    record Problem(String key, String field, int limit) {
        static Problem of(String key) {
            return new Problem(key, "", 0);
        }
    }

    static Written of(Map<String, String> fields) {
        return new Written(
                line(fields, "article"),
                line(fields, "parent"),
                line(fields, "name"),
                line(fields, "website"),
                clean(fields.getOrDefault("text", "")).replace("\r\n", "\n").strip(),
                line(fields, "rating"),
                line(fields, "homepage"),
                line(fields, "token"),
                line(fields, "work"),
                fields.getOrDefault("do", "").equals("look"));
    }

    private static String line(Map<String, String> fields, String name) {
        return clean(fields.getOrDefault(name, ""))
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
    }

    /** Halves of characters, which no encoding has, and the zero that databases refuse. */
    private static String clean(String text) {
        boolean sound = text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c));
        return sound
                ? text
                : text.codePoints()
                        .filter(c -> c != 0)
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** What has to be mended before this can be sent. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (text.isEmpty() && rating.isEmpty()) {
            problems.add(Problem.of("intake.problem.empty"));
        }
        if (!text.isEmpty() && name.isEmpty()) {
            problems.add(Problem.of("intake.problem.name"));
        }
        if (!rating.isEmpty() && stars().isEmpty()) {
            problems.add(Problem.of("intake.problem.rating"));
        }
        if (!website.isEmpty() && !isWebAddress(website)) {
            problems.add(Problem.of("intake.problem.website"));
        }
        tooLong(problems, name, "form.name", MAX_NAME);
        tooLong(problems, website, "form.website", MAX_WEBSITE);
        tooLong(problems, text, "form.text", MAX_TEXT);
        return problems;
    }

    private static void tooLong(List<Problem> problems, String value, String field, int limit) {
        if (value.length() > limit) {
            problems.add(new Problem("intake.problem.long", field, limit));
        }
    }

    /** Whether the fields that people do not fill in are as forms have them. */
    boolean isAboutSomething() {
        return !article.isEmpty()
                && article.length() <= MAX_ID
                && !("/" + article + "/").contains("/../")
                && parent.matches("[a-z0-9][a-z0-9_-]{0,199}|");
    }

    Optional<Integer> stars() {
        return rating.matches("[1-5]") ? Optional.of(Integer.parseInt(rating)) : Optional.empty();
    }

    static boolean isWebAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && uri.getScheme().matches("(?i)https?") && uri.getRawUserInfo() == null;
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    /** The same to be kept; its number comes with keeping. */
    Submission submission(String id, Instant received, Submission.State state) {
        return new Submission(
                0,
                id,
                article,
                parent.isEmpty() ? Optional.empty() : Optional.of(parent),
                name,
                website.isEmpty() ? Optional.empty() : Optional.of(website),
                text,
                stars(),
                received,
                state);
    }

    Written withToken(String next) {
        return new Written(article, parent, name, website, text, rating, "", next, "", false);
    }
}
