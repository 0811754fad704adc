package dev.byline.rehearsal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reddit, with some communities.
 *
 * @see <a href="https://www.reddit.com/dev/api/">API</a>
 * @see <a href="https://github.com/reddit-archive/reddit/wiki/OAuth2">OAuth 2</a>
 * @see <a href="https://github.com/reddit-archive/reddit/blob/master/r2/r2/lib/errors.py">errors and their words</a>
 */
public final class RedditUnderstudy implements Understudy {
    private static final int MAX_TITLE = 300;
    private static final int MAX_TEXT = 40_000;
    private static final int MAX_CALLS = 600;
    private static final Duration CALLS_WITHIN = Duration.ofMinutes(10);

    private final Map<String, String> users;
    private final Set<String> communities;
    private final Clock clock;
    private final Map<String, String> sessions = new HashMap<>();
    private final Map<String, Submission> submissions = new LinkedHashMap<>();
    private Duration rest = Duration.ZERO;
    private int calls;
    private int lastId;

    private record Submission(
            String id, String user, String community, String title, String text, String url, Instant created) {
        boolean isText() {
            return url.isEmpty();
        }
    }

    /**
     * The network.
     *
     * @param users user names by token: {@code clientId:clientSecret:refreshToken}, or what gives access itself
     * @param communities those that there are, without {@code r/}
     */
    public RedditUnderstudy(Map<String, String> users, Set<String> communities, Clock clock) {
        this.users = Map.copyOf(users);
        this.communities = Set.copyOf(communities);
        this.clock = clock;
    }

    /** From now on every access that was given has run out. */
    public synchronized void expireSessions() {
        sessions.clear();
    }

    /** From now on there must be so much time between two posts of an account. */
    public synchronized void rest(Duration between) {
        rest = between;
    }

    @Override
    public synchronized Answered answer(Asked asked) {
        if (asked.path().equals("/api/v1/access_token")) {
            return access(asked);
        }
        String token = asked.header("Authorization").replaceFirst("(?i)^Bearer ", "");
        String user = token.contains(":") ? null : sessions.getOrDefault(token, users.get(token));
        if (user == null) {
            return Answered.json(401, Map.of("message", "Unauthorized", "error", 401));
        }
        if (!asked.header("User-Agent").contains("/")
                || asked.header("User-Agent").startsWith("Java")) {
            return Answered.json(429, Map.of("message", "Too Many Requests", "error", 429));
        }
        calls++;
        return answer(asked, user)
                .with("X-Ratelimit-Used", Integer.toString(calls))
                .with("X-Ratelimit-Remaining", Math.max(0, MAX_CALLS - calls) + ".0")
                .with("X-Ratelimit-Reset", Long.toString(CALLS_WITHIN.toSeconds()));
    }

    private Answered access(Asked asked) {
        String basic = asked.header("Authorization").replaceFirst("(?i)^Basic ", "");
        String application = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
        String user = users.get(application + ":" + asked.field("refresh_token"));
        boolean isApplication = users.keySet().stream().anyMatch(token -> token.startsWith(application + ":"));
        if (!isApplication) {
            return Answered.json(401, Map.of("message", "Unauthorized", "error", 401));
        }
        if (user == null || !asked.field("grant_type").equals("refresh_token")) {
            return Answered.json(400, Map.of("error", "invalid_grant"));
        }
        String token = "access-token-" + ++lastId;
        sessions.put(token, user);
        return Answered.json(
                200,
                Map.of(
                        "access_token",
                        token,
                        "token_type",
                        "bearer",
                        "expires_in",
                        86_400,
                        "scope",
                        "edit history identity read submit"));
    }

    private Answered answer(Asked asked, String user) {
        String call = asked.method() + " " + asked.path();
        if (call.equals("GET /user/" + user + "/submitted")) {
            List<Object> own = new ArrayList<>();
            submissions.values().stream().filter(s -> s.user.equals(user)).forEach(s -> own.add(0, json(s)));
            return listing(own);
        }
        return switch (call) {
            case "GET /api/v1/me" -> Answered.json(200, Map.of("id", "2x", "name", user));
            case "GET /api/info" ->
                listing(Optional.ofNullable(submissions.get(asked.query("id")))
                        .map(found -> List.<Object>of(json(found)))
                        .orElse(List.of()));
            case "POST /api/submit" -> submit(asked, user);
            case "POST /api/editusertext" -> edit(asked, user);
            case "POST /api/del" -> {
                submissions.values().removeIf(s -> s.user.equals(user) && s.id.equals(asked.field("id")));
                yield Answered.json(200, Map.of());
            }
            default -> Answered.json(404, Map.of("message", "Not Found", "error", 404));
        };
    }

    private static Answered listing(List<Object> children) {
        return Answered.json(200, Map.of("kind", "Listing", "data", Map.of("children", children)));
    }

    private static Answered error(String name, String words, String field) {
        return Answered.json(200, Map.of("json", Map.of("errors", List.of(List.of(name, words, field)))));
    }

    private Answered submit(Asked asked, String user) {
        if (!asked.field("api_type").equals("json")) {
            return Answered.json(200, Map.of("jquery", List.of(), "success", true));
        }
        Optional<Answered> fault = fault(asked, user);
        if (fault.isPresent()) {
            return fault.get();
        }
        String id = "t3_" + Integer.toString(++lastId + 46_656, 36);
        boolean isText = asked.field("kind").equals("self");
        Submission submission = new Submission(
                id,
                user,
                asked.field("sr"),
                asked.field("title"),
                isText ? asked.field("text") : "",
                isText ? "" : asked.field("url"),
                clock.instant());
        submissions.put(id, submission);
        return Answered.json(
                200,
                Map.of(
                        "json",
                        Map.of(
                                "errors",
                                List.of(),
                                "data",
                                Map.of("id", id.substring(3), "name", id, "url", address(submission)))));
    }

    private static String address(Submission submission) {
        return "https://www.reddit.com/r/" + submission.community + "/comments/" + submission.id.substring(3) + "/x/";
    }

    private Optional<Answered> fault(Asked asked, String user) {
        String community = asked.field("sr");
        boolean isProfile = community.startsWith("u_");
        if (isProfile ? !community.equals("u_" + user) : !communities.contains(community)) {
            return Optional.of(
                    isProfile
                            ? error("SUBREDDIT_NOTALLOWED", "you aren't allowed to post there.", "sr")
                            : error("SUBREDDIT_NOEXIST", "that subreddit doesn't exist", "sr"));
        }
        if (asked.field("title").isBlank()) {
            return Optional.of(error("NO_TEXT", "we need something here", "title"));
        }
        if (length(asked.field("title")) > MAX_TITLE) {
            return Optional.of(error("TOO_LONG", "this is too long (max: " + MAX_TITLE + ")", "title"));
        }
        if (asked.field("kind").equals("self") && length(asked.field("text")) > MAX_TEXT) {
            return Optional.of(error("TOO_LONG", "this is too long (max: " + MAX_TEXT + ")", "text"));
        }
        if (asked.field("kind").equals("link") && !asked.field("url").startsWith("http")) {
            return Optional.of(error("NO_URL", "a url is required", "url"));
        }
        if (asked.field("kind").equals("link")
                && !asked.field("resubmit").equals("true")
                && submissions.values().stream()
                        .anyMatch(s -> s.community.equals(community) && s.url.equals(asked.field("url")))) {
            return Optional.of(error("ALREADY_SUB", "that link has already been submitted", "url"));
        }
        boolean isTooSoon = submissions.values().stream()
                .anyMatch(s -> s.user.equals(user) && s.created.plus(rest).isAfter(clock.instant()));
        return isTooSoon
                ? Optional.of(error(
                        "RATELIMIT",
                        "Looks like you've been doing that a lot. Take a break for " + rest.toMinutes()
                                + " minutes before trying again.",
                        "ratelimit"))
                : Optional.empty();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private Answered edit(Asked asked, String user) {
        Submission before = submissions.get(asked.field("thing_id"));
        if (before == null || !before.user.equals(user) || !before.isText()) {
            return error("NOT_AUTHOR", "you can't do that", "thing_id");
        }
        submissions.put(
                before.id,
                new Submission(
                        before.id, user, before.community, before.title, asked.field("text"), "", before.created));
        return Answered.json(200, Map.of("json", Map.of("errors", List.of(), "data", Map.of("things", List.of()))));
    }

    private static Map<String, Object> json(Submission submission) {
        return Map.of(
                "kind",
                "t3",
                "data",
                Map.of(
                        "name",
                        submission.id,
                        "subreddit",
                        submission.community,
                        "title",
                        submission.title,
                        "selftext",
                        submission.text,
                        "is_self",
                        submission.isText(),
                        "url",
                        submission.isText() ? address(submission) : submission.url,
                        "created_utc",
                        (double) submission.created.getEpochSecond()));
    }

    @Override
    public synchronized List<Shown> shown() {
        return submissions.values().stream()
                .map(s -> new Shown(
                        s.id,
                        "u/" + s.user + " in " + (s.community.startsWith("u_") ? "" : "r/") + s.community,
                        s.text.isEmpty() ? s.title : s.title + "\n\n" + s.text,
                        "",
                        List.of()))
                .toList();
    }
}
