package dev.byline.publish;

import dev.byline.publish.Api.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;

/**
 * Mastodon, and servers that speak its API: {@link MastodonServer} says what is different there.
 *
 * @see <a href="https://docs.joinmastodon.org/methods/statuses/">statuses</a>
 * @see <a href="https://docs.joinmastodon.org/methods/media/">media</a>
 */
final class Mastodon implements Publisher {
    /** How often an image that is being processed is asked for, a second apart. */
    private static final int MAX_POLLS = 30;

    /** Clocks that differ by less than this do not make us overlook a post. */
    private static final Duration SKEW = Duration.ofHours(1);

    private static final String RESET = "X-RateLimit-Reset";

    private final MastodonServer server;
    private final Api api;
    private final Secret token;
    private final Pause pause;

    Mastodon(MastodonServer server, Api api, Secret token, Pause pause) {
        this.server = server;
        this.api = api;
        this.token = token;
        this.pause = pause;
    }

    @Override
    public Duration repeatable() {
        return server.repeatable();
    }

    @Override
    public Optional<Outcome> objection(Outgoing outgoing) {
        Optional<String> fault = server.fault(outgoing);
        if (fault.isPresent()) {
            return fault.map(Outcome.Refused::new);
        }
        try {
            Reply account = account();
            String owner = account.text("username");
            String wanted = outgoing.handle().replaceAll("^@|@.*", "");
            if (account.succeeded() && !owner.equalsIgnoreCase(wanted)) {
                return Optional.of(new Outcome.Refused("the token is that of @" + owner + ", not of @" + wanted, true));
            }
            return MastodonLimits.of(api).fault(outgoing).map(Outcome.Refused::new);
        } catch (Halt halt) {
            return Optional.of(halt.outcome());
        }
    }

    /** The account that the token belongs to; a token may be allowed to write only, and tells nothing then. */
    private Reply account() throws Halt {
        Reply reply = api.get("api/v1/accounts/verify_credentials", headers());
        if (!reply.succeeded() && reply.status() != 403) {
            throw failure(Weight.LIGHT, reply);
        }
        if (reply.succeeded() && reply.id("id").isEmpty()) {
            throw Halt.refused(reply.reason(""));
        }
        return reply;
    }

    @Override
    public Outcome post(Part part) {
        try {
            List<String> media = new ArrayList<>();
            for (Outgoing.Media image : part.media()) {
                media.add(upload(image));
            }
            Map<String, String> headers = headers();
            headers.put("Idempotency-Key", part.key());
            Reply reply = api.send(Weight.HEAVY, "POST", "api/v1/statuses", headers, Body.json(status(part, media)));
            if (isRepeatedRefusal(reply)) {
                throw Halt.refused(reply.reason(reply.text("error")
                        + " (said before: the server repeats that for six hours, unless the text is another)"));
            }
            return isKnownKey(reply) ? known(part, reply) : done(reply);
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    /** Akkoma answers a repeated request as the first one, also where that was refused for what is mended by now. */
    private static boolean isRepeatedRefusal(Reply reply) {
        return reply.status() / 100 == 4
                && reply.headers().firstValue("Idempotent-Replayed").isPresent();
    }

    /** Pixelfed does not answer a repeated request as the first one, but says that it is one. */
    private static boolean isKnownKey(Reply reply) {
        return reply.status() == 400 && reply.text("error").startsWith("Duplicate idempotency key");
    }

    /** The post that was made under this key; if there is none, the key was used up by a request that failed. */
    private Outcome known(Part part, Reply reply) {
        LookUp lookUp = lookUp(part);
        if (lookUp instanceof LookUp.Found found) {
            return new Outcome.Done(found.sent());
        }
        return lookUp instanceof LookUp.Absent
                ? new Outcome.Refused(reply.reason("the server forgets an attempt that failed after an hour"))
                : new Outcome.Unclear(reply.reason(reply.text("error")));
    }

    private static Map<String, Object> status(Part part, List<String> media) {
        Map<String, Object> fields = text(part);
        if (!media.isEmpty()) {
            fields.put("media_ids", media);
        }
        part.previous().ifPresent(before -> fields.put("in_reply_to_id", before.id()));
        part.outgoing().visibility().ifPresent(visibility -> fields.put("visibility", visibility));
        return fields;
    }

    private static Map<String, Object> text(Part part) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", part.words());
        fields.put("language", part.outgoing().language().getLanguage());
        part.outgoing().warning().ifPresent(warning -> {
            fields.put("spoiler_text", warning);
            fields.put("sensitive", true);
        });
        return fields;
    }

    private static Outcome done(Reply reply) throws Halt {
        if (!reply.succeeded()) {
            throw failure(Weight.HEAVY, reply);
        }
        if (reply.id("id").isEmpty()) {
            throw new Halt(new Outcome.Unclear(reply.reason("")));
        }
        return new Outcome.Done(new Sent(reply.id("id"), reply.address("url").or(() -> reply.address("uri"))));
    }

    /** Uploads an image with its description, and waits until it is processed: a status with one that is not is refused. */
    private String upload(Outgoing.Media image) throws Halt {
        Map<String, String> fields = new LinkedHashMap<>();
        if (!image.alt().isEmpty()) {
            fields.put("description", image.alt());
        }
        Body form = Body.form(fields, List.of(file("file", image)));
        Reply reply = api.send(Weight.LIGHT, "POST", "api/v2/media", headers(), form);
        String id = reply.id("id");
        if (!reply.succeeded() || !id.matches("[A-Za-z0-9_-]+")) {
            throw failure(Weight.LIGHT, reply);
        }
        boolean ready = reply.status() == 200;
        for (int polls = 0; !ready; polls++) {
            if (polls == MAX_POLLS) {
                throw Halt.refused("an image is still being processed after " + MAX_POLLS + " s");
            }
            pause.of(Duration.ofSeconds(1));
            Reply state = api.get("api/v1/media/" + id, headers());
            if (!state.succeeded()) {
                throw failure(Weight.LIGHT, state);
            }
            // A page for people in between says nothing of the image.
            ready = state.status() == 200 && state.id("id").equals(id);
        }
        return id;
    }

    static Body.FilePart file(String field, Outgoing.Media image) throws Halt {
        String ending = image.type().substring(image.type().indexOf('/') + 1);
        return new Body.FilePart(field, "image." + ending, image.type(), bytes(image));
    }

    static byte[] bytes(Outgoing.Media image) throws Halt {
        try {
            return Files.readAllBytes(image.file());
        } catch (IOException unreadable) {
            throw Halt.refused("an image cannot be read: " + image.file().getFileName());
        }
    }

    @Override
    public LookUp lookUp(Part part) {
        try {
            Reply account = account();
            if (!account.succeeded()) {
                throw failure(Weight.LIGHT, account);
            }
            String id = account.id("id");
            if (!id.matches("[A-Za-z0-9_-]+")) {
                throw Halt.refused("an account with an unusable id");
            }
            Reply statuses = api.get("api/v1/accounts/" + id + "/statuses?exclude_reblogs=true&limit=40", headers());
            if (!statuses.succeeded() || !statuses.json().isArray()) {
                throw failure(Weight.LIGHT, statuses);
            }
            for (JsonNode status : statuses.json()) {
                if (isThat(part, status)) {
                    Reply one = new Reply(200, statuses.headers(), "", status, statuses.redactor());
                    return new LookUp.Found(
                            new Sent(one.id("id"), one.address("url").or(() -> one.address("uri"))));
                }
            }
            return new LookUp.Absent();
        } catch (Halt halt) {
            return halt.asLookUp();
        }
    }

    /** The same text; or, for a first post, one from that time on that links the page, since servers may change texts. */
    private static boolean isThat(Part part, JsonNode status) {
        String content = status.path("content").asString("");
        if (likeness(Jsoup.parse(content).text()).equals(likeness(part.words()))) {
            return true;
        }
        boolean links = Jsoup.parse(content).select("a[href]").stream()
                .anyMatch(
                        link -> link.attr("href").equals(part.outgoing().link().url()));
        return part.number() == 1 && links && isSince(part.created().minus(SKEW), status);
    }

    private static boolean isSince(Instant moment, JsonNode status) {
        try {
            return !OffsetDateTime.parse(status.path("created_at").asString(""))
                    .toInstant()
                    .isBefore(moment);
        } catch (DateTimeException notAMoment) {
            return true;
        }
    }

    /** A text without spaces and without the hosts of mentions, which servers do not show. */
    private static String likeness(String text) {
        return text.replaceAll("(@[\\w.-]+)@[\\w.-]+\\w", "$1").replaceAll("\\s+", "");
    }

    @Override
    public Outcome update(Part part, Sent sent) {
        try {
            Reply before = api.get(path(sent), headers());
            if (!before.succeeded()) {
                throw failure(Weight.LIGHT, before);
            }
            Map<String, Object> fields = text(part);
            // An edit that does not name the images removes them.
            List<String> images = new ArrayList<>();
            before.json().path("media_attachments").forEach(image -> images.add(before.text(image.path("id"))));
            fields.put("media_ids", images);
            return done(api.send(Weight.HEAVY, "PUT", path(sent), headers(), Body.json(fields)));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    @Override
    public Outcome withdraw(Sent sent) {
        try {
            Reply reply = api.send(Weight.HEAVY, "DELETE", path(sent), headers(), Body.none());
            if (!reply.succeeded() && reply.status() != 404 && reply.status() != 410) {
                throw failure(Weight.HEAVY, reply);
            }
            return new Outcome.Done(sent);
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    private static String path(Sent sent) throws Halt {
        if (!sent.id().matches("[A-Za-z0-9_-]+")) {
            throw Halt.refused("the ledger has no usable id for it: \"" + sent.id() + "\"");
        }
        return "api/v1/statuses/" + sent.id();
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + token.reveal());
        return headers;
    }

    private static Halt failure(Weight weight, Reply reply) {
        if (!reply.succeeded() && reply.json().path("errors").isObject()) {
            // Pixelfed's word for a field that is wrong, which it says with status 500.
            return Halt.refused(reply.reason(reply.text("message")));
        }
        return Api.failure(weight, reply, reply.text("error"), RESET);
    }
}
