package dev.byline.feedback;

import dev.byline.remote.Http;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Remembers what servers said about the state of their answers ({@code ETag}, {@code Last-Modified}), so that the next round
 * need not read again what has not changed.
 *
 * <p>A reading is remembered only as a whole: every answer that it was made of had such a mark, and everything of use was
 * said. For one thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13">RFC 9110, 13: conditional requests</a>
 */
public final class Memory implements Web {
    /** A longer mark, or address, is not remembered. */
    private static final int MAX_LENGTH = 500;

    private final Web web;
    private final SortedMap<String, Map<String, String>> marks;
    private final Map<URI, Http.Answer> answered = new HashMap<>();
    private Map<String, String> reading = new TreeMap<>();
    private boolean isWhole = true;

    /**
     * Stands before another.
     *
     * @param seen what former rounds remembered
     */
    public Memory(Web web, Seen seen) {
        this.web = web;
        this.marks = new TreeMap<>(seen.marks());
    }

    /** What is remembered now: by reading, by address. */
    SortedMap<String, Map<String, String>> marks() {
        return marks;
    }

    /** Asks whether nothing has changed since these readings; false where one is not remembered. */
    boolean areUnchanged(Collection<String> readings) {
        answered.clear();
        for (String name : readings) {
            Map<String, String> known = marks.getOrDefault(name, Map.of());
            if (known.isEmpty()) {
                return false;
            }
            for (Map.Entry<String, String> mark : known.entrySet()) {
                if (!isUnchanged(mark.getKey(), mark.getValue())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isUnchanged(String address, String mark) {
        Question plain;
        try {
            plain = Question.of(URI.create(address));
        } catch (IllegalArgumentException broken) {
            return false;
        }
        boolean tag = mark.startsWith("W/") || mark.startsWith("\"");
        Http.Answer answer = web.ask(plain.with(tag ? "If-None-Match" : "If-Modified-Since", mark));
        boolean same = answer instanceof Http.Answer.Got got && got.status() == 304;
        if (!same) {
            answered.put(plain.address(), answer);
        }
        return same;
    }

    /** Begins a reading. */
    void begin() {
        reading = new TreeMap<>();
        isWhole = true;
    }

    /** Ends it; it is remembered if it was read as a whole, and forgotten otherwise. */
    void end(String name, boolean nothingLeftOut) {
        if (isWhole && nothingLeftOut && !reading.isEmpty()) {
            marks.put(name, reading);
        } else {
            marks.remove(name);
        }
    }

    @Override
    public Http.Answer ask(Question question) {
        Http.Answer before = question.isPlain() ? answered.remove(question.address()) : null;
        Http.Answer answer = before == null ? web.ask(question) : before;
        if (!(answer instanceof Http.Answer.Got got) || got.status() >= 500) {
            isWhole = false;
        } else if (got.status() == 200) {
            Optional<String> mark = mark(got);
            String address = question.address().toString();
            isWhole &= mark.isPresent() && question.isPlain() && address.length() <= MAX_LENGTH;
            mark.ifPresent(value -> reading.put(address, value));
        }
        return answer;
    }

    private static Optional<String> mark(Http.Answer.Got got) {
        return got.headers()
                .firstValue("ETag")
                .filter(tag -> tag.matches("(?:W/)?\"[\\x21\\x23-\\x7e]+\""))
                .or(() -> got.headers().firstValue("Last-Modified").filter(date -> date.matches("[A-Za-z0-9,: ]+")))
                .filter(mark -> mark.length() <= MAX_LENGTH);
    }
}
