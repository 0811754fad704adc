package dev.byline.memory;

import dev.byline.site.Question;
import dev.byline.source.Fingerprint;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What something that was rendered hangs on.
 *
 * @param questions what it asked, in an order of their own
 * @param answers the fingerprint of all answers together
 */
public record Trace(List<Question> questions, long answers) {
    private static final Comparator<Question> ORDER =
            Comparator.comparing(Question::kind).thenComparing(Question::about).thenComparing(Question::detail);

    public Trace {
        questions = List.copyOf(questions);
    }

    /** Of what was asked, as it is answered now. */
    public static Trace of(Collection<Question> questions, Answers answers) {
        List<Question> inOrder = questions.stream().sorted(ORDER).toList();
        return new Trace(inOrder, fingerprint(inOrder, answers));
    }

    /** Whether all would be answered as it was. */
    public boolean holds(Answers now) {
        return fingerprint(questions, now) == answers;
    }

    private static long fingerprint(List<Question> questions, Answers answers) {
        long all = Fingerprint.NONE;
        for (Question question : questions) {
            all = Fingerprint.mixed(all, answers.of(question));
        }
        return all;
    }
}
