package dev.byline.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page on its way out has the script, and room for it in its policy; all else is as it was. */
final class PolicyTest {
    private static final String ORIGIN = "http://localhost:1";
    private static final String SCRIPT = " http://localhost:1/-/preview.js";
    private static final String STYLES = " http://localhost:1/-/preview.css";
    private static final String EVENTS = " http://localhost:1/-/events";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default-src 'self'; img-src 'self' data: | default-src 'self'; img-src 'self' data:",
                "img-src 'none' | img-src 'none'",
                "'' | ''",
                "default-src * | default-src *",
                "default-src 'none' | default-src 'none'; script-src SCRIPT; style-src STYLES; connect-src EVENTS",
                "default-src 'self'; SCRIPT-SRC 'none' | default-src 'self'; script-src SCRIPT",
                "default-src 'self'; script-src 'sha256-x'; script-src *"
                        + " | default-src 'self'; script-src 'sha256-x' SCRIPT",
                "default-src 'self'; script-src-elem https://a.example; connect-src"
                        + " | default-src 'self'; script-src-elem https://a.example SCRIPT; connect-src EVENTS",
                "default-src data:; style-src 'self'"
                        + " | default-src data:; style-src 'self'; script-src data: SCRIPT; connect-src data: EVENTS",
            })
    void a_policy_gets_room_for_what_the_preview_brings_and_for_nothing_else(String before, String after) {
        String expected =
                after.replace(" SCRIPT", SCRIPT).replace(" STYLES", STYLES).replace(" EVENTS", EVENTS);
        assertThat(Policy.roomy(before, ORIGIN)).isEqualTo(expected);
    }

    private static String injected(String html) {
        byte[] page = Injection.into(html.getBytes(StandardCharsets.UTF_8), "a-1", ORIGIN);
        return new String(page, StandardCharsets.UTF_8);
    }

    @Test
    void the_script_stands_before_the_end_of_the_page_and_every_other_byte_stays() {
        String script = "<script src=\"/-/preview.js\" data-edition=\"a-1\" defer></script>\n";
        assertThat(injected("<body>è $1 \\ </BODY ></html>")).isEqualTo("<body>è $1 \\ " + script + "</BODY ></html>");
        assertThat(injected("<pre></body></pre></body>")).isEqualTo("<pre></body></pre>" + script + "</body>");
        assertThat(injected("")).isEqualTo(script);
        byte[] latin = {'<', 'p', '>', (byte) 0xE8};
        assertThat(Injection.into(latin, "a-1", ORIGIN)).startsWith(latin);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src &#39;none&#39;\">"
                        + " | <meta http-equiv=\"Content-Security-Policy\" content=\"script-src"
                        + " http://localhost:1/-/preview.js\">",
                "<META Content-X='1' HTTP-EQUIV=content-security-policy content='script-src &#39;unsafe-inline&#39;'/>"
                        + " | <META Content-X='1' HTTP-EQUIV=content-security-policy content='script-src"
                        + " &#39;unsafe-inline&#39; http://localhost:1/-/preview.js'/>",
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;self&#39;\">"
                        + " | <meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;self&#39;\">",
                "<meta content=\"script-src 'none'\" http-equiv='Content-Security-Policy'>"
                        + " | <meta content=\"script-src http://localhost:1/-/preview.js\""
                        + " http-equiv='Content-Security-Policy'>",
                "<meta name=\"description\" content=\"script-src 'none'\">"
                        + " | <meta name=\"description\" content=\"script-src 'none'\">",
            })
    void only_the_policy_of_the_page_is_read(String before, String after) {
        assertThat(injected(before)).startsWith(after);
    }
}
