package dev.byline.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.memory.Recorder;
import dev.byline.site.Question;
import dev.byline.site.Reads;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A view that is made once is asked for by every page as if each had made it. */
final class OnceTest {
    private static final Question ENTRY = Question.of(Question.Kind.ENTRY, "a");
    private static final Question AUTHOR = Question.of(Question.Kind.AUTHOR, "b");

    @Test
    void where_nobody_listens_it_is_made_once_all_the_same() {
        AtomicInteger made = new AtomicInteger();
        Once<Integer> once = new Once<>(Reads.UNHEARD);
        assertThat(once.get("x", made::incrementAndGet)).isEqualTo(1);
        assertThat(once.get("x", made::incrementAndGet)).isEqualTo(1);
        assertThat(once.get("y", made::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void the_second_page_asks_what_the_first_one_asked_also_one_within_the_other() {
        Recorder recorder = new Recorder();
        Once<String> inner = new Once<>(recorder);
        Once<String> outer = new Once<>(recorder);
        for (int page = 0; page < 3; page++) {
            Recorder.Heard<String> heard = recorder.during(() -> outer.get("o", () -> {
                recorder.read(ENTRY);
                return inner.get("i", () -> {
                    recorder.read(AUTHOR);
                    return "made";
                });
            }));
            assertThat(heard.made()).isEqualTo("made");
            assertThat(heard.questions()).isEqualTo(Set.of(ENTRY, AUTHOR));
        }
        assertThat(recorder.during(() -> inner.get("i", () -> "again")).questions())
                .isEqualTo(Set.of(AUTHOR));
    }

    @Test
    void what_is_asked_while_nobody_works_is_not_heard_by_whoever_works_next() {
        Recorder recorder = new Recorder();
        recorder.read(ENTRY);
        assertThat(recorder.during(() -> "work").questions()).isEmpty();
    }
}
