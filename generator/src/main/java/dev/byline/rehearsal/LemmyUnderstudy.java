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
import tools.jackson.databind.JsonNode;

/**
 * An instance of Lemmy 0.19, with some communities.
 *
 * @see <a href="https://join-lemmy.org/api/">API version 3</a>
 * @see <a href="https://github.com/LemmyNet/lemmy/blob/0.19.20/crates/utils/src/utils/validation.rs">validation</a>
 * @see <a href="https://github.com/LemmyNet/lemmy/blob/0.19.20/crates/utils/src/error.rs">names of errors</a>
 */
public final class LemmyUnderstudy implements Understudy {
    private static final int MIN_TITLE = 3;
    private static final int MAX_TITLE = 200;
    private static final int MAX_BODY = 50_000;
    private static final int MAX_URL = 2_000;
    private static final int MAX_ALT = 1_500;
    private static final int MAX_POSTS = 6;
    private static final Duration POSTS_WITHIN = Duration.ofMinutes(10);
    private static final Map<String, Integer> LANGUAGES =
            Map.of("und", 0, "ar", 9, "de", 32, "en", 37, "es", 39, "fr", 47, "it", 73);

    private final Map<String, String> users;
    private final List<String> communities;
    private final Clock clock;
    private final Map<String, String> sessions = new HashMap<>();
    private final Map<Integer, Entry> posts = new LinkedHashMap<>();
    private final List<Instant> tries = new ArrayList<>();
    private int lastId;

    private record Entry(
            int id,
            String user,
            int community,
            String name,
            String body,
            String url,
            String alt,
            int language,
            boolean deleted,
            Instant published) {}

    /**
     * An instance.
     *
     * @param users user names by token: {@code user:password}, or what logging in gives
     * @param communities those that it knows, as {@code name@host}
     */
    public LemmyUnderstudy(Map<String, String> users, List<String> communities, Clock clock) {
        this.users = Map.copyOf(users);
        this.communities = List.copyOf(communities);
        this.clock = clock;
    }

    /** From now on everybody is logged out. */
    public synchronized void expireSessions() {
        sessions.clear();
    }

    private static Answered error(String name) {
        return Answered.json(400, Map.of("error", name));
    }

    @Override
    public synchronized Answered answer(Asked asked) {
        String call = asked.method() + " " + asked.path();
        if (call.equals("POST /api/v3/user/login")) {
            return login(asked.json());
        }
        String token = asked.header("Authorization").replaceFirst("^Bearer ", "");
        Optional<String> user = token.contains(":")
                ? Optional.empty()
                : Optional.ofNullable(sessions.getOrDefault(token, users.get(token)));
        if (call.equals("GET /api/v3/site")) {
            return site(user);
        }
        if (call.equals("GET /api/v3/community")) {
            return community(asked.query("name"));
        }
        if (call.equals("GET /api/v3/user")) {
            return posts(asked.query("username"));
        }
        if (user.isEmpty()) {
            return error("not_logged_in");
        }
        return switch (call) {
            case "POST /pictrs/image" -> upload(asked);
            case "POST /api/v3/post" -> post(asked.json(), user.get());
            case "PUT /api/v3/post" -> edit(asked.json(), user.get());
            case "POST /api/v3/post/delete" -> delete(asked.json(), user.get());
            default -> Answered.text(404, "");
        };
    }

    private Answered login(JsonNode fields) {
        String name = fields.path("username_or_email").asString("");
        String token = name + ":" + fields.path("password").asString("");
        if (!users.containsKey(token)) {
            return Answered.json(401, Map.of("error", "incorrect_login"));
        }
        String jwt = "json-web-token-" + ++lastId;
        sessions.put(jwt, users.get(token));
        return Answered.json(200, Map.of("jwt", jwt, "verify_email_sent", false, "registration_created", false));
    }

    private static Answered site(Optional<String> user) {
        Map<String, Object> site = new LinkedHashMap<>();
        site.put(
                "site_view",
                Map.of(
                        "local_site_rate_limit",
                        Map.of("post", MAX_POSTS, "post_per_second", POSTS_WITHIN.toSeconds())));
        site.put("version", "0.19.20");
        user.ifPresent(name ->
                site.put("my_user", Map.of("local_user_view", Map.of("person", Map.of("id", 2, "name", name)))));
        List<Object> languages = new ArrayList<>();
        LANGUAGES.forEach((code, id) -> languages.add(Map.of("id", id, "code", code)));
        site.put("all_languages", languages);
        site.put("discussion_languages", LANGUAGES.values());
        return Answered.json(200, site);
    }

    private Answered community(String name) {
        int index = communities.indexOf(name);
        return index < 0
                ? Answered.json(404, Map.of("error", "couldnt_find_community"))
                : Answered.json(
                        200,
                        Map.of(
                                "community_view",
                                Map.of("community", Map.of("id", index + 1, "name", name.replaceFirst("@.*", ""))),
                                "discussion_languages",
                                LANGUAGES.values()));
    }

    private Answered posts(String user) {
        List<Object> own = new ArrayList<>();
        posts.values().stream().filter(post -> post.user.equals(user)).forEach(post -> own.add(0, view(post)));
        return Answered.json(200, Map.of("posts", own, "comments", List.of()));
    }

    private Answered upload(Asked asked) {
        Asked.FormPart image = asked.form().get("images[]");
        if (image == null || !image.type().startsWith("image/")) {
            return Answered.json(400, Map.of("msg", "No files uploaded", "code", "empty-form"));
        }
        String file = "picture-" + ++lastId + ".png";
        return Answered.json(
                201, Map.of("msg", "ok", "files", List.of(Map.of("file", file, "delete_token", "delete-" + lastId))));
    }

    private Answered post(JsonNode fields, String user) {
        Instant now = clock.instant();
        tries.removeIf(then -> then.isBefore(now.minus(POSTS_WITHIN)));
        if (tries.size() >= MAX_POSTS) {
            return error("rate_limit_error");
        }
        tries.add(now);
        int community = fields.path("community_id").asInt(0);
        if (community < 1 || community > communities.size()) {
            return error("couldnt_find_community");
        }
        return kept(new Entry(
                ++lastId,
                user,
                community,
                fields.path("name").asString("").strip(),
                fields.path("body").asString(""),
                fields.path("url").asString(""),
                fields.path("alt_text").asString(""),
                fields.path("language_id").asInt(0),
                false,
                now));
    }

    private Answered edit(JsonNode fields, String user) {
        Entry before = posts.get(fields.path("post_id").asInt(0));
        if (before == null) {
            return error("couldnt_find_post");
        }
        if (!before.user.equals(user)) {
            return error("no_post_edit_allowed");
        }
        return kept(new Entry(
                before.id,
                user,
                before.community,
                fields.path("name").asString(before.name).strip(),
                fields.path("body").asString(before.body),
                fields.path("url").asString(before.url),
                fields.path("alt_text").asString(before.alt),
                fields.path("language_id").asInt(before.language),
                before.deleted,
                before.published));
    }

    private Answered kept(Entry post) {
        Optional<String> fault = fault(post);
        if (fault.isPresent()) {
            return error(fault.get());
        }
        posts.put(post.id, post);
        return Answered.json(200, Map.of("post_view", view(post)));
    }

    private static Optional<String> fault(Entry post) {
        int title = length(post.name);
        if (title < MIN_TITLE || title > MAX_TITLE || post.name.contains("\n")) {
            return Optional.of("invalid_post_title");
        }
        if (length(post.body) > MAX_BODY) {
            return Optional.of("invalid_body_field");
        }
        if (!post.url.isEmpty() && (!post.url.matches("https?://.+") || length(post.url) > MAX_URL)) {
            return Optional.of("invalid_url");
        }
        if (length(post.alt) > MAX_ALT) {
            return Optional.of("alt_text_length_overflow");
        }
        return LANGUAGES.containsValue(post.language) ? Optional.empty() : Optional.of("language_not_allowed");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private Answered delete(JsonNode fields, String user) {
        Entry before = posts.get(fields.path("post_id").asInt(0));
        boolean deleted = fields.path("deleted").asBoolean(false);
        if (before == null) {
            return error("couldnt_find_post");
        }
        if (before.deleted == deleted) {
            return error("couldnt_update_post");
        }
        if (!before.user.equals(user)) {
            return error("no_post_edit_allowed");
        }
        Entry after = new Entry(
                before.id,
                user,
                before.community,
                before.name,
                before.body,
                before.url,
                before.alt,
                before.language,
                deleted,
                before.published);
        posts.put(after.id, after);
        return Answered.json(200, Map.of("post_view", view(after)));
    }

    private static Map<String, Object> view(Entry post) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", post.id);
        fields.put("name", post.name);
        fields.put("body", post.body);
        fields.put("url", post.url);
        fields.put("alt_text", post.alt);
        fields.put("community_id", post.community);
        fields.put("language_id", post.language);
        fields.put("deleted", post.deleted);
        fields.put("published", post.published.toString());
        fields.put("ap_id", "https://lemmy.example/post/" + post.id);
        return Map.of("post", fields);
    }

    /** A post as it was written, for those who look closer. */
    public synchronized String post(int id) {
        return view(posts.get(id)).toString();
    }

    @Override
    public synchronized List<Shown> shown() {
        return posts.values().stream()
                .filter(post -> !post.deleted)
                .map(post -> new Shown(
                        Integer.toString(post.id),
                        post.user + " in !" + communities.get(post.community - 1),
                        post.body.isEmpty() ? post.name : post.name + "\n\n" + post.body,
                        "",
                        post.url.contains("/pictrs/image/") ? List.of(post.alt) : List.of()))
                .toList();
    }
}
