package dev.byline.feedback;

import dev.byline.remote.Http;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Post;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Bluesky: answers, likes, reposts and quotes of a post, from the public view of the network, without a token.
 *
 * <p>A person is who their DID says, whatever they call themselves. Who has asked not to be shown to people who are not
 * signed in ({@code !no-unauthenticated}) is not shown here either.
 *
 * @see <a href="https://docs.bsky.app/docs/api/app-bsky-feed-get-post-thread">app.bsky.feed.getPostThread</a>
 * @see <a href="https://docs.bsky.app/docs/api/app-bsky-feed-get-likes">getLikes</a>, getRepostedBy, getQuotes
 * @see <a href="https://atproto.com/specs/label">labels</a>
 */
public final class Bluesky implements PostSource {
    private static final String SERVER = "https://public.api.bsky.app/xrpc/";

    /** The most that {@code depth} takes. */
    private static final String DEPTH = "&depth=1000&parentHeight=0";

    /** The most that {@code limit} takes. */
    private static final int ON_PAGE = 100;

    private static final int MAX_PAGES = 50;

    /** How many branches that the server has cut are asked for on their own. */
    private static final int MAX_BRANCHES = 20;

    private static final int MAX_REQUESTS = 2 + MAX_BRANCHES + 3 * MAX_PAGES;
    private static final Duration MAX_TIME = Duration.ofMinutes(5);

    private static final Pattern DID = Pattern.compile("did:[a-z]{1,20}:[A-Za-z0-9._:%-]{1,200}");
    private static final Pattern POST_URI = Pattern.compile(
            "at://(" + DID.pattern() + "|[A-Za-z0-9.-]{3,253})/app\\.bsky\\.feed\\.post/([A-Za-z0-9._~:-]{1,512})");
    private static final Pattern POST_ADDRESS = Pattern.compile(
            "https://bsky\\.app/profile/(" + DID.pattern() + "|[A-Za-z0-9.-]{3,253})/post/([A-Za-z0-9._~:-]{1,512})/?");

    /** What stands where a handle no longer belongs to who used it. */
    private static final String INVALID_HANDLE = "handle.invalid";

    /** Labels by which somebody, or the network, asks not to show something to everybody. */
    private static final Set<String> HIDING = Set.of("!no-unauthenticated", "!hide", "!takedown");

    private final Web web;

    public Bluesky(Web web) {
        this.web = web;
    }

    @Override
    public String id() {
        return "bluesky";
    }

    @Override
    public boolean answers(Post post) {
        return post.network().equals(id())
                && post.state() == Post.State.PUBLISHED
                && !post.id().isEmpty();
    }

    @Override
    public Optional<Post> postAt(String url) {
        Matcher post = POST_ADDRESS.matcher(url);
        return post.matches()
                ? Optional.of(Post.noted(id(), "at://" + post.group(1) + "/app.bsky.feed.post/" + post.group(2), url))
                : Optional.empty();
    }

    static boolean isDid(String text) {
        return DID.matcher(text).matches();
    }

    static String profile(String did) {
        return "https://bsky.app/profile/" + did;
    }

    @Override
    public Gathered gather(Post post) {
        Matcher uri = POST_URI.matcher(post.id());
        return uri.matches()
                ? new Reading().gather(uri.group(1), uri.group(2))
                : new Gathered.Unavailable("the ledger has no usable id: " + post.id());
    }

    /** One post's answers. */
    private final class Reading {
        private final Asking asking = new Asking(web, MAX_REQUESTS, MAX_TIME);
        private final Harvest harvest = new Harvest(id(), EnumSet.of(Kind.REPLY, Kind.LIKE, Kind.REPOST, Kind.MENTION));
        private final Set<String> branches = new HashSet<>();
        private long missing;

        /** A post in the thread, and what it answers; nothing where that is our post. */
        private record Node(JsonAnswer view, Optional<String> parent) {}

        Gathered gather(String owner, String key) {
            try {
                String did = isDid(owner) ? owner : resolve(owner);
                String post = "at://" + did + "/app.bsky.feed.post/" + key;
                replies(post);
                people("app.bsky.feed.getLikes", "likes", post, Kind.LIKE);
                people("app.bsky.feed.getRepostedBy", "repostedBy", post, Kind.REPOST);
                pages(
                        "app.bsky.feed.getQuotes",
                        "posts",
                        post,
                        Kind.MENTION,
                        quote -> take(quote, Kind.MENTION, Optional.empty()));
                return harvest.found();
            } catch (Halt halt) {
                return harvest.until(halt);
            }
        }

        private String resolve(String handle) throws Halt {
            String did =
                    call("com.atproto.identity.resolveHandle?handle=" + handle).id("did");
            if (!isDid(did)) {
                throw Halt.failed("nobody knows who " + handle + " is");
            }
            return did;
        }

        /** Calls a method; errors come with 400 and a name. */
        private JsonAnswer call(String method) throws Halt {
            Http.Answer.Got got = asking.ask(Web.Question.of(URI.create(SERVER + method)));
            if (got.status() == 400) {
                String error = JsonAnswer.read(got.body()).id("error");
                throw error.equals("NotFound") ? Halt.gone() : Halt.failed("the server refuses: " + error);
            }
            return Asking.page(got).json();
        }

        private void replies(String post) throws Halt {
            JsonAnswer answer = thread(post);
            Set<String> hidden = answer.list("threadgate", "record", "hiddenReplies").stream()
                    .map(JsonAnswer::id)
                    .collect(Collectors.toSet());
            JsonAnswer top = answer.at("thread");
            if (isAbsent(top)) {
                throw Halt.gone();
            }
            if (!top.at("post").isObject()) {
                throw top.at("blocked").flag() ? Halt.closed("the post is blocked") : Halt.failed("no thread came");
            }
            Deque<Node> waiting = new ArrayDeque<>();
            below(top, post, Optional.empty(), waiting);
            while (!waiting.isEmpty()) {
                Node node = waiting.removeFirst();
                reply(node, hidden, waiting);
            }
            if (missing > 0) {
                harvest.lacks(Kind.REPLY, "the server counts " + missing + " more answers than it tells");
            }
        }

        private JsonAnswer thread(String post) throws Halt {
            return call("app.bsky.feed.getPostThread?uri=" + encoded(post) + DEPTH);
        }

        private static boolean isAbsent(JsonAnswer node) {
            return node.text("$type").endsWith("#notFoundPost") || node.flag("notFound");
        }

        private void reply(Node node, Set<String> hidden, Deque<Node> waiting) throws Halt {
            JsonAnswer post = node.view.at("post");
            if (!post.isObject()) {
                String gone = node.view.id("uri");
                if (POST_URI.matcher(gone).matches()) {
                    harvest.withdrawn(Kind.REPLY, gone, node.parent);
                }
                return;
            }
            String uri = post.id("uri");
            if (hidden.contains(uri)) {
                harvest.withdrawn(Kind.REPLY, uri, node.parent);
            } else {
                take(post, Kind.REPLY, node.parent);
            }
            if (POST_URI.matcher(uri).matches()) {
                below(node.view, uri, Optional.of(uri), waiting);
            }
        }

        /** Puts the answers below a post in line; a branch that the server has cut is asked for once. */
        private void below(JsonAnswer view, String uri, Optional<String> parent, Deque<Node> waiting) throws Halt {
            List<JsonAnswer> replies = view.list("replies");
            long counted = view.count("post", "replyCount");
            if (replies.isEmpty() && counted > 0 && parent.isPresent()) {
                replies = branch(uri);
            }
            missing += Math.max(0, Math.min(counted, 1_000_000_000) - replies.size());
            if (waiting.size() < Harvest.MAX_ITEMS) {
                replies.forEach(reply -> waiting.add(new Node(reply, parent)));
            } else {
                harvest.lacksAll("more answers than are taken");
            }
        }

        private List<JsonAnswer> branch(String uri) throws Halt {
            if (branches.size() >= MAX_BRANCHES || !branches.add(uri)) {
                return List.of();
            }
            try {
                return thread(uri).list("thread", "replies");
            } catch (Halt halt) {
                if (!halt.isLocal()) {
                    throw halt;
                }
                return List.of();
            }
        }

        private void take(JsonAnswer post, Kind kind, Optional<String> parent) {
            Matcher uri = POST_URI.matcher(post.id("uri"));
            JsonAnswer author = post.at("author");
            String did = author.id("did");
            if (!uri.matches() || !uri.group(1).equals(did)) {
                harvest.lacks(kind, "a post that cannot be understood was left out");
            } else if (isHidden(post) || isHidden(author)) {
                harvest.withdrawn(kind, uri.group(), parent);
            } else {
                harvest.add(item(post, kind, parent, profile(did) + "/post/" + uri.group(2)));
            }
        }

        private Feedback item(JsonAnswer post, Kind kind, Optional<String> parent, String url) {
            JsonAnswer record = post.at("record");
            String text = record.text("text");
            FacetText facets = new FacetText(text, record.list("facets"));
            Optional<Instant> published = Stream.of(record.instant("createdAt"), post.instant("indexedAt"))
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder());
            return new Feedback(
                    harvest.itemId(post.id("uri")),
                    kind,
                    new Feedback.Origin(id(), post.id("uri"), Optional.of(url)),
                    person(post.at("author")),
                    published,
                    Optional.empty(),
                    record.list("langs").stream()
                            .flatMap(tag -> tag.language().stream())
                            .findFirst(),
                    facets.isPlain() ? Feedback.Format.PLAIN : Feedback.Format.HTML,
                    facets.isPlain() ? text : facets.html(),
                    parent.map(harvest::itemId),
                    Optional.empty(),
                    Moderation.PENDING);
        }

        private static boolean isHidden(JsonAnswer labelled) {
            return labelled.list("labels").stream()
                    .anyMatch(label -> HIDING.contains(label.text("val")) && !label.flag("neg"));
        }

        private static Feedback.Person person(JsonAnswer author) {
            String handle = author.text("handle");
            boolean isKnown = !handle.isEmpty() && !handle.equals(INVALID_HANDLE);
            String name = author.text("displayName");
            return Persons.of(
                    name.isBlank() && isKnown ? handle : name,
                    isKnown ? "@" + handle : "",
                    Optional.of(profile(author.id("did"))));
        }

        private void people(String method, String list, String post, Kind kind) throws Halt {
            pages(method, list, post, kind, entry -> {
                JsonAnswer person = entry.at("actor").isObject() ? entry.at("actor") : entry;
                String did = person.id("did");
                if (isDid(did) && !isHidden(person)) {
                    Optional<Instant> when = kind == Kind.LIKE ? entry.instant("createdAt") : Optional.empty();
                    harvest.react(kind, post, did, person(person), when);
                }
            });
        }

        private void pages(String method, String list, String post, Kind kind, Consumer<JsonAnswer> take) throws Halt {
            String query = method + "?uri=" + encoded(post) + "&limit=" + ON_PAGE;
            Set<String> cursors = new HashSet<>();
            String cursor = "";
            do {
                if (cursors.size() == MAX_PAGES) {
                    harvest.lacks(kind, "more than " + MAX_PAGES + " pages of " + Harvest.word(kind) + "s");
                    return;
                }
                JsonAnswer page = call(cursor.isEmpty() ? query : query + "&cursor=" + encoded(cursor));
                if (!page.at(list).isList()) {
                    harvest.lacks(kind, "the answer holds no list of " + Harvest.word(kind) + "s");
                }
                page.list(list).forEach(take);
                cursor = page.list(list).isEmpty() ? "" : page.text("cursor");
            } while (!cursor.isEmpty() && cursors.add(cursor));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
