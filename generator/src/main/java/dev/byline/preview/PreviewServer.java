package dev.byline.preview;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Gives out a built site, and what the writer alone sees, to this machine; to others only where the writer asked for that.
 *
 * <p>Answers only requests that name this machine as their host, so that no page elsewhere can read it by a name that it
 * makes point here; gives out nothing from outside the folders.
 */
final class PreviewServer implements AutoCloseable {
    /** Read by the JDK when its first server is made: otherwise each body waits 40 ms for its headers to be confirmed. */
    private static final String SENDS_AT_ONCE = "sun.net.httpserver.nodelay";

    private static final int PORTS_TO_TRY = 20;
    private static final int LAST_PORT = 65_535;

    private static final String HTML = "text/html; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(PreviewServer::background);
    private final Hosts hosts;
    private final Board board;
    private final Backstage backstage;
    private final boolean reload;
    private final Inside pages;
    private final Inside desk;

    private PreviewServer(HttpServer server, Plan plan, Board board, Backstage backstage) {
        this.server = server;
        this.hosts = new Hosts(plan.lan());
        this.board = board;
        this.backstage = backstage;
        this.reload = plan.reload();
        this.pages = new Inside(plan.output());
        this.desk = new Inside(plan.drafts());
        server.setExecutor(threads);
        serve(
                "/",
                exchange ->
                        give(exchange, pages, exchange.getRequestURI().getPath().substring(1)));
        serve(PreviewFiles.DESK, exchange -> give(exchange, desk, below(PreviewFiles.DESK, exchange)));
        serve(PreviewFiles.SCRIPT, exchange -> own(exchange, "text/javascript; charset=utf-8", PreviewFiles.SCRIPT));
        serve(PreviewFiles.STYLES, exchange -> own(exchange, "text/css; charset=utf-8", PreviewFiles.STYLES));
        serve(PreviewFiles.UNPUBLISHED, this::unpublished);
        Events events = new Events(board);
        serve(PreviewFiles.EVENTS, exchange -> {
            if (isFromElsewhere(exchange)) {
                refuse(exchange, "This preview tells its own pages only.");
            } else {
                events.handle(exchange);
            }
        });
        ModerationDesk moderation = new ModerationDesk(backstage);
        serve(ModerationDesk.PATH, exchange -> {
            if (exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
                moderation.handle(exchange);
            } else {
                refuse(exchange, "Answers are decided about on the machine that holds them.");
            }
        });
    }

    /**
     * Takes a port, and lets whoever asks wait until the server is started.
     *
     * @throws BindException where none is free
     */
    static PreviewServer bind(Plan plan, Board board, Backstage backstage) throws IOException {
        System.setProperty(SENDS_AT_ONCE, "true");
        InetAddress address = plan.lan() ? new InetSocketAddress(0).getAddress() : InetAddress.getLoopbackAddress();
        int last = Math.min(LAST_PORT, plan.port() + PORTS_TO_TRY - 1);
        for (int port = plan.port(); port <= last; port++) {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
                return new PreviewServer(server, plan, board, backstage);
            } catch (BindException taken) {
                // The next one may be free.
            }
        }
        throw new BindException("the ports " + plan.port() + " to " + last + " are in use");
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static Thread background(Runnable work) {
        Thread thread = new Thread(work, "preview");
        thread.setDaemon(true);
        return thread;
    }

    private void serve(String path, HttpHandler page) {
        server.createContext(path, exchange -> {
            try (exchange) {
                if (hosts.ours(exchange)) {
                    page.handle(exchange);
                } else {
                    refuse(exchange, "This preview answers to the name of its own machine only.");
                }
            }
        });
    }

    private static void refuse(HttpExchange exchange, String why) throws IOException {
        send(exchange, 403, "text/plain; charset=utf-8", why.getBytes(StandardCharsets.UTF_8));
    }

    /** Browsers say where a request to another server comes from. */
    private static boolean isFromElsewhere(HttpExchange exchange) {
        String from = exchange.getRequestHeaders().getFirst("Origin");
        return from != null && !from.equalsIgnoreCase(origin(exchange));
    }

    private static String origin(HttpExchange exchange) {
        return "http://" + exchange.getRequestHeaders().getFirst("Host");
    }

    private static String below(String start, HttpExchange exchange) {
        return exchange.getRequestURI().getPath().substring(start.length());
    }

    private static boolean onlyAsks(HttpExchange exchange) throws IOException {
        if (Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            return true;
        }
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        send(exchange, 405, "text/plain", new byte[0]);
        return false;
    }

    private static void own(HttpExchange exchange, String type, String file) throws IOException {
        if (onlyAsks(exchange)) {
            send(exchange, 200, type, PreviewFiles.read(file));
        }
    }

    private void unpublished(HttpExchange exchange) throws IOException {
        if (onlyAsks(exchange)) {
            Standing standing = board.standing();
            Optional<byte[]> page = backstage.unpublished();
            byte[] shown = page.orElseGet(() -> WaitingPage.of(standing.errors()));
            send(exchange, page.isPresent() ? 200 : 503, HTML, live(shown, standing, exchange));
        }
    }

    private void give(HttpExchange exchange, Inside folder, String path) throws IOException {
        if (!onlyAsks(exchange)) {
            return;
        }
        if (folder.isFolderWithoutSlash(path)) {
            exchange.getResponseHeaders()
                    .set("Location", exchange.getRequestURI().getRawPath() + "/");
            send(exchange, 302, "text/plain", new byte[0]);
            return;
        }
        // Before the file is read: a page that is newer than it says only loads once more.
        Standing standing = board.standing();
        String type = folder.type(path);
        Optional<byte[]> found = folder.read(path);
        if (found.isPresent()) {
            byte[] content = found.get();
            send(exchange, 200, type, type.equals(HTML) ? live(content, standing, exchange) : content);
        } else {
            lost(exchange, standing);
        }
    }

    private void lost(HttpExchange exchange, Standing standing) throws IOException {
        Optional<byte[]> page = pages.read("404.html");

        byte[] shown = page.orElseGet(() -> WaitingPage.of(standing.errors()));
        send(exchange, page.isPresent() ? 404 : 503, HTML, live(shown, standing, exchange));
    }

    private byte[] live(byte[] html, Standing standing, HttpExchange exchange) {
        return reload ? Injection.into(html, standing.name(), origin(exchange)) : html;
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
        threads.shutdownNow();
    }
}
