package dev.byline.credits;

import dev.byline.site.Article;
import dev.byline.site.Author;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.BodyDescriptor;

/** The people in the newsletter's letter: in its text and in its HTML. */
final class Letter implements Surface {
    private static final String FILE = "newsletter.eml";

    private final Built built;
    private final Map<String, List<String>> letters = new HashMap<>();

    Letter(Built built) {
        this.built = built;
    }

    @Override
    public String name() {
        return "e-mail";
    }

    @Override
    public List<Author> expected(Article article) {
        return built.draft(article, FILE).isEmpty() ? List.of() : article.authors();
    }

    @Override
    public boolean credits(Article article, Author author) {
        List<String> parts = letters.computeIfAbsent(
                article.id(),
                id -> built.draft(article, FILE).map(Letter::parts).orElse(List.of()));
        return parts.size() == 2
                && parts.stream().allMatch(part -> part.contains(author.name()) && part.contains(Built.handle(author)));
    }

    private static List<String> parts(Path file) {
        List<String> parts = new ArrayList<>();
        MimeStreamParser parser = new MimeStreamParser();
        parser.setContentDecoding(true);
        parser.setContentHandler(new AbstractContentHandler() {
            @Override
            public void body(BodyDescriptor kind, InputStream body) throws IOException {
                String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                parts.add(
                        kind.getMimeType().equals("text/html")
                                ? org.jsoup.Jsoup.parse(text).text()
                                : text);
            }
        });
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            parser.parse(in);
        } catch (IOException | MimeException unreadable) {
            return List.of();
        }
        return parts;
    }
}
