package dev.byline.rehearsal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A network that is spoken to by SMTP: each command is a request, and so is the message, as the method {@code .}; the
 * answer's status is the reply's code, each line of its body a line of the reply. After 354 comes a message.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321, SMTP</a>
 */
public final class LoopbackMail implements Venue {
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final int MESSAGE_FOLLOWS = 354;
    private static final int MAX_LINE = 12_288;

    private final Understudy network;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger sessions = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Mishap> mishaps = request -> Mishap.NONE;

    private LoopbackMail(Understudy network) throws IOException {
        this.network = network;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Starts a network. */
    public static LoopbackMail start(Understudy network) throws IOException {
        LoopbackMail mail = new LoopbackMail(network);
        mail.threads.execute(mail::accept);
        return mail;
    }

    @Override
    public URI address() {
        return URI.create("smtp://127.0.0.1:" + server.getLocalPort() + "/");
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

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream()) {
            Session session = new Session(Integer.toString(sessions.incrementAndGet()), in, out);
            session.send(Answered.text(220, "127.0.0.1 ESMTP rehearsal"));
            session.run();
        } catch (SocketException gone) {
            // Whoever hangs up has said what they wanted.
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /** One connection. */
    private final class Session {
        private final String id;
        private final InputStream in;
        private final OutputStream out;
        private boolean open = true;

        Session(String id, InputStream in, OutputStream out) {
            this.id = id;
            this.in = in;
            this.out = out;
        }

        void run() throws IOException {
            boolean message = false;
            while (open) {
                String said = message ? message() : line();
                if (said == null) {
                    return;
                }
                Asked request = message ? asked(".", "", said) : command(said);
                requests.add(request.method() + " " + request.path());
                message = answer(request, mishaps.apply(request)) == MESSAGE_FOLLOWS;
                open &= !request.method().equals("QUIT");
            }
        }

        private Asked command(String said) {
            String[] words = said.split(" ", 2);
            return asked(words[0].toUpperCase(Locale.ROOT), words.length > 1 ? words[1] : "", "");
        }

        private Asked asked(String method, String path, String body) {
            return new Asked(asked.incrementAndGet(), method, path, "", Map.of("session", id), body);
        }

        /** The next line, in Latin-1; null behind the last. */
        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\n') {
                    return line.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r$", "");
                }
                if (line.size() < MAX_LINE) {
                    line.write(c);
                }
            }
            return null;
        }

        /** Lines to the one that is a dot; a line that begins with one has one more (RFC 5321, 4.5.2). */
        private String message() throws IOException {
            StringBuilder message = new StringBuilder();
            for (String line = line(); line != null; line = line()) {
                if (line.equals(".")) {
                    return message.toString();
                }
                message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            }
            return null;
        }

        private int answer(Asked request, Mishap mishap) throws IOException {
            return switch (mishap) {
                case NONE -> send(network.answer(request));
                case CUT_BEFORE -> hangUp();
                case CUT_AFTER -> {
                    network.answer(request);
                    yield hangUp();
                }
                case BROKEN_BEFORE -> send(Answered.text(451, "4.3.0 Requested action aborted: local error"));
                case BROKEN_AFTER -> {
                    network.answer(request);
                    yield raw("Something went wrong\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                case BUSY -> send(Answered.text(452, "4.3.1 Insufficient system storage"));
                case UNAUTHORISED -> send(Answered.text(535, "5.7.8 Authentication credentials invalid"));
                case HTML -> {
                    network.answer(request);
                    yield raw("<!DOCTYPE html><p>Welcome back\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                case OTHER_CHARSET -> {
                    Answered answer = network.answer(request);
                    yield raw((answer.status() + " " + answer.body() + "\r\n").getBytes(StandardCharsets.UTF_16));
                }
                case HUGE -> {
                    network.answer(request);
                    yield raw(new byte[TEN_MEGABYTES]);
                }
                case SLOW -> {
                    Answered late = network.answer(request);
                    sleep();
                    yield send(late);
                }
            };
        }

        private int hangUp() {
            open = false;
            return 0;
        }

        /** Something that is no reply, and the end. */
        private int raw(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            return hangUp();
        }

        int send(Answered answer) throws IOException {
            List<String> lines = answer.body().lines().toList();
            StringBuilder reply = new StringBuilder();
            for (int i = 0; i < Math.max(1, lines.size()); i++) {
                reply.append(answer.status())
                        .append(i < lines.size() - 1 ? '-' : ' ')
                        .append(lines.isEmpty() ? "" : lines.get(i))
                        .append("\r\n");
            }
            out.write(reply.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
            return answer.status();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(4_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException closed) {
            // It is gone in any case.
        }
        threads.shutdownNow();
    }
}
