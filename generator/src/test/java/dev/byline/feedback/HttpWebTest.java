package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.byline.remote.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What really goes over the wire. */
final class HttpWebTest {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final HttpWeb web = new HttpWeb(new Http("test", Duration.ofSeconds(5)));
    private HttpServer server;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, List<String>> headers = exchange.getRequestHeaders();
        seen.add(exchange.getRequestMethod() + " " + headers.getOrDefault("Accept", List.of()) + " "
                + headers.getOrDefault("Content-type", List.of()) + " "
                + headers.getOrDefault("Authorization", List.of()) + " " + body);
        boolean same = headers.getOrDefault("If-none-match", List.of()).contains("W/\"1\"");
        exchange.sendResponseHeaders(same ? 304 : 200, -1);
        exchange.close();
    }

    private int status(Web.Question question) {
        return web.ask(question) instanceof Http.Answer.Got got ? got.status() : 0;
    }

    @Test
    void something_is_got_with_its_headers() {
        assertThat(status(Web.Question.of(address))).isEqualTo(200);
        assertThat(status(new Web.Question(
                        address, Map.of("Accept", "a/b", "Authorization", "Bearer t"), Optional.empty())))
                .isEqualTo(200);
        assertThat(seen).containsExactly("GET [application/json] [] [] ", "GET [a/b] [] [Bearer t] ");
    }

    @Test
    void json_is_posted() {
        status(new Web.Question(address, Map.of("Authorization", "Bearer t"), Optional.of("{\"query\": \"ü\"}")));
        assertThat(seen).containsExactly("POST [application/json] [application/json] [Bearer t] {\"query\": \"ü\"}");
    }

    @Test
    void a_condition_that_holds_brings_no_body() {
        assertThat(status(Web.Question.of(address).with("If-None-Match", "W/\"1\"")))
                .isEqualTo(304);
    }

    @Test
    void a_header_that_cannot_be_sent_is_not_sent() {
        assertThat(status(Web.Question.of(address).with("Authorization", "Bearer a\nb")))
                .isZero();
        assertThat(seen).isEmpty();
    }
}
