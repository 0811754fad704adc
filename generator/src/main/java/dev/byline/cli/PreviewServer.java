package dev.byline.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * Gives out a built site to this machine and to no other.
 *
 * <p>Answers only requests that name this machine as their host, so that no page elsewhere can read it by a name that it
 * makes point here; gives out nothing from outside the folder.
 */
final class PreviewServer implements AutoCloseable {
    private static final int PORTS_TO_TRY = 20;
    private static final String REFUSAL = "This preview answers to localhost only.";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("md", "text/plain; charset=utf-8"),
            Map.entry("eml", "message/rfc822"),
            Map.entry("xml", "application/xml; charset=utf-8"),
            Map.entry("json", "application/json; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("woff2", "font/woff2"));

    /** Where the desk is found: beside the pages, none of which is called by a hyphen. */
    private static final String DESK = "/-/desk/";

    private final HttpServer server;
    private final Path root;
    private final Path desk;
    private final String basePath;

    private PreviewServer(HttpServer server, Path root, Path desk, String basePath) {
        this.server = server;
        this.root = root.toAbsolutePath().normalize();
        this.desk = desk.toAbsolutePath().normalize();
        this.basePath = basePath;
    }

    /**
     * Starts a server.
     *
     * @param desk the folder of the post drafts, which is no part of the site
     * @param port the port to take; where it is in use, the next free one is taken
     * @param basePath what stands before the site's paths, with slashes at both ends
     */
    static PreviewServer start(Path root, Path desk, int port, String basePath) throws IOException {
        BindException inUse = null;
        for (int candidate = port; candidate < port + PORTS_TO_TRY; candidate++) {
            try {
                InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), candidate);
                HttpServer server = HttpServer.create(address, 0);
                PreviewServer preview = new PreviewServer(server, root, desk, basePath);
                server.createContext("/", preview::answer);
                server.setExecutor(Executors.newFixedThreadPool(4, PreviewServer::background));
                server.start();
                return preview;
            } catch (BindException taken) {
                inUse = taken;
            }
        }
        throw new IOException("the ports " + port + " to " + (port + PORTS_TO_TRY - 1) + " are in use", inUse);
    }

    /** Gives a path of its own to something else, to this machine only like all the rest. */
    void add(String path, HttpHandler page) {
        server.createContext(path, exchange -> {
            try (exchange) {
                if (isForThisMachine(exchange)) {
                    page.handle(exchange);
                } else {
                    send(exchange, 403, "text/plain", REFUSAL.getBytes(StandardCharsets.UTF_8));
                }
            }
        });
    }

    /** The address of such a path. */
    String addressOf(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static Thread background(Runnable work) {
        Thread thread = new Thread(work, "preview");
        thread.setDaemon(true);
        return thread;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + basePath;
    }

    String deskAddress() {
        return addressOf(DESK);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isForThisMachine(exchange)) {
                send(exchange, 403, "text/plain", REFUSAL.getBytes(StandardCharsets.UTF_8));
            } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                send(exchange, 405, "text/plain", new byte[0]);
            } else {
                give(exchange);
            }
        }
    }

    private static boolean isForThisMachine(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String name = host == null ? "" : host.replaceFirst(":\\d+$", "");
        return Set.of("localhost", "127.0.0.1", "[::1]").contains(name.toLowerCase(Locale.ROOT));
    }

    private void give(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith(DESK)) {
            give(exchange, desk, path, path.substring(DESK.length()));
            return;
        }
        if (!path.startsWith(basePath)) {
            exchange.getResponseHeaders().set("Location", basePath);
            send(exchange, 302, "text/plain", new byte[0]);
            return;
        }
        give(exchange, root, path, path.substring(basePath.length()));
    }

    private void give(HttpExchange exchange, Path folder, String path, String inside) throws IOException {
        Optional<Path> file = file(folder, inside);
        if (file.filter(Files::isDirectory).isPresent() && !inside.isEmpty() && !inside.endsWith("/")) {
            exchange.getResponseHeaders().set("Location", path + "/");
            send(exchange, 302, "text/plain", new byte[0]);
            return;
        }
        Optional<Path> wanted = file.map(f -> Files.isDirectory(f) ? f.resolve("index.html") : f)
                .filter(Files::isRegularFile);
        if (wanted.isPresent()) {
            send(exchange, 200, type(wanted.get()), Files.readAllBytes(wanted.get()));
        } else {
            Path lost = root.resolve("404.html");
            byte[] page = Files.isRegularFile(lost) ? Files.readAllBytes(lost) : new byte[0];
            send(exchange, 404, TYPES.get("html"), page);
        }
    }

    /** The file that a path names, unless it is outside the folder or Byline's own. */
    private static Optional<Path> file(Path folder, String path) {
        try {
            Path file = folder.resolve(path).normalize();
            return Optional.of(file).filter(f -> f.startsWith(folder) && !f.startsWith(folder.resolve(".byline")));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static String type(Path file) {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
