package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of one reading, and what stops it. */
final class AskingTest {
    private static final URI ADDRESS = URI.create("https://a.example/x?page=1");

    private final FakeWeb web = new FakeWeb();

    private Halt halt(Asking asking) {
        return catchThrowableOfType(Halt.class, () -> asking.get(ADDRESS));
    }

    @Test
    void it_asks_so_often_and_no_more() throws Halt {
        web.page(ADDRESS.toString(), "[]");
        Asking asking = new Asking(web, 2, Duration.ofMinutes(1));
        asking.get(ADDRESS);
        asking.get(ADDRESS);
        assertThat(halt(asking).why()).isEqualTo(Halt.Why.ENOUGH);
        assertThat(web.asked).hasSize(2);
    }

    @Test
    void it_asks_so_long_and_no_longer() throws Halt {
        web.page(ADDRESS.toString(), "[]");
        AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000);
        Asking asking = new Asking(web, 9, Duration.ofSeconds(10), clock::get);
        clock.addAndGet(Duration.ofSeconds(9).toNanos());
        asking.get(ADDRESS);
        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(halt(asking).why()).isEqualTo(Halt.Why.ENOUGH);
    }

    @ParameterizedTest
    @CsvSource({
        "404, GONE",
        "410, GONE",
        "401, CLOSED",
        "403, CLOSED",
        "500, FAILED",
        "204, FAILED",
        "304, FAILED",
        "301, FAILED",
        "200, FAILED",
        "0, FAILED"
    })
    void each_status_means_something(int status, Halt.Why why) {
        web.page(ADDRESS.toString(), status, "<p>no JSON</p>", Map.of());
        assertThat(halt(new Asking(web, 9, Duration.ofMinutes(1))).why()).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<https://a.example/x?page=2>; rel=\"next\" | https://a.example/x?page=2",
                "<https://a.example/x?page=0>; rel=\"prev\", <https://a.example/x?page=2>; rel=\"next\" | https://a.example/x?page=2",
                "<?page=2>; title=\"x\"; rel=next | https://a.example/x?page=2",
                "<https://b.example/>; rel=\"next\" | ",
                "<http://a.example/x?page=2>; rel=\"next\" | ",
                "<https://a.example:8443/>; rel=\"next\" | ",
                "<https://a.example/x?page=1>; rel=\"next\" | ",
                "<:::>; rel=\"next\" | ",
                "<https://a.example/x?page=0>; rel=\"prev\" | ",
            })
    void the_next_page_is_one_of_the_same_server(String link, String next) throws Halt {
        web.page(ADDRESS.toString(), 200, "[]", Map.of("Link", link));
        Asking.Page page = new Asking(web, 9, Duration.ofMinutes(1)).get(ADDRESS);
        assertThat(page.next()).isEqualTo(Optional.ofNullable(next).map(URI::create));
    }
}
