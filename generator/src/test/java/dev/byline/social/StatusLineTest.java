package dev.byline.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Approving changes one word of a person's file, and no other byte. */
final class StatusLineTest {
    private static String approved(String file) {
        return StatusLine.approved(file.getBytes(StandardCharsets.UTF_8))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("refused");
    }

    @Test
    void the_word_is_replaced_and_its_quotes_comment_and_line_ends_stay() {
        assertThat(approved("\ufeff---\r\nstatus: \"draft\"   # mine\r\n---\r\nstatus: draft\r\n"))
                .isEqualTo("\ufeff---\r\nstatus: \"approved\"   # mine\r\n---\r\nstatus: draft\r\n");
        assertThat(approved("+++\nstatus = 'draft'\n+++\nx")).isEqualTo("+++\nstatus = 'approved'\n+++\nx");
        assertThat(approved("---\nstatus:\n---\n")).isEqualTo("---\nstatus: approved\n---\n");
    }

    @Test
    void a_status_that_is_missing_is_added() {
        assertThat(approved("---\nnetwork: x\n---\nHi")).isEqualTo("---\nnetwork: x\nstatus: approved\n---\nHi");
        assertThat(approved("---\nmedia: [{src: a.png, alt: A status light}]\n---\nHi"))
                .contains("\nstatus: approved\n---\nHi");
    }

    @Test
    void what_cannot_be_told_apart_is_refused() {
        assertThat(approved("---\n{network: x, status: draft}\n---\nHi")).isEqualTo("refused");
        assertThat(approved("{\"status\": \"draft\"}\nHi")).isEqualTo("refused");
        assertThat(approved("")).isEqualTo("refused");
        assertThat(approved("---\nstatus: draft")).isEqualTo("refused");
    }

    @Property(tries = 200)
    void every_other_byte_stays_whatever_it_is(@ForAll byte[] body) {
        byte[] head = "---\nstatus: draft\n---\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = new byte[head.length + body.length];
        System.arraycopy(head, 0, file, 0, head.length);
        System.arraycopy(body, 0, file, head.length, body.length);
        String before = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(new String(StatusLine.approved(file).orElseThrow(), StandardCharsets.ISO_8859_1))
                .isEqualTo(before.replaceFirst("draft", "approved"));
    }

    @Property(tries = 300)
    void the_changes_joined_are_both_texts(@ForAll String composed, @ForAll String written) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (Changes.Run run : Changes.between(composed, written).runs()) {
            if (run.kind() != Changes.Kind.NEW) {
                before.append(run.text());
            }
            if (run.kind() != Changes.Kind.GONE) {
                after.append(run.text());
            }
        }
        assertThat(before).hasToString(composed);
        assertThat(after).hasToString(written);
    }
}
