package dev.byline.feedback.archive;

import dev.byline.feedback.archive.Comment.Fate;
import dev.byline.site.Feedback;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Isso: its database, or its generic JSON, a list of pages with their comments.
 *
 * @see <a href="https://isso-comments.de/docs/guides/quickstart/">migrating</a>
 */
final class Isso implements Archive {
    /** What a database of SQLite begins with. */
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private static final String COMMENTS =
            "SELECT t.uri, c.id, c.parent, c.created, c.modified, c.mode, c.text, c.author,"
                    + " c.website FROM comments c JOIN threads t ON t.id = c.tid ORDER BY c.id";

    private static final int VALID = 1;
    private static final int PENDING = 2;

    @Override
    public String id() {
        return "isso";
    }

    @Override
    public void read(Path file, Consumer<Comment> comments) throws IOException, BrokenArchive {
        if (isDatabase(file)) {
            readDatabase(file, comments);
            return;
        }
        JsonNode pages = Json.read(Files.readString(file))
                .filter(JsonNode::isArray)
                .orElseThrow(() -> new BrokenArchive("no database of Isso, and no list of pages in JSON"));
        for (JsonNode page : pages) {
            for (JsonNode comment : page.path("comments")) {
                comments.accept(comment(Json.text(page, "id"), comment));
            }
        }
    }

    private static boolean isDatabase(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(SQLITE.length), SQLITE);
        }
    }

    private static void readDatabase(Path file, Consumer<Comment> comments) throws BrokenArchive {
        String url = "jdbc:sqlite:" + file.toUri() + "?mode=ro";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COMMENTS)) {
            while (row.next()) {
                comments.accept(comment(row));
            }
        } catch (SQLException broken) {
            throw new BrokenArchive("a database, but none of Isso, or a damaged one");
        }
    }

    private static Comment comment(ResultSet row) throws SQLException {
        int mode = row.getInt("mode");
        return new Comment(
                text(row, "id"),
                Optional.of(text(row, "parent")).filter(parent -> !parent.isEmpty()),
                List.of(text(row, "uri")),
                Feedback.Kind.COMMENT,
                text(row, "author"),
                Optional.of(text(row, "website")),
                Moments.seconds(row.getDouble("created")),
                Moments.seconds(row.getDouble("modified")),
                Feedback.Format.MARKDOWN,
                text(row, "text"),
                mode == VALID ? Fate.SHOWN : mode == PENDING ? Fate.PENDING : Fate.DELETED);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("").strip();
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
