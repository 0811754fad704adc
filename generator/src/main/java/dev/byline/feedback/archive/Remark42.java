package dev.byline.feedback.archive;

import dev.byline.feedback.archive.Comment.Fate;
import dev.byline.site.Feedback;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/**
 * Remark42: a backup is a line of {@code version}, users and posts, then a comment a line. Packed by gzip, or not.
 *
 * @see <a href="https://remark42.com/docs/backup/backup/">backup</a>
 */
final class Remark42 implements Archive {
    private static final int GZIP = 0x1f;

    @Override
    public String id() {
        return "remark42";
    }

    @Override
    public void read(Path file, Consumer<Comment> comments) throws IOException, BrokenArchive {
        try (InputStream in = Files.newInputStream(file);
                InputStream unpacked = isPacked(file) ? new GZIPInputStream(in) : in;
                BufferedReader lines = new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                Optional<JsonNode> json = Json.read(line).filter(JsonNode::isObject);
                if (json.isEmpty()) {
                    throw new BrokenArchive(number, 1, "no JSON object, as each line of a backup is");
                }
                // The first line is the backup's own.
                if (json.get().has("locator")) {
                    comments.accept(comment(json.get()));
                } else if (!json.get().has("version")) {
                    throw new BrokenArchive(number, 1, "a comment without a locator");
                }
            }
        }
    }

    private static boolean isPacked(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == GZIP;
        }
    }

    private static Comment comment(JsonNode comment) {
        String original = Json.text(comment, "orig");
        return new Comment(
                Json.text(comment, "id"),
                Optional.of(Json.text(comment, "pid")).filter(parent -> !parent.isEmpty()),
                List.of(Json.text(comment.path("locator"), "url")),
                Feedback.Kind.COMMENT,
                Json.text(comment.path("user"), "name"),
                Optional.empty(),
                Moments.iso(Json.text(comment, "time")),
                Moments.iso(Json.text(comment.path("edit"), "time")),
                original.isEmpty() ? Feedback.Format.HTML : Feedback.Format.MARKDOWN,
                original.isEmpty() ? Json.text(comment, "text") : original,
                Json.flag(comment, "delete") ? Fate.DELETED : Fate.SHOWN);
    }
}
