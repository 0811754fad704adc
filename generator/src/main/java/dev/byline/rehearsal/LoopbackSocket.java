package dev.byline.rehearsal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * A network that is spoken to by WebSocket: each text is a request, whose path is the text's first word; each line of the
 * answer is a text.
 */
public final class LoopbackSocket implements Venue {
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private final Understudy network;
    private final Server server = new Server();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Mishap> mishaps = request -> Mishap.NONE;

    private LoopbackSocket(Understudy network) {
        this.network = network;
    }

    /** Starts a network. */
    public static LoopbackSocket start(Understudy network) throws IOException {
        LoopbackSocket socket = new LoopbackSocket(network);
        socket.server.start();
        try {
            if (!socket.server.started.await(10, TimeUnit.SECONDS)) {
                throw new IOException("no port could be had");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
        return socket;
    }

    @Override
    public URI address() {
        return URI.create("ws://127.0.0.1:" + server.getPort() + "/");
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

    private void answer(WebSocket connection, String text) {
        String body = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String word = text.replaceFirst("(?s)^\\W*(\\w*).*", "$1");
        Asked request = new Asked(asked.incrementAndGet(), "TEXT", "/" + word, "", Map.of(), body);
        requests.add(request.method() + " " + request.path());
        answer(connection, request, mishaps.apply(request));
    }

    private void answer(WebSocket connection, Asked request, Mishap mishap) {
        switch (mishap) {
            case NONE -> send(connection, network.answer(request));
            case CUT_BEFORE -> connection.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
            case CUT_AFTER -> {
                network.answer(request);
                connection.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
            }
            case BROKEN_BEFORE -> sendAndClose(connection, "[\"NOTICE\", \"error: something went wrong\"]");
            case BROKEN_AFTER -> {
                network.answer(request);
                sendAndClose(connection, "[\"NOTICE\", \"error: something went wrong\"]");
            }
            case BUSY -> sendAndClose(connection, "[\"NOTICE\", \"rate-limited: slow down\"]");
            case UNAUTHORISED -> sendAndClose(connection, "[\"NOTICE\", \"auth-required: who are you?\"]");
            case HTML -> {
                network.answer(request);
                sendAndClose(connection, "<!DOCTYPE html><p>Welcome back");
            }
            case OTHER_CHARSET -> {
                connection.send(network.answer(request).body().getBytes(StandardCharsets.UTF_16));
                connection.close(CloseFrame.NORMAL);
            }
            case HUGE -> {
                network.answer(request);
                connection.send("x".repeat(TEN_MEGABYTES));
            }
            case SLOW -> {
                Answered late = network.answer(request);
                sleep();
                send(connection, late);
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

    private static void send(WebSocket connection, Answered answer) {
        answer.body().lines().filter(line -> connection.isOpen()).forEach(connection::send);
    }

    private static void sendAndClose(WebSocket connection, String text) {
        connection.send(text);
        connection.close(CloseFrame.UNEXPECTED_CONDITION);
    }

    @Override
    public void close() {
        try {
            server.stop(1_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the library calls when something comes. */
    private final class Server extends WebSocketServer {
        private final CountDownLatch started = new CountDownLatch(1);

        Server() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            setDaemon(true);
            setReuseAddr(true);
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onOpen(WebSocket connection, ClientHandshake handshake) {
            // A network says nothing before it is asked.
        }

        @Override
        public void onMessage(WebSocket connection, String text) {
            answer(connection, text);
        }

        @Override
        public void onClose(WebSocket connection, int code, String reason, boolean remote) {
            // Whoever goes has said what they wanted.
        }

        @Override
        public void onError(WebSocket connection, Exception failed) {
            // A connection that breaks is a mishap of its own, and the other side's to deal with.
        }
    }
}
