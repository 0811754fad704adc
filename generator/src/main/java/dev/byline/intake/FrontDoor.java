package dev.byline.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/** Reads requests of strangers: no more than a form can hold, and not for ever. Slow ones cost a connection, no thread. */
final class FrontDoor extends Handler.Abstract.NonBlocking {
    /** The longest form, each of its characters escaped, fits in. */
    private static final int MAX_BODY = 192 * 1024;

    /** As much of a larger one is heard out. */
    private static final int MAX_UNREAD = 4 * 1024 * 1024;

    private static final Duration MAX_TIME = Duration.ofSeconds(30);

    /** Pages load their own style and script, send forms to their own address, and stand in no frame. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Router router;
    private final Proxies proxies;
    private final String base;

    FrontDoor(Router router, IntakeSettings settings) {
        this.router = router;
        this.proxies = new Proxies(settings.proxies());
        this.base = settings.address().getPath();
    }

    // What fails in sending ends the connection; nobody is left to hear of it.
    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (request.getLength() > MAX_BODY) {
            refuse(request, response, callback);
            return true;
        }
        CompletableFuture<byte[]> body = new CompletableFuture<>();
        Content.Source.asByteArrayAsync(request, MAX_BODY, Promise.Invocable.toPromise(body));
        body.orTimeout(MAX_TIME.toSeconds(), TimeUnit.SECONDS)
                .whenCompleteAsync(
                        (read, failure) -> send(
                                request,
                                response,
                                callback,
                                failure == null ? answer(request, read) : unread(request, failure)),
                        getServer().getThreadPool());
        return true;
    }

    /** Whoever is still sending would not hear the answer; who sends very much more than a form need not. */
    private static void refuse(Request request, Response response, Callback callback) {
        if (request.getLength() > MAX_UNREAD) {
            send(request, response, callback, tooLarge());
        } else {
            Content.Source.consumeAll(request, Callback.from(() -> send(request, response, callback, tooLarge())));
        }
    }

    private static Reply tooLarge() {
        return Reply.text(413, "more than a form can hold").with("Connection", "close");
    }

    private static Reply unread(Request request, Throwable failure) {
        if (failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException) {
            return Reply.text(408, "this takes too long").with("Connection", "close");
        }
        return Request.getContentBytesRead(request) >= MAX_BODY
                ? tooLarge()
                : Reply.text(400, "this cannot be read").with("Connection", "close");
    }

    private Reply answer(Request request, byte[] body) {
        Map<String, String> headers = headers(request);
        Map<String, String> query;
        try {
            String raw = request.getHttpURI().getQuery();
            query = Form.urlEncoded(raw == null ? "" : raw, StandardCharsets.UTF_8);
        } catch (Form.Unreadable unreadable) {
            return Reply.text(unreadable.status(), unreadable.getMessage());
        }
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        Asked.Reader reader = new Asked.Reader(
                proxies.reader(Request.getRemoteAddr(request), headers.getOrDefault("x-forwarded-for", "")),
                headers.getOrDefault("user-agent", ""));
        return router.answer(new Asked(
                method, path(request), query, headers, new String(body, StandardCharsets.ISO_8859_1), reader));
    }

    /** A header that came more than once is a list, as HTTP has it. */
    private static Map<String, String> headers(Request request) {
        Map<String, String> headers = new TreeMap<>();
        for (HttpField field : request.getHeaders()) {
            String value = field.getValue() == null ? "" : field.getValue();
            headers.merge(field.getName().toLowerCase(Locale.ROOT), value, (one, other) -> one + ", " + other);
        }
        return headers;
    }

    /** Below the intake's address, whether or not a proxy has taken its path away. */
    private List<String> path(Request request) {
        String whole = Request.getPathInContext(request);
        String below = whole.startsWith(base) ? whole.substring(base.length()) : whole.replaceFirst("^/", "");
        return below.isEmpty() ? List.of() : Arrays.asList(below.split("/", -1));
    }

    private static void send(Request request, Response response, Callback callback, Reply reply) {
        response.setStatus(reply.status());
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, reply.type());
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        // Not even to the blog: the address of a page may be known to one reader only. Forms of ours tell their origin.
        headers.put("Referrer-Policy", "same-origin");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        reply.headers().forEach(headers::put);
        boolean silent = request.getMethod().equals("HEAD");
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, silent ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body), callback);
    }
}
