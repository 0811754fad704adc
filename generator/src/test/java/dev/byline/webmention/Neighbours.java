package dev.byline.webmention;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.byline.remote.PublicWeb;
import dev.byline.remote.Reach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** All servers of a test, under their names, on this machine. */
final class Neighbours implements AutoCloseable {
    /** What an address answers. */
    record Page(int status, String type, String body, List<Map.Entry<String, String>> headers) {
        static Page html(String body) {
            return new Page(200, "text/html; charset=utf-8", body, List.of());
        }

        static Page of(int status) {
            return new Page(status, "text/html", "", List.of());
        }
    }

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    /** What came: method, address, body. */
    final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();

    Neighbours() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    /** The same address, on this machine: {@code https://a.example/x} at {@code http://a.example:4711/x}. */
    String here(String text) {
        return text.replaceAll(
                "https://([a-z]+\\.(?:example|gy))(?=[/\"?> ]|$)",
                "http://$1:" + server.getAddress().getPort());
    }

    void put(String address, Page page) {
        pages.put(here(address), page);
    }

    void html(String address, String body) {
        put(address, Page.html(here(body)));
    }

    void redirect(String from, String to) {
        put(from, new Page(302, "text/html", "", List.of(Map.entry("Location", here(to)))));
    }

    PublicWeb web() {
        return new PublicWeb("1", "Webmention", Duration.ofSeconds(5), reach());
    }

    Reach reach() {
        return Reach.everywhere(name -> new InetAddress[] {InetAddress.getLoopbackAddress()});
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String address = "http://" + exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI();
        heard.add((exchange.getRequestMethod() + " " + address + " " + body).strip());
        Page page = pages.getOrDefault(address, Page.of(404));
        exchange.getResponseHeaders().set("Content-Type", page.type);
        page.headers.forEach(header -> exchange.getResponseHeaders().add(header.getKey(), header.getValue()));
        byte[] bytes = page.body.getBytes(StandardCharsets.UTF_8);
        boolean hasBody = bytes.length > 0 && page.status != 204;
        exchange.sendResponseHeaders(page.status, hasBody ? bytes.length : -1);
        if (hasBody) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    HttpServer server() {
        return server;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
