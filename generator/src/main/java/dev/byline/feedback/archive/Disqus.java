package dev.byline.feedback.archive;

import dev.byline.feedback.archive.Comment.Fate;
import dev.byline.site.Feedback;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamReader;

/**
 * Disqus: threads with addresses, and posts that name their thread. Both may come in any order, threads without an address,
 * posts of threads that are no longer there.
 *
 * @see <a href="https://help.disqus.com/en/articles/1717164-comments-export">comments export</a>
 */
final class Disqus implements Archive {
    private static final String INTERNALS = "http://disqus.com/disqus-internals";

    @Override
    public String id() {
        return "disqus";
    }

    @Override
    public void read(Path file, Consumer<Comment> comments) throws IOException, BrokenArchive {
        Reading reading = new Reading();
        Xml.walk(file, reading);
        if (!reading.isDisqus) {
            throw new BrokenArchive("no export of Disqus: its first element is not <disqus>");
        }
        reading.posts.forEach(post -> comments.accept(comment(post, reading.threads)));
    }

    /** What stands in a thread or a post: the texts of its elements by name, its own id and those that it names. */
    private record Block(String kind, String id, Map<String, String> texts) {
        String text(String name) {
            return texts.getOrDefault(name, "");
        }
    }

    private static Comment comment(Block post, Map<String, Block> threads) {
        Block thread = threads.get(post.text("thread@id"));
        List<String> pages = new ArrayList<>();
        if (thread != null) {
            pages.add(thread.text("link"));
            pages.add(thread.text("id"));
        }
        boolean goneThread = thread != null && thread.text("isDeleted").equals("true");
        return new Comment(
                post.id,
                Optional.of(post.text("parent@id")).filter(id -> !id.isEmpty()),
                pages.stream().filter(page -> !page.isBlank()).toList(),
                Feedback.Kind.COMMENT,
                post.text("name"),
                Optional.empty(),
                Moments.iso(post.text("createdAt")),
                Optional.empty(),
                Feedback.Format.HTML,
                post.text("message"),
                post.text("isSpam").equals("true")
                        ? Fate.SPAM
                        : goneThread || post.text("isDeleted").equals("true") ? Fate.DELETED : Fate.SHOWN);
    }

    private static final class Reading implements Xml.Elements {
        private final Map<String, Block> threads = new HashMap<>();
        private final List<Block> posts = new ArrayList<>();
        private final Deque<Block> open = new ArrayDeque<>();
        private boolean isDisqus;

        @Override
        public void begin(String name, XMLStreamReader at) {
            String id =
                    Optional.ofNullable(at.getAttributeValue(INTERNALS, "id")).orElse("");
            boolean inPost = !open.isEmpty();
            if (name.equals("disqus")) {
                isDisqus = true;
            } else if (!inPost && (name.equals("thread") || name.equals("post"))) {
                open.push(new Block(name, id, new HashMap<>()));
            } else if (inPost && !id.isEmpty()) {
                open.peek().texts.put(name + "@id", id);
            }
        }

        @Override
        public void end(String name, String text) {
            if (open.isEmpty()) {
                return;
            }
            boolean whole = name.equals(open.peek().kind)
                    && (name.equals("post") || !open.peek().kind.equals("post"));
            if (!whole) {
                open.peek().texts.putIfAbsent(name, text.strip());
            } else if (name.equals("thread")) {
                Block thread = open.pop();
                threads.putIfAbsent(thread.id, thread);
            } else {
                posts.add(open.pop());
            }
        }
    }
}
