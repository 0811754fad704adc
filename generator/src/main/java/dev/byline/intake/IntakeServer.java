package dev.byline.intake;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The server that takes what readers send. Answers that something was kept only when it is on the disk.
 *
 * <p>Faces strangers: a request has a size and a time, and no cookie, log or header tells of who sent it.
 */
public final class IntakeServer implements AutoCloseable {
    private static final int THREADS = 40;

    /** Who says nothing for so long is not waited for. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    /** Requests that are being answered when the server is stopped have so long to end. */
    private static final Duration GOODBYE = Duration.ofSeconds(25);

    private static final int HEADER_BYTES = 8 * 1024;

    private final Server server;
    private final ServerConnector connector;
    private final Optional<MentionWork> work;

    private IntakeServer(Server server, ServerConnector connector, Optional<MentionWork> work) {
        this.server = server;
        this.connector = connector;
        this.work = work;
    }

    /**
     * Starts.
     *
     * @param store stays open when the server ends
     * @param blog asked again with each request
     * @param verifier without one no webmention is taken
     * @param trouble hears a line for each thing that goes wrong on this side
     * @throws IOException where the address cannot be listened at
     */
    public static IntakeServer start(
            IntakeSettings settings,
            Store store,
            Supplier<Blog> blog,
            Look look,
            Optional<MentionVerifier> verifier,
            Clock clock,
            Consumer<String> trouble)
            throws IOException {
        Metrics metrics = new Metrics();
        RateLimits limits = new RateLimits(clock);
        Pages pages = new Pages(settings, look, blog);
        Router router = new Router(
                store,
                blog,
                new AnswerDesk(settings, store, blog, limits, pages, metrics, clock, trouble),
                new OwnDesk(store, blog, pages, metrics, trouble),
                new ReadingDesk(settings, store),
                verifier.map(v -> new MentionDesk(settings, store.mentions(), blog, limits, metrics)),
                pages,
                metrics,
                trouble);
        Server server = new Server(new QueuedThreadPool(THREADS));
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http()));
        connector.setHost(settings.listen().getHostString());
        connector.setPort(settings.listen().getPort());
        connector.setIdleTimeout(SILENCE.toMillis());
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(new FrontDoor(router, settings)));
        server.setStopTimeout(GOODBYE.toMillis());
        Optional<MentionWork> work = verifier.map(v -> new MentionWork(store.mentions(), v));
        IntakeServer intake = new IntakeServer(server, connector, work);
        intake.start(settings.listen());
        return intake;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        return http;
    }

    private void start(InetSocketAddress listen) throws IOException {
        try {
            server.start();
        } catch (Exception failed) {
            close();
            throw new IOException(
                    "cannot listen at " + listen.getHostString() + ":" + listen.getPort() + ": " + failed.getMessage(),
                    failed);
        }
        work.ifPresent(MentionWork::start);
    }

    /** Where it listens, ending in {@code /}. */
    public URI address() {
        return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort() + "/");
    }

    /** Takes nothing new, answers what is being answered, and ends. */
    @Override
    public void close() {
        work.ifPresent(MentionWork::close);
        try {
            server.stop();
        } catch (Exception failed) {
            // The process ends anyhow, and what was acknowledged is on the disk.
            server.destroy();
        }
    }
}
