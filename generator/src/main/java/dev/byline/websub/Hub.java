package dev.byline.websub;

import dev.byline.remote.Http;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A WebSub hub, as a publisher talks to it: {@code hub.mode=publish&hub.url=https%3A%2F%2Fblog.example%2Ffeed.xml}.
 *
 * @param patience the longest that a hub which is busy may ask us to wait before we ask once more
 * @see <a href="https://www.w3.org/TR/websub/">WebSub</a>, which leaves this message to hub and publisher; its form is
 *     that of <a href="https://pubsubhubbub.github.io/PubSubHubbub/pubsubhubbub-core-0.4.html">PubSubHubbub 0.4</a>,
 *     section 7.1
 */
record Hub(URI address, Http http, Duration patience) {
    /** What came of telling a hub of one feed. */
    sealed interface Outcome {
        record Taken() implements Outcome {}

        /** It does not want this feed; others may fare better. */
        record Refused(String reason) implements Outcome {}

        /** It cannot be asked now, whatever the feed. */
        record Away(String reason) implements Outcome {}
    }

    /** Tells that a feed has changed. */
    Outcome tell(Topic topic) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("hub.mode", "publish");
        form.put("hub.url", topic.url());
        Http.Answer answer = http.post(address, form);
        Optional<Duration> wait = wait(answer);
        if (wait.isPresent() && slept(wait.get())) {
            answer = http.post(address, form);
        }
        return outcome(answer);
    }

    private static Outcome outcome(Http.Answer answer) {
        if (answer instanceof Http.Answer.Failed failed) {
            return new Outcome.Away(failed.reason());
        }
        int status = ((Http.Answer.Got) answer).status();
        if (status >= 200 && status < 300) {
            return new Outcome.Taken();
        }
        if (isBusy(status)) {
            return new Outcome.Away("it answers " + status + ": too much to do");
        }
        return new Outcome.Refused(
                status >= 300 && status < 400
                        ? "it answers " + status + ", a redirect that a POST does not follow"
                        : "it answers " + status);
    }

    /** Too Many Requests (RFC 6585, 4), Service Unavailable (RFC 9110, 15.6.4). */
    private static boolean isBusy(int status) {
        return status == 429 || status == 503;
    }

    private Optional<Duration> wait(Http.Answer answer) {
        return answer instanceof Http.Answer.Got got && isBusy(got.status())
                ? retryAfter(got.headers()).filter(wait -> wait.compareTo(patience) <= 0)
                : Optional.empty();
    }

    /** Seconds, or a date, which is held against the server's own clock (RFC 9110, 10.2.3). */
    static Optional<Duration> retryAfter(HttpHeaders headers) {
        String written = headers.firstValue("Retry-After").orElse("").strip();
        if (written.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(written)));
        }
        try {
            ZonedDateTime then = ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME);
            ZonedDateTime now =
                    ZonedDateTime.parse(headers.firstValue("Date").orElse(""), DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(now, then);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static boolean slept(Duration wait) {
        try {
            TimeUnit.MILLISECONDS.sleep(wait.toMillis());
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
