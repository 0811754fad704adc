package dev.byline.preview;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.byline.site.Feedback.Moderation;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The page of {@code byline serve} on which a person decides about readers' answers, by plain forms.
 *
 * <p>A form counts only if the browser says that it comes from this very server ({@code Origin}), and if it has the token
 * that the page was given: no page elsewhere can decide anything. One thing at a time.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#origin-header">the Origin header</a>
 */
final class ModerationDesk implements HttpHandler {
    /** Beside the pages, none of which is called by a hyphen. */
    static final String PATH = "/-/moderate/";

    /** A form of ours has some hundred bytes. */
    private static final int MAX_FORM = 16_384;

    private static final int MAX_UNREAD = 1 << 20;

    private static final int TOKEN_BYTES = 32;

    /** What a person decided about is not what it was when the page was loaded. */
    private static final String STALE = "stale";

    private final Backstage backstage;
    private final String token;
    /** What became of the last form, told once. */
    private String said = "";

    ModerationDesk(Backstage backstage) {
        this.backstage = backstage;
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
    }

    @Override
    public synchronized void handle(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            redirect(exchange);
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> show(exchange);
            case "POST" -> take(exchange);
            default -> send(exchange, 405, "text/plain", "GET or POST");
        }
    }

    private void show(HttpExchange exchange) throws IOException {
        Optional<byte[]> page = backstage.moderation(token, said);
        if (page.isEmpty()) {
            send(exchange, 500, "text/plain; charset=utf-8", "The site cannot be read; the terminal says why.");
            return;
        }
        said = "";
        send(exchange, 200, "text/html; charset=utf-8", new String(page.get(), StandardCharsets.UTF_8));
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_FORM + 1);
        // Whoever is still sending would not hear the answer.
        exchange.getRequestBody().readNBytes(MAX_UNREAD);
        Map<String, String> form = body.length > MAX_FORM ? Map.of() : form(body);
        if (!isFromHere(exchange.getRequestHeaders()) || !isOurs(form.getOrDefault("token", ""))) {
            send(exchange, 403, "text/plain; charset=utf-8", "This form does not come from this page. Load it again.");
            return;
        }
        Optional<String> done = decide(form);
        if (done.isEmpty()) {
            send(exchange, 400, "text/plain; charset=utf-8", "Nothing was changed: this is no decision.");
            return;
        }
        said = done.get();
        redirect(exchange);
    }

    /** What became of it; empty where it is no decision. */
    private Optional<String> decide(Map<String, String> form) {
        String item = form.getOrDefault("item", "");
        String mark = form.getOrDefault("mark", "");
        return switch (form.getOrDefault("decision", "")) {
            case "undo" -> Optional.of(backstage.undo() ? "undone" : STALE);
            case "approve" -> decide(item, mark, Moderation.APPROVED);
            case "reject" -> decide(item, mark, Moderation.REJECTED);
            default -> Optional.empty();
        };
    }

    private Optional<String> decide(String item, String mark, Moderation decision) {
        if (item.isEmpty() || mark.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(backstage.decide(item, mark, decision) ? "done" : STALE);
    }

    private static boolean isFromHere(Headers headers) {
        String origin = headers.getFirst("Origin");
        return origin != null && origin.equalsIgnoreCase("http://" + headers.getFirst("Host"));
    }

    private boolean isOurs(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> form(byte[] body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    form.put(
                            pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException noForm) {
                    return Map.of();
                }
            }
        }
        return form;
    }

    private static void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", PATH);
        send(exchange, 303, "text/plain", "");
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }
}
