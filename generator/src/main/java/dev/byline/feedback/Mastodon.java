package dev.byline.feedback;

import dev.byline.remote.Http;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Post;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mastodon, and servers that speak its API: replies, boosts and favourites of a post, without a token.
 *
 * <p>Trusts nothing: a status that cannot be understood is left out and noted, the others are kept. Only what is public or
 * unlisted is taken.
 *
 * @see <a href="https://docs.joinmastodon.org/methods/statuses/">statuses: context, favourited_by, reblogged_by</a>
 */
public final class Mastodon implements PostSource {
    /** More pages of favourites than this are not asked for: the count says enough by then. */
    private static final int MAX_PAGES = 20;

    /** A status of an ordinary server has 500 characters; some allow 100,000. What is longer is no answer. */
    private static final int MAX_TEXT = 200_000;

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(2_000_000)
                            .build())
                    .build())
            .build();

    private final Http http;

    public Mastodon(Http http) {
        this.http = http;
    }

    @Override
    public String id() {
        return "mastodon";
    }

    @Override
    public boolean answers(Post post) {
        return post.network().equals(id())
                && post.state() == Post.State.PUBLISHED
                && !post.id().isEmpty()
                && post.url().isPresent();
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
        if (!post.id().matches("[A-Za-z0-9_-]{1,100}")) {
            return new Gathered.Unavailable("the ledger has no usable id: " + post.id());
        }
        Reading reading = new Reading(server, post.id());
        return reading.gather();
    }

    /** What stops a reading: the answer to give for it. */
    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Gathered answer;

        Stop(Gathered answer) {
            super(null, null, false, false);
            this.answer = answer;
        }

        static Stop unavailable(String reason) {
            return new Stop(new Gathered.Unavailable(reason));
        }
    }

    /** One post's answers. */
    private final class Reading {
        private final URI server;
        private final String post;
        private final List<Feedback> items = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private boolean complete = true;

        Reading(URI server, String post) {
            this.server = server;
            this.post = post;
        }

        Gathered gather() {
            try {
                String base = "api/v1/statuses/" + post;
                replies(json(get(server.resolve(base + "/context"))));
                people(server.resolve(base + "/favourited_by?limit=80"), Kind.LIKE);
                people(server.resolve(base + "/reblogged_by?limit=80"), Kind.REPOST);
                return new Gathered.Found(items, complete, notes);
            } catch (Stop stop) {
                return stop.answer;
            }
        }

        private Http.Answer.Got get(URI uri) throws Stop {
            Http.Answer answer = http.get(uri);
            if (answer instanceof Http.Answer.Failed failed) {
                throw Stop.unavailable(failed.reason());
            }
            Http.Answer.Got got = (Http.Answer.Got) answer;
            switch (got.status()) {
                case 200 -> {
                    return got;
                }
                case 404, 410 -> throw new Stop(new Gathered.Gone());
                case 401, 403 -> throw Stop.unavailable("the server wants a token for this");
                case 429 ->
                    throw Stop.unavailable("asked too often; again after "
                            + got.headers().firstValue("X-RateLimit-Reset").orElse("a while"));
                default -> throw Stop.unavailable("the server answers " + got.status());
            }
        }

        private JsonNode json(Http.Answer.Got got) throws Stop {
            try {
                JsonNode node = JSON.readTree(got.body());
                if (node.isObject() || node.isArray()) {
                    return node;
                }
            } catch (JacksonException notJson) {
                // Told below.
            }
            String start = got.body().strip();
            throw Stop.unavailable(start.startsWith("<") ? "HTML came instead of JSON" : "JSON that cannot be read");
        }

        private void replies(JsonNode context) {
            JsonNode descendants = context.path("descendants");
            if (!descendants.isArray()) {
                complete = false;
                notes.add("the answer holds no list of descendants");
                return;
            }
            for (JsonNode status : descendants) {
                Optional<Feedback> item = reply(status);
                item.ifPresent(items::add);
                if (item.isEmpty() && isForEverybody(status)) {
                    complete = false;
                    notes.add("a status that cannot be understood was left out");
                }
            }
        }

        private Optional<Feedback> reply(JsonNode status) {
            String id = text(status, "id");
            JsonNode account = status.path("account");
            if (id.isEmpty() || !account.isObject() || !isForEverybody(status)) {
                return Optional.empty();
            }
            String content = text(status, "content");
            if (content.length() > MAX_TEXT) {
                return Optional.empty();
            }
            String warning = text(status, "spoiler_text");
            String parent = text(status, "in_reply_to_id");
            return Optional.of(new Feedback(
                    itemId(id),
                    Kind.REPLY,
                    new Feedback.Origin(id(), id, web(text(status, "url")).or(() -> web(text(status, "uri")))),
                    person(account),
                    instant(text(status, "created_at")),
                    instant(text(status, "edited_at")),
                    language(text(status, "language")),
                    Feedback.Format.HTML,
                    warning.isEmpty() ? content : "<p>" + org.jsoup.nodes.Entities.escape(warning) + "</p>" + content,
                    parent.isEmpty() || parent.equals(post) ? Optional.empty() : Optional.of(itemId(parent)),
                    Optional.empty(),
                    Moderation.PENDING));
        }

        private static boolean isForEverybody(JsonNode status) {
            String visibility = text(status, "visibility");
            return visibility.equals("public") || visibility.equals("unlisted");
        }

        private void people(URI first, Kind kind) throws Stop {
            URI page = first;
            for (int pages = 0; page != null; pages++) {
                if (pages == MAX_PAGES) {
                    complete = false;
                    notes.add("more than " + MAX_PAGES + " pages of "
                            + kind.name().toLowerCase(Locale.ROOT) + "s");
                    return;
                }
                Http.Answer.Got got = get(page);
                for (JsonNode account : json(got)) {
                    reaction(account, kind).ifPresent(items::add);
                }
                page = next(got, page);
            }
        }

        private Optional<Feedback> reaction(JsonNode account, Kind kind) {
            String id = text(account, "id");
            if (id.isEmpty()) {
                return Optional.empty();
            }
            String word = kind.name().toLowerCase(Locale.ROOT);
            return Optional.of(new Feedback(
                    itemId(post + "-" + word + "-" + id),
                    kind,
                    new Feedback.Origin(id(), post + "/" + word + "/" + id, Optional.empty()),
                    person(account),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Feedback.Format.PLAIN,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Moderation.PENDING));
        }

        /** The next page, if the server names one of its own. */
        private URI next(Http.Answer.Got got, URI current) {
            for (String link : got.headers().allValues("Link")) {
                Matcher next = NEXT.matcher(link);
                if (next.find()) {
                    try {
                        URI uri = current.resolve(next.group(1));
                        if (server.getHost().equals(uri.getHost()) && server.getPort() == uri.getPort()) {
                            return uri;
                        }
                    } catch (IllegalArgumentException broken) {
                        return null;
                    }
                }
            }
            return null;
        }

        private Feedback.Person person(JsonNode account) {
            String acct = text(account, "acct");
            String handle = acct.isEmpty() ? "" : acct.contains("@") ? "@" + acct : "@" + acct + "@" + server.getHost();
            String shown = text(account, "display_name");
            String name = shown.isBlank() ? text(account, "username") : shown;
            return new Feedback.Person(SafeHtml.name(name), SafeHtml.name(handle), web(text(account, "url")));
        }

        /** Ids of a server are opaque; in a file's name only what every disk can hold stands for itself. */
        private String itemId(String opaque) {
            return id() + "-" + FileName.of(opaque);
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isString()) {
            return value.stringValue();
        }
        return value.isIntegralNumber() ? value.asString() : "";
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }

    private static Optional<Locale> language(String tag) {
        try {
            return tag.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Locale.Builder().setLanguageTag(tag).build());
        } catch (IllformedLocaleException notATag) {
            return Optional.empty();
        }
    }

    private static Optional<String> web(String url) {
        return url.length() < 2_000 && url.matches("(?i)https?://[^\\s<>\"]+") ? Optional.of(url) : Optional.empty();
    }
}
