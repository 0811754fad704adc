package dev.byline.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A file that claims to be a message may be anything. */
final class GlanceTest {
    private static Glance at(String message) {
        return Glance.at(message.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void what_is_no_message_has_nothing_to_see() {
        assertThat(at("")).isEqualTo(new Glance(Optional.empty(), false, Optional.empty()));
        assertThat(at("\0\1\2\377".repeat(1000)).bothParts()).isFalse();
        assertThat(at("Subject: " + "x".repeat(100_000) + "\r\n\r\n").bothParts())
                .isFalse();
        assertThat(at("Content-Type: multipart/alternative\r\n\r\n--\r\n").bothParts())
                .isFalse();
    }

    @Test
    void parts_within_parts_without_end_are_read() {
        StringBuilder message = new StringBuilder("Subject: deep\r\n");
        for (int i = 0; i < 3000; i++) {
            message.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        assertThat(at(message.toString())).isEqualTo(new Glance(Optional.of("deep"), false, Optional.empty()));
    }

    @Test
    void a_subject_is_read_on_one_line() {
        assertThat(at("Subject: =?utf-8?q?a=0D=0Ab?=\r\n\r\nx").subject()).hasValue("a b");
    }
}
