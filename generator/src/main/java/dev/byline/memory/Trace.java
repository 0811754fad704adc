package dev.byline.memory;

import dev.byline.site.Question;
import dev.byline.source.Fingerprint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What something that was rendered hangs on.
 *
 * @param questions what it asked, in an order of their own
 * @param answers the fingerprint of all answers together
 */
public record Trace(List<Question> questions, long answers) {
    public Trace {
        questions = List.copyOf(questions);
    }

    /** Of what was asked, as it is answered now. */
    public static Trace of(Collection<Question> questions, Answers answers) {
        List<Question> inOrder = new ArrayList<>(questions);
        inOrder.sort(Trace::order);
        return new Trace(inOrder, fingerprint(inOrder, answers));
    }

    private static int order(Question one, Question other) {
        int kind = one.kind().compareTo(other.kind());
        int about = kind == 0 ? one.about().compareTo(other.about()) : kind;
        return about == 0 ? one.detail().compareTo(other.detail()) : about;
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
