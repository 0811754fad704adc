package dev.byline.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An instance of Mastodon, or of a server with its API.
 *
 * @see <a href="https://docs.joinmastodon.org/methods/statuses/">statuses</a>
 * @see <a href="https://docs.joinmastodon.org/methods/media/">media</a>
 * @see <a href="https://docs.joinmastodon.org/api/rate-limits/">rate limits</a>
 * @see <a href="https://docs.akkoma.dev/stable/development/API/differences_in_mastoapi_responses/">Akkoma's differences</a>
 * @see <a href="https://docs.gotosocial.org/en/latest/api/swagger/">GoToSocial's API</a>
 * @see <a href="https://docs.pixelfed.org/spec/api/">Pixelfed's differences</a>
 */
public final class MastodonUnderstudy implements Understudy {
    private static final Duration KEYS_KEPT = Duration.ofHours(1);
    private static final Duration AKKOMA_KEYS_KEPT = Duration.ofHours(6);
    private static final int MAX_CALLS = 300;
    private static final Duration CALLS_WITHIN = Duration.ofMinutes(5);
    private static final Set<String> VISIBILITIES = Set.of("public", "unlisted", "private", "direct");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    private final Kind kind;
    private final Map<String, String> users;
    private final int limit;
    private final Clock clock;
    private final Map<String, Status> statuses = new LinkedHashMap<>();
    private final Map<String, Keyed> keys = new HashMap<>();
    private final Map<String, Image> media = new HashMap<>();
    private final List<Instant> calls = new ArrayList<>();
    private int lastId;

    private record Status(
            String id,
            String user,
            String text,
            String warning,
            String inReplyTo,
            List<String> media,
            Instant created) {}

    private record Keyed(String status, Answered answer, Instant at) {}

    /** Whose instance it is. */
    public enum Kind {
        MASTODON(4, 1_500),
        /** Tells its limits as older servers do. */
        AKKOMA(Integer.MAX_VALUE, 5_000),
        /** Knows no keys, and processes images at once. */
        GOTOSOCIAL(6, 1_500),
        /** Takes no post without an image. */
        PIXELFED(4, 1_000);

        private final int maxMedia;
        private final int maxDescription;

        Kind(int maxMedia, int maxDescription) {
            this.maxMedia = maxMedia;
            this.maxDescription = maxDescription;
        }
    }

    private static final class Image {
        private final String description;
        private int asked;

        Image(String description, boolean ready) {
            this.description = description;
            this.asked = ready ? 2 : 0;
        }
    }

    /**
     * An instance of Mastodon.
     *
     * @param users user names by token
     * @param limit what a status may count
     */
    public MastodonUnderstudy(Map<String, String> users, int limit, Clock clock) {
        this(Kind.MASTODON, users, limit, clock);
    }

    /**
     * An instance.
     *
     * @param users user names by token
     * @param limit what a status may count
     */
    public MastodonUnderstudy(Kind kind, Map<String, String> users, int limit, Clock clock) {
        this.kind = kind;
        this.users = Map.copyOf(users);
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public synchronized Answered answer(Asked asked) {
        if (asked.path().matches("/api/v[12]/instance")) {
            return instance(asked.path().contains("v2"));
        }
        String user = users.get(asked.header("Authorization").replaceFirst("^Bearer ", ""));
        if (user == null) {
            return Answered.json(401, Map.of("error", "The access token is invalid"));
        }
        Instant now = clock.instant();
        calls.removeIf(call -> call.isBefore(now.minus(CALLS_WITHIN)));
        if (calls.size() == MAX_CALLS) {
            return withLimits(Answered.json(429, Map.of("error", "Too many requests")));
        }
        calls.add(now);
        return withLimits(answer(asked, user, asked.method() + " " + asked.path()));
    }

    /** Mastodon tells the moment in words, GoToSocial in seconds; the others tell nothing. */
    private Answered withLimits(Answered answer) {
        if (kind == Kind.AKKOMA || kind == Kind.PIXELFED) {
            return answer;
        }
        Instant reset = calls.get(0).plus(CALLS_WITHIN);
        return answer.with("X-RateLimit-Limit", Integer.toString(MAX_CALLS))
                .with("X-RateLimit-Remaining", Integer.toString(MAX_CALLS - calls.size()))
                .with(
                        "X-RateLimit-Reset",
                        kind == Kind.MASTODON ? reset.toString() : Long.toString(reset.getEpochSecond()));
    }

    private Answered instance(boolean today) {
        Map<String, Object> statuses = Map.of("max_characters", limit, "max_media_attachments", kind.maxMedia);
        return switch (kind) {
            case MASTODON, GOTOSOCIAL ->
                Answered.json(
                        200,
                        Map.of(
                                "configuration",
                                Map.of(
                                        "statuses",
                                        statuses,
                                        "media_attachments",
                                        Map.of("description_limit", kind.maxDescription))));
            case AKKOMA ->
                today
                        ? Answered.json(404, Map.of("error", "Not implemented"))
                        : Answered.json(200, Map.of("max_toot_chars", limit, "description_limit", kind.maxDescription));
            case PIXELFED ->
                today
                        ? Answered.json(404, Map.of("error", ""))
                        : Answered.json(200, Map.of("configuration", Map.of("statuses", statuses)));
        };
    }

    private Answered answer(Asked asked, String user, String call) {
        if (call.equals("GET /api/v1/accounts/verify_credentials")) {
            return Answered.json(200, Map.of("id", "account-" + user, "username", user));
        }
        if (call.equals("POST /api/v2/media")) {
            return upload(asked);
        }
        if (call.startsWith("GET /api/v1/media/")) {
            return uploaded(last(call));
        }
        if (call.equals("POST /api/v1/statuses")) {
            return post(asked, user);
        }
        if (call.equals("GET /api/v1/accounts/account-" + user + "/statuses")) {
            List<Object> own = new ArrayList<>();
            statuses.values().stream().filter(s -> s.user.equals(user)).forEach(s -> own.add(0, json(s)));
            return Answered.json(200, own);
        }
        Status status = statuses.get(last(call));
        if (!call.matches("\\w+ /api/v1/statuses/\\w+") || status == null || !status.user.equals(user)) {
            return Answered.json(404, Map.of("error", "Record not found"));
        }
        return switch (asked.method()) {
            case "GET" -> Answered.json(200, json(status));
            case "PUT" -> edit(asked, status);
            case "DELETE" -> {
                statuses.remove(status.id);
                yield Answered.json(200, json(status));
            }
            default -> Answered.json(404, Map.of("error", "Record not found"));
        };
    }

    private static String last(String call) {
        return call.substring(call.lastIndexOf('/') + 1);
    }

    private Answered upload(Asked asked) {
        Map<String, Asked.FormPart> form = asked.form();
        if (!form.containsKey("file") || !form.get("file").type().startsWith("image/")) {
            return Answered.json(422, Map.of("error", "Validation failed: File content type is invalid"));
        }
        String description =
                form.containsKey("description") ? form.get("description").text() : "";
        if (description.length() > kind.maxDescription) {
            return invalid("Description is too long");
        }
        String id = Integer.toString(++lastId);
        boolean ready = kind == Kind.GOTOSOCIAL;
        media.put(id, new Image(description, ready));
        return Answered.json(ready ? 200 : 202, Map.of("id", id, "type", "image"));
    }

    /** The first question after an image always comes too early. */
    private Answered uploaded(String id) {
        Image image = media.get(id);
        return image == null
                ? Answered.json(404, Map.of("error", "Record not found"))
                : Answered.json(image.asked++ == 0 ? 206 : 200, Map.of("id", id, "type", "image"));
    }

    private Answered post(Asked asked, String user) {
        Instant now = clock.instant();
        String header = asked.header("Idempotency-Key");
        Keyed known = header.isEmpty() ? null : keys.get(user + " " + header);
        Duration kept = kind == Kind.AKKOMA ? AKKOMA_KEYS_KEPT : KEYS_KEPT;
        if (known != null && kind != Kind.GOTOSOCIAL && known.at.plus(kept).isAfter(now)) {
            return switch (kind) {
                case AKKOMA -> known.answer.with("Idempotent-Replayed", "true");
                case PIXELFED -> Answered.json(400, Map.of("error", "Duplicate idempotency key."));
                default ->
                    statuses.containsKey(known.status)
                            ? Answered.json(200, json(statuses.get(known.status)))
                            : Answered.json(404, Map.of("error", "Record not found"));
            };
        }
        Answered answer = posted(asked.json(), user, now);
        // Mastodon keeps the key of what it has posted, Akkoma every answer, Pixelfed the key of what is well-formed.
        boolean isKept =
                kind == Kind.AKKOMA || answer.status() == 200 || (kind == Kind.PIXELFED && answer.status() < 500);
        if (isKept) {
            keys.put(user + " " + header, new Keyed(Integer.toString(lastId), answer, now));
        }
        return answer;
    }

    private Answered posted(JsonNode fields, String user, Instant now) {
        Optional<String> fault = fault(fields);
        if (fault.isPresent()) {
            return invalid(fault.get());
        }
        String parent = fields.path("in_reply_to_id").asString("");
        if (!parent.isEmpty() && !statuses.containsKey(parent)) {
            return Answered.json(404, Map.of("error", "The post you are trying to reply to does not exist"));
        }
        if (kind == Kind.PIXELFED && parent.isEmpty() && media(fields).isEmpty()) {
            return Answered.json(403, Map.of("error", "Empty statuses are not allowed"));
        }
        Status status = new Status(
                Integer.toString(++lastId),
                user,
                fields.path("status").asString(""),
                fields.path("spoiler_text").asString(""),
                parent,
                media(fields),
                now);
        statuses.put(status.id, status);
        return Answered.json(200, json(status));
    }

    /** Pixelfed has no status of its own for a field that is wrong. */
    private Answered invalid(String fault) {
        return kind == Kind.PIXELFED
                ? Answered.json(500, Map.of("message", fault, "errors", Map.of("status", List.of(fault))))
                : Answered.json(kind == Kind.GOTOSOCIAL ? 400 : 422, Map.of("error", "Validation failed: " + fault));
    }

    private Answered edit(Asked asked, Status before) {
        JsonNode fields = asked.json();
        Optional<String> fault = fault(fields);
        if (fault.isPresent()) {
            return invalid(fault.get());
        }
        Status after = new Status(
                before.id,
                before.user,
                fields.path("status").asString(""),
                fields.path("spoiler_text").asString(""),
                before.inReplyTo,
                media(fields),
                before.created);
        statuses.put(after.id, after);
        return Answered.json(200, json(after));
    }

    private Optional<String> fault(JsonNode fields) {
        String text = fields.path("status").asString("");
        List<String> images = media(fields);
        if (text.isBlank() && images.isEmpty()) {
            return Optional.of("Text can't be blank");
        }
        String warning =
                kind == Kind.PIXELFED ? "" : fields.path("spoiler_text").asString("");
        if (count(warning + text) > limit) {
            return Optional.of("Text character limit of " + limit + " exceeded");
        }
        if (images.size() > kind.maxMedia || !media.keySet().containsAll(images)) {
            return Optional.of("Media can't be attached");
        }
        if (images.stream().anyMatch(id -> media.get(id).asked < 2)) {
            return Optional.of("Cannot attach files that have not finished processing");
        }
        String visibility = fields.path("visibility").asString("public");
        return VISIBILITIES.contains(visibility) ? Optional.empty() : Optional.of("Visibility is not included");
    }

    private static List<String> media(JsonNode fields) {
        List<String> ids = new ArrayList<>();
        fields.path("media_ids").forEach(id -> ids.add(id.asString("")));
        return ids;
    }

    private int count(String text) {
        if (kind == Kind.GOTOSOCIAL || kind == Kind.PIXELFED) {
            return text.codePointCount(0, text.length());
        }
        return graphemes(kind == Kind.AKKOMA ? text : priced(text));
    }

    private static String priced(String text) {
        return LINK.matcher(text).replaceAll("x".repeat(23)).replaceAll("(@\\w+)@[\\w.-]+\\w", "$1");
    }

    private static int graphemes(String text) {
        Matcher graphemes = Pattern.compile("\\X").matcher(text);
        int count = 0;
        while (graphemes.find()) {
            count++;
        }
        return count;
    }

    private Map<String, Object> json(Status status) {
        String escaped = status.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String html = LINK.matcher(escaped)
                .replaceAll(link -> Matcher.quoteReplacement(
                        "<a href=\"" + link.group() + "\" rel=\"nofollow\">" + link.group() + "</a>"));
        return Map.of(
                "id",
                status.id,
                "url",
                "https://mastodon.example/@" + status.user + "/" + status.id,
                "created_at",
                status.created.toString(),
                "in_reply_to_id",
                status.inReplyTo,
                "content",
                "<p>" + html.replace("\n\n", "</p><p>").replace("\n", "<br>") + "</p>",
                "media_attachments",
                status.media.stream().map(id -> Map.of("id", id)).toList());
    }

    @Override
    public synchronized List<Shown> shown() {
        return statuses.values().stream()
                .map(status -> new Shown(
                        status.id,
                        "@" + status.user,
                        status.warning.isEmpty() ? status.text : "[" + status.warning + "] " + status.text,
                        status.inReplyTo,
                        status.media.stream()
                                .map(id -> media.get(id).description)
                                .toList()))
                .toList();
    }
}
