package dev.byline.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Asks other servers, politely and without trust: in time, of a size, over TLS (but for this machine itself), following
 * no redirect to another host, unless a {@link Liberty} is given. Threads may share it.
 */
public final class Http {
    private static final int MAX_BYTES = 8 * 1024 * 1024;
    private static final int MAX_REDIRECTS = 3;

    /** Redirects as of RFC 9110, 15.4. */
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** Those of them that keep the method and the body of what was sent. */
    private static final Set<Integer> REDIRECTS_THAT_KEEP = Set.of(307, 308);

    private final HttpClient client;
    private final Duration patience;
    private final String agent;
    private final Set<Liberty> liberties;

    /** What is allowed beyond the usual, where what is asked and answered is public anyhow. */
    public enum Liberty {
        /** To ask servers that have no TLS; a redirect never leads from one with it to one without. */
        UNENCRYPTED,
        /** To follow redirects to other hosts. */
        OTHER_HOSTS
    }

    /**
     * Prepares to ask.
     *
     * @param version Byline's, for the {@code User-Agent}
     * @param patience how long one whole answer may take
     */
    public Http(String version, Duration patience, Liberty... liberties) {
        this.patience = patience;
        this.agent = "Byline/" + version + " (+https://byline.dev/)";
        this.liberties = Set.of(liberties);
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** What a server answered. */
    public sealed interface Answer {
        /**
         * An answer with a status and a body, of whatever kind.
         *
         * @param from the address that gave it, behind all redirects
         */
        record Got(int status, URI from, HttpHeaders headers, String body) implements Answer {}

        /**
         * No answer that could be read.
         *
         * @param mayHaveArrived false where the server cannot have got the request, so that asking again is no repeating
         */
        record Failed(String reason, boolean mayHaveArrived) implements Answer {
            public Failed(String reason) {
                this(reason, true);
            }

            /** A reason may quote the server: it stays one short line. */
            public Failed {
                String line = reason.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
                reason = line.length() > 200 ? line.substring(0, 200) + "..." : line;
            }
        }
    }

    /**
     * One request that changes something, sent as it is.
     *
     * @param headers may hold secrets; so may the address
     */
    public record Call(String method, URI uri, Map<String, String> headers, HttpRequest.BodyPublisher body) {
        public Call {
            headers = Map.copyOf(headers);
        }

        /** The method and the host: nothing that could be secret. */
        @Override
        public String toString() {
            return method + " " + uri.getHost();
        }
    }

    /** Sends a request once. No redirect is followed: it would carry the request's secrets to an address of another's. */
    public Answer send(Call call) {
        if (!isAllowed(call.uri())) {
            return new Answer.Failed("not asked: only https is", false);
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder().method(call.method(), call.body()).header("User-Agent", agent);
        try {
            call.headers().forEach(request::header);
        } catch (IllegalArgumentException broken) {
            return new Answer.Failed("not asked: a header that cannot be sent", false);
        }
        return ask(call.uri(), request);
    }

    /** Gets an address as JSON. */
    public Answer get(URI uri) {
        return get(uri, "application/json");
    }

    /**
     * Gets an address.
     *
     * @param accept the media types that are welcome, as the header of that name has them
     */
    public Answer get(URI uri, String accept) {
        return get(uri, Map.of("Accept", accept));
    }

    /**
     * Gets an address.
     *
     * @param headers what is said with it, on every redirect again: secrets among them need an {@code Http} without
     *     {@link Liberty}
     */
    public Answer get(URI uri, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder().GET().header("User-Agent", agent);
        try {
            headers.forEach(request::header);
        } catch (IllegalArgumentException broken) {
            return new Answer.Failed("not asked: a header that cannot be sent", false);
        }
        return follow(uri, request, REDIRECTS);
    }

    /** Posts a form. A redirect that would make another request of it is not followed, but given as the answer. */
    public Answer post(URI uri, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", agent);
        return follow(uri, request, REDIRECTS_THAT_KEEP);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer follow(URI uri, HttpRequest.Builder request, Set<Integer> redirects) {
        URI at = uri;
        for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
            if (!isAllowed(at)) {
                return new Answer.Failed("not asked: only https is");
            }
            Answer answer = ask(at, request);
            if (!(answer instanceof Answer.Got got) || !redirects.contains(got.status())) {
                return answer;
            }
            String location = got.headers().firstValue("Location").orElse("");
            URI next;
            try {
                next = at.resolve(location);
            } catch (IllegalArgumentException broken) {
                return new Answer.Failed("a redirect to nowhere");
            }
            boolean sameHost = uri.getHost().equals(next.getHost()) && next.getPort() == uri.getPort();
            if (!sameHost && !liberties.contains(Liberty.OTHER_HOSTS)) {
                return new Answer.Failed("a redirect to another host");
            }
            if ("https".equals(at.getScheme()) && !"https".equals(next.getScheme())) {
                return new Answer.Failed("a redirect that gives up encryption");
            }
            at = next;
        }
        return new Answer.Failed("more than " + MAX_REDIRECTS + " redirects");
    }

    private boolean isAllowed(URI uri) {
        if (uri.getHost() == null) {
            return false;
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        boolean plain = here || liberties.contains(Liberty.UNENCRYPTED);
        return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && plain);
    }

    private Answer ask(URI uri, HttpRequest.Builder request) {
        CompletableFuture<Answer> whole;
        try {
            // The request's own timeout ends with the headers; a body that drips is timed here.
            whole = client.sendAsync(
                            request.uri(uri).timeout(patience).build(), HttpResponse.BodyHandlers.ofInputStream())
                    .thenApplyAsync(Http::read);
        } catch (IllegalArgumentException noAddress) {
            return new Answer.Failed("no address that can be asked", false);
        }
        try {
            return whole.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            whole.cancel(true);
            return new Answer.Failed("no answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            return new Answer.Failed("no connection: " + message, !(cause instanceof ConnectException));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer.Failed("interrupted");
        }
    }

    private static Answer read(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            byte[] body = in.readNBytes(MAX_BYTES + 1);
            if (body.length > MAX_BYTES) {
                return new Answer.Failed("an answer of more than " + (MAX_BYTES >> 20) + " MB");
            }
            return new Answer.Got(
                    response.statusCode(),
                    response.uri(),
                    response.headers(),
                    new String(body, StandardCharsets.UTF_8));
        } catch (IOException cut) {
            return new Answer.Failed("the answer was cut off");
        }
    }
}
