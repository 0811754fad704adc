package dev.byline.feedback;

import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Post;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reddit: the comments on a post, with a token where the environment gives one, otherwise as everybody gets them, which
 * Reddit refuses more often than not.
 *
 * <p>Votes are counted there without names, and are not kept. What stands behind "more" is not asked for.
 *
 * @see <a href="https://www.reddit.com/dev/api/#GET_comments_{article}">GET /comments/article</a>
 * @see <a href="https://github.com/reddit-archive/reddit/wiki/JSON">things: t1 comment, t3 post, more</a>
 */
public final class Reddit implements PostSource {
    /** As many comments as come at once, without markup for HTML. */
    private static final String QUERY = "?raw_json=1&limit=500";

    private static final Duration MAX_TIME = Duration.ofMinutes(1);

    private static final Pattern POST = Pattern.compile(
            "https://(?:(?:www\\.|old\\.|new\\.)?reddit\\.com/(?:r/\\w+/|user/[\\w-]+/)?comments/([0-9a-z]{1,13})(?:[/?#].*)?"
                    + "|redd\\.it/([0-9a-z]{1,13})/?)");

    private static final Pattern ID = Pattern.compile("(?:t3_)?([0-9a-z]{1,13})");
    private static final Pattern PERMALINK = Pattern.compile("/(?:r|user)/[\\w/%.-]{1,500}");

    /** What stands where a text or a name was. */
    private static final Set<String> GONE = Set.of("[deleted]", "[removed]");

    private final Web web;
    private final Optional<String> token;

    /**
     * Prepares.
     *
     * @param token an OAuth token; any will do, as only what is public is asked for
     */
    public Reddit(Web web, Optional<String> token) {
        this.web = web;
        this.token = token;
    }

    @Override
    public String id() {
        return "reddit";
    }

    @Override
    public boolean answers(Post post) {
        return post.network().equals(id())
                && post.state() == Post.State.PUBLISHED
                && !post.id().isEmpty();
    }

    @Override
    public Optional<Post> postAt(String url) {
        Matcher post = POST.matcher(url);
        if (!post.matches()) {
            return Optional.empty();
        }
        String id = post.group(1) == null ? post.group(2) : post.group(1);
        return Optional.of(Post.noted(id(), "t3_" + id, url));
    }

    @Override
    public Gathered gather(Post post) {
        Matcher id = ID.matcher(post.id());
        return id.matches()
                ? new Reading().gather(id.group(1))
                : new Gathered.Unavailable("the ledger has no usable id: " + post.id());
    }

    /** One post's answers. */
    private final class Reading {
        private final Asking asking = new Asking(web, 1, MAX_TIME);
        private final Harvest harvest = new Harvest(id(), EnumSet.of(Kind.REPLY));
        private final Deque<JsonAnswer> waiting = new ArrayDeque<>();
        private long behind;

        Gathered gather(String post) {
            try {
                List<JsonAnswer> listings = page(post).list();
                if (listings.size() != 2
                        || !listings.get(1).at("data", "children").isList()) {
                    throw Halt.failed("the answer holds no list of comments");
                }
                waiting.addAll(listings.get(1).list("data", "children"));
                boolean more = false;
                while (!waiting.isEmpty()) {
                    JsonAnswer thing = waiting.removeFirst();
                    switch (thing.text("kind")) {
                        case "t1" -> take(thing.at("data"));
                        case "more" -> {
                            more = true;
                            behind += Math.min(thing.count("data", "count"), 1_000_000);
                        }
                        default -> harvest.lacks(Kind.REPLY, "something that is no comment was left out");
                    }
                }
                if (more) {
                    harvest.lacks(
                            Kind.REPLY,
                            behind == 0
                                    ? "deeper answers stand behind \"continue this thread\", which is not followed"
                                    : behind + " answers stand behind \"more\", which is not followed");
                }
                return harvest.found();
            } catch (Halt halt) {
                return harvest.until(halt);
            }
        }

        private JsonAnswer page(String post) throws Halt {
            if (token.isPresent()) {
                URI address = URI.create("https://oauth.reddit.com/comments/" + post + QUERY);
                return asking.get(address, Map.of("Authorization", "Bearer " + token.get()))
                        .json();
            }
            return asking.get(URI.create("https://www.reddit.com/comments/" + post + ".json" + QUERY))
                    .json();
        }

        private void take(JsonAnswer comment) {
            String id = comment.id("id");
            if (!id.matches("[0-9a-z]{1,13}")) {
                harvest.lacks(Kind.REPLY, "a comment that cannot be understood was left out");
                return;
            }
            String above = comment.id("parent_id");
            Optional<String> parent = above.startsWith("t1_") ? Optional.of(above) : Optional.empty();
            String author = comment.text("author");
            if (GONE.contains(comment.text("body")) || author.isEmpty()) {
                harvest.withdrawn(Kind.REPLY, "t1_" + id, parent);
            } else {
                harvest.add(item(comment, "t1_" + id, author, parent));
            }
            // Where nobody has answered stands an empty text, which holds no children.
            waiting.addAll(comment.list("replies", "data", "children"));
        }

        private Feedback item(JsonAnswer comment, String id, String author, Optional<String> parent) {
            boolean isKnown = author.matches("[\\w-]{1,50}");
            return new Feedback(
                    harvest.itemId(id),
                    Kind.REPLY,
                    new Feedback.Origin(
                            id(),
                            id,
                            Optional.of(comment.text("permalink"))
                                    .filter(way -> PERMALINK.matcher(way).matches())
                                    .map(way -> "https://www.reddit.com" + way)),
                    isKnown
                            ? Persons.of(
                                    author, "u/" + author, Optional.of("https://www.reddit.com/user/" + author + "/"))
                            : new Feedback.Person("", "", Optional.empty()),
                    comment.seconds("created_utc"),
                    comment.seconds("edited"),
                    Optional.empty(),
                    Feedback.Format.MARKDOWN,
                    comment.text("body"),
                    parent.map(harvest::itemId),
                    Optional.empty(),
                    Moderation.PENDING);
        }
    }
}
