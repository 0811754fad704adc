package dev.byline.feedback;

import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Post;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lemmy: the comments on a post, from the server that the post's address names, without a token. A comment says where it
 * stands: {@code "path": "0.12.34"} is comment 34, which answers 12.
 *
 * <p>Votes are counted there without names, and are not kept.
 *
 * @see <a href="https://join-lemmy.org/api/">the API of 0.19, /api/v3: post, comment/list</a>
 */
public final class Lemmy implements PostSource {
    /** The most that {@code limit} takes; without {@code max_depth}, with which pages are ignored. */
    private static final int ON_PAGE = 50;

    private static final int MAX_PAGES = 200;
    private static final Duration MAX_TIME = Duration.ofMinutes(5);

    private static final Pattern POST = Pattern.compile("(https://[\\w.-]+(?::\\d+)?/)post/(\\d{1,18})(?:[/?#].*)?");

    /** The way to a comment, from 0, which stands for the post. */
    private static final Pattern PATH = Pattern.compile("0(?:\\.\\d{1,18}){1,1000}");

    private final Web web;

    public Lemmy(Web web) {
        this.web = web;
    }

    @Override
    public String id() {
        return "lemmy";
    }

    @Override
    public boolean answers(Post post) {
        return post.network().equals(id())
                && post.state() == Post.State.PUBLISHED
                && post.url().isPresent();
    }

    @Override
    public Optional<Post> postAt(String url) {
        Matcher post = POST.matcher(url);
        return post.matches()
                ? Optional.of(Post.noted(id(), post.group(1) + "post/" + post.group(2), url))
                : Optional.empty();
    }

    @Override
    public Gathered gather(Post post) {
        Matcher address = POST.matcher(post.url().orElse(""));
        return address.matches()
                ? new Reading(address.group(1), address.group(2)).gather()
                : new Gathered.Unavailable(
                        "the ledger has no usable address: " + post.url().orElse(""));
    }

    /** One post's answers. */
    private final class Reading {
        private final String server;
        private final String post;
        private final Asking asking = new Asking(web, MAX_PAGES + 2, MAX_TIME);
        private final Harvest harvest = new Harvest(id(), EnumSet.of(Kind.REPLY));
        private final Set<String> seen = new HashSet<>();
        private int there;

        Reading(String server, String post) {
            this.server = server;
            this.post = post;
        }

        Gathered gather() {
            try {
                JsonAnswer own = asking.get(URI.create(server + "api/v3/post?id=" + post))
                        .json()
                        .at("post_view");
                if (own.flag("post", "deleted") || own.flag("post", "removed")) {
                    throw Halt.gone();
                }
                pages();
                long missing = Math.min(own.count("counts", "comments"), 1_000_000_000) - there;
                if (missing > 0) {
                    harvest.lacks(Kind.REPLY, "the server counts " + missing + " more answers than it tells");
                }
                return harvest.found();
            } catch (Halt halt) {
                return harvest.until(halt);
            }
        }

        private void pages() throws Halt {
            for (int page = 1; page <= MAX_PAGES; page++) {
                JsonAnswer answer = asking.get(URI.create(server + "api/v3/comment/list?post_id=" + post
                                + "&type_=All&sort=Old&limit=" + ON_PAGE + "&page=" + page))
                        .json();
                if (!answer.at("comments").isList()) {
                    harvest.lacks(Kind.REPLY, "the answer holds no list of comments");
                    return;
                }
                List<JsonAnswer> comments = answer.list("comments");
                int before = seen.size();
                comments.forEach(this::take);
                // A server that gives the same page for ever has no more to give.
                if (comments.isEmpty() || seen.size() == before) {
                    return;
                }
            }
            harvest.lacks(Kind.REPLY, "more than " + MAX_PAGES + " pages of comments");
        }

        private void take(JsonAnswer view) {
            JsonAnswer comment = view.at("comment");
            String id = comment.id("id");
            String path = comment.text("path");
            if (!id.matches("\\d{1,18}")
                    || !view.at("creator").isObject()
                    || !PATH.matcher(path).matches()) {
                harvest.lacks(Kind.REPLY, "a comment that cannot be understood was left out");
                return;
            }
            if (!seen.add(id)) {
                return;
            }
            String[] way = path.split("\\.", -1);
            String above = way[way.length - 2];
            Optional<String> parent = above.equals("0") ? Optional.empty() : Optional.of(opaque(above));
            if (comment.flag("deleted") || comment.flag("removed")) {
                harvest.withdrawn(Kind.REPLY, opaque(id), parent);
            } else {
                there++;
                harvest.add(item(comment, view.at("creator"), opaque(id), parent));
            }
        }

        /** Two servers count their comments alike. */
        private String opaque(String id) {
            return server + "comment/" + id;
        }

        private Feedback item(JsonAnswer comment, JsonAnswer creator, String id, Optional<String> parent) {
            return new Feedback(
                    harvest.itemId(id),
                    Kind.REPLY,
                    new Feedback.Origin(id(), id, comment.web("ap_id").or(() -> Optional.of(id))),
                    person(creator),
                    comment.instant("published"),
                    comment.instant("updated"),
                    Optional.empty(),
                    Feedback.Format.MARKDOWN,
                    comment.text("content"),
                    parent.map(harvest::itemId),
                    Optional.empty(),
                    Moderation.PENDING);
        }

        private static Feedback.Person person(JsonAnswer creator) {
            String name = creator.text("name");
            String host = creator.address("actor_id").map(URI::getHost).orElse("");
            String shown = creator.text("display_name");
            return Persons.of(
                    shown.isBlank() ? name : shown,
                    name.isEmpty() || host.isEmpty() ? "" : "@" + name + "@" + host,
                    creator.web("actor_id"));
        }
    }
}
