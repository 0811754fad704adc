package dev.byline.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.byline.remote.PublicWeb.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking a server of this machine, under a name, as if it were anywhere. */
final class PublicWebTest {
    private HttpServer server;
    private int port;
    private PublicWeb web;
    /** What came: method, path, host, agent, body. */
    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        port = server.getAddress().getPort();
        web = web(Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static PublicWeb web(Duration patience) {
        return new PublicWeb("1", "Webmention", patience, Reach.everywhere(name ->
                new InetAddress[] {InetAddress.getLoopbackAddress()}));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        heard.add(exchange.getRequestMethod() + " " + path + " "
                + exchange.getRequestHeaders().getFirst("Host") + " "
                + exchange.getRequestHeaders().getFirst("User-Agent") + " " + body);
        if (path.startsWith("/redirect")) {
            String[] parts = path.split("/", 4);
            exchange.getResponseHeaders().set("Location", "/" + parts[3]);
            exchange.sendResponseHeaders(Integer.parseInt(parts[2]), -1);
        } else {
            byte[] bytes = "Grüße".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private URI at(String path) {
        return URI.create("http://a.example:" + port + path);
    }

    @Test
    void the_server_sees_the_name_and_who_asks() {
        Answer.Got got = (Answer.Got) web.get(at("/page#part"), "text/html");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.body()).isEqualTo("Grüße");
        assertThat(got.type()).isEqualTo("text/html");
        assertThat(heard)
                .containsExactly("GET /page a.example:" + port + " Byline/1 (+https://byline.dev/) Webmention ");
    }

    @ParameterizedTest
    @CsvSource({"301, POST, a=b", "302, POST, a=b", "307, POST, a=b", "308, POST, a=b", "303, GET, ''"})
    void a_form_is_sent_again_where_a_redirect_leads_unless_it_leads_to_the_answer(
            int status, String method, String body) {
        Answer.Got got = (Answer.Got) web.post(at("/redirect/" + status + "/there"), Map.of("a", "b"));
        assertThat(got.from()).isEqualTo(at("/there"));
        assertThat(heard).last().asString().startsWith(method + " /there").endsWith(" " + body);
    }

    @Test
    void a_page_in_an_old_encoding_is_read_as_it_says() {
        server.createContext("/old", exchange -> {
            byte[] bytes = "<meta charset=iso-8859-1>Grüße".getBytes(StandardCharsets.ISO_8859_1);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        assertThat(((Answer.Got) web.get(at("/old"), "*/*")).body()).endsWith("Grüße");
    }

    @Test
    void redirects_come_to_an_end() {
        String path = "/redirect/302".repeat(6) + "/there";
        assertThat(web.get(at(path), "*/*")).isEqualTo(new Answer.Failed("more than 5 redirects"));
        assertThat(heard).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file:///etc/passwd", "javascript:alert(1)", "http://", "http://me@b.example/", ":::"})
    void a_redirect_to_no_address_of_the_web_is_not_followed(String location) {
        server.createContext("/to", exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        assertThat(web.get(at("/to"), "*/*")).isInstanceOf(Answer.Forbidden.class);
    }

    @Test
    void of_an_answer_without_end_no_more_than_the_limit_is_read() {
        AtomicLong sent = new AtomicLong();
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] piece = new byte[64 * 1024];
                while (sent.addAndGet(piece.length) < 1L << 30) {
                    out.write(piece);
                }
            }
        });
        assertThat(web.get(at("/endless"), "*/*"))
                .isEqualTo(new Answer.Failed("no whole answer: an answer of more than 2 MB"));
        // What lies in buffers on the way was sent, too.
        assertThat(sent.get()).isLessThan(32L << 20);
    }

    @Test
    void an_answer_that_swells_when_it_is_unpacked_is_not_unpacked_to_its_end() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 200; i++) {
                out.write(new byte[1024 * 1024]);
            }
        }
        server.createContext("/packed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
            exchange.close();
        });
        assertThat(web.get(at("/packed"), "*/*"))
                .isEqualTo(new Answer.Failed("no whole answer: an answer of more than 2 MB"));
    }

    @Test
    void a_server_with_encryption_is_asked_by_its_name_and_has_to_prove_it() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FutureTask<String> hello = new FutureTask<>(() -> {
                try (Socket connection = socket.accept()) {
                    byte[] begin = connection.getInputStream().readNBytes(200);
                    // An alert: the handshake has failed (RFC 8446, 6).
                    connection.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 40});
                    return new String(begin, StandardCharsets.ISO_8859_1);
                }
            });
            new Thread(hello).start();
            URI address = URI.create("https://secret.example:" + socket.getLocalPort() + "/");
            assertThat(web.get(address, "*/*")).isInstanceOf(Answer.Failed.class);
            assertThat(hello.get(5, TimeUnit.SECONDS)).startsWith("\u0016").contains("secret.example");
        }
    }

    @Test
    void an_answer_that_drips_is_cut_off() {
        server.createContext("/drips", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 200; i++) {
                    out.write('.');
                    out.flush();
                    LockSupport.parkNanos(50_000_000);
                }
            }
        });
        long begin = System.nanoTime();
        assertThat(web(Duration.ofSeconds(1)).get(at("/drips"), "*/*"))
                .isEqualTo(new Answer.Failed("no answer within 1 s"));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void heads_have_a_size() {
        server.createContext("/head", exchange -> {
            for (int i = 0; i < 300; i++) {
                exchange.getResponseHeaders().set("X-" + i, "x");
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        assertThat(web.get(at("/head"), "*/*")).isInstanceOf(Answer.Failed.class);
    }

    @Test
    void a_name_is_resolved_once_for_a_connection() {
        AtomicInteger asked = new AtomicInteger();
        PublicWeb counting = new PublicWeb("1", "", Duration.ofSeconds(5), Reach.everywhere(name -> {
            asked.incrementAndGet();
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }));
        counting.get(at("/page"), "*/*");
        assertThat(asked).hasValue(1);
        counting.get(at("/redirect/302/page"), "*/*");
        assertThat(asked).hasValue(3);
    }

    @Test
    void a_name_that_is_nobodys_and_a_port_where_nobody_is_are_no_answer() {
        PublicWeb nowhere = new PublicWeb("1", "", Duration.ofSeconds(5), Reach.everywhere(name -> {
            throw new UnknownHostException(name);
        }));
        assertThat(nowhere.get(at("/"), "*/*")).isEqualTo(new Answer.Failed("no such host"));
        server.stop(0);
        assertThat(web.get(at("/"), "*/*")).isInstanceOf(Answer.Failed.class);
    }
}
