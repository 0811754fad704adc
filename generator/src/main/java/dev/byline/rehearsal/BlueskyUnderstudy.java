package dev.byline.rehearsal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A personal data server, with the rules of the lexicon {@code app.bsky.feed.post}.
 *
 * @see <a href="https://docs.bsky.app/docs/api/com-atproto-repo-put-record">com.atproto.repo.putRecord</a>
 */
public final class BlueskyUnderstudy implements Understudy {
    private static final int MAX_GRAPHEMES = 300;
    private static final int MAX_BYTES = 3_000;
    private static final int MAX_THUMB = 1_000_000;
    private static final int MAX_IMAGE = 2_000_000;
    private static final String COLLECTION = "app.bsky.feed.post";

    private final Map<String, String> passwords;
    private final Map<String, String> sessions = new HashMap<>();
    private final Map<String, Integer> blobs = new HashMap<>();
    /** By at:// URI. */
    private final Map<String, JsonNode> records = new LinkedHashMap<>();

    private int lastSession;

    /**
     * A server.
     *
     * @param passwords of the accounts, by handle
     */
    public BlueskyUnderstudy(Map<String, String> passwords) {
        this.passwords = Map.copyOf(passwords);
    }

    /** From now on every token that was given has run out. */
    public synchronized void expireSessions() {
        sessions.clear();
    }

    private static String did(String handle) {
        return "did:web:" + handle;
    }

    @Override
    public synchronized Answered answer(Asked asked) {
        String method = asked.path().replaceFirst("^/xrpc/", "");
        switch (method) {
            case "com.atproto.server.createSession" -> {
                return login(asked.json());
            }
            case "com.atproto.identity.resolveHandle" -> {
                String handle = asked.query("handle");
                return passwords.containsKey(handle)
                        ? Answered.json(200, Map.of("did", did(handle)))
                        : error("InvalidRequest", "Unable to resolve handle");
            }
            case "com.atproto.repo.getRecord" -> {
                return record(asked);
            }
            default -> {
                String owner = sessions.get(asked.header("Authorization").replaceFirst("^Bearer ", ""));
                return owner == null ? error("ExpiredToken", "Token has expired") : written(method, asked, owner);
            }
        }
    }

    private static Answered error(String name, String message) {
        return Answered.json(400, Map.of("error", name, "message", message));
    }

    private Answered login(JsonNode fields) {
        String handle = fields.path("identifier").asString("");
        if (!passwords.containsKey(handle)
                || !passwords.get(handle).equals(fields.path("password").asString(""))) {
            return Answered.json(
                    401, Map.of("error", "AuthenticationRequired", "message", "Invalid identifier or password"));
        }
        String token = "session-token-" + ++lastSession;
        sessions.put(token, did(handle));
        return Answered.json(200, Map.of("did", did(handle), "handle", handle, "accessJwt", token));
    }

    private Answered record(Asked asked) {
        String uri = "at://" + asked.query("repo") + "/" + asked.query("collection") + "/" + asked.query("rkey");
        JsonNode record = records.get(uri);
        return record == null
                ? error("RecordNotFound", "Could not locate record: " + uri)
                : Answered.json(200, Map.of("uri", uri, "cid", cid(record), "value", record));
    }

    private static String cid(JsonNode record) {
        return "bafy" + Integer.toHexString(record.toString().hashCode());
    }

    private Answered written(String method, Asked asked, String owner) {
        if (method.equals("com.atproto.repo.uploadBlob")) {
            int size = asked.body().length();
            if (!asked.header("Content-Type").startsWith("image/")) {
                return error("InvalidMimeType", "Not an image");
            }
            String link = "bafkrei" + Integer.toHexString(asked.body().hashCode());
            blobs.put(link, size);
            return Answered.json(
                    200,
                    Map.of(
                            "blob",
                            Map.of(
                                    "$type",
                                    "blob",
                                    "ref",
                                    Map.of("$link", link),
                                    "mimeType",
                                    asked.header("Content-Type"),
                                    "size",
                                    size)));
        }
        JsonNode fields = asked.json();
        String rkey = fields.path("rkey").asString("");
        String uri = "at://" + owner + "/" + COLLECTION + "/" + rkey;
        if (!fields.path("repo").asString("").equals(owner)
                || !fields.path("collection").asString("").equals(COLLECTION)) {
            return error("InvalidRequest", "Not your repository");
        }
        if (method.equals("com.atproto.repo.deleteRecord")) {
            records.remove(uri);
            return Answered.json(200, Map.of());
        }
        if (!method.equals("com.atproto.repo.putRecord")) {
            return Answered.json(501, Map.of("error", "MethodNotImplemented", "message", "Method Not Implemented"));
        }
        Optional<String> fault = fault(rkey, fields.path("record"));
        if (fault.isPresent()) {
            return error("InvalidRequest", "Invalid app.bsky.feed.post record: " + fault.get());
        }
        records.put(uri, fields.path("record"));
        return Answered.json(200, Map.of("uri", uri, "cid", cid(fields.path("record"))));
    }

    private Optional<String> fault(String rkey, JsonNode record) {
        String text = record.path("text").asString("");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!rkey.matches("[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}")) {
            return Optional.of("Record/rkey must be a TID");
        }
        if (!record.path("$type").asString("").equals(COLLECTION)) {
            return Optional.of("Record/$type must be " + COLLECTION);
        }
        if (graphemes(text) > MAX_GRAPHEMES || bytes.length > MAX_BYTES) {
            return Optional.of("Record/text must not be longer than " + MAX_GRAPHEMES + " graphemes");
        }
        if (record.path("langs").size() > 3
                || !isMoment(record.path("createdAt").asString(""))) {
            return Optional.of("Record/createdAt must be an valid atproto datetime");
        }
        for (JsonNode facet : record.path("facets")) {
            int start = facet.path("index").path("byteStart").asInt(-1);
            int end = facet.path("index").path("byteEnd").asInt(-1);
            if (start < 0
                    || end <= start
                    || end > bytes.length
                    || facet.path("features").isEmpty()) {
                return Optional.of("Record/facets must lie within the text");
            }
        }
        JsonNode thumb = record.path("embed").path("external").path("thumb");
        if (thumb.isObject()
                && blobs.getOrDefault(thumb.path("ref").path("$link").asString(""), MAX_THUMB + 1) > MAX_THUMB) {
            return Optional.of("Record/embed/external/thumb must be a blob of at most " + MAX_THUMB + " bytes");
        }
        for (JsonNode image : record.path("embed").path("images")) {
            String link = image.path("image").path("ref").path("$link").asString("");
            if (!image.has("alt") || blobs.getOrDefault(link, MAX_IMAGE + 1) > MAX_IMAGE) {
                return Optional.of("Record/embed/images must be blobs of at most " + MAX_IMAGE + " bytes with alt");
            }
        }
        for (JsonNode reference :
                List.of(record.path("reply").path("root"), record.path("reply").path("parent"))) {
            JsonNode target = records.get(reference.path("uri").asString(""));
            if (record.has("reply")
                    && (target == null || !reference.path("cid").asString("").equals(cid(target)))) {
                return Optional.of("Record/reply must refer to records");
            }
        }
        return Optional.empty();
    }

    private static boolean isMoment(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException notAMoment) {
            return false;
        }
    }

    private static int graphemes(String text) {
        Matcher found = Pattern.compile("\\X").matcher(text);
        int count = 0;
        while (found.find()) {
            count++;
        }
        return count;
    }

    @Override
    public synchronized List<Shown> shown() {
        List<Shown> shown = new ArrayList<>();
        records.forEach((uri, record) -> {
            List<String> images = new ArrayList<>();
            record.path("embed")
                    .path("images")
                    .forEach(image -> images.add(image.path("alt").asString("")));
            shown.add(new Shown(
                    uri,
                    uri.replaceFirst("^at://did:web:([^/]+)/.*", "@$1"),
                    record.path("text").asString(""),
                    record.path("reply").path("parent").path("uri").asString(""),
                    images));
        });
        return shown;
    }

    /** A record as it was written, for those who look closer. */
    public synchronized String record(String uri) {
        return records.get(uri).toString();
    }
}
