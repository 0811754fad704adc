package dev.byline.publish;

import dev.byline.publish.Api.Weight;
import java.net.URI;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * X, by version 2 of its interface, with an access token of OAuth 2.0 or the four parts of one of OAuth 1.0a.
 *
 * <p>There is no key that makes one post of two requests. What was sent without an answer is looked for among the
 * account's own posts; and the network refuses the same text again, which is a reason to look, too.
 *
 * @see <a href="https://docs.x.com/x-api/posts/create-post">create a post</a>
 * @see <a href="https://docs.x.com/x-api/users/get-posts">posts of a user</a>
 * @see <a href="https://docs.x.com/x-api/fundamentals/response-codes-and-errors">response codes and errors</a>
 */
final class X implements Publisher {
    /**
     * Images of a post, and the bytes of one.
     *
     * @see <a href="https://docs.x.com/x-api/media/quickstart/best-practices">media: best practices</a>
     */
    private static final int MAX_IMAGES = 4;

    private static final int MAX_IMAGE = 5 * 1024 * 1024;

    /** {@code max_results} of the posts of a user. */
    private static final int RECENT = 100;

    /** Clocks that differ by less than this do not make us overlook a post. */
    private static final Duration SKEW = Duration.ofHours(1);

    /** A moment, in seconds since 1970. */
    private static final String RESET = "x-rate-limit-reset";

    private static final String ID = "\\d{1,19}";

    private final Api api;
    private final URI server;
    private final Secret token;
    private final Optional<OAuth1> signer;
    private final String name;
    private Optional<String> account = Optional.empty();

    /**
     * An account.
     *
     * @param name without {@code @}
     * @throws IllegalArgumentException if the token has several parts, but not four
     */
    X(Wire wire, URI server, String name, Secret token, Redactor redactor) {
        this.api = new Api(wire, server, redactor);
        this.server = server;
        this.name = name;
        this.token = token;
        this.signer = token.reveal().contains(":") ? Optional.of(OAuth1.of(token)) : Optional.empty();
        signer.ifPresent(parts -> parts.secrets().forEach(redactor::learn));
    }

    @Override
    public Optional<Outcome> objection(Outgoing outgoing) {
        if (outgoing.warning().isPresent()) {
            return Optional.of(new Outcome.Refused("X has no content warnings: say it in the text"));
        }
        if (outgoing.media().size() > MAX_IMAGES) {
            return Optional.of(new Outcome.Refused("a post has at most " + MAX_IMAGES + " images"));
        }
        try {
            for (Outgoing.Media image : outgoing.media()) {
                int bytes = Mastodon.bytes(image).length;
                if (bytes > MAX_IMAGE) {
                    throw Halt.refused(image.file().getFileName() + " has " + bytes + " bytes, X takes " + MAX_IMAGE
                            + ": make it smaller");
                }
            }
            account();
            return Optional.empty();
        } catch (Halt halt) {
            return Optional.of(halt.outcome());
        }
    }

    /** The id of the account that the token belongs to, which has to be ours. */
    private String account() throws Halt {
        if (account.isPresent()) {
            return account.get();
        }
        Reply me = call(Weight.LIGHT, "GET", "2/users/me", Body.none());
        String id = me.id("data", "id");
        String owner = me.id("data", "username");
        if (!me.succeeded() || !id.matches(ID) || owner.isEmpty()) {
            throw failure(Weight.LIGHT, me);
        }
        if (!owner.equalsIgnoreCase(name)) {
            throw new Halt(new Outcome.Refused("the token is that of @" + owner + ", not of @" + name, true));
        }
        account = Optional.of(id);
        return id;
    }

    @Override
    public Outcome post(Part part) {
        try {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("text", part.words());
            List<String> media = new ArrayList<>();
            for (Outgoing.Media image : part.media()) {
                media.add(upload(image));
            }
            if (!media.isEmpty()) {
                fields.put("media", Map.of("media_ids", media));
            }
            part.previous().ifPresent(before -> fields.put("reply", Map.of("in_reply_to_tweet_id", before.id())));
            Reply reply = call(Weight.HEAVY, "POST", "2/tweets", Body.json(fields));
            if (reply.status() == 403 && said(reply).contains("duplicate content")) {
                return duplicate(part, reply);
            }
            if (!reply.succeeded()) {
                throw failure(Weight.HEAVY, reply);
            }
            String id = reply.id("data", "id");
            if (!id.matches(ID)) {
                throw new Halt(new Outcome.Unclear(reply.reason("")));
            }
            return new Outcome.Done(sent(id));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    /** The network has that text already: it may be this post, from a request whose answer was lost. */
    private Outcome duplicate(Part part, Reply reply) {
        return lookUp(part) instanceof LookUp.Found found
                ? new Outcome.Done(found.sent())
                : new Outcome.Refused(reply.reason(said(reply)) + " Change the text.");
    }

    private Sent sent(String id) {
        return new Sent(id, Optional.of("https://x.com/" + name + "/status/" + id));
    }

    /**
     * Uploads an image and describes it, before anything is posted.
     *
     * @see <a href="https://docs.x.com/x-api/media/upload-media">upload media, in one request</a>
     * @see <a href="https://docs.x.com/x-api/media/create-media-metadata">create media metadata</a>
     */
    private String upload(Outgoing.Media image) throws Halt {
        Body form = Body.form(Map.of("media_category", "tweet_image"), List.of(Mastodon.file("media", image)));
        Reply reply = call(Weight.LIGHT, "POST", "2/media/upload", form);
        String id = reply.id("data", "id");
        if (!reply.succeeded() || !id.matches(ID)) {
            throw failure(Weight.LIGHT, reply);
        }
        if (!image.alt().isEmpty()) {
            Map<String, Object> described = Map.of("alt_text", Map.of("text", image.alt()));
            Reply metadata =
                    call(Weight.LIGHT, "POST", "2/media/metadata", Body.json(Map.of("id", id, "metadata", described)));
            if (!metadata.succeeded()) {
                throw failure(Weight.LIGHT, metadata);
            }
        }
        return id;
    }

    @Override
    public LookUp lookUp(Part part) {
        try {
            Reply posts = call(
                    Weight.LIGHT,
                    "GET",
                    "2/users/" + account() + "/tweets?max_results=" + RECENT + "&exclude=retweets"
                            + "&tweet.fields=created_at%2Centities%2Creferenced_tweets",
                    Body.none());
            boolean none = posts.text("meta", "result_count").equals("0");
            if (!posts.succeeded() || !(none || posts.json().path("data").isArray())) {
                throw failure(Weight.LIGHT, posts);
            }
            for (JsonNode post : posts.json().path("data")) {
                String id = posts.text(post.path("id"));
                if (id.matches(ID) && isThat(part, post)) {
                    return new LookUp.Found(sent(id));
                }
            }
            return new LookUp.Absent();
        } catch (Halt halt) {
            return halt.asLookUp();
        }
    }

    /** The same text in the same place; or, for a first post, one from that time on that links the page. */
    private static boolean isThat(Part part, JsonNode post) {
        String continued = "";
        for (JsonNode reference : post.path("referenced_tweets")) {
            if (reference.path("type").asString("").equals("replied_to")) {
                continued = reference.path("id").asString("");
            }
        }
        if (!continued.equals(part.previous().map(Sent::id).orElse(""))) {
            return false;
        }
        if (likeness(asWritten(post)).equals(likeness(part.words()))) {
            return true;
        }
        String page = part.outgoing().link().url();
        boolean links = false;
        for (JsonNode url : post.path("entities").path("urls")) {
            links |= url.path("expanded_url").asString("").equals(page)
                    || url.path("unwound_url").asString("").equals(page);
        }
        return part.number() == 1 && links && isSince(part.created().minus(SKEW), post);
    }

    private static boolean isSince(Instant moment, JsonNode post) {
        try {
            return !OffsetDateTime.parse(post.path("created_at").asString(""))
                    .toInstant()
                    .isBefore(moment);
        } catch (DateTimeException notAMoment) {
            return true;
        }
    }

    /** The text with the addresses that its author wrote: the network shows shorter ones, and one more for images. */
    private static String asWritten(JsonNode post) {
        String text = post.path("text").asString("");
        for (JsonNode url : post.path("entities").path("urls")) {
            String written = url.path("expanded_url").asString("");
            boolean ofImages = url.has("media_key") || written.matches("https://[\\w.]+/\\w+/status/\\d+/photo/\\d+");
            String shown = url.path("url").asString("");
            text = shown.isEmpty() ? text : text.replace(shown, ofImages ? "" : written);
        }
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** A text without spaces, and without what the network adds to addresses or leaves away. */
    private static String likeness(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("(?i)https?://", "")
                .replaceAll("/(?=\\s|$)", "")
                .replaceAll("\\s+", "");
    }

    @Override
    public Outcome update(Part part, Sent sent) {
        return new Outcome.Refused(
                "X lets programs of few accounts edit posts; withdraw it, and publish the text as a new post");
    }

    @Override
    public Outcome withdraw(Sent sent) {
        try {
            if (!sent.id().matches(ID)) {
                throw Halt.refused("the ledger has no usable id for it: \"" + sent.id() + "\"");
            }
            Reply reply = call(Weight.HEAVY, "DELETE", "2/tweets/" + sent.id(), Body.none());
            boolean deleted = reply.json().path("data").path("deleted").asBoolean(false);
            if (reply.status() != 404 && !(reply.succeeded() && deleted)) {
                throw failure(Weight.HEAVY, reply);
            }
            return new Outcome.Done(sent);
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    private Reply call(Weight weight, String method, String path, Body body) throws Halt {
        String authorization = signer.map(parts -> parts.header(
                        method, server.resolve(path), UUID.randomUUID().toString(), Instant.now()))
                .orElse("Bearer " + token.reveal());
        return api.send(weight, method, path, Map.of("Authorization", authorization), body);
    }

    private static Halt failure(Weight weight, Reply reply) {
        // Without credits nothing is taken from the account until somebody pays.
        return reply.status() == 402
                ? new Halt(new Outcome.Refused(reply.reason(said(reply)), true))
                : Api.failure(weight, reply, said(reply), RESET);
    }

    /** What is wrong with a field says more than that something is; and that more than its title. */
    private static String said(Reply reply) {
        JsonNode first = reply.json().path("errors").path(0);
        for (String said : List.of(
                reply.text(first.path("message")),
                reply.text(first.path("detail")),
                reply.text("detail"),
                reply.text("title"))) {
            if (!said.isBlank()) {
                return said;
            }
        }
        return "";
    }
}
