package dev.byline.memory;

import dev.byline.site.Question;
import dev.byline.site.Reads;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Hears what each piece of work asks of the site, whichever thread does it. A piece of work stays on its thread. */
public final class Recorder implements Reads {
    private final ThreadLocal<Set<Question>> listening = new ThreadLocal<>();

    /** What was made, and what was asked for it. */
    public record Heard<T>(T made, Set<Question> questions) {}

    /** Does a piece of work, and hears what it asks. */
    public <T> Heard<T> during(Supplier<T> work) {
        Set<Question> before = listening.get();
        Set<Question> questions = new HashSet<>();
        listening.set(questions);
        try {
            return new Heard<>(work.get(), questions);
        } finally {
            listening.set(before);
        }
    }

    @Override
    public void read(Question question) {
        Set<Question> questions = listening.get();
        if (questions != null) {
            questions.add(question);
        }
    }

    @Override
    public void read(Question.Kind kind, String about) {
        if (listening.get() != null) {
            read(Question.of(kind, about));
        }
    }
}
