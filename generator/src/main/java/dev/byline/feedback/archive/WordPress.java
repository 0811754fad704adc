package dev.byline.feedback.archive;

import dev.byline.feedback.archive.Comment.Fate;
import dev.byline.site.Feedback;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamReader;

/**
 * WordPress: the comments in its extended RSS (WXR) of any version.
 *
 * @see <a href="https://wordpress.org/documentation/article/tools-export-screen/">export</a>
 */
final class WordPress implements Archive {
    @Override
    public String id() {
        return "wordpress";
    }

    @Override
    public void read(Path file, Consumer<Comment> comments) throws IOException, BrokenArchive {
        Reading reading = new Reading(comments);
        Xml.walk(file, reading);
        if (!reading.isRss) {
            throw new BrokenArchive("no export of WordPress: its first element is not <rss>");
        }
    }

    /** Comments of an item are told when it ends: only then is known what its page is called. */
    private static final class Reading implements Xml.Elements {
        private final Consumer<Comment> comments;
        private final Map<String, String> item = new HashMap<>();
        private final List<Map<String, String>> ofItem = new ArrayList<>();
        private Map<String, String> comment;
        private boolean isRss;

        Reading(Consumer<Comment> comments) {
            this.comments = comments;
        }

        @Override
        public void begin(String name, XMLStreamReader at) {
            isRss |= name.equals("rss");
            if (name.equals("item")) {
                item.clear();
                ofItem.clear();
            } else if (name.equals("comment")) {
                comment = new HashMap<>();
            }
        }

        @Override
        public void end(String name, String text) {
            if (name.equals("item")) {
                ofItem.forEach(fields -> comments.accept(comment(fields)));
            } else if (name.equals("comment") && comment != null) {
                ofItem.add(comment);
                comment = null;
            } else if (comment != null) {
                comment.putIfAbsent(name, text.strip());
            } else if (name.equals("link") || name.equals("guid") || name.equals("post_name")) {
                item.putIfAbsent(name, text.strip());
            }
        }

        private Comment comment(Map<String, String> fields) {
            String type = fields.getOrDefault("comment_type", "");
            List<String> pages = new ArrayList<>();
            for (String name : List.of("link", "guid", "post_name")) {
                Optional.ofNullable(item.get(name))
                        .filter(page -> !page.isEmpty())
                        .ifPresent(pages::add);
            }
            return new Comment(
                    fields.getOrDefault("comment_id", ""),
                    Optional.ofNullable(fields.get("comment_parent"))
                            .filter(parent -> !parent.isEmpty() && !parent.equals("0")),
                    pages,
                    type.equals("pingback") || type.equals("trackback") ? Feedback.Kind.MENTION : Feedback.Kind.COMMENT,
                    fields.getOrDefault("comment_author", ""),
                    Optional.ofNullable(fields.get("comment_author_url")),
                    Moments.spaced(fields.getOrDefault("comment_date_gmt", "")),
                    Optional.empty(),
                    Feedback.Format.HTML,
                    paragraphs(fields.getOrDefault("comment_content", "")),
                    fate(fields.getOrDefault("comment_approved", "1")));
        }

        /** The lines of a text are its paragraphs, in HTML that has none of its own. */
        private static String paragraphs(String text) {
            return text.matches("(?is).*<p[ >].*") || !text.contains("\n")
                    ? text
                    : "<p>" + text.replaceAll("(?:\\r?\\n){2,}", "</p><p>").replaceAll("\\r?\\n", "<br>") + "</p>";
        }

        private static Fate fate(String approved) {
            return switch (approved) {
                case "1" -> Fate.SHOWN;
                case "spam" -> Fate.SPAM;
                case "trash", "post-trashed" -> Fate.DELETED;
                default -> Fate.PENDING;
            };
        }
    }
}
