package dev.byline.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A network that is spoken to by HTTP. */
public final class LoopbackServer implements Venue {
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    /** Read by the JDK when its first server is made: otherwise each body waits 40 ms for its headers to be confirmed. */
    private static final String SENDS_AT_ONCE = "sun.net.httpserver.nodelay";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Understudy network;
    private final AtomicInteger asked = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Mishap> mishaps = request -> Mishap.NONE;

    private LoopbackServer(Understudy network) throws IOException {
        this.network = network;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /** Starts a network. */
    public static LoopbackServer start(Understudy network) throws IOException {
        System.setProperty(SENDS_AT_ONCE, "true");
        LoopbackServer server = new LoopbackServer(network);
        server.server.setExecutor(server.threads);
        server.server.createContext("/", server::answer);
        server.server.start();
        return server;
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void suffer(Function<Asked, Mishap> which) {
        mishaps = which;
    }

    @Override
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public List<Shown> shown() {
        return network.shown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            String query = exchange.getRequestURI().getRawQuery();
            Asked request = new Asked(
                    asked.incrementAndGet(),
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    query == null ? "" : query,
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            requests.add(request.method() + " " + request.path());
            answer(exchange, request, mishaps.apply(request));
        }
    }

    private void answer(HttpExchange exchange, Asked request, Mishap mishap) throws IOException {
        switch (mishap) {
            case NONE -> send(exchange, network.answer(request));
            case CUT_BEFORE -> {}
            case CUT_AFTER -> network.answer(request);
            case BROKEN_BEFORE -> send(exchange, Answered.json(500, Map.of("error", "Internal error")));
            case BROKEN_AFTER -> {
                network.answer(request);
                send(exchange, new Answered(502, "text/html", Map.of(), "<html><h1>502 Bad Gateway</h1></html>"));
            }
            case BUSY ->
                send(
                        exchange,
                        Answered.json(429, Map.of("error", "Too many requests")).with("Retry-After", "1"));
            case UNAUTHORISED -> send(exchange, Answered.json(401, Map.of("error", "The access token is invalid")));
            case HTML -> {
                network.answer(request);
                send(exchange, new Answered(200, "text/html", Map.of(), "<!DOCTYPE html><p>Welcome back"));
            }
            case OTHER_CHARSET -> {
                Answered answer = network.answer(request);
                byte[] body = answer.body().getBytes(StandardCharsets.UTF_16);
                send(exchange, answer.status(), answer.type(), Map.of(), body);
            }
            case HUGE -> {
                network.answer(request);
                send(exchange, 200, "application/json", Map.of(), new byte[TEN_MEGABYTES]);
            }
            case SLOW -> {
                Answered late = network.answer(request);
                sleep();
                send(exchange, late);
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(4_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answered answer) throws IOException {
        send(
                exchange,
                answer.status(),
                answer.type(),
                answer.headers(),
                answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, Map<String, String> headers, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
