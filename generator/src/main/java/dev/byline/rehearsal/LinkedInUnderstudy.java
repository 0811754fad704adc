package dev.byline.rehearsal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
 * LinkedIn's interfaces for posts, images, pages and who one is.
 *
 * @see <a href="https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api">posts</a>
 * @see <a href="https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/images-api">images</a>
 * @see <a href="https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/rate-limits">rate limits</a>
 */
public final class LinkedInUnderstudy implements Understudy {
    private static final int MAX_TEXT = 3_000;
    private static final int MAX_ALT = 4_086;
    private static final int MAX_IMAGES = 20;

    /** Requests of a member in a day, until midnight UTC. */
    private static final int MAX_CALLS = 150;

    /** Versions that are there: each is for a year at least. */
    private static final int OLDEST_VERSION = 202508;

    private static final int NEWEST_VERSION = 202607;

    private static final List<String> REQUIRED =
            List.of("author", "commentary", "visibility", "distribution", "lifecycleState");

    private final Map<String, String> accounts;
    private final Set<Grant> grants;
    private final Clock clock;
    private final Map<String, Integer> calls = new HashMap<>();
    private final Map<String, Image> images = new HashMap<>();
    private final Map<String, Post> posts = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private long lastId = 7_000_000_000_000_000_000L;

    /** What a token may do besides writing. */
    public enum Grant {
        /** {@code r_basicprofile}: to be told the name of its member. */
        BASIC_PROFILE,
        /** {@code r_organization_social}: to read what its pages posted. */
        READ_PAGES
    }

    private record Post(String id, String author, String commentary, JsonNode content, long created) {}

    private static final class Image {
        private boolean uploaded;
        private int asked;
    }

    /**
     * A network.
     *
     * @param accounts by token: {@code in/name} of the member that it belongs to, or {@code company/name} of the page
     *     that this member may post for
     */
    public LinkedInUnderstudy(Map<String, String> accounts, Set<Grant> grants, Clock clock) {
        this.accounts = Map.copyOf(accounts);
        this.grants = Set.copyOf(grants);
        this.clock = clock;
    }

    @Override
    public synchronized Answered answer(Asked asked) {
        String account = accounts.get(asked.header("Authorization").replaceFirst("^Bearer ", ""));
        if (account == null) {
            return error(401, "INVALID_ACCESS_TOKEN", "Invalid access token");
        }
        if (asked.path().startsWith("/rest/")) {
            Optional<Answered> outdated = outdated(asked);
            if (outdated.isPresent()) {
                return outdated.get();
            }
        }
        String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + " " + account;
        if (calls.merge(day, 1, Integer::sum) > MAX_CALLS) {
            return error(
                    429, "TOO_MANY_REQUESTS", "Resource level throttle limit for calls to this resource is reached.");
        }
        return answer(asked, account, asked.method() + " " + asked.path());
    }

    private static Answered error(int status, String code, String message) {
        return Answered.json(status, Map.of("status", status, "code", code, "message", message));
    }

    private static Answered denied(String what) {
        return error(403, "ACCESS_DENIED", "Not enough permissions to access: " + what);
    }

    private static Answered empty(int status) {
        return new Answered(status, "application/json", Map.of(), "");
    }

    private static Optional<Answered> outdated(Asked asked) {
        String version = asked.header("LinkedIn-Version");
        if (version.isEmpty()) {
            return Optional.of(error(400, "VERSION_MISSING", "A version must be present."));
        }
        boolean active = version.matches("\\d{6}")
                && Integer.parseInt(version) >= OLDEST_VERSION
                && Integer.parseInt(version) <= NEWEST_VERSION;
        if (!active) {
            return Optional.of(error(426, "NONEXISTENT_VERSION", "Requested version " + version + " is not active"));
        }
        return asked.header("X-Restli-Protocol-Version").equals("2.0.0")
                ? Optional.empty()
                : Optional.of(error(400, "ILLEGAL_ARGUMENT", "Rest.li protocol 2.0.0 is required"));
    }

    private Answered answer(Asked asked, String account, String call) {
        switch (call) {
            case "GET /v2/me" -> {
                return grants.contains(Grant.BASIC_PROFILE) && account.startsWith("in/")
                        ? Answered.json(200, Map.of("id", id(account), "vanityName", account.substring(3)))
                        : denied("me.GET.NO_VERSION");
            }
            case "GET /v2/userinfo" -> {
                return Answered.json(200, Map.of("sub", id(account), "name", account));
            }
            case "GET /rest/organizations" -> {
                return pages(asked);
            }
            case "POST /rest/images" -> {
                return beginUpload(asked, account);
            }
            case "POST /rest/posts" -> {
                return post(asked.json(), account);
            }
            case "GET /rest/posts" -> {
                return posts(asked, account);
            }
            default -> {
                String name = decoded(call.substring(call.lastIndexOf('/') + 1));
                return call.contains(" /rest/posts/")
                        ? changed(asked, account, name)
                        : image(asked, name, call.startsWith("PUT /dms-uploads/"));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String id(String account) {
        return Integer.toUnsignedString(account.hashCode());
    }

    /** Who an account posts as. */
    private static String urn(String account) {
        return (account.startsWith("in/") ? "urn:li:person:" : "urn:li:organization:") + id(account);
    }

    private Answered pages(Asked asked) {
        String name = asked.query("vanityName");
        List<Object> found = new ArrayList<>();
        accounts.values().stream()
                .filter(account -> account.equalsIgnoreCase("company/" + name))
                .distinct()
                .forEach(account -> found.add(Map.of("id", Long.parseLong(id(account)), "vanityName", name)));
        return asked.query("q").equals("vanityName")
                ? Answered.json(200, Map.of("elements", found))
                : error(400, "ILLEGAL_ARGUMENT", "q is required");
    }

    private Answered beginUpload(Asked asked, String account) {
        JsonNode request = asked.json().path("initializeUploadRequest");
        if (!asked.query("action").equals("initializeUpload")
                || !request.path("owner").asString("").equals(urn(account))) {
            return denied("images.ACTION-initializeUpload");
        }
        String image = "urn:li:image:C" + ++lastId;
        images.put(image, new Image());
        String address = "http://" + asked.header("Host") + "/dms-uploads/" + image.substring("urn:li:image:".length());
        return Answered.json(
                200,
                Map.of(
                        "value",
                        Map.of(
                                "image",
                                image,
                                "uploadUrl",
                                address,
                                "uploadUrlExpiresAt",
                                clock.instant().plusSeconds(86_400).toEpochMilli())));
    }

    /** The first question after an image that was uploaded always comes too early. */
    private Answered image(Asked asked, String name, boolean upload) {
        Image image = images.get(upload ? "urn:li:image:" + name : name);
        if (image == null) {
            return error(404, "NOT_FOUND", "Not found");
        }
        if (upload) {
            image.uploaded = asked.header("Content-Type").matches("image/(?:jpeg|png|gif)");
            return image.uploaded ? empty(201) : error(400, "BAD_REQUEST", "Unsupported media type");
        }
        String status = image.uploaded ? image.asked++ == 0 ? "PROCESSING" : "AVAILABLE" : "WAITING_UPLOAD";
        return Answered.json(200, Map.of("id", name, "status", status));
    }

    private Answered post(JsonNode fields, String account) {
        for (String field : REQUIRED) {
            if (!fields.has(field)) {
                return unprocessable("/" + field + " :: field is required but not found and has no default value");
            }
        }
        if (!fields.path("author").asString("").equals(urn(account))) {
            return denied("posts.CREATE");
        }
        String commentary = fields.path("commentary").asString("");
        Optional<String> fault = fault(fields);
        if (LittleText.of(commentary).length() > MAX_TEXT) {
            return unprocessable("/commentary :: length is more than " + MAX_TEXT);
        }
        if (fault.isPresent()) {
            return unprocessable(fault.get());
        }
        String text = urn(account) + " " + commentary;
        for (Post post : posts.values()) {
            if (text.equals(post.author + " " + post.commentary)) {
                return duplicate(post.id);
            }
        }
        if (!known.add(text)) {
            // Of a post that was deleted.
            return duplicate("urn:li:share:" + ++lastId);
        }
        String id = "urn:li:share:" + ++lastId;
        posts.put(
                id,
                new Post(
                        id,
                        urn(account),
                        commentary,
                        fields.path("content"),
                        clock.instant().toEpochMilli()));
        return empty(201).with("x-restli-id", id);
    }

    private static Answered unprocessable(String what) {
        return Answered.json(422, Map.of("message", "ERROR :: " + what + "\n", "status", 422));
    }

    private static Answered duplicate(String id) {
        return Answered.json(
                422,
                Map.of(
                        "message",
                        "com.linkedin.content.common.exception.BadRequestResponseException: Content is a duplicate of "
                                + id,
                        "errorDetails",
                        Map.of(
                                "inputErrors",
                                List.of(Map.of("description", "Duplicate post is detected", "code", "DUPLICATE_POST"))),
                        "status",
                        422));
    }

    private Optional<String> fault(JsonNode fields) {
        if (!Set.of("PUBLIC", "CONNECTIONS").contains(fields.path("visibility").asString(""))) {
            return Optional.of("/visibility :: not an enum symbol");
        }
        JsonNode content = fields.path("content");
        if (content.size() > 1) {
            return Optional.of("/content :: union has more than one value");
        }
        JsonNode article = content.path("article");
        if (content.has("article") && !(article.has("source") && article.has("title"))) {
            return Optional.of("/content/article :: source and title are required");
        }
        JsonNode several = content.path("multiImage").path("images");
        if (content.has("multiImage") && (several.size() < 2 || several.size() > MAX_IMAGES)) {
            return Optional.of("/content/multiImage/images :: from 2 to " + MAX_IMAGES);
        }
        List<JsonNode> sent = new ArrayList<>();
        several.forEach(sent::add);
        if (content.has("media")) {
            sent.add(content.path("media"));
        }
        for (JsonNode image : sent) {
            Image uploaded = images.get(image.path("id").asString(""));
            if (uploaded == null || !uploaded.uploaded) {
                return Optional.of("/content/media/id :: no image was uploaded");
            }
            if (image.path("altText").asString("").length() > MAX_ALT) {
                return Optional.of("/content/media/altText :: length is more than " + MAX_ALT);
            }
        }
        return Optional.empty();
    }

    private Answered posts(Asked asked, String account) {
        boolean own = asked.query("author").equals(urn(account)) && account.startsWith("company/");
        if (!own || !grants.contains(Grant.READ_PAGES)) {
            return denied("posts.FINDER-author");
        }
        List<Object> newestFirst = new ArrayList<>();
        posts.values().stream()
                .filter(post -> post.author.equals(urn(account)))
                .forEach(post -> newestFirst.add(0, json(post)));
        return Answered.json(200, Map.of("elements", newestFirst));
    }

    /** Hashtags come back in their longer form. */
    private static Object json(Post post) {
        return Map.of(
                "id",
                post.id,
                "author",
                post.author,
                "commentary",
                Pattern.compile("(?<!\\\\)#([\\p{L}\\p{N}]+)")
                        .matcher(post.commentary)
                        .replaceAll(Matcher.quoteReplacement("{hashtag|\\#|") + "$1}"),
                "content",
                post.content,
                "createdAt",
                post.created,
                "lifecycleState",
                "PUBLISHED");
    }

    private Answered changed(Asked asked, String account, String id) {
        Post post = posts.get(id);
        boolean reads = grants.contains(Grant.READ_PAGES) && account.startsWith("company/");
        if (asked.method().equals("GET") && !reads) {
            return denied("posts.GET");
        }
        if (post == null || !post.author.equals(urn(account))) {
            // To delete what is deleted is to have it deleted.
            return asked.method().equals("DELETE") ? empty(204) : error(404, "NOT_FOUND", "Not found");
        }
        if (asked.method().equals("DELETE")) {
            posts.remove(id);
            return empty(204);
        }
        if (asked.method().equals("GET")) {
            return Answered.json(200, json(post));
        }
        String commentary =
                asked.json().path("patch").path("$set").path("commentary").asString("");
        if (!asked.header("X-RestLi-Method").equals("PARTIAL_UPDATE")) {
            return error(400, "ILLEGAL_ARGUMENT", "X-RestLi-Method is required");
        }
        if (LittleText.of(commentary).length() > MAX_TEXT) {
            return unprocessable("/commentary :: length is more than " + MAX_TEXT);
        }
        posts.put(id, new Post(id, post.author, commentary, post.content, post.created));
        return empty(204);
    }

    /** A post as it was sent, for those who look closer. */
    public synchronized String content(String id) {
        return posts.get(id).content.toString();
    }

    @Override
    public synchronized List<Shown> shown() {
        List<Shown> shown = new ArrayList<>();
        for (Post post : posts.values()) {
            List<String> described = new ArrayList<>();
            post.content
                    .path("multiImage")
                    .path("images")
                    .forEach(image -> described.add(image.path("altText").asString("")));
            if (post.content.has("media")) {
                described.add(post.content.path("media").path("altText").asString(""));
            }
            String by = accounts.values().stream()
                    .filter(account -> urn(account).equals(post.author))
                    .findFirst()
                    .orElse(post.author);
            shown.add(new Shown(post.id, by, LittleText.of(post.commentary), "", described));
        }
        return shown;
    }
}
