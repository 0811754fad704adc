package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from JSON that may hold anything. */
final class JsonAnswerTest {
    private static JsonAnswer of(String value) throws Halt {
        return JsonAnswer.read("{\"v\": " + value + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-05-02T10:00:00Z | 2026-05-02T10:00:00Z",
                "2026-05-02T10:00:00.5+02:00 | 2026-05-02T08:00:00.500Z",
                "2026-05-02T10:00:00.123456 | 2026-05-02T10:00:00.123456Z",
                "2026-05-02 | ",
                "0000-00-00T00:00:00Z | ",
                "1969-12-31T23:59:59Z | ",
                "+10000-01-01T00:00:00Z | ",
                "yesterday | ",
            })
    void moments(String text, String moment) throws Halt {
        assertThat(of("\"" + text + "\"").instant("v"))
                .isEqualTo(Optional.ofNullable(moment).map(Instant::parse));
    }

    @ParameterizedTest
    @CsvSource({
        "1777716000, 2026-05-02T10:00:00Z",
        "1777716000.9, 2026-05-02T10:00:00Z",
        "-1, ",
        "1e300, ",
        "false, ",
        "\"7\", "
    })
    void seconds(String value, String moment) throws Halt {
        assertThat(of(value).seconds("v")).isEqualTo(Optional.ofNullable(moment).map(Instant::parse));
    }

    @Test
    void a_text_that_is_far_too_long_is_cut_between_characters() throws Halt {
        String text = of("\"x" + "😀".repeat(90_000) + "\"").text("v");
        assertThat(text).hasSizeLessThanOrEqualTo(100_001).endsWith("😀…");
    }

    @Test
    void ids_have_no_spaces_and_an_end() throws Halt {
        assertThat(of("12").id("v")).isEqualTo("12");
        assertThat(of("\"a b\"").id("v")).isEmpty();
        assertThat(of("\"a\\u0000b\"").id("v")).isEmpty();
        assertThat(of("\"" + "x".repeat(5_000) + "\"").id("v")).isEmpty();
        assertThat(of("1.5").id("v")).isEmpty();
    }

    @Test
    void languages_are_tags_or_nothing() throws Halt {
        assertThat(of("\"pt-BR\"").language("v")).contains(Locale.forLanguageTag("pt-BR"));
        assertThat(of("\"und\"").language("v")).isEmpty();
        assertThat(of("\"e_n\"").language("v")).isEmpty();
        assertThat(of("{}").language("v")).isEmpty();
    }

    @Test
    void addresses_are_of_the_web_or_nothing() throws Halt {
        assertThat(of("\"https://a.example/?a=1\"").web("v")).contains("https://a.example/?a=1");
        assertThat(of("\"javascript:alert(1)\"").web("v")).isEmpty();
        assertThat(of("\"https://a.example/\\\"onclick=\"").web("v")).isEmpty();
        assertThat(of("\"https://a.example/ b\"").web("v")).isEmpty();
        assertThat(of("\"https://\"").address("v")).isEmpty();
    }

    @Test
    void counts_are_whole_and_not_negative() throws Halt {
        assertThat(of("7").count("v")).isEqualTo(7);
        assertThat(of("-7").count("v")).isZero();
        assertThat(of("99999999999999999999999").count("v")).isZero();
        assertThat(of("\"7\"").count("v")).isZero();
    }
}
