package dev.byline.network;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that was made to keep a pattern busy, or to exhaust its stack, does neither. */
final class HostileTextTest {
    private static final int LENGTH = 10_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.",
                "é",
                "#",
                "#1",
                "@a",
                "@a@b.",
                "(",
                ")",
                "https://a.it/(",
                "http://",
                "&lt;",
                "<b>",
                "</b>",
                "<a href=\"x\">",
                "!",
                "#!",
                "-",
                "_",
                "a-",
                "u/",
                "nostr:npub1",
                "1.\n",
                "> ",
                "\u200d",
                "👨‍👩‍👧‍👦",
                "e\u0301",
                "の.",
                "\\",
                "*",
                "[",
            })
    void a_long_run_of_anything_is_read_at_once_by_every_network(String piece) {
        String text = piece.repeat(LENGTH / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (PostNetwork network : Networks.posting()) {
                network.fits(text);
                network.facets(text);
                network.plain(text);
                network.message(text, Map.of("a", "b"));
                network.facets("@a@" + text);
                network.read("@a@" + text);
            }
        });
    }
}
