package dev.byline.publish;

import dev.byline.rehearsal.Answered;
import dev.byline.rehearsal.Asked;
import dev.byline.rehearsal.Shown;
import dev.byline.rehearsal.Understudy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A network that answers some requests otherwise than it should. */
record Instead(Understudy network, Function<Asked, Optional<Answered>> answers) implements Understudy {
    static Answered json(int status, String body) {
        return new Answered(status, "application/json", Map.of(), body);
    }

    @Override
    public Answered answer(Asked asked) {
        return answers.apply(asked).orElseGet(() -> network.answer(asked));
    }

    @Override
    public List<Shown> shown() {
        return network.shown();
    }
}
