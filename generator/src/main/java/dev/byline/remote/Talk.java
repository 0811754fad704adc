package dev.byline.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Talks to another server by WebSocket, without trust: in time, of a size, over TLS (but with this machine itself),
 * following no redirect. For one thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455">RFC 6455, WebSocket</a>
 */
public final class Talk implements AutoCloseable {
    /** All that one talk brings: a thread's events and more. */
    private static final int MAX_CHARACTERS = 1024 * 1024;

    private final WebSocket socket;
    private final Ear ear;
    private final long end;

    private Talk(WebSocket socket, Ear ear, long end) {
        this.socket = socket;
        this.ear = ear;
        this.end = end;
    }

    /**
     * Begins to talk.
     *
     * @param patience how long the whole talk may take
     * @throws IOException where there is nobody to talk to; nothing was said then
     */
    public static Talk with(URI uri, Duration patience) throws IOException {
        if (!isAllowed(uri)) {
            throw new IOException("not asked: only wss is");
        }
        long end = System.nanoTime() + patience.toNanos();
        Ear ear = new Ear();
        try {
            CompletableFuture<WebSocket> opening = HttpClient.newBuilder()
                    .connectTimeout(patience)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build()
                    .newWebSocketBuilder()
                    .header("User-Agent", "Byline (+https://byline.dev/)")
                    .connectTimeout(patience)
                    .buildAsync(uri, ear);
            return new Talk(in(end, opening, "no connection"), ear, end);
        } catch (IllegalArgumentException noAddress) {
            throw new IOException("no address that can be asked", noAddress);
        }
    }

    private static boolean isAllowed(URI uri) {
        if (uri.getHost() == null) {
            return false;
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        return "wss".equals(uri.getScheme()) || ("ws".equals(uri.getScheme()) && here);
    }

    private static <T> T in(long end, CompletableFuture<T> what, String otherwise) throws IOException {
        try {
            return what.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            what.cancel(true);
            throw new IOException(otherwise + " in time", slow);
        } catch (ExecutionException failed) {
            String message = failed.getCause().getMessage();
            throw new IOException(otherwise + (message == null ? "" : ": " + message), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** Says a text; where that fails, part of it may have arrived. */
    public void say(String text) throws IOException {
        in(end, socket.sendText(text, true), "not said");
    }

    /**
     * The next text.
     *
     * @return empty where the other side has nothing more to say
     * @throws IOException where nothing comes in time, or something comes that is no text, or too much
     */
    public Optional<String> hear() throws IOException {
        try {
            Heard heard = ear.heard.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (heard == null) {
                throw new IOException("no answer in time");
            }
            if (!heard.problem.isEmpty()) {
                throw new IOException(heard.problem);
            }
            return heard.text;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** Ends without a word: what was to be said is said. */
    @Override
    public void close() {
        socket.abort();
    }

    /** A text, an end (neither text nor problem), or what is wrong. */
    private record Heard(Optional<String> text, String problem) {
        static final Heard END = new Heard(Optional.empty(), "");

        static Heard bad(String problem) {
            return new Heard(Optional.empty(), problem);
        }
    }

    /** Puts the pieces of texts together, until they are too much. */
    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private long characters;

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean isLast) {
            characters += piece.length();
            if (characters > MAX_CHARACTERS) {
                heard.add(Heard.bad("an answer of more than " + (MAX_CHARACTERS >> 20) + " MB"));
                socket.abort();
                return null;
            }
            text.append(piece);
            if (isLast) {
                heard.add(new Heard(Optional.of(text.toString()), ""));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer piece, boolean isLast) {
            heard.add(Heard.bad("an answer that is no text"));
            socket.abort();
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            heard.add(Heard.END);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            heard.add(Heard.bad("the answer was cut off"));
        }
    }
}
