package dev.byline.publish;

import dev.byline.publish.Api.Weight;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reddit: a post in one community, or on the account's own profile.
 *
 * <p>A draft that is nothing but a title is posted as a link to its page, any other as a text. Errors come with status 200.
 *
 * @see <a href="https://www.reddit.com/dev/api/#POST_api_submit">submit</a>
 * @see <a href="https://github.com/reddit-archive/reddit/wiki/OAuth2">OAuth 2</a>
 * @see <a href="https://github.com/reddit-archive/reddit/blob/master/r2/r2/lib/errors.py">names of errors</a>
 */
final class Reddit implements Publisher {
    private static final String RESET = "X-Ratelimit-Reset";
    private static final String LINK_IS_THERE = "ALREADY_SUB";

    /** Errors that say that nothing of this account will be taken. */
    private static final List<String> OF_ACCOUNT = List.of("USER_REQUIRED", "VERIFIED_USER_REQUIRED");

    /** Errors that are over after some time. */
    private static final List<String> OF_THE_MOMENT = List.of("RATELIMIT", "SUBREDDIT_RATELIMIT", "QUOTA_FILLED");

    /** A wait as it is told: "Take a break for 3 minutes before trying again.", "Please try again in an hour." */
    private static final Pattern WAIT =
            Pattern.compile("(\\d{1,6}|an?) (millisecond|second|minute|hour)s?\\b", Pattern.CASE_INSENSITIVE);

    /**
     * Where a wait is told without its length: the longest of the usual ones.
     *
     * @see <a href="https://praw.readthedocs.io/en/stable/getting_started/ratelimits.html">as much as 600 seconds</a>
     */
    private static final Duration USUAL_WAIT = Duration.ofMinutes(10);

    /** Clocks that differ by less than this do not make us overlook a post. */
    private static final Duration SKEW = Duration.ofHours(1);

    /** The last second of the year 9999. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final Pattern ID = Pattern.compile("t3_[a-z0-9]{1,13}");

    private final Api api;
    private final Api door;
    private final Secret token;
    private final String handle;
    private final Redactor redactor;
    private Optional<Secret> access;

    /**
     * An account.
     *
     * @param door where access is given
     * @param token {@code clientId:clientSecret:refreshToken}, or what gives access itself
     * @param handle {@code u/name} or {@code r/name}; where a draft is posted that says nothing else
     */
    Reddit(Api api, Api door, Secret token, String handle, Redactor redactor) {
        this.api = api;
        this.door = door;
        this.token = token;
        this.handle = handle;
        this.redactor = redactor;
        this.access = isRenewable() ? Optional.empty() : Optional.of(token);
        if (isRenewable()) {
            for (String part : token.reveal().split(":")) {
                if (!part.isEmpty()) {
                    redactor.learn(new Secret(part));
                }
            }
        }
    }

    private boolean isRenewable() {
        return token.reveal().matches("[^:]+:[^:]*:[^:]+");
    }

    /** Its name among communities: a person's profile is one, too. */
    private String community(Outgoing outgoing) {
        String name = outgoing.community().orElse(handle);
        return name.startsWith("u/") ? "u_" + name.substring(2) : name.replaceFirst("^r/", "");
    }

    @Override
    public Optional<Outcome> objection(Outgoing outgoing) {
        Optional<String> fault = fault(outgoing);
        if (fault.isPresent()) {
            return fault.map(Outcome.Refused::new);
        }
        try {
            Optional<String> owner = owner();
            boolean isAnother =
                    handle.startsWith("u/") && owner.isPresent() && !owner.get().equalsIgnoreCase(handle.substring(2));
            return isAnother
                    ? Optional.of(
                            new Outcome.Refused("the token is that of u/" + owner.get() + ", not of " + handle, true))
                    : Optional.empty();
        } catch (Halt halt) {
            return Optional.of(halt.outcome());
        }
    }

    private static Optional<String> fault(Outgoing outgoing) {
        if (outgoing.parts().size() > 1) {
            return Optional.of("Reddit has no threads: make it one post");
        }
        if (!outgoing.media().isEmpty()) {
            return Optional.of("images do not go with a post to Reddit: take them out of the draft");
        }
        if (outgoing.warning().isPresent()) {
            return Optional.of("Reddit has no content warnings: say it in the text");
        }
        boolean hasTitle = outgoing.parts()
                .get(0)
                .title()
                .filter(title -> !title.isBlank())
                .isPresent();
        return hasTitle ? Optional.empty() : Optional.of("the first line of the draft is its title: write one");
    }

    /** Whom the token belongs to; one that may not tell that tells nothing. */
    private Optional<String> owner() throws Halt {
        Reply reply = call(Weight.LIGHT, "GET", "api/v1/me?raw_json=1", Body.none());
        if (reply.status() == 403) {
            return Optional.empty();
        }
        String name = checked(Weight.LIGHT, reply).id("name");
        if (name.isEmpty()) {
            throw Halt.refused(reply.reason(""));
        }
        return Optional.of(name);
    }

    @Override
    public Outcome post(Part part) {
        try {
            Reply reply = call(Weight.HEAVY, "POST", "api/submit", Body.fields(submission(part)));
            if (error(reply).equals(LINK_IS_THERE)) {
                return known(part, reply);
            }
            String id = checked(Weight.HEAVY, reply).id("json", "data", "name");
            if (!ID.matcher(id).matches()) {
                throw new Halt(new Outcome.Unclear(reply.reason("")));
            }
            return new Outcome.Done(
                    new Sent(id, reply.address("json", "data", "url").or(() -> address(id))));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    private Map<String, String> submission(Part part) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("api_type", "json");
        fields.put("raw_json", "1");
        fields.put("sr", community(part.outgoing()));
        fields.put("title", part.title());
        fields.put("sendreplies", "true");
        fields.put("resubmit", "false");
        if (part.words().isBlank()) {
            fields.put("kind", "link");
            fields.put("url", part.outgoing().link().url());
        } else {
            fields.put("kind", "self");
            fields.put("text", part.words());
        }
        return fields;
    }

    /** The link is in that community already: by ourselves, without an answer, or by somebody else. */
    private Outcome known(Part part, Reply reply) {
        LookUp lookUp = lookUp(part);
        if (lookUp instanceof LookUp.Found found) {
            return new Outcome.Done(found.sent());
        }
        return new Outcome.Refused(reply.reason(said(reply)));
    }

    private static Optional<String> address(String id) {
        return Optional.of("https://www.reddit.com/comments/" + id.substring("t3_".length()) + "/");
    }

    @Override
    public LookUp lookUp(Part part) {
        try {
            Optional<String> name = owner().or(() ->
                    Optional.of(handle).filter(own -> own.startsWith("u/")).map(own -> own.substring(2)));
            if (name.isEmpty()) {
                return new LookUp.Impossible();
            }
            if (!name.get().matches("[A-Za-z0-9_-]{1,40}")) {
                throw Halt.refused("an account with an unusable name");
            }
            Reply reply = checked(
                    Weight.LIGHT,
                    call(
                            Weight.LIGHT,
                            "GET",
                            "user/" + name.get() + "/submitted?sort=new&limit=100&raw_json=1",
                            Body.none()));
            if (!reply.json().path("data").path("children").isArray()) {
                throw Halt.refused(reply.reason(""));
            }
            for (JsonNode child : reply.json().path("data").path("children")) {
                JsonNode post = child.path("data");
                String id = reply.text(post.path("name"));
                if (ID.matcher(id).matches() && isThat(part, post)) {
                    return new LookUp.Found(new Sent(id, address(id)));
                }
            }
            return new LookUp.Absent();
        } catch (Halt halt) {
            return halt.asLookUp();
        }
    }

    /** In that community, the same link; or, from that time on, the same title, or a text that links the page. */
    private boolean isThat(Part part, JsonNode post) {
        String link = part.outgoing().link().url();
        if (!post.path("subreddit").asString("").equalsIgnoreCase(community(part.outgoing()))) {
            return false;
        }
        if (part.words().isBlank() && post.path("url").asString("").equals(link)) {
            return true;
        }
        double told = post.path("created_utc").asDouble(LAST_SECOND);
        Instant created = Instant.ofEpochSecond((long) Math.max(0, Math.min(told, LAST_SECOND)));
        boolean isLike =
                post.path("title").asString("").strip().equals(part.title().strip())
                        || post.path("selftext").asString("").contains(link);
        return isLike && !created.isBefore(part.created().minus(SKEW));
    }

    /** The text of a text can be edited; a title, and where a link leads, stay as they are. */
    @Override
    public Outcome update(Part part, Sent sent) {
        try {
            Reply before = checked(
                    Weight.LIGHT, call(Weight.LIGHT, "GET", "api/info?id=" + id(sent) + "&raw_json=1", Body.none()));
            JsonNode post = before.json().path("data").path("children").path(0).path("data");
            if (!post.path("title").asString("").strip().equals(part.title().strip())) {
                throw Halt.refused("titles cannot be edited on Reddit; withdraw it, and publish it as a new post");
            }
            if (!post.path("is_self").asBoolean(false) || part.words().isBlank()) {
                throw Halt.refused("a link on Reddit has no text to edit; withdraw it, and publish it as a new post");
            }
            Map<String, String> fields = Map.of("api_type", "json", "thing_id", id(sent), "text", part.words());
            checked(Weight.HEAVY, call(Weight.HEAVY, "POST", "api/editusertext", Body.fields(fields)));
            return new Outcome.Done(sent);
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    @Override
    public Outcome withdraw(Sent sent) {
        try {
            checked(Weight.HEAVY, call(Weight.HEAVY, "POST", "api/del", Body.fields(Map.of("id", id(sent)))));
            return new Outcome.Done(sent);
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    private static String id(Sent sent) throws Halt {
        if (!ID.matcher(sent.id()).matches()) {
            throw Halt.refused("the ledger has no usable id for it: \"" + sent.id() + "\"");
        }
        return sent.id();
    }

    /** Calls; access that has run out is renewed once, since nothing was done with it. */
    private Reply call(Weight weight, String method, String path, Body body) throws Halt {
        Reply reply = api.send(weight, method, path, bearer(), body);
        if (reply.status() == 401 && isRenewable()) {
            access = Optional.empty();
            return api.send(weight, method, path, bearer(), body);
        }
        return reply;
    }

    private Map<String, String> bearer() throws Halt {
        if (access.isEmpty()) {
            access = Optional.of(renewed());
        }
        return Map.of("Authorization", "Bearer " + access.get().reveal());
    }

    private Secret renewed() throws Halt {
        String[] parts = token.reveal().split(":", 3);
        String application =
                Base64.getEncoder().encodeToString((parts[0] + ":" + parts[1]).getBytes(StandardCharsets.UTF_8));
        redactor.learn(new Secret(application));
        Reply reply = door.send(
                Weight.LIGHT,
                "POST",
                "api/v1/access_token",
                Map.of("Authorization", "Basic " + application),
                Body.fields(Map.of("grant_type", "refresh_token", "refresh_token", parts[2])));
        String given = reply.json().path("access_token").asString("");
        if (reply.succeeded() && given.matches("[\\x21-\\x7e]{8,4096}")) {
            Secret secret = new Secret(given);
            redactor.learn(secret);
            return secret;
        }
        String said = reply.text("message").isEmpty() ? reply.text("error") : reply.text("message");
        boolean isRefused = !said.isEmpty() && (reply.succeeded() || reply.status() == 400);
        throw isRefused
                ? new Halt(new Outcome.Refused(reply.reason(said), true))
                : Api.failure(Weight.LIGHT, reply, said, RESET);
    }

    /** The name of the first error; empty where there is none. */
    private static String error(Reply reply) {
        return reply.text(errors(reply).path(0));
    }

    private static JsonNode errors(Reply reply) {
        return reply.json().path("json").path("errors").path(0);
    }

    private static String said(Reply reply) {
        return error(reply) + ": " + reply.text(errors(reply).path(1));
    }

    private static Reply checked(Weight weight, Reply reply) throws Halt {
        if (!reply.succeeded()) {
            String said = reply.text("explanation").isEmpty() ? reply.text("message") : reply.text("explanation");
            throw Api.failure(weight, reply, said, RESET);
        }
        if (reply.json().isMissingNode()) {
            throw Api.failure(weight, reply, "");
        }
        String error = error(reply);
        if (OF_THE_MOMENT.contains(error)) {
            throw new Halt(new Outcome.Busy(reply.reason(said(reply)), told(reply)));
        }
        if (!error.isEmpty()) {
            throw new Halt(new Outcome.Refused(reply.reason(said(reply)), OF_ACCOUNT.contains(error)));
        }
        return reply;
    }

    /** A second more than is told: it is told in whole units. */
    private static Duration told(Reply reply) {
        JsonNode seconds = reply.json().path("json").path("ratelimit");
        if (seconds.isNumber() && seconds.asDouble() >= 0 && seconds.asDouble() < Integer.MAX_VALUE) {
            return Duration.ofSeconds((long) Math.ceil(seconds.asDouble()) + 1);
        }
        Matcher words = WAIT.matcher(reply.text(errors(reply).path(1)));
        if (!words.find()) {
            return USUAL_WAIT;
        }
        long count = words.group(1).matches("\\d+") ? Long.parseLong(words.group(1)) : 1;
        Duration unit = switch (words.group(2).toLowerCase(Locale.ROOT)) {
            case "millisecond" -> Duration.ofMillis(1);
            case "second" -> Duration.ofSeconds(1);
            case "minute" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
        return unit.multipliedBy(count).plusSeconds(1);
    }
}
