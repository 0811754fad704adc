package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers from every source to one piece stand in one conversation: what is read on its page is in {@code expected.txt},
 * rewritten with {@code -Dgolden.update=true}.
 */
final class OneThreadTest {
    private static final Path FIXTURE = Path.of("src/test/resources/fixtures/conversation");

    @TempDir
    private Path folder;

    @Test
    void answers_from_every_source_stand_in_one_conversation() throws IOException {
        TestSite site = TestSite.in(folder).article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
        try (Stream<Path> files = Files.list(FIXTURE.resolve("feedback"))) {
            for (Path file : files.toList()) {
                site.file("feedback/a/" + file.getFileName(), Files.readString(file));
            }
        }
        assertThat(site.build().diagnostics()).isEmpty();
        String read = read(Jsoup.parse(site.page("articles/a/feedback/index.html")));
        Path expected = FIXTURE.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, read);
        }
        assertThat(read).isEqualTo(Files.readString(expected));
    }

    /** A line an answer, indented as it is nested: its id, its head, its stars and its text as HTML. */
    private static String read(Document page) {
        StringBuilder text = new StringBuilder(page.select(".numbers").text()).append('\n');
        for (Element response : page.select(".response")) {
            long depth = response.parents().stream()
                    .filter(above -> above.is(".response"))
                    .count();
            text.append("  ".repeat((int) depth)).append(response.id());
            for (String part : List.of("> .response-head p", "> .stars", "> p.quiet")) {
                response.select(part).forEach(element -> text.append(" | ").append(element.text()));
            }
            response.select("> .response-text")
                    .forEach(element -> text.append(" | ").append(element.html().replace("\n", "")));
            text.append('\n');
        }
        page.select(".reactions li")
                .forEach(reaction -> text.append(reaction.text()).append('\n'));
        return text.toString();
    }
}
