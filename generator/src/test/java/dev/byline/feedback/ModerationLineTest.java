package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.site.Feedback.Moderation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One word of a person's file is changed, and no other byte. */
final class ModerationLineTest {
    private static Optional<String> approved(String file) {
        return ModerationLine.changed(file.getBytes(StandardCharsets.UTF_8), Moderation.APPROVED)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "moderation: pending, moderation: approved",
        "moderation:   pending  # ask Giulia, moderation:   approved  # ask Giulia",
        "moderation: pending # by rule: denied, moderation: approved",
        "moderation: \"pending\" # x, moderation: approved # x",
        "'''moderation'' : ''pending''', '''moderation'' : approved'",
        "moderation:, moderation: approved",
        "'moderation: ', moderation: approved",
        "moderation: PENDING, moderation: approved",
    })
    void the_word_is_changed_and_what_a_person_wrote_around_it_stays(String line, String changed) {
        for (String end : new String[] {"\n", "\r\n"}) {
            String before = "# mine" + end + "kind: reply" + end;
            String after = end + "text: |" + end + "  moderation: pending" + end + end + "rating:   4" + end;
            assertThat(approved(before + line + after)).contains(before + changed + after);
        }
    }

    @Test
    void where_there_is_no_word_a_line_is_added() {
        assertThat(approved("kind: like")).contains("kind: like\nmoderation: approved\n");
        assertThat(approved("\uFEFFkind: like\r\n")).contains("\uFEFFkind: like\r\nmoderation: approved\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: reply, moderation: pending}",
                "text: |+\n  the lines below\n\n  belong to it\n  ",
                "<<<<<<< HEAD\nmoderation: pending\n=======\nmoderation: rejected\n>>>>>>> other\n",
                "moderation: pending\nmoderation: rejected\n",
                "a: [",
                "- moderation",
                "",
                "? moderation\n: pending\n",
            })
    void a_file_that_says_something_else_afterwards_is_not_changed(String file) {
        assertThat(approved(file)
                        .filter(after -> !after.startsWith(file.stripTrailing()))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void bytes_that_are_no_text_come_out_as_they_went_in() {
        byte[] file = "name: caf\u00e9 \u0645\nmoderation: pending\n".getBytes(StandardCharsets.UTF_8);
        assertThat(ModerationLine.changed(file, Moderation.PENDING))
                .hasValueSatisfying(same -> assertThat(same).isEqualTo(file));
    }
}
