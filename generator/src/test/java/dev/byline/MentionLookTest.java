package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.byline.feedback.Addresses;
import dev.byline.feedback.ReceivedMention;
import dev.byline.intake.Blog;
import dev.byline.intake.MentionVerifier.Verified;
import dev.byline.intake.Suspicion;
import dev.byline.remote.PublicWeb;
import dev.byline.remote.Reach;
import dev.byline.site.Feedback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the intake is told of a page that is said to mention a piece. */
final class MentionLookTest {
    private static final String TARGET = "https://blog.example.com/articles/a/";

    private HttpServer server;
    private String page = "";
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Verified look(Reach reach, Instant until) {
        Blog blog = new Blog(
                URI.create("https://blog.example.com/"),
                Locale.ENGLISH,
                Optional.of(Map.of("a", new Blog.Piece("A", URI.create(TARGET), Locale.ENGLISH, until))),
                Suspicion.none());
        PublicWeb web = new PublicWeb("test", "Webmention", Duration.ofSeconds(10), reach);
        return new MentionLook(web, () -> blog, Clock.fixed(TestSite.NOW, ZoneOffset.UTC))
                .verify("http://127.0.0.1:" + server.getAddress().getPort() + "/post", TARGET);
    }

    private Verified look() {
        return look(Reach.everywhere(InetAddress::getAllByName), Instant.MAX);
    }

    @Test
    void a_reply_is_found_and_comes_through_as_an_item() {
        page = "<div class='h-entry'><a class='p-author h-card' href='http://127.0.0.1/'>Inês</a>"
                + "<a class='u-in-reply-to' href='" + TARGET + "'>re</a><p class='e-content'>So it is.</p></div>";
        assertThat(look()).isInstanceOfSatisfying(Verified.Found.class, found -> {
            Addresses addresses = new Addresses(URI.create("https://blog.example.com/"), Map.of("/articles/a/", "a"));
            ReceivedMention mention = new ReceivedMention("http://other.example/", TARGET, true, found.found());
            Feedback item = mention.item(addresses).orElseThrow().feedback();
            assertThat(item.kind()).isEqualTo(Feedback.Kind.REPLY);
            assertThat(item.text()).contains("So it is.");
            assertThat(item.author().name()).isEqualTo("Inês");
        });
    }

    @Test
    void a_page_without_the_link_and_one_that_is_gone_let_it_go() {
        page = "<p>Nothing here.";
        assertThat(look()).isInstanceOf(Verified.Gone.class);
        status = 410;
        assertThat(look()).isInstanceOf(Verified.Gone.class);
    }

    @Test
    void this_machine_is_not_asked_and_a_piece_that_is_closed_takes_none() {
        page = "<a href='" + TARGET + "'>a</a>";
        assertThat(look(Reach.PUBLIC, Instant.MAX)).isInstanceOf(Verified.Refused.class);
        assertThat(look(Reach.everywhere(InetAddress::getAllByName), Instant.MIN))
                .isInstanceOf(Verified.Refused.class);
    }
}
