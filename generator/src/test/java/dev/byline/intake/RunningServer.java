package dev.byline.intake;

import dev.byline.diagnostic.Diagnostics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** An intake on this machine, for the blog {@code https://blog.example.com/}, and a client of it. */
final class RunningServer implements AutoCloseable {
    static final String TOKEN = "reading-secret-of-a-test";
    static final String SITE = "https://blog.example.com";

    private static final Blog BLOG = new Blog(
            URI.create(SITE + "/"),
            Locale.ENGLISH,
            Optional.of(Map.of(
                    "a",
                    new Blog.Piece("A & B", URI.create(SITE + "/articles/a/"), Locale.ENGLISH, Instant.MAX),
                    "ar",
                    new Blog.Piece(
                            "عن القهوة",
                            URI.create(SITE + "/ar/articles/ar/"),
                            Locale.forLanguageTag("ar"),
                            Instant.MAX),
                    "closed",
                    new Blog.Piece("Over", URI.create(SITE + "/articles/closed/"), Locale.ENGLISH, Instant.MIN))),
            Suspicion.none());

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final List<String> trouble = new CopyOnWriteArrayList<>();
    private final Store store;
    private final IntakeServer server;

    /** A clock that a test moves. */
    static final class Ticking extends Clock {
        private volatile Instant now = Instant.parse("2026-06-01T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** What is otherwise than usual. */
    record Options(Duration leastAge, int limit, int work, Blog blog, Optional<MentionVerifier> verifier, Clock clock) {
        static final Options USUAL = new Options(Duration.ZERO, 100, 0, BLOG, Optional.empty(), Clock.systemUTC());

        Options after(Duration age) {
            return new Options(age, limit, work, blog, verifier, clock);
        }

        Options limitedTo(int perHour) {
            return new Options(leastAge, perHour, work, blog, verifier, clock);
        }

        Options working(int bits) {
            return new Options(leastAge, limit, bits, blog, verifier, clock);
        }

        Options of(Blog other) {
            return new Options(leastAge, limit, work, other, verifier, clock);
        }

        Options verifiedBy(MentionVerifier one) {
            return new Options(leastAge, limit, work, blog, Optional.of(one), clock);
        }

        Options at(Clock other) {
            return new Options(leastAge, limit, work, blog, verifier, other);
        }
    }

    private RunningServer(Store store, Options options) throws IOException {
        this.store = store;
        int port = freePort();
        IntakeSettings settings = new IntakeSettings(
                InetSocketAddress.createUnresolved("127.0.0.1", port),
                URI.create("http://127.0.0.1:" + port + "/in/"),
                Optional.of(TOKEN),
                List.of("127.0.0.1"),
                options.limit(),
                options.leastAge(),
                options.work(),
                Duration.ofDays(30));
        Look look = Look.of(
                List.of(Locale.ENGLISH, Locale.forLanguageTag("ar")), Optional.empty(), Map.of(), new Diagnostics());
        this.server = IntakeServer.start(
                settings, store, options::blog, look, options.verifier(), options.clock(), trouble::add);
    }

    static RunningServer start(Path folder, Options options) throws Exception {
        return new RunningServer(Store.open(folder.toString(), Optional.empty(), options.clock()), options);
    }

    static RunningServer start(Store store, Options options) throws IOException {
        return new RunningServer(store, options);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static Blog blog() {
        return BLOG;
    }

    Store store() {
        return store;
    }

    List<String> trouble() {
        return trouble;
    }

    URI address() {
        return server.address();
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(HttpRequest.newBuilder().GET(), path, headers);
    }

    HttpResponse<String> post(String path, Map<String, String> form, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .header("Content-Type", "application/x-www-form-urlencoded");
        return send(request, path, headers);
    }

    HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(request, path, "Content-Type", type);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path, String... headers) throws Exception {
        if (headers.length > 0) {
            request.headers(headers);
        }
        URI uri = path.startsWith("http") ? URI.create(path) : address().resolve(path);
        return client.send(
                request.uri(uri).timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** What a browser would send of the form on a page, with other values for some of its fields. */
    static Map<String, String> form(HttpResponse<String> page, Map<String, String> others) {
        Document document = Jsoup.parse(page.body());
        Map<String, String> fields = new java.util.TreeMap<>();
        document.select("form.answer-form [name]:not(button)")
                .forEach(field -> fields.put(
                        field.attr("name"),
                        field.normalName().equals("select")
                                ? field.select("[selected]").val()
                                : field.val()));
        fields.putAll(others);
        return fields;
    }

    /** Sends what a reader writes as a browser without scripts does: the form of the blog, then the page that comes back. */
    HttpResponse<String> answer(Map<String, String> fields, String... headers) throws Exception {
        return post("answers", form(post("answers", fields, headers), Map.of()), headers);
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
