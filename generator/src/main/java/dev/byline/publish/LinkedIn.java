package dev.byline.publish;

import dev.byline.publish.Api.Weight;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * LinkedIn: a member, or a page that the token's owner may post for.
 *
 * <p>There is no key that makes one post of two requests. A page's posts can be listed, a member's cannot: there a person
 * looks. The text comes as "little text", escaped.
 *
 * @see <a href="https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api">posts</a>
 * @see <a href="https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/images-api">images</a>
 */
final class LinkedIn implements Publisher {
    /**
     * The version of the interface that is asked for where none is named: July 2026. Each is there for a year at least.
     *
     * @see <a href="https://learn.microsoft.com/en-us/linkedin/marketing/versioning">versioning</a>
     */
    static final String USUAL_VERSION = "202607";

    /**
     * Images of one post.
     *
     * @see <a href="https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/multiimage-post-api">
     *     posts of several images</a>
     */
    private static final int MAX_IMAGES = 20;

    /** What the Images API takes. */
    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "image/gif");

    /** How often an image that is being processed is asked for, a second apart. */
    private static final int MAX_POLLS = 30;

    /** How many of a page's posts are looked at; 100 is the most that can be asked for. */
    private static final int RECENT = 100;

    /** Clocks that differ by less than this do not make us overlook a post. */
    private static final Duration SKEW = Duration.ofHours(1);

    private static final Pattern POST = Pattern.compile("urn:li:(?:share|ugcPost|activity):\\d{1,20}");
    private static final Pattern DUPLICATE = Pattern.compile("duplicate of (" + POST.pattern() + ")");
    private static final Pattern MENTION = Pattern.compile("@\\[((?:[^\\]\\\\]|\\\\.)*+)\\]\\(urn:[^)]*\\)");
    private static final Pattern HASHTAG = Pattern.compile("\\{hashtag\\|\\\\?#\\|([^}]*)\\}");

    private final Wire wire;
    private final URI server;
    private final Api api;
    private final String handle;
    private final Secret token;
    private final String version;
    private final Pause pause;
    private final Redactor redactor;
    private Optional<String> author = Optional.empty();

    /**
     * An account.
     *
     * @param handle {@code in/name}, {@code company/name} or {@code school/name}
     * @param version of the interface
     */
    LinkedIn(
            Wire wire,
            URI server,
            String handle,
            Secret token,
            Optional<String> version,
            Pause pause,
            Redactor redactor) {
        this.wire = wire;
        this.server = server;
        this.api = new Api(wire, server, redactor);
        this.handle = handle;
        this.token = token;
        this.version = version.orElse(USUAL_VERSION);
        this.pause = pause;
        this.redactor = redactor;
    }

    @Override
    public Optional<Outcome> objection(Outgoing outgoing) {
        if (outgoing.parts().size() > 1) {
            return Optional.of(new Outcome.Refused("LinkedIn has no threads, and the draft has "
                    + outgoing.parts().size() + " parts: make it one post"));
        }
        if (outgoing.warning().isPresent()) {
            return Optional.of(new Outcome.Refused("LinkedIn has no content warnings: say it in the text"));
        }
        if (outgoing.media().size() > MAX_IMAGES) {
            return Optional.of(new Outcome.Refused("a post has at most " + MAX_IMAGES + " images"));
        }
        for (Outgoing.Media image : outgoing.media()) {
            if (!TYPES.contains(image.type())) {
                return Optional.of(new Outcome.Refused(
                        image.file().getFileName() + " is " + image.type() + "; LinkedIn takes JPEG, PNG and GIF"));
            }
        }
        try {
            author();
            return Optional.empty();
        } catch (Halt halt) {
            return Optional.of(halt.outcome());
        }
    }

    private boolean isPage() {
        return handle.startsWith("company/") || handle.startsWith("school/");
    }

    private String name() {
        return handle.substring(handle.indexOf('/') + 1);
    }

    /** Whom the network knows the account as: {@code urn:li:person:...} or {@code urn:li:organization:...}. */
    private String author() throws Halt {
        if (author.isEmpty()) {
            author = Optional.of(isPage() ? "urn:li:organization:" + page() : "urn:li:person:" + member());
        }
        return author.get();
    }

    /**
     * The id of a page.
     *
     * @see <a href="https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-lookup-api">
     *     find organization by vanity name</a>
     */
    private String page() throws Halt {
        if (name().matches("\\d{1,19}")) {
            return name();
        }
        Reply found = api.get("rest/organizations?q=vanityName&vanityName=" + encoded(name()), headers("FINDER"));
        if (!found.succeeded() || !found.json().path("elements").isArray()) {
            throw failure(Weight.LIGHT, found);
        }
        for (JsonNode page : found.json().path("elements")) {
            String id = found.text(page.path("id"));
            if (id.matches("\\d{1,19}") && found.text(page.path("vanityName")).equalsIgnoreCase(name())) {
                return id;
            }
        }
        throw new Halt(new Outcome.Refused("LinkedIn knows no " + handle, true));
    }

    /**
     * The id of the member that the token belongs to. Which name that is under is told to few tokens; if it is, it has
     * to be ours.
     *
     * @see <a href="https://learn.microsoft.com/en-us/linkedin/shared/integrations/people/profile-api">profile:
     *     {@code r_basicprofile}</a>
     * @see <a href="https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2">
     *     userinfo: {@code openid profile}</a>
     */
    private String member() throws Halt {
        Reply me = api.get("v2/me", headers("GET"));
        boolean tells = me.status() != 403;
        Reply told = tells ? me : api.get("v2/userinfo", headers("GET"));
        String id = told.id(tells ? "id" : "sub");
        if (!told.succeeded() || !id.matches("[A-Za-z0-9_-]{1,100}")) {
            throw failure(Weight.LIGHT, told);
        }
        String owner = tells ? told.text("vanityName") : "";
        if (!owner.isEmpty() && !owner.equalsIgnoreCase(name())) {
            throw new Halt(new Outcome.Refused("the token is that of in/" + owner + ", not of in/" + name(), true));
        }
        return id;
    }

    @Override
    public Outcome post(Part part) {
        try {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("author", author());
            fields.put("commentary", part.words());
            fields.put("visibility", part.outgoing().visibility().orElse("PUBLIC"));
            fields.put(
                    "distribution",
                    Map.of(
                            "feedDistribution",
                            "MAIN_FEED",
                            "targetEntities",
                            List.of(),
                            "thirdPartyDistributionChannels",
                            List.of()));
            fields.put("content", content(part));
            fields.put("lifecycleState", "PUBLISHED");
            fields.put("isReshareDisabledByAuthor", false);
            Reply reply = api.send(Weight.HEAVY, "POST", "rest/posts", headers("CREATE"), Body.json(fields));
            Matcher duplicate = DUPLICATE.matcher(said(reply));
            if (!reply.succeeded() && duplicate.find()) {
                return duplicate(reply, duplicate.group(1));
            }
            if (!reply.succeeded()) {
                throw failure(Weight.HEAVY, reply);
            }
            String id = reply.headers().firstValue("x-restli-id").orElse("");
            if (!POST.matcher(id).matches()) {
                throw new Halt(new Outcome.Unclear(reply.reason("")));
            }
            return new Outcome.Done(sent(id));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    /** The network names a post with this text. It also names those that were deleted, for a day or so. */
    private Outcome duplicate(Reply reply, String id) throws Halt {
        Reply named = api.get(path(id), headers("GET"));
        return named.status() == 404
                ? new Outcome.Refused(reply.reason(said(reply)) + ", which is gone. Change the text, or wait a day.")
                : new Outcome.Done(sent(id));
    }

    private static Sent sent(String id) {
        return new Sent(id, Optional.of("https://www.linkedin.com/feed/update/" + id + "/"));
    }

    /** Images, or else the card of the page, which the network does not fetch by itself. */
    private Map<String, Object> content(Part part) throws Halt {
        List<Map<String, Object>> images = new ArrayList<>();
        for (Outgoing.Media image : part.media()) {
            images.add(Map.of("id", upload(image), "altText", image.alt()));
        }
        if (images.isEmpty()) {
            Outgoing.Link link = part.outgoing().link();
            return Map.of(
                    "article", Map.of("source", link.url(), "title", link.title(), "description", link.description()));
        }
        return images.size() == 1 ? Map.of("media", images.get(0)) : Map.of("multiImage", Map.of("images", images));
    }

    private String upload(Outgoing.Media image) throws Halt {
        Map<String, Object> owner = Map.of("initializeUploadRequest", Map.of("owner", author()));
        Reply begun = api.send(
                Weight.LIGHT, "POST", "rest/images?action=initializeUpload", headers("ACTION"), Body.json(owner));
        String id = begun.id("value", "image");
        Optional<String> address = begun.address("value", "uploadUrl");
        if (!begun.succeeded() || !id.matches("urn:li:image:[A-Za-z0-9_-]{1,100}") || address.isEmpty()) {
            throw failure(Weight.LIGHT, begun);
        }
        Reply taken = new Api(wire, ofLinkedIn(address.get()), redactor)
                .send(
                        Weight.LIGHT,
                        "PUT",
                        "",
                        Map.of("Authorization", "Bearer " + token.reveal()),
                        Body.of(image.type(), Mastodon.bytes(image)));
        if (!taken.succeeded()) {
            throw failure(Weight.LIGHT, taken);
        }
        awaitProcessed(id);
        return id;
    }

    /** The token goes to the network only, whatever address an answer names. */
    private URI ofLinkedIn(String address) throws Halt {
        try {
            URI uri = URI.create(address);
            boolean theirs = "https".equals(uri.getScheme())
                    && uri.getAuthority() != null
                    && uri.getAuthority().matches("(?:[a-z0-9-]+\\.)*linkedin\\.com");
            if (theirs || server.getAuthority().equals(uri.getAuthority())) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Told below.
        }
        throw Halt.refused("an image is to be sent to an address that is not LinkedIn's");
    }

    /** Waits for an image, since a post whose image fails is never shown. A token that only writes is told nothing. */
    private void awaitProcessed(String image) throws Halt {
        for (int polls = 0; polls < MAX_POLLS; polls++) {
            Reply state = api.get("rest/images/" + encoded(image), headers("GET"));
            String status = state.succeeded() ? state.text("status") : "";
            if (status.equals("PROCESSING_FAILED")) {
                throw Halt.refused("LinkedIn cannot make use of an image");
            }
            if (!status.equals("PROCESSING") && !status.equals("WAITING_UPLOAD")) {
                return;
            }
            pause.of(Duration.ofSeconds(1));
        }
        throw Halt.refused("an image is still being processed after " + MAX_POLLS + " s");
    }

    @Override
    public LookUp lookUp(Part part) {
        if (!isPage()) {
            return new LookUp.Impossible();
        }
        try {
            Reply posts = api.get(
                    "rest/posts?author=" + encoded(author()) + "&q=author&sortBy=CREATED&count=" + RECENT,
                    headers("FINDER"));
            if (posts.status() == 403) {
                return new LookUp.Impossible();
            }
            if (!posts.succeeded() || !posts.json().path("elements").isArray()) {
                throw failure(Weight.LIGHT, posts);
            }
            for (JsonNode post : posts.json().path("elements")) {
                String id = posts.text(post.path("id"));
                if (POST.matcher(id).matches() && isThat(part, post)) {
                    return new LookUp.Found(sent(id));
                }
            }
            return new LookUp.Absent();
        } catch (Halt halt) {
            return halt.asLookUp();
        }
    }

    /** The same text, or one from that time on with the same card. */
    private static boolean isThat(Part part, JsonNode post) {
        if (likeness(post.path("commentary").asString("")).equals(likeness(part.words()))) {
            return true;
        }
        String page = post.path("content").path("article").path("source").asString("");
        Instant created = Instant.ofEpochMilli(post.path("createdAt").asLong(0));
        return page.equals(part.outgoing().link().url())
                && !created.isBefore(part.created().minus(SKEW));
    }

    /** Little text as people read it, without spaces: the network may write hashtags in its longer form. */
    private static String likeness(String littleText) {
        String named = MENTION.matcher(littleText).replaceAll("$1");
        return HASHTAG.matcher(named)
                .replaceAll("#$1")
                .replaceAll("\\\\(.)", "$1")
                .replaceAll("\\s+", "");
    }

    @Override
    public Outcome update(Part part, Sent sent) {
        Map<String, Object> patch = Map.of("patch", Map.of("$set", Map.of("commentary", part.words())));
        return changed(sent, "POST", "PARTIAL_UPDATE", Body.json(patch), false);
    }

    @Override
    public Outcome withdraw(Sent sent) {
        return changed(sent, "DELETE", "DELETE", Body.none(), true);
    }

    private Outcome changed(Sent sent, String method, String restli, Body body, boolean gone) {
        try {
            Reply reply = api.send(Weight.HEAVY, method, path(sent.id()), headers(restli), body);
            boolean done = reply.succeeded() && reply.body().isBlank();
            if (!done && !(gone && reply.status() == 404)) {
                throw failure(Weight.HEAVY, reply);
            }
            return new Outcome.Done(sent);
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    private static String path(String id) throws Halt {
        if (!POST.matcher(id).matches()) {
            throw Halt.refused("the ledger has no usable id for it: \"" + id + "\"");
        }
        return "rest/posts/" + encoded(id);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * What goes with every request.
     *
     * @param method what the request means, where its HTTP method alone does not tell
     * @see <a href="https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/methods">request methods</a>
     */
    private Map<String, String> headers(String method) {
        return Map.of(
                "Authorization",
                "Bearer " + token.reveal(),
                "LinkedIn-Version",
                version,
                "X-Restli-Protocol-Version",
                "2.0.0",
                "X-RestLi-Method",
                method);
    }

    private static String said(Reply reply) {
        return reply.text("message").isEmpty() ? reply.text("code") : reply.text("message");
    }

    private Halt failure(Weight weight, Reply reply) {
        // The version that was asked for is no longer there.
        return reply.status() == 426
                ? new Halt(
                        new Outcome.Refused(reply.reason(said(reply)) + "; name a newer version than " + version, true))
                : Api.failure(weight, reply, said(reply));
    }
}
