package dev.byline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fingerprints tell whether something is as it was. */
final class FingerprintTest {
    @TempDir
    private Path folder;

    @Test
    void every_single_bit_counts_and_so_does_the_length() {
        byte[] bytes = new byte[200];
        new Random(1).nextBytes(bytes);
        Set<Long> all = new HashSet<>(Set.of(Fingerprint.of(bytes)));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] other = bytes.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(all.add(Fingerprint.of(other))).as("bit %s", bit).isTrue();
        }
        for (int length = 0; length < 300; length++) {
            all.add(Fingerprint.of(new byte[length]));
        }
        assertThat(all).hasSize(1 + 1600 + 300);
    }

    @Test
    void a_file_a_text_and_a_part_have_the_fingerprint_of_their_bytes() throws IOException {
        byte[] bytes = "Zoë 水".repeat(40_000).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("file"), bytes);
        long expected = Fingerprint.of(bytes);
        assertThat(Fingerprint.of(file)).isEqualTo(expected);
        assertThat(Fingerprint.of("Zoë 水".repeat(40_000))).isEqualTo(expected);
        byte[] within = Arrays.copyOf(bytes, bytes.length + 9);
        assertThat(Fingerprint.of(within, 0, bytes.length)).isEqualTo(expected);
    }

    @Test
    void what_is_mixed_keeps_its_order_and_its_borders() {
        long ab = Fingerprint.mixed(Fingerprint.mixed(0, "a"), "b");
        assertThat(Set.of(
                        ab,
                        Fingerprint.mixed(Fingerprint.mixed(0, "b"), "a"),
                        Fingerprint.mixed(0, "ab"),
                        Fingerprint.mixed(Fingerprint.mixed(0, "ab"), ""),
                        Fingerprint.mixed(Fingerprint.mixed(0, ""), "ab")))
                .hasSize(5);
        assertThat(Fingerprint.mixed(Fingerprint.mixed(0, 1), 2))
                .isNotEqualTo(Fingerprint.mixed(Fingerprint.mixed(0, 2), 1));
    }

    @Test
    void nothing_mixed_into_nothing_is_not_nothing() {
        assertThat(Fingerprint.mixed(Fingerprint.NONE, 1)).isNotEqualTo(Fingerprint.NONE);
        assertThat(Fingerprint.of("a")).isNotEqualTo(Fingerprint.NONE);
    }
}
