package dev.byline.webmention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Conformance;
import dev.byline.feedback.SafeHtml;
import dev.byline.remote.PublicWeb;
import dev.byline.remote.Reach;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Pages as bridges between networks and the web write them, and texts that people have broken programs with. */
final class RealShapesTest {
    private static final URI SOURCE = URI.create("https://example.com/this/page");

    private static Feedback read(String html, String target) {
        PublicWeb nowhere = new PublicWeb("1", "", Duration.ofSeconds(1), Reach.everywhere(name -> {
            throw new UnknownHostException(name);
        }));
        HttpHeaders headers = HttpHeaders.of(Map.of("Content-Type", List.of("text/html")), (name, value) -> true);
        return new EntryReader(nowhere)
                .read(new PublicWeb.Answer.Got(200, SOURCE, headers, html), SOURCE, URI.create(target));
    }

    @ParameterizedTest
    @CsvSource({
        "like.mf2.html, http://example.com/original/post, LIKE, Alice",
        "like_multiple_urls.mf2.html, http://example.com/original/post, LIKE, Alice",
        "favorite.mf2-from-as.html, http://example.com/original/post, LIKE, Alice",
        "repost.mf2.html, http://example.com/original/post, REPOST, Alice",
        "repost_of_with_h_cite.mf2.html, http://example.com/embedded-repost, REPOST, ''",
        "repost_of_with_h_cite.mf2.html, http://example.com/bare-repost, REPOST, ''",
        "comment.mf2.html, http://example.com/original/post, REPLY, ''",
        "rsvp.mf2.html, http://example.com/event, REPLY, Alice"
    })
    void kinds_and_authors_are_found(String file, String target, Kind kind, String author) {
        Feedback item = read(Conformance.read("granary/" + file), target);
        assertThat(item.kind()).isEqualTo(kind);
        assertThat(item.author().name()).isEqualTo(author);
    }

    @Test
    void every_page_is_read() throws IOException {
        int pages = 0;
        try (Stream<Path> files = Files.list(Conformance.file("granary"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".html"))
                    .sorted()
                    .toList()) {
                assertThat(read(Files.readString(file), "http://example.com/x").kind())
                        .isEqualTo(Kind.MENTION);
                pages++;
            }
        }
        System.out.println("Webmention, pages of bridges: " + pages + " read.");
        assertThat(pages).isPositive();
    }

    @Test
    void hostile_texts_are_read_and_run_nothing() {
        int texts = 0;
        for (String file : List.of("naughty-strings/blns.json", "xss/dompurify-payloads.json")) {
            for (JsonNode each : Conformance.json(file)) {
                String text = each.isString()
                        ? each.stringValue()
                        : each.path("payload").asString("");
                Feedback item = read(
                        "<div class=h-entry><a class=u-in-reply-to href='https://blog.example/'></a><div class=e-content>"
                                + text,
                        "https://blog.example/");
                for (Element shown :
                        Jsoup.parse(SafeHtml.of(item)).body().children().select("*")) {
                    assertThat(shown.normalName()).isNotIn("script", "img", "svg", "iframe", "style");
                    assertThat(shown.attributes().asList().stream().map(Attribute::getKey))
                            .isSubsetOf("href", "rel");
                    assertThat(shown.attr("href")).matches("|(?is)(https?|mailto):.*");
                }
                texts++;
            }
        }
        System.out.println("Webmention, hostile texts: " + texts + " read.");
    }
}
