package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked again, and what is not. */
final class MemoryTest {
    private static final String ONE = "https://a.example/1";
    private static final String TWO = "https://a.example/2";

    private final FakeWeb web = new FakeWeb();
    private Memory memory = new Memory(web, Seen.nothing());

    @BeforeEach
    void start() {
        web.page(ONE, 200, "[1]", Map.of("ETag", "\"one\""));
        web.page(TWO, 200, "[2]", Map.of("ETag", "W/\"two\""));
    }

    private void read() {
        memory.begin();
        memory.ask(Web.Question.of(URI.create(ONE)));
        memory.ask(Web.Question.of(URI.create(TWO)));
        memory.end("r", true);
        memory = new Memory(web, Seen.nothing().with(memory.marks()));
        web.asked.clear();
    }

    @Test
    void a_reading_of_which_nothing_has_changed_is_known() {
        read();
        assertThat(memory.areUnchanged(List.of("r"))).isTrue();
        assertThat(web.asked).hasSize(2);
        assertThat(memory.areUnchanged(List.of("r", "another"))).isFalse();
    }

    @Test
    void what_came_because_it_had_changed_is_not_asked_for_twice() {
        read();
        web.page(ONE, 200, "[3]", Map.of("ETag", "\"three\""));
        assertThat(memory.areUnchanged(List.of("r"))).isFalse();
        memory.begin();
        memory.ask(Web.Question.of(URI.create(ONE)));
        memory.ask(Web.Question.of(URI.create(TWO)));
        memory.end("r", true);
        assertThat(web.addresses()).containsExactly(ONE, TWO);
        assertThat(memory.marks()).containsEntry("r", Map.of(ONE, "\"three\"", TWO, "W/\"two\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "\"a\nb\"", "\"\u00e4\"", "*"})
    void a_reading_with_an_answer_that_has_no_mark_is_not_remembered(String tag) {
        web.page(TWO, 200, "[2]", Map.of("ETag", tag));
        read();
        assertThat(memory.marks()).isEmpty();
        assertThat(memory.areUnchanged(List.of("r"))).isFalse();
    }

    @Test
    void a_date_is_a_mark_too() {
        web.page(TWO, 200, "[2]", Map.of("Last-Modified", "Sat, 02 May 2026 10:00:00 GMT"));
        read();
        memory.areUnchanged(List.of("r"));
        assertThat(web.asked.get(1).headers()).containsEntry("If-Modified-Since", "Sat, 02 May 2026 10:00:00 GMT");
    }

    @Test
    void what_is_closed_does_not_hinder_and_what_failed_does() {
        web.page(TWO, 401, "", Map.of());
        read();
        assertThat(memory.marks()).containsEntry("r", Map.of(ONE, "\"one\""));
        web.page(TWO, 500, "", Map.of());
        read();
        assertThat(memory.marks()).isEmpty();
    }

    @Test
    void a_mark_in_the_file_that_is_no_mark_does_no_harm() {
        memory = new Memory(web, Seen.read("marks: {r: {'https://a.example/1': 'x y', 'not an address': z}}"));
        assertThat(memory.areUnchanged(List.of("r"))).isFalse();
    }
}
