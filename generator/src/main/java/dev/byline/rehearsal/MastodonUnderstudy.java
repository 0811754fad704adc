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
 * A Mastodon instance.
 *
 * @see <a href="https://docs.joinmastodon.org/methods/statuses/">statuses</a>
 * @see <a href="https://docs.joinmastodon.org/methods/media/">media</a>
 * @see <a href="https://docs.joinmastodon.org/api/rate-limits/">rate limits</a>
 */
public final class MastodonUnderstudy implements Understudy {
    private static final Duration KEYS_KEPT = Duration.ofHours(1);
    private static final int MAX_DESCRIPTION = 1_500;
    private static final int MAX_MEDIA = 4;
    private static final int MAX_CALLS = 300;
    private static final Duration CALLS_WITHIN = Duration.ofMinutes(5);
    private static final Set<String> VISIBILITIES = Set.of("public", "unlisted", "private", "direct");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

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

    private record Keyed(String status, Instant at) {}

    private static final class Image {
        private final String description;
        private int asked;

        Image(String description) {
            this.description = description;
        }
    }

    /**
     * An instance.
     *
     * @param users user names by token
     * @param limit what a status may count
     */
    public MastodonUnderstudy(Map<String, String> users, int limit, Clock clock) {
        this.users = Map.copyOf(users);
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public synchronized Answered answer(Asked asked) {
        if (asked.path().equals("/api/v2/instance")) {
            return Answered.json(200, Map.of("configuration", Map.of("statuses", Map.of("max_characters", limit))));
        }
        String user = users.get(asked.header("Authorization").replaceFirst("^Bearer ", ""));
        if (user == null) {
            return Answered.json(401, Map.of("error", "The access token is invalid"));
        }
        Optional<Answered> tooMany = tooMany();
        return tooMany.isPresent() ? tooMany.get() : answer(asked, user, asked.method() + " " + asked.path());
    }

    private Optional<Answered> tooMany() {
        Instant now = clock.instant();
        calls.removeIf(call -> call.isBefore(now.minus(CALLS_WITHIN)));
        if (calls.size() < MAX_CALLS) {
            calls.add(now);
            return Optional.empty();
        }
        return Optional.of(Answered.json(429, Map.of("error", "Too many requests"))
                .with("X-RateLimit-Limit", Integer.toString(MAX_CALLS))
                .with("X-RateLimit-Remaining", "0")
                .with("X-RateLimit-Reset", calls.get(0).plus(CALLS_WITHIN).toString()));
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
        if (description.length() > MAX_DESCRIPTION) {
            return Answered.json(422, Map.of("error", "Validation failed: Description is too long"));
        }
        String id = Integer.toString(++lastId);
        media.put(id, new Image(description));
        return Answered.json(202, Map.of("id", id, "type", "image"));
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
        String key = user + " " + asked.header("Idempotency-Key");
        Keyed known = keys.get(key);
        if (!asked.header("Idempotency-Key").isEmpty()
                && known != null
                && known.at.plus(KEYS_KEPT).isAfter(now)) {
            return statuses.containsKey(known.status)
                    ? Answered.json(200, json(statuses.get(known.status)))
                    : Answered.json(404, Map.of("error", "Record not found"));
        }
        JsonNode fields = asked.json();
        Optional<String> fault = fault(fields);
        if (fault.isPresent()) {
            return Answered.json(422, Map.of("error", "Validation failed: " + fault.get()));
        }
        String parent = fields.path("in_reply_to_id").asString("");
        if (!parent.isEmpty() && !statuses.containsKey(parent)) {
            return Answered.json(404, Map.of("error", "The post you are trying to reply to does not exist"));
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
        keys.put(key, new Keyed(status.id, now));
        return Answered.json(200, json(status));
    }

    private Answered edit(Asked asked, Status before) {
        JsonNode fields = asked.json();
        Optional<String> fault = fault(fields);
        if (fault.isPresent()) {
            return Answered.json(422, Map.of("error", "Validation failed: " + fault.get()));
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
        if (count(fields.path("spoiler_text").asString("") + text) > limit) {
            return Optional.of("Text character limit of " + limit + " exceeded");
        }
        if (images.size() > MAX_MEDIA || !media.keySet().containsAll(images)) {
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

    private static int count(String text) {
        String priced = LINK.matcher(text).replaceAll("x".repeat(23)).replaceAll("(@\\w+)@[\\w.-]+\\w", "$1");
        Matcher graphemes = Pattern.compile("\\X").matcher(priced);
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
