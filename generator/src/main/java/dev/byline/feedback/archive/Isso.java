package dev.byline.feedback.archive;

import dev.byline.feedback.archive.Comment.Fate;
import dev.byline.site.Feedback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Isso: its generic JSON, a list of pages with their comments.
 *
 * @see <a href="https://isso-comments.de/docs/guides/quickstart/">migrating</a>
 */
final class Isso implements Archive {
    @Override
    public String id() {
        return "isso";
    }

    @Override
    public void read(Path file, Consumer<Comment> comments) throws IOException, BrokenArchive {
        JsonNode pages = Json.read(Files.readString(file))
                .filter(JsonNode::isArray)
                .orElseThrow(() -> new BrokenArchive("no list of pages in JSON"));
        for (JsonNode page : pages) {
            for (JsonNode comment : page.path("comments")) {
                comments.accept(comment(Json.text(page, "id"), comment));
            }
        }
    }

    private static Comment comment(String page, JsonNode comment) {
        return new Comment(
                Json.text(comment, "id"),
                Optional.of(Json.text(comment, "parent")).filter(parent -> !parent.isEmpty()),
                List.of(page),
                Feedback.Kind.COMMENT,
                Json.text(comment, "author"),
                Optional.of(Json.text(comment, "website")),
                Moments.iso(Json.text(comment, "created")),
                Optional.empty(),
                Feedback.Format.MARKDOWN,
                Json.text(comment, "text"),
                Fate.SHOWN);
    }
}
