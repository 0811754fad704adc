package dev.byline.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks other servers, politely and without trust: in time, of a size, over TLS (but for this machine itself), following
 * no redirect to another host.
 */
public final class Http {
    private static final int MAX_BYTES = 8 * 1024 * 1024;
    private static final int MAX_REDIRECTS = 3;

    private final HttpClient client;
    private final Duration patience;
    private final String agent;

    /**
     * Prepares to ask.
     *
     * @param version Byline's, for the {@code User-Agent}
     * @param patience how long one whole answer may take
     */
    public Http(String version, Duration patience) {
        this.patience = patience;
        this.agent = "Byline/" + version + " (+https://byline.dev/)";
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** What a server answered. */
    public sealed interface Answer {
        /** An answer with a status and a body, of whatever kind. */
        record Got(int status, HttpHeaders headers, String body) implements Answer {}

        /** No answer that could be read. */
        record Failed(String reason) implements Answer {}
    }

    /** Gets an address as JSON. */
    public Answer get(URI uri) {
        URI at = uri;
        for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
            if (!isAllowed(at)) {
                return new Answer.Failed("not asked: only https is");
            }
            Answer answer = ask(at);
            if (!(answer instanceof Answer.Got got) || got.status() < 300 || got.status() >= 400) {
                return answer;
            }
            String location = got.headers().firstValue("Location").orElse("");
            URI next;
            try {
                next = at.resolve(location);
            } catch (IllegalArgumentException broken) {
                return new Answer.Failed("a redirect to nowhere");
            }
            if (next.getHost() == null || !next.getHost().equals(uri.getHost()) || next.getPort() != uri.getPort()) {
                return new Answer.Failed("a redirect to another host");
            }
            at = next;
        }
        return new Answer.Failed("more than " + MAX_REDIRECTS + " redirects");
    }

    private static boolean isAllowed(URI uri) {
        if (uri.getHost() == null) {
            return false;
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here);
    }

    private Answer ask(URI uri) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(patience)
                .header("Accept", "application/json")
                .header("User-Agent", agent)
                .GET()
                .build();
        // The request's own timeout ends with the headers; a body that drips is timed here.
        CompletableFuture<Answer> whole = client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(Http::read);
        try {
            return whole.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            whole.cancel(true);
            return new Answer.Failed("no answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            return new Answer.Failed("no connection: " + message);
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
            return new Answer.Got(response.statusCode(), response.headers(), new String(body, StandardCharsets.UTF_8));
        } catch (IOException cut) {
            return new Answer.Failed("the answer was cut off");
        }
    }
}
