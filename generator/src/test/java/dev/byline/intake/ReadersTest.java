package dev.byline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose request it is, as far as limits have to know. */
final class ReadersTest {
    private static final Proxies PROXIES = new Proxies(List.of("127.0.0.1", "10.0.0.0/8", "2001:db8:1::/48"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9  | ''                                   | 203.0.113.9",
                // Nobody's word counts who is no proxy.
                "203.0.113.9  | 198.51.100.1                         | 203.0.113.9",
                "127.0.0.1    | 198.51.100.1                         | 198.51.100.1",
                "127.0.0.1    | 6.6.6.6, 198.51.100.1                | 198.51.100.1",
                "127.0.0.1    | 6.6.6.6, 198.51.100.1, 10.1.2.3      | 198.51.100.1",
                "127.0.0.1    | '198.51.100.1:5555'                  | 198.51.100.1",
                "127.0.0.1    | '[2001:db8:7:8:9:a:b:c]:443'         | 2001:db8:7:8:0:0:0:0",
                "127.0.0.1    | 2001:db8:7:8::1                      | 2001:db8:7:8:0:0:0:0",
                "2001:db8:1::7| 198.51.100.1                         | 198.51.100.1",
                "127.0.0.1    | unknown                              | 127.0.0.1",
                "127.0.0.1    | '6.6.6.6, <script>'                  | 127.0.0.1",
                "127.0.0.1    | host.example                         | 127.0.0.1",
                "127.0.0.1    | '999.1.1.1'                          | 127.0.0.1",
            })
    void who_asks_is_the_nearest_that_is_no_named_proxy(String peer, String forwarded, String reader) {
        assertThat(PROXIES.reader(peer, forwarded)).isEqualTo(reader);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "::1/-1", "", "300.1.1.1"})
    void what_is_no_address_names_no_proxy(String named) {
        assertThatThrownBy(() -> new Proxies(List.of(named))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_reader_has_so_many_an_hour_and_they_come_back_one_by_one() {
        RunningServer.Ticking clock = new RunningServer.Ticking();
        RateLimits limits = new RateLimits(clock);
        assertThat(limits.allows("send", "a", 2)).isTrue();
        assertThat(limits.allows("send", "a", 2)).isTrue();
        assertThat(limits.allows("send", "a", 2)).isFalse();
        assertThat(limits.allows("look", "a", 2)).isTrue();
        assertThat(limits.allows("send", "b", 2)).isTrue();
        clock.pass(Duration.ofMinutes(31));
        assertThat(limits.allows("send", "a", 2)).isTrue();
        assertThat(limits.allows("send", "a", 2)).isFalse();
    }

    @Test
    void limits_hold_no_more_readers_than_they_can_and_a_clock_that_goes_back_locks_nobody_out() {
        RunningServer.Ticking clock = new RunningServer.Ticking();
        RateLimits limits = new RateLimits(clock);
        for (int i = 0; i < 60_000; i++) {
            limits.allows("send", String.valueOf(i), 1);
        }
        assertThat(limits.allows("send", "59999", 1)).isFalse();
        assertThat(limits.allows("send", "0", 1)).isTrue();
        clock.pass(Duration.ofDays(-400));
        assertThat(limits.allows("send", "59999", 1)).isTrue();
    }
}
