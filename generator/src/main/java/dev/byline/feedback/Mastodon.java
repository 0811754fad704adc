package dev.byline.feedback;

import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Post;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/**
 * Mastodon, and servers that speak its API: replies, boosts, favourites and quotes of a post.
 *
 * <p>Trusts nothing: a status that cannot be understood is left out and noted, the others are kept. Only what is public or
 * unlisted is taken.
 *
 * @see <a href="https://docs.joinmastodon.org/methods/statuses/">statuses: context, favourited_by, reblogged_by, quotes</a>
 * @see <a href="https://docs.joinmastodon.org/methods/async_refreshes/">Mastodon-Async-Refresh</a>
 */
public final class Mastodon implements PostSource {
    /** Networks whose servers speak this API. */
    private static final Set<String> NETWORKS = Set.of("mastodon", "akkoma", "gotosocial", "pixelfed");

    /** More pages of favourites than this are not asked for: the count says enough by then. */
    private static final int MAX_PAGES = 20;

    /** The post, its context, and the pages of three lists. */
    private static final int MAX_REQUESTS = 2 + 3 * MAX_PAGES;

    private static final Duration MAX_TIME = Duration.ofMinutes(5);

    /**
     * Posts as these servers show them: Mastodon's and Pixelfed's {@code /@giulia/112233}, GoToSocial's {@code
     * /@giulia/statuses/01H}, all as objects {@code /users/giulia/statuses/112233}, Akkoma's {@code /notice/AbC}, Pixelfed's
     * {@code /p/giulia/112233}.
     */
    private static final Pattern POST =
            Pattern.compile("https://[^/@\\s]+/(?:@[\\w.-]+/(?:statuses/)?([0-9]{5,}|[0-9A-Z]{26})"
                    + "|users/[\\w.-]+/statuses/([0-9A-Za-z]+)|notice/([0-9A-Za-z]{10,})|p/[\\w.-]+/([0-9]+))/?");

    private final Web web;
    private final Function<Post, Optional<String>> tokens;

    /**
     * Prepares.
     *
     * @param tokens the token of the account that posted, for its own server: that tells more with it
     */
    public Mastodon(Web web, Function<Post, Optional<String>> tokens) {
        this.web = web;
        this.tokens = tokens;
    }

    @Override
    public String id() {
        return "mastodon";
    }

    @Override
    public boolean answers(Post post) {
        return NETWORKS.contains(post.network())
                && post.state() == Post.State.PUBLISHED
                && !post.id().isEmpty()
                && post.url().isPresent();
    }

    @Override
    public Optional<Post> postAt(String url) {
        Matcher post = POST.matcher(url);
        if (!post.matches()) {
            return Optional.empty();
        }
        for (int group = 1; group <= post.groupCount(); group++) {
            if (post.group(group) != null) {
                return Optional.of(Post.noted(id(), post.group(group), url));
            }
        }
        return Optional.empty();
    }

    @Override
    public Gathered gather(Post post) {
        URI server;
        try {
            server = URI.create(post.url().orElseThrow()).resolve("/");
        } catch (IllegalArgumentException broken) {
            return new Gathered.Unavailable(
                    "the ledger has no usable address: " + post.url().orElse(""));
        }
        if (!post.id().matches("[A-Za-z0-9_-]{1,100}") || server.getHost() == null) {
            return new Gathered.Unavailable("the ledger has no usable id: " + post.id());
        }
        return new Reading(server, post).gather();
    }

    /** One post's answers. */
    private final class Reading {
        private final URI server;
        private final String post;
        private final Map<String, String> headers;
        private final Asking asking = new Asking(web, MAX_REQUESTS, MAX_TIME);
        private final Harvest harvest = new Harvest(id(), EnumSet.of(Kind.REPLY, Kind.LIKE, Kind.REPOST, Kind.MENTION));

        Reading(URI server, Post post) {
            this.server = server;
            this.post = post.id();
            this.headers = tokens.apply(post)
                    .map(token -> Map.of("Authorization", "Bearer " + token))
                    .orElse(Map.of());
        }

        Gathered gather() {
            try {
                Asking.Page own = asking.get(address(""), headers);
                replies(own.json(), asking.get(address("/context"), headers));
                people("/favourited_by", Kind.LIKE);
                people("/reblogged_by", Kind.REPOST);
                quotes();
                return harvest.found();
            } catch (Halt halt) {
                return harvest.until(halt);
            }
        }

        private URI address(String part) {
            return server.resolve("api/v1/statuses/" + post + part);
        }

        private void replies(JsonAnswer own, Asking.Page context) {
            if (context.headers().firstValue("Mastodon-Async-Refresh").isPresent()) {
                harvest.lacks(Kind.REPLY, "the server is still collecting answers from others; gather again later");
            }
            if (!context.json().at("descendants").isList()) {
                harvest.lacks(Kind.REPLY, "the answer holds no list of descendants");
                return;
            }
            List<JsonAnswer> all = context.json().list("descendants");
            for (JsonAnswer status : all) {
                take(status, Kind.REPLY);
            }
            long missing = missing(own, all);
            if (missing > 0) {
                harvest.lacks(
                        Kind.REPLY,
                        "the server counts " + missing + " more answers than it tells"
                                + (headers.isEmpty() ? "; without a token it tells 60" : ""));
            }
        }

        /** How many answers the statuses count, but do not come with. */
        private long missing(JsonAnswer own, List<JsonAnswer> all) {
            Map<String, Long> came = new HashMap<>();
            all.forEach(status -> came.merge(status.id("in_reply_to_id"), 1L, Long::sum));
            long missing = lacking(own.count("replies_count"), came.getOrDefault(post, 0L));
            for (JsonAnswer status : all) {
                missing += lacking(status.count("replies_count"), came.getOrDefault(status.id("id"), 0L));
            }
            return missing;
        }

        /** Counts lie: nobody has this many answers. */
        private static long lacking(long counted, long came) {
            return Math.max(0, Math.min(counted, 1_000_000_000) - came);
        }

        private void take(JsonAnswer status, Kind kind) {
            Optional<Feedback> item = item(status, kind);
            String id = status.id("id");
            if (item.isPresent()) {
                harvest.add(item.get());
            } else if (!id.isEmpty() && !isForEverybody(status)) {
                harvest.withdrawn(kind, id, parent(status));
            } else {
                harvest.lacks(kind, "a status that cannot be understood was left out");
            }
        }

        private Optional<Feedback> item(JsonAnswer status, Kind kind) {
            String id = status.id("id");
            if (id.isEmpty() || !status.at("account").isObject() || !isForEverybody(status)) {
                return Optional.empty();
            }
            return Optional.of(new Feedback(
                    harvest.itemId(id),
                    kind,
                    new Feedback.Origin(id(), id, status.web("url").or(() -> status.web("uri"))),
                    person(status.at("account")),
                    status.instant("created_at"),
                    status.instant("edited_at"),
                    status.language("language"),
                    Feedback.Format.HTML,
                    words(status),
                    kind == Kind.REPLY ? parent(status).map(harvest::itemId) : Optional.empty(),
                    Optional.empty(),
                    Moderation.PENDING));
        }

        private Optional<String> parent(JsonAnswer status) {
            String parent = status.id("in_reply_to_id");
            return parent.isEmpty() || parent.equals(post) ? Optional.empty() : Optional.of(parent);
        }

        private static String words(JsonAnswer status) {
            Set<String> mentioned = status.list("mentions").stream()
                    .flatMap(mention -> mention.web("url").stream())
                    .collect(Collectors.toSet());
            String content = Addressing.without(status.text("content"), mentioned);
            String warning = status.text("spoiler_text");
            return warning.isEmpty() ? content : "<p>" + Entities.escape(warning) + "</p>" + content;
        }

        private static boolean isForEverybody(JsonAnswer status) {
            String visibility = status.text("visibility");
            return visibility.equals("public") || visibility.equals("unlisted");
        }

        private void people(String list, Kind kind) throws Halt {
            pages(list + "?limit=80", kind, account -> {
                String id = account.id("id");
                if (!id.isEmpty()) {
                    harvest.react(kind, post, id, person(account), Optional.empty());
                }
            });
        }

        /** Servers older than Mastodon 4.5 have no quotes; newer ones tell them with a token only. */
        private void quotes() throws Halt {
            pages("/quotes?limit=40", Kind.MENTION, status -> take(status, Kind.MENTION));
        }

        private void pages(String list, Kind kind, Consumer<JsonAnswer> take) throws Halt {
            Optional<URI> page = Optional.of(address(list));
            for (int pages = 0; page.isPresent(); pages++) {
                if (pages == MAX_PAGES) {
                    harvest.lacks(kind, "more than " + MAX_PAGES + " pages of " + Harvest.word(kind) + "s");
                    return;
                }
                Asking.Page got;
                try {
                    got = asking.get(page.get(), headers);
                } catch (Halt halt) {
                    if (!halt.isLocal()) {
                        throw halt;
                    }
                    // Not there, or not for us: what was gathered before stays.
                    harvest.lacks(kind);
                    return;
                }
                if (!got.json().isList()) {
                    harvest.lacks(kind, "the answer holds no list of " + Harvest.word(kind) + "s");
                }
                got.json().list().forEach(take);
                page = got.next();
            }
        }

        private Feedback.Person person(JsonAnswer account) {
            String acct = account.text("acct");
            String handle = acct.isEmpty() ? "" : acct.contains("@") ? "@" + acct : "@" + acct + "@" + server.getHost();
            String shown = account.text("display_name");
            String name = shown.isBlank() ? account.text("username") : shown;
            return Persons.of(name, handle, account.web("url"));
        }
    }
}
