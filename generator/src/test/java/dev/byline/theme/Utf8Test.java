package dev.byline.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text as bytes. */
final class Utf8Test {
    private static final String FACE = "\uD83D\uDE00";

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "perché “così”", "日本語", FACE, "\uD83D", "\uDE00", "a\uD83Db", "\uD83D\uD83D\uDE00", "\0"
            })
    void bytes_are_those_of_java(String text) {
        Utf8 out = new Utf8();
        out.write(text);
        assertThat(out.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void halves_of_a_pair_may_come_one_after_the_other() {
        Utf8 out = new Utf8();
        out.write(FACE.charAt(0));
        out.write(FACE.charAt(1));
        out.write(FACE.charAt(0));
        out.write("é");
        assertThat(new String(out.bytes(), StandardCharsets.UTF_8)).isEqualTo(FACE + "?é");
    }

    @Test
    void a_long_text_is_whole_wherever_it_is_cut() throws IOException {
        String text = "a" + (FACE + "è€x").repeat(20_000);
        Utf8 out = new Utf8();
        out.write(text, 0, 4_097);
        out.write(text.toCharArray(), 4_097, text.length() - 4_097);
        assertThat(out.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }
}
