package dev.byline.feedback;

import dev.byline.remote.Http;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks what one reading needs: so many times, and for so long, and no more. */
final class Asking {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;[^,<]*\\brel=\"?next\"?");

    private final Web web;
    private final int most;
    private final long until;
    private final LongSupplier nanoseconds;
    private int asked;

    /**
     * Begins.
     *
     * @param most how often may be asked
     * @param time how long all of it may take
     */
    Asking(Web web, int most, Duration time) {
        this(web, most, time, System::nanoTime);
    }

    Asking(Web web, int most, Duration time, LongSupplier nanoseconds) {
        this.web = web;
        this.most = most;
        this.nanoseconds = nanoseconds;
        this.until = nanoseconds.getAsLong() + time.toNanos();
    }

    /** One page of an answer. */
    record Page(JsonAnswer json, HttpHeaders headers, URI from) {
        /** The next page, if the server names one of its own ({@code Link}, RFC 8288). */
        Optional<URI> next() {
            for (String link : headers.allValues("Link")) {
                Matcher next = NEXT.matcher(link);
                if (next.find()) {
                    return sameServer(next.group(1));
                }
            }
            return Optional.empty();
        }

        private Optional<URI> sameServer(String address) {
            try {
                // Java resolves a query alone as RFC 2396 did: against the folder, not the page.
                URI uri = from.resolve(address.startsWith("?") ? from.getRawPath() + address : address);
                boolean same = from.getHost().equals(uri.getHost())
                        && from.getPort() == uri.getPort()
                        && from.getScheme().equals(uri.getScheme());
                return same && !uri.equals(from) ? Optional.of(uri) : Optional.empty();
            } catch (IllegalArgumentException broken) {
                return Optional.empty();
            }
        }
    }

    /** Gets an address as JSON. */
    Page get(URI address) throws Halt {
        return page(Web.Question.of(address));
    }

    /** Gets an address as JSON, with headers. */
    Page get(URI address, Map<String, String> headers) throws Halt {
        return page(new Web.Question(address, headers, Optional.empty()));
    }

    /**
     * Asks.
     *
     * @throws Halt unless the answer is what it should be: JSON, with the status 200
     */
    Page page(Web.Question question) throws Halt {
        return page(ask(question));
    }

    /** Reads an answer as a page of JSON. */
    static Page page(Http.Answer.Got got) throws Halt {
        if (got.status() != 200) {
            throw halt(got.status());
        }
        return new Page(JsonAnswer.read(got.body()), got.headers(), got.from());
    }

    /** Asks, and takes an answer of whatever status. */
    Http.Answer.Got ask(Web.Question question) throws Halt {
        if (asked++ >= most) {
            throw Halt.enough("more than " + most + " requests are not made for it");
        }
        if (nanoseconds.getAsLong() - until > 0) {
            throw Halt.enough("it takes too long to read all of it");
        }
        Http.Answer answer = web.ask(question);
        if (answer instanceof Http.Answer.Failed failed) {
            throw Halt.failed(failed.reason());
        }
        return (Http.Answer.Got) answer;
    }

    private static Halt halt(int status) {
        return switch (status) {
            case 404, 410 -> Halt.gone();
            case 401, 403 -> Halt.closed("the server wants a token for this");
            default -> Halt.failed("the server answers " + status);
        };
    }
}
