package dev.byline.preview;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Tells open pages how the site stands: at once, and whenever that changes.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">server-sent events</a>
 */
final class Events implements HttpHandler {
    /** Each page that is in sight holds a thread. More than a person can look at. */
    static final int MOST = 64;

    /** A page that is gone is noticed when it is written to. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    /** How soon a page asks again where the server was stopped and started. */
    private static final String GREETING = "retry: 1000\n\n";

    private final Board board;
    private final Duration signOfLife;
    private final Semaphore free = new Semaphore(MOST);

    Events(Board board) {
        this(board, SIGN_OF_LIFE);
    }

    Events(Board board, Duration signOfLife) {
        this.board = board;
        this.signOfLife = signOfLife;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("GET")) {
            exchange.sendResponseHeaders(405, -1);
        } else if (!free.tryAcquire()) {
            exchange.getResponseHeaders().set("Retry-After", "5");
            exchange.sendResponseHeaders(503, -1);
        } else {
            try {
                tell(exchange);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            } finally {
                free.release();
            }
        }
    }

    private void tell(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        Standing told = board.standing();
        write(out, GREETING + event(told));
        while (true) {
            Optional<Standing> news = board.other(told, signOfLife);
            write(out, news.map(Events::event).orElse(": still here\n\n"));
            told = news.orElse(told);
        }
    }

    private static String event(Standing standing) {
        return "data: " + standing.json() + "\n\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
