package dev.byline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is dear to make is made once while there is memory for it. */
final class KeptTest {
    private final AtomicInteger made = new AtomicInteger();
    private final Kept<String> kept = new Kept<>();

    private String get(String key) {
        return kept.get(key, () -> key + made.incrementAndGet());
    }

    @Test
    void a_thing_is_made_when_it_is_asked_for_first() {
        String first = get("a");
        assertThat(get("b")).isEqualTo("b2");
        assertThat(get("a")).isSameAs(first).isEqualTo("a1");
    }
}
