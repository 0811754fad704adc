package dev.byline.feedback.archive;

import dev.byline.feedback.archive.Comment.Fate;
import dev.byline.site.Feedback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Staticman: a folder for each page, in it a YAML or JSON file for each comment. The names of fields are each site's own
 * choice; these are the usual ones, in the order that they are looked for.
 *
 * @see <a href="https://staticman.net/docs/configuration">configuration</a>
 */
final class Staticman implements Archive {
    private static final List<String> TEXT = List.of("message", "comment", "body", "text", "content");
    private static final List<String> NAME = List.of("name", "author", "nickname", "fields_name");
    private static final List<String> WEBSITE = List.of("url", "website", "site", "homepage");
    private static final List<String> PARENT =
            List.of("replying_to_uid", "replying_to", "reply_to", "_parent", "parent");
    private static final List<String> DATE = List.of("date", "timestamp", "created");

    @Override
    public String id() {
        return "staticman";
    }

    @Override
    public void read(Path folder, Consumer<Comment> comments) throws IOException, BrokenArchive {
        if (!Files.isDirectory(folder)) {
            throw new BrokenArchive("not a folder: Staticman keeps a folder for each page, _data/comments");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(?:ya?ml|json)"))
                    .sorted()
                    .toList()) {
                String page = folder.relativize(file.getParent()).toString().replace('\\', '/');
                comments.accept(comment(page, fields(folder, file)));
            }
        }
    }

    /** JSON is YAML, too. */
    private static Map<?, ?> fields(Path folder, Path file) throws IOException, BrokenArchive {
        try {
            Object all = new Load(
                            LoadSettings.builder().setCodePointLimit(2_000_000).build())
                    .loadFromString(Files.readString(file));
            if (all instanceof Map<?, ?> fields) {
                return fields;
            }
        } catch (YamlEngineException | java.nio.charset.CharacterCodingException broken) {
            throw new BrokenArchive(folder.relativize(file) + " cannot be read as YAML or JSON");
        }
        throw new BrokenArchive(folder.relativize(file) + " holds no fields");
    }

    private static Comment comment(String page, Map<?, ?> fields) {
        return new Comment(
                first(fields, List.of("_id", "id")),
                Optional.of(first(fields, PARENT)).filter(parent -> !parent.isEmpty() && !parent.equals(page)),
                List.of(page),
                Feedback.Kind.COMMENT,
                first(fields, NAME),
                Optional.of(first(fields, WEBSITE)),
                moment(first(fields, DATE)),
                Optional.empty(),
                Feedback.Format.MARKDOWN,
                first(fields, TEXT),
                Fate.SHOWN);
    }

    private static String first(Map<?, ?> fields, List<String> names) {
        return names.stream()
                .map(fields::get)
                .filter(value -> value instanceof String || value instanceof Number)
                .map(String::valueOf)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("")
                .strip();
    }

    /** Seconds or milliseconds since 1970, or ISO. */
    private static Optional<Instant> moment(String text) {
        if (text.matches("\\d{1,13}(?:\\.\\d+)?")) {
            double number = Double.parseDouble(text);
            return Moments.seconds(number > Integer.MAX_VALUE * 2.0 ? number / 1000 : number);
        }
        return Moments.iso(text);
    }
}
