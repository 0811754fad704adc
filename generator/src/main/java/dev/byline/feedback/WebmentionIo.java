package dev.byline.feedback;

import dev.byline.remote.Http;
import dev.byline.remote.WebAddress;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Format;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * webmention.io, which takes webmentions for sites without a server of their own: asked for what came since the last
 * mention that was heard of. Without a token it is not asked.
 *
 * <p>Trusts nothing: an entry that cannot be understood is left out and noted. What is private is never taken.
 *
 * @see <a href="https://github.com/aaronpk/webmention.io#api">its API: JF2, since_id, paging</a>
 */
public final class WebmentionIo implements SiteSource {
    /** Where it is, unless one's own is used. */
    public static final URI USUAL = URI.create("https://webmention.io/");

    private static final int PER_PAGE = 100;

    /** What is beyond these comes with the next round, which goes on from there. */
    private static final int MAX_PAGES = 50;

    private static final int MAX_TEXT = 200_000;

    /** By {@code wm-property}; every other is a mention. */
    private static final Map<String, Kind> KINDS = Map.of(
            "in-reply-to", Kind.REPLY,
            "rsvp", Kind.REPLY,
            "like-of", Kind.LIKE,
            "repost-of", Kind.REPOST,
            "bookmark-of", Kind.BOOKMARK);

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(2_000_000)
                            .build())
                    .build())
            .build();

    private final Http http;
    private final URI server;
    private final String domain;
    private final Optional<String> token;

    /**
     * Prepares to ask.
     *
     * @param server ends in {@code /}
     * @param domain of the site, as it is called there
     * @param token a secret; it goes to the server only
     */
    public WebmentionIo(Http http, URI server, String domain, Optional<String> token) {
        this.http = http;
        this.server = server;
        this.domain = domain;
        this.token = token;
    }

    @Override
    public String id() {
        return "webmention-io";
    }

    @Override
    public Delivered gather(Addresses addresses, Optional<String> cursor) {
        if (token.isEmpty()) {
            return new Delivered.News(List.of(), cursor, List.of());
        }
        long since = cursor.filter(number -> number.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
        Reading reading = new Reading(addresses, since);
        for (int page = 0; page < MAX_PAGES; page++) {
            Http.Answer answer = http.get(address(since, page));
            Optional<String> problem = problem(answer);
            if (problem.isPresent()) {
                return new Delivered.Unavailable(problem.get().replace(token.get(), "…"));
            }
            Optional<JsonNode> children = children(((Http.Answer.Got) answer).body());
            if (children.isEmpty()) {
                return new Delivered.Unavailable("the answer holds no list of mentions");
            }
            children.get().forEach(reading::take);
            if (children.get().size() < PER_PAGE) {
                break;
            }
        }
        return reading.news();
    }

    private URI address(long since, int page) {
        return server.resolve("api/mentions.jf2?domain=" + encoded(domain) + "&token=" + encoded(token.orElseThrow())
                + "&since_id=" + since + "&per-page=" + PER_PAGE + "&page=" + page + "&sort-by=created&sort-dir=up");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Optional<String> problem(Http.Answer answer) {
        if (answer instanceof Http.Answer.Failed failed) {
            return Optional.of(failed.reason());
        }
        return switch (((Http.Answer.Got) answer).status()) {
            case 200 -> Optional.empty();
            case 401, 403 -> Optional.of("the token is not taken");
            case 429 -> Optional.of("asked too often");
            default -> Optional.of("the server answers " + ((Http.Answer.Got) answer).status());
        };
    }

    private static Optional<JsonNode> children(String body) {
        try {
            return Optional.of(JSON.readTree(body).path("children")).filter(JsonNode::isArray);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** What came, page after page. */
    private static final class Reading {
        private final Addresses addresses;
        private final List<Item> items = new ArrayList<>();
        private long newest;
        private int elsewhere;
        private int broken;

        Reading(Addresses addresses, long since) {
            this.addresses = addresses;
            this.newest = since;
        }

        void take(JsonNode entry) {
            newest = Math.max(newest, entry.path("wm-id").asLong(0));
            if (entry.path("wm-private").asBoolean(false)) {
                return;
            }
            Optional<URI> source = WebAddress.of(text(entry, "wm-source"));
            Optional<URI> target = WebAddress.of(text(entry, "wm-target"));
            if (source.isEmpty() || target.isEmpty()) {
                broken++;
                return;
            }
            Optional<String> article = addresses.articleAt(target.get().toString());
            if (article.isEmpty()) {
                elsewhere++;
            } else {
                items.add(new Item(
                        article.get(), item(entry, source.get(), target.get().toString())));
            }
        }

        Delivered.News news() {
            List<String> notes = new ArrayList<>();
            if (broken > 0) {
                notes.add(broken + " entries that cannot be understood were left out");
            }
            if (elsewhere > 0) {
                notes.add(elsewhere + " mentions of pages that are no articles were left out");
            }
            return new Delivered.News(items, newest > 0 ? Optional.of(Long.toString(newest)) : Optional.empty(), notes);
        }
    }

    private static Feedback item(JsonNode entry, URI source, String target) {
        Kind kind = KINDS.getOrDefault(text(entry, "wm-property"), Kind.MENTION);
        String html = text(entry.path("content"), "html");
        boolean isHtml = kind.isSpoken() && !html.isBlank();
        return new Feedback(
                MentionId.of(source.toString(), target),
                kind,
                new Feedback.Origin(
                        MentionId.SOURCE,
                        MentionId.identity(source.toString(), target),
                        Optional.of(WebAddress.of(text(entry, "url"))
                                .filter(url -> MentionId.mayClaim(source, url))
                                .orElse(source)
                                .toString())),
                person(entry.path("author")),
                instant(text(entry, "published")).or(() -> instant(text(entry, "wm-received"))),
                Optional.empty(),
                Optional.empty(),
                isHtml ? Format.HTML : Format.PLAIN,
                cut(isHtml ? html : kind.isSpoken() ? words(entry) : ""),
                Optional.empty(),
                Optional.empty(),
                Moderation.PENDING);
    }

    private static String words(JsonNode entry) {
        String rsvp = text(entry, "rsvp");
        return List.of(
                        text(entry.path("content"), "text"),
                        text(entry, "summary"),
                        rsvp.isEmpty() ? "" : "RSVP: " + rsvp,
                        text(entry, "name"))
                .stream()
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse("");
    }

    private static Feedback.Person person(JsonNode author) {
        return new Feedback.Person(
                SafeHtml.name(text(author, "name")),
                "",
                WebAddress.of(text(author, "url")).map(URI::toString));
    }

    private static String cut(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isString() ? node.path(field).stringValue() : "";
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
}
