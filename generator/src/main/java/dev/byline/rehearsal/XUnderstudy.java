package dev.byline.rehearsal;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Version 2 of X's interface.
 *
 * @see <a href="https://docs.x.com/x-api/posts/create-post">create a post</a>
 * @see <a href="https://docs.x.com/x-api/media/upload-media">upload media</a>
 * @see <a href="https://docs.x.com/x-api/fundamentals/rate-limits">rate limits</a>
 */
public final class XUnderstudy implements Understudy {
    private static final int MAX_WEIGHT = 280;
    private static final int LINK = 23;
    private static final int MAX_MEDIA = 4;
    private static final int MAX_IMAGE = 5 * 1024 * 1024;
    private static final int MAX_ALT = 1_000;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    /** Requests of one user in a window. */
    private static final Map<String, Integer> LIMITS = Map.of(
            "POST /2/tweets", 100,
            "DELETE /2/tweets/:id", 50,
            "GET /2/users/:id/tweets", 900,
            "GET /2/users/me", 75,
            "POST /2/media/upload", 500,
            "POST /2/media/metadata", 500);

    /** How far the moment of a signature may be from now. */
    private static final Duration MAX_SKEW = Duration.ofMinutes(5);

    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");
    private static final Pattern EMOJI = Pattern.compile("[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{20E3}]");

    private final Map<String, String> users;
    private final Clock clock;
    private final Map<String, List<Instant>> calls = new HashMap<>();
    private final Set<String> nonces = new HashSet<>();
    private final Map<String, String> media = new HashMap<>();
    private final Map<String, Post> posts = new LinkedHashMap<>();
    private long lastId = 1_800_000_000_000_000_000L;

    private record Post(String id, String user, String text, String continues, List<String> images, Instant created) {}

    /**
     * A network.
     *
     * @param users names by token: one of OAuth 2.0, or the four parts of one of OAuth 1.0a with {@code :} between them
     * @param clock of posts and limits; signatures are as old as they are
     */
    public XUnderstudy(Map<String, String> users, Clock clock) {
        this.users = Map.copyOf(users);
        this.clock = clock;
    }

    @Override
    public synchronized Answered answer(Asked asked) {
        Optional<String> user = user(asked);
        if (user.isEmpty()) {
            return problem(401, "Unauthorized", "Unauthorized");
        }
        String call = asked.method() + " " + asked.path();
        String route = call.replaceFirst("/\\d{2,}", "/:id");
        int limit = LIMITS.getOrDefault(route, 900);
        List<Instant> before = calls.computeIfAbsent(user.get() + " " + route, key -> new ArrayList<>());
        before.removeIf(at -> at.plus(WINDOW).isBefore(clock.instant()));
        boolean tooMany = before.size() >= limit;
        if (!tooMany) {
            before.add(clock.instant());
        }
        Answered answered =
                tooMany ? problem(429, "Too Many Requests", "Too Many Requests") : answer(asked, user.get(), call);
        return answered.with("x-rate-limit-limit", Integer.toString(limit))
                .with("x-rate-limit-remaining", Integer.toString(limit - before.size()))
                .with(
                        "x-rate-limit-reset",
                        Long.toString(before.get(0).plus(WINDOW).getEpochSecond()));
    }

    private static Answered problem(int status, String title, String detail) {
        return Answered.json(status, Map.of("title", title, "detail", detail, "type", "about:blank", "status", status));
    }

    private static Answered invalid(String message) {
        return Answered.json(
                400,
                Map.of(
                        "errors",
                        List.of(Map.of("message", message)),
                        "title",
                        "Invalid Request",
                        "detail",
                        "One or more parameters to your request was invalid.",
                        "type",
                        "https://api.x.com/2/problems/invalid-request"));
    }

    private Optional<String> user(Asked asked) {
        String authorization = asked.header("Authorization");
        if (authorization.startsWith("Bearer ")) {
            return Optional.ofNullable(users.get(authorization.substring("Bearer ".length())));
        }
        SignedRequest signed = SignedRequest.of(asked);
        boolean fresh = signed.field("oauth_timestamp").matches("\\d{1,12}")
                && Duration.between(
                                        Instant.ofEpochSecond(Long.parseLong(signed.field("oauth_timestamp"))),
                                        Instant.now())
                                .abs()
                                .compareTo(MAX_SKEW)
                        < 0
                && nonces.add(signed.field("oauth_timestamp") + " " + signed.field("oauth_nonce"));
        return users.keySet().stream()
                .filter(known -> known.chars().filter(c -> c == ':').count() == 3)
                .filter(known -> {
                    String[] parts = known.split(":");
                    return fresh
                            && parts[0].equals(signed.field("oauth_consumer_key"))
                            && parts[2].equals(signed.field("oauth_token"))
                            && signed.isSignedBy(parts[1], parts[3]);
                })
                .findFirst()
                .map(users::get);
    }

    private Answered answer(Asked asked, String user, String call) {
        if (call.equals("GET /2/users/me")) {
            return data(200, Map.of("id", userId(user), "name", user, "username", user));
        }
        if (call.equals("POST /2/media/upload")) {
            return upload(asked);
        }
        if (call.equals("POST /2/media/metadata")) {
            return describe(asked.json());
        }
        if (call.equals("POST /2/tweets")) {
            return post(asked.json(), user);
        }
        if (call.equals("GET /2/users/" + userId(user) + "/tweets")) {
            return timeline(asked, user);
        }
        Post post = posts.get(call.substring(call.lastIndexOf('/') + 1));
        if (!call.startsWith("DELETE /2/tweets/") || post == null) {
            return problem(404, "Not Found Error", "Could not find it.");
        }
        if (!post.user.equals(user)) {
            return problem(403, "Forbidden", "You are not allowed to delete this Tweet.");
        }
        posts.remove(post.id);
        return data(200, Map.of("deleted", true));
    }

    private static Answered data(int status, Object value) {
        return Answered.json(status, Map.of("data", value));
    }

    private static String userId(String user) {
        return "9" + Integer.toUnsignedString(user.hashCode());
    }

    private Answered upload(Asked asked) {
        Map<String, Asked.FormPart> form = asked.form();
        if (!form.containsKey("media")
                || !form.containsKey("media_category")
                || !form.get("media_category").text().equals("tweet_image")) {
            return invalid("media and media_category are required");
        }
        Asked.FormPart image = form.get("media");
        if (!image.type().matches("image/(?:jpeg|png|gif|webp)")) {
            return invalid("Invalid media type: " + image.type());
        }
        if (image.content().length() > MAX_IMAGE) {
            return invalid("File size exceeds " + MAX_IMAGE + " bytes.");
        }
        String id = Long.toString(++lastId);
        media.put(id, "");
        return data(
                200,
                Map.of(
                        "id",
                        id,
                        "media_key",
                        "3_" + id,
                        "size",
                        image.content().length(),
                        "expires_after_secs",
                        86_400));
    }

    private Answered describe(JsonNode fields) {
        String id = fields.path("id").asString("");
        String alt = fields.path("metadata").path("alt_text").path("text").asString("");
        if (!media.containsKey(id)) {
            return problem(404, "Not Found Error", "Could not find media with id: [" + id + "].");
        }
        if (alt.length() > MAX_ALT) {
            return invalid("metadata.alt_text.text is too long");
        }
        media.put(id, alt);
        return data(200, Map.of("id", id, "associated_metadata", Map.of("alt_text", Map.of("text", alt))));
    }

    private Answered post(JsonNode fields, String user) {
        if (!Set.of("text", "media", "reply").containsAll(fields.propertyNames())) {
            return invalid("$: there is a property that is not defined in the schema");
        }
        String text = fields.path("text").asString("");
        List<String> images = new ArrayList<>();
        fields.path("media").path("media_ids").forEach(id -> images.add(id.asString("")));
        String continues = fields.path("reply").path("in_reply_to_tweet_id").asString("");
        if (text.isBlank() && images.isEmpty()) {
            return invalid("text: must not be empty");
        }
        if (images.size() > MAX_MEDIA || !media.keySet().containsAll(images)) {
            return invalid("Your media IDs are invalid.");
        }
        if (weight(text) > MAX_WEIGHT) {
            return problem(403, "Forbidden", "Your Tweet text is too long.");
        }
        if (!continues.isEmpty() && !posts.containsKey(continues)) {
            return problem(
                    403, "Forbidden", "You attempted to reply to a Tweet that is deleted or not visible to you.");
        }
        if (!continues.isEmpty() && !mayAnswer(user, posts.get(continues))) {
            return problem(
                    403,
                    "Forbidden",
                    "You can only reply to or quote posts where you are mentioned or are the author.");
        }
        if (posts.values().stream().anyMatch(post -> post.user.equals(user) && post.text.equals(text))) {
            return problem(403, "Forbidden", "You are not allowed to create a Tweet with duplicate content.");
        }
        String id = Long.toString(++lastId);
        List<String> described = images.stream().map(media::get).toList();
        posts.put(id, new Post(id, user, text, continues, described, clock.instant()));
        return data(201, Map.of("id", id, "text", shown(posts.get(id)).text, "edit_history_tweet_ids", List.of(id)));
    }

    /**
     * By program one answers oneself, or who mentioned one.
     *
     * @see <a href="https://docs.x.com/changelog">changes of 23 February 2026</a>
     */
    private static boolean mayAnswer(String user, Post post) {
        return post.user.equals(user) || post.text.contains("@" + user);
    }

    private static int weight(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFC);
        Matcher links = URL.matcher(text);
        int weight = 0;
        while (links.find()) {
            weight += LINK;
        }
        Matcher graphemes = Pattern.compile("\\X").matcher(URL.matcher(text).replaceAll(""));
        while (graphemes.find()) {
            weight += EMOJI.matcher(graphemes.group()).find()
                    ? 2
                    : graphemes.group().codePoints().map(XUnderstudy::weight).sum();
        }
        return weight;
    }

    private static int weight(int c) {
        boolean light = c <= 0x10FF
                || (c >= 0x2000 && c <= 0x200D)
                || (c >= 0x2010 && c <= 0x201F)
                || (c >= 0x2032 && c <= 0x2037);
        return light ? 1 : 2;
    }

    private Answered timeline(Asked asked, String user) {
        String most = asked.query("max_results");
        if (!most.matches("\\d{1,3}") || Integer.parseInt(most) < 5 || Integer.parseInt(most) > 100) {
            return invalid("The `max_results` query parameter value [" + most + "] is not between 5 and 100");
        }
        List<String> wanted = List.of(asked.query("tweet.fields").split(","));
        List<Object> newestFirst = new ArrayList<>();
        posts.values().stream()
                .filter(post -> post.user.equals(user))
                .forEach(post -> newestFirst.add(0, json(post, wanted)));
        List<Object> page = newestFirst.subList(0, Math.min(Integer.parseInt(most), newestFirst.size()));
        Map<String, Object> meta = Map.of("result_count", page.size());
        return Answered.json(200, page.isEmpty() ? Map.of("meta", meta) : Map.of("data", page, "meta", meta));
    }

    private static Object json(Post post, List<String> wanted) {
        ShownText shown = shown(post);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", post.id);
        fields.put("text", shown.text);
        if (wanted.contains("entities") && !shown.urls.isEmpty()) {
            fields.put("entities", Map.of("urls", shown.urls));
        }
        if (wanted.contains("created_at")) {
            fields.put("created_at", post.created.toString());
        }
        if (wanted.contains("referenced_tweets") && !post.continues.isEmpty()) {
            fields.put("referenced_tweets", List.of(Map.of("type", "replied_to", "id", post.continues)));
        }
        return fields;
    }

    private record ShownText(String text, List<Object> urls) {}

    /** The text as the interface gives it: escaped, with short addresses, and with one for the images. */
    private static ShownText shown(Post post) {
        List<Object> urls = new ArrayList<>();
        String escaped = Normalizer.normalize(post.text, Normalizer.Form.NFC)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        String text = URL.matcher(escaped).replaceAll(link -> {
            String address = "https://t.co/" + post.id.substring(11) + "l" + urls.size();
            urls.add(Map.of("url", address, "expanded_url", link.group().replace("&amp;", "&")));
            return address;
        });
        if (post.images.isEmpty()) {
            return new ShownText(text, urls);
        }
        String picture = "https://t.co/" + post.id.substring(11) + "p";
        for (int i = 0; i < post.images.size(); i++) {
            urls.add(Map.of(
                    "url",
                    picture,
                    "expanded_url",
                    "https://x.com/" + post.user + "/status/" + post.id + "/photo/1",
                    "media_key",
                    "3_" + post.id + i));
        }
        return new ShownText(text + " " + picture, urls);
    }

    @Override
    public synchronized List<Shown> shown() {
        return posts.values().stream()
                .map(post -> new Shown(post.id, "@" + post.user, post.text, post.continues, post.images))
                .toList();
    }
}
