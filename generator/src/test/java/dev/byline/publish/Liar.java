package dev.byline.publish;

import dev.byline.rehearsal.Answered;
import dev.byline.rehearsal.Asked;
import dev.byline.rehearsal.Shown;
import dev.byline.rehearsal.Understudy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A network that does what it is asked to, or not, and says what a test wants.
 *
 * @param lies its answer to a request; null where it answers as it should
 */
record Liar(Understudy truth, Function<Asked, Answered> lies) implements Understudy {
    static Answered says(int status, String body) {
        return new Answered(status, "application/json", Map.of(), body);
    }

    @Override
    public Answered answer(Asked asked) {
        Answered lie = lies.apply(asked);
        return lie == null ? truth.answer(asked) : lie;
    }

    @Override
    public List<Shown> shown() {
        return truth.shown();
    }
}
