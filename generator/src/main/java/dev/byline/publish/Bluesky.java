package dev.byline.publish;

import dev.byline.publish.Api.Weight;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Bluesky: records in the account's repository, under keys of our own, so that writing one again makes no second.
 *
 * @see <a href="https://docs.bsky.app/docs/api/com-atproto-repo-put-record">com.atproto.repo.putRecord</a>
 * @see <a href="https://atproto.com/specs/at-uri-scheme">at:// URIs</a>
 */
final class Bluesky implements Publisher {
    private static final String COLLECTION = "app.bsky.feed.post";
    private static final Pattern URI_OF_POST =
            Pattern.compile("at://(did:[a-z]+:[A-Za-z0-9._:%-]+)/app\\.bsky\\.feed\\.post/([A-Za-z0-9._~:-]{1,512})");

    /** {@code maxSize} of an image in {@code app.bsky.embed.images}. */
    private static final int MAX_IMAGE = 2_000_000;

    /** {@code maxLength} of {@code images} in the same lexicon. */
    private static final int MAX_IMAGES = 4;

    /** {@code maxSize} of {@code thumb} in {@code app.bsky.embed.external}. */
    private static final int MAX_THUMB = 1_000_000;

    private static final String RESET = "ratelimit-reset";

    /** A record under a key stays the same record for ever. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final Wire wire;
    private final Api entry;
    private final String handle;
    private final Secret password;
    private final Redactor redactor;
    private Optional<Session> session = Optional.empty();

    /**
     * An account.
     *
     * @param server where it logs in
     * @param handle a domain
     * @param password an app password
     */
    Bluesky(Wire wire, URI server, String handle, Secret password, Redactor redactor) {
        this.wire = wire;
        this.entry = new Api(wire, server, redactor);
        this.handle = handle;
        this.password = password;
        this.redactor = redactor;
    }

    /** What logging in gave: who we are, where our records are, and a token for some hours. */
    private record Session(String did, Api server, Secret token) {}

    @Override
    public String key(Outgoing outgoing, int number) {
        return Keys.tid(outgoing, number);
    }

    @Override
    public Duration repeatable() {
        return FOR_EVER;
    }

    @Override
    public Optional<Outcome> objection(Outgoing outgoing) {
        if (outgoing.warning().isPresent()) {
            return Optional.of(new Outcome.Refused("Bluesky has no content warnings: say it in the text"));
        }
        if (outgoing.media().size() > MAX_IMAGES) {
            return Optional.of(new Outcome.Refused("a post has at most " + MAX_IMAGES + " images"));
        }
        try {
            for (Outgoing.Media image : outgoing.media()) {
                int bytes = Mastodon.bytes(image).length;
                if (bytes > MAX_IMAGE) {
                    throw Halt.refused(image.file().getFileName() + " has " + bytes + " bytes, Bluesky takes "
                            + MAX_IMAGE + ": make it smaller");
                }
            }
            session();
            return Optional.empty();
        } catch (Halt halt) {
            return Optional.of(halt.outcome());
        }
    }

    private Session session() throws Halt {
        if (session.isPresent()) {
            return session.get();
        }
        Reply reply = entry.send(
                Weight.LIGHT,
                "POST",
                "xrpc/com.atproto.server.createSession",
                Map.of(),
                Body.json(Map.of("identifier", handle, "password", password.reveal())));
        String did = reply.id("did");
        String token = reply.json().path("accessJwt").asString("");
        if (!reply.succeeded() || did.isEmpty() || token.isEmpty()) {
            throw failure(Weight.LIGHT, reply);
        }
        Secret secret = new Secret(token);
        redactor.learn(secret);
        session = Optional.of(new Session(did, home(reply), secret));
        return session.get();
    }

    /** The server that holds the account's records, if its document names another than the one that logs in. */
    private Api home(Reply login) {
        for (JsonNode service : login.json().path("didDoc").path("service")) {
            String address = login.text(service.path("serviceEndpoint"));
            if (login.text(service.path("id")).endsWith("#atproto_pds")
                    && address.matches("https://[\\w.-]+(:\\d+)?/?")) {
                return new Api(wire, URI.create(address.endsWith("/") ? address : address + "/"), redactor);
            }
        }
        return entry;
    }

    @Override
    public Outcome post(Part part) {
        try {
            Map<String, Object> record = record(part);
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("repo", session().did());
            fields.put("collection", COLLECTION);
            fields.put("rkey", part.key());
            fields.put("record", record);
            Reply reply = call(Weight.HEAVY, "com.atproto.repo.putRecord", Body.json(fields));
            Matcher uri = URI_OF_POST.matcher(reply.id("uri"));
            if (!reply.succeeded()) {
                throw failure(Weight.HEAVY, reply);
            }
            if (!uri.matches()) {
                throw new Halt(new Outcome.Unclear(reply.reason("")));
            }
            return new Outcome.Done(sent(uri));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    private static Sent sent(Matcher uri) {
        return new Sent(uri.group(), Optional.of("https://bsky.app/profile/" + uri.group(1) + "/post/" + uri.group(2)));
    }

    private Map<String, Object> record(Part part) throws Halt {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("$type", COLLECTION);
        record.put("text", part.words());
        List<Map<String, Object>> facets = Facets.of(part.words(), part.marks(), this::did);
        if (!facets.isEmpty()) {
            record.put("facets", facets);
        }
        record.put("langs", List.of(part.outgoing().language().toLanguageTag()));
        record.put("createdAt", part.created().toString());
        if (part.number() == 1) {
            record.put("embed", part.media().isEmpty() ? card(part.outgoing().link()) : images(part.media()));
        }
        if (part.previous().isPresent()) {
            Map<String, Object> reply = new LinkedHashMap<>();
            reply.put("root", reference(part.first().orElseThrow()));
            reply.put("parent", reference(part.previous().get()));
            record.put("reply", reply);
        }
        return record;
    }

    private Map<String, Object> card(Outgoing.Link link) throws Halt {
        Map<String, Object> external = new LinkedHashMap<>();
        external.put("uri", link.url());
        external.put("title", link.title());
        external.put("description", link.description());
        if (link.picture().isPresent() && Mastodon.bytes(link.picture().get()).length <= MAX_THUMB) {
            external.put("thumb", uploaded(link.picture().get()));
        }
        return Map.of("$type", "app.bsky.embed.external", "external", external);
    }

    private Map<String, Object> images(List<Outgoing.Media> media) throws Halt {
        List<Map<String, Object>> images = new ArrayList<>();
        for (Outgoing.Media image : media) {
            images.add(Map.of("alt", image.alt(), "image", uploaded(image)));
        }
        return Map.of("$type", "app.bsky.embed.images", "images", images);
    }

    private JsonNode uploaded(Outgoing.Media image) throws Halt {
        Reply reply = call(Weight.LIGHT, "com.atproto.repo.uploadBlob", Body.of(image.type(), Mastodon.bytes(image)));
        if (!reply.succeeded() || !reply.json().path("blob").isObject()) {
            throw failure(Weight.LIGHT, reply);
        }
        return reply.json().path("blob");
    }

    private Optional<String> did(String mentioned) {
        try {
            Reply reply =
                    session().server().get("xrpc/com.atproto.identity.resolveHandle?handle=" + mentioned, headers());
            return Optional.of(reply.id("did")).filter(did -> did.startsWith("did:"));
        } catch (Halt unanswered) {
            return Optional.empty();
        }
    }

    /** A post of ours as others refer to it: by its address and the digest of its content. */
    private Map<String, String> reference(Sent sent) throws Halt {
        Reply reply = get(sent);
        String cid = reply.id("cid");
        if (!reply.succeeded() || cid.isEmpty()) {
            throw failure(Weight.LIGHT, reply);
        }
        return Map.of("uri", sent.id(), "cid", cid);
    }

    private Reply get(Sent sent) throws Halt {
        Matcher uri = uri(sent);
        return session()
                .server()
                .get(
                        "xrpc/com.atproto.repo.getRecord?repo=" + uri.group(1) + "&collection=" + COLLECTION + "&rkey="
                                + uri.group(2),
                        headers());
    }

    private static Matcher uri(Sent sent) throws Halt {
        Matcher uri = URI_OF_POST.matcher(sent.id());
        if (!uri.matches()) {
            throw Halt.refused("the ledger has no usable id for it: \"" + sent.id() + "\"");
        }
        return uri;
    }

    @Override
    public LookUp lookUp(Part part) {
        try {
            Sent expected = new Sent("at://" + session().did() + "/" + COLLECTION + "/" + part.key(), Optional.empty());
            Reply reply = get(expected);
            if (reply.succeeded() && reply.id("uri").equals(expected.id())) {
                return new LookUp.Found(sent(uri(expected)));
            }
            // The lexicon's error; some servers say InvalidRequest, and this in words.
            boolean saysAbsent = reply.status() == 400 && reply.text("message").contains("Could not locate record");
            if (saysAbsent || reply.text("error").equals("RecordNotFound")) {
                return new LookUp.Absent();
            }
            throw failure(Weight.LIGHT, reply);
        } catch (Halt halt) {
            return halt.asLookUp();
        }
    }

    @Override
    public Outcome withdraw(Sent sent) {
        try {
            Matcher uri = uri(sent);
            Reply reply = call(
                    Weight.HEAVY,
                    "com.atproto.repo.deleteRecord",
                    Body.json(Map.of("repo", session().did(), "collection", COLLECTION, "rkey", uri.group(2))));
            if (!reply.succeeded()) {
                throw failure(Weight.HEAVY, reply);
            }
            return new Outcome.Done(sent);
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    /** Calls a method; a token that has run out is replaced once, since nothing was done with it. */
    private Reply call(Weight weight, String method, Body body) throws Halt {
        Reply reply = session().server().send(weight, "POST", "xrpc/" + method, headers(), body);
        if (reply.text("error").equals("ExpiredToken")) {
            session = Optional.empty();
            return session().server().send(weight, "POST", "xrpc/" + method, headers(), body);
        }
        return reply;
    }

    private Map<String, String> headers() throws Halt {
        return Map.of("Authorization", "Bearer " + session().token().reveal());
    }

    private static Halt failure(Weight weight, Reply reply) {
        String said = reply.text("message").isEmpty() ? reply.text("error") : reply.text("message");
        return Api.failure(weight, reply, said, RESET);
    }
}
