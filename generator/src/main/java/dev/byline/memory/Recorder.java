package dev.byline.memory;

import dev.byline.site.Question;
import dev.byline.site.Reads;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Hears what each piece of work asks of the site, whichever thread does it. A piece of work stays on its thread. */
public final class Recorder implements Reads {
    private final Map<Thread, Set<Question>> listening = new ConcurrentHashMap<>();

    /** What was made, and what was asked for it. */
    public record Heard<T>(T made, Set<Question> questions) {}

    /** Does a piece of work, and hears what it asks. */
    public <T> Heard<T> during(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        Set<Question> questions = new HashSet<>();
        Set<Question> before = listening.put(thread, questions);
        try {
            return new Heard<>(work.get(), questions);
        } finally {
            if (before == null) {
                listening.remove(thread);
            } else {
                listening.put(thread, before);
            }
        }
    }

    @Override
    public Set<Question> during(Runnable work) {
        Set<Question> outside = listening.get(Thread.currentThread());
        Set<Question> questions = during(() -> {
                    work.run();
                    return "";
                })
                .questions();
        if (outside != null) {
            outside.addAll(questions);
        }
        return questions;
    }

    @Override
    public void read(Question question) {
        Set<Question> questions = listening.get(Thread.currentThread());
        if (questions != null) {
            questions.add(question);
        }
    }

    @Override
    public void read(Collection<Question> several) {
        Set<Question> questions = listening.get(Thread.currentThread());
        if (questions != null) {
            questions.addAll(several);
        }
    }

    @Override
    public void read(Question.Kind kind, String about) {
        Set<Question> questions = listening.get(Thread.currentThread());
        if (questions != null) {
            questions.add(Question.of(kind, about));
        }
    }
}
