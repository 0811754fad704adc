package dev.byline.publish;

import dev.byline.publish.Api.Weight;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Lemmy 0.19: a post in one community, which links the page, or is an image.
 *
 * @see <a href="https://join-lemmy.org/api/">API version 3</a>
 * @see <a href="https://github.com/LemmyNet/lemmy/blob/0.19.20/crates/utils/src/error.rs">names of errors</a>
 */
final class Lemmy implements Publisher {
    /** Errors that say that nothing will be taken with this token. */
    private static final List<String> OF_ACCOUNT =
            List.of("incorrect_login", "not_logged_in", "site_ban", "deleted", "registration_application_is_pending");

    /**
     * Errors of what follows once the post is there.
     *
     * @see <a href="https://github.com/LemmyNet/lemmy/blob/0.19.20/crates/api_crud/src/post/create.rs">create_post</a>
     */
    private static final List<String> TOO_LATE = List.of("couldnt_like_post", "couldnt_mark_post_as_read");

    private static final String TOO_MANY = "rate_limit_error";

    /** The answer to deleting what is deleted. */
    private static final String IS_DELETED = "couldnt_update_post";

    /** The default of {@code local_site_rate_limit}: six posts in 600 seconds. */
    private static final Duration USUAL_WAIT = Duration.ofSeconds(100);

    /** Clocks that differ by less than this do not make us overlook a post. */
    private static final Duration SKEW = Duration.ofHours(1);

    private final Api api;
    private final URI server;
    private final Secret token;
    private final String handle;
    private final Redactor redactor;
    private Optional<Secret> access = Optional.empty();
    private Optional<Account> account = Optional.empty();
    private final Map<String, Community> communities = new HashMap<>();

    /**
     * An account.
     *
     * @param server where it is, which may be another one than the community's
     * @param token what logging in gives, or {@code user:password}
     * @param handle {@code @name@host}, or {@code !community@host}: where a draft is posted that says nothing else
     */
    Lemmy(Wire wire, URI server, Secret token, String handle, Redactor redactor) {
        this.api = new Api(wire, server, redactor);
        this.server = server;
        this.token = token;
        this.handle = handle;
        this.redactor = redactor;
    }

    /** Who we are, how long a post must wait, and what the server calls each language. */
    private record Account(String name, Duration pace, Map<String, Integer> languages) {}

    /** Where we post, and in which languages that may be; none where all may be used. */
    private record Community(long id, List<Integer> languages) {}

    @Override
    public Optional<Outcome> objection(Outgoing outgoing) {
        Optional<String> fault = fault(outgoing);
        if (fault.isPresent()) {
            return fault.map(Outcome.Refused::new);
        }
        try {
            String name = account().name();
            if (handle.startsWith("@") && !handle.startsWith("@" + name + "@")) {
                return Optional.of(new Outcome.Refused("the token is that of @" + name + ", not of " + handle, true));
            }
            community(outgoing);
            return Optional.empty();
        } catch (Halt halt) {
            return Optional.of(halt.outcome());
        }
    }

    private Optional<String> fault(Outgoing outgoing) {
        if (!where(outgoing).startsWith("!")) {
            return Optional.of(
                    "a post on Lemmy stands in a community: say syndicate: {lemmy: {community: \"!name@host\"}}");
        }
        if (outgoing.parts().size() > 1) {
            return Optional.of("Lemmy has no threads: make it one post");
        }
        if (outgoing.media().size() > 1) {
            return Optional.of("a post on Lemmy has one image");
        }
        if (outgoing.warning().isPresent()) {
            return Optional.of("Lemmy has no content warnings: say it in the text");
        }
        boolean hasTitle = outgoing.parts()
                .get(0)
                .title()
                .filter(title -> !title.isBlank())
                .isPresent();
        return hasTitle ? Optional.empty() : Optional.of("the first line of the draft is its title: write one");
    }

    private Account account() throws Halt {
        if (account.isEmpty()) {
            Reply site = get("api/v3/site");
            String name = site.id("my_user", "local_user_view", "person", "name");
            if (name.isEmpty()) {
                boolean isSite = site.json().path("site_view").isObject();
                throw new Halt(
                        new Outcome.Refused(site.reason(isSite ? "the token is not taken: log in again" : ""), true));
            }
            Map<String, Integer> languages = new LinkedHashMap<>();
            for (JsonNode language : site.json().path("all_languages")) {
                languages.put(
                        language.path("code").asString(""), language.path("id").asInt(0));
            }
            account = Optional.of(new Account(name, pace(site.json().path("site_view")), languages));
        }
        return account.get();
    }

    private static Duration pace(JsonNode site) {
        int posts = site.path("local_site_rate_limit").path("post").asInt(0);
        int seconds = site.path("local_site_rate_limit").path("post_per_second").asInt(0);
        return posts > 0 && seconds > 0 ? Duration.ofSeconds(-Math.floorDiv(-seconds, posts)) : USUAL_WAIT;
    }

    private String where(Outgoing outgoing) {
        return outgoing.community().orElse(handle);
    }

    private Community community(Outgoing outgoing) throws Halt {
        String name = where(outgoing);
        Community known = communities.get(name);
        if (known != null) {
            return known;
        }
        Reply reply = send(Weight.LIGHT, "GET", "api/v3/community?name=" + encoded(name.substring(1)), Body.none());
        if (reply.text("error").equals("couldnt_find_community") || reply.status() == 404) {
            throw Halt.refused("there is no community " + name + " for this server");
        }
        String id = checked(Weight.LIGHT, reply).id("community_view", "community", "id");
        if (!id.matches("\\d{1,18}")) {
            throw Halt.refused(reply.reason(""));
        }
        List<Integer> languages = reply.json()
                .path("discussion_languages")
                .valueStream()
                .map(language -> language.asInt(0))
                .toList();
        Community found = new Community(Long.parseLong(id), languages);
        communities.put(name, found);
        return found;
    }

    @Override
    public Outcome post(Part part) {
        try {
            Map<String, Object> fields = text(part);
            fields.put("community_id", community(part.outgoing()).id());
            if (part.media().isEmpty()) {
                fields.put("url", part.outgoing().link().url());
            } else {
                Outgoing.Media image = part.media().get(0);
                fields.put("url", upload(image));
                fields.put("alt_text", image.alt());
            }
            return done(send(Weight.HEAVY, "POST", "api/v3/post", Body.json(fields)));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    private Map<String, Object> text(Part part) throws Halt {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", part.title());
        fields.put("body", part.words());
        Integer language = account().languages().get(part.outgoing().language().getLanguage());
        List<Integer> allowed = community(part.outgoing()).languages();
        if (language != null && (allowed.isEmpty() || allowed.contains(language))) {
            fields.put("language_id", language);
        }
        return fields;
    }

    /**
     * Uploads an image, and tells where it is then.
     *
     * @see <a href="https://join-lemmy.org/docs/contributors/04-api.html#images">images</a>
     */
    private String upload(Outgoing.Media image) throws Halt {
        Body form = Body.form(Map.of(), List.of(Mastodon.file("images[]", image)));
        Reply reply = checked(Weight.LIGHT, send(Weight.LIGHT, "POST", "pictrs/image", form));
        String file = reply.text(reply.json().path("files").path(0).path("file"));
        if (!file.matches("[\\w-]{1,100}\\.\\w{1,10}")) {
            throw Halt.refused(reply.reason(reply.text("msg")));
        }
        return server.resolve("pictrs/image/" + file).toString();
    }

    private Outcome done(Reply reply) throws Halt {
        String id = checked(Weight.HEAVY, reply).id("post_view", "post", "id");
        if (!id.matches("\\d{1,18}")) {
            throw new Halt(new Outcome.Unclear(reply.reason("")));
        }
        return new Outcome.Done(new Sent(id, reply.address("post_view", "post", "ap_id")));
    }

    @Override
    public LookUp lookUp(Part part) {
        try {
            Reply reply = get("api/v3/user?username=" + encoded(account().name()) + "&sort=New&limit=50");
            if (!reply.json().path("posts").isArray()) {
                throw Halt.refused(reply.reason(""));
            }
            for (JsonNode view : reply.json().path("posts")) {
                JsonNode post = view.path("post");
                Reply one = new Reply(200, reply.headers(), "", post, redactor);
                if (one.id("id").matches("\\d{1,18}") && isThat(part, post)) {
                    return new LookUp.Found(new Sent(one.id("id"), one.address("ap_id")));
                }
            }
            return new LookUp.Absent();
        } catch (Halt halt) {
            return halt.asLookUp();
        }
    }

    /** In that community, from that time on, the same title; or a post that links the page. */
    private boolean isThat(Part part, JsonNode post) throws Halt {
        String link = part.outgoing().link().url();
        boolean isLike =
                post.path("name").asString("").strip().equals(part.title().strip())
                        || post.path("url").asString("").equals(link)
                        || post.path("body").asString("").contains(link);
        return isLike
                && post.path("community_id").asLong(0)
                        == community(part.outgoing()).id()
                && !post.path("deleted").asBoolean(false)
                && isSince(part.created().minus(SKEW), post.path("published").asString(""));
    }

    private static boolean isSince(Instant moment, String published) {
        try {
            return !OffsetDateTime.parse(published).toInstant().isBefore(moment);
        } catch (DateTimeException notAMoment) {
            return true;
        }
    }

    @Override
    public Outcome update(Part part, Sent sent) {
        try {
            Map<String, Object> fields = text(part);
            fields.put("post_id", id(sent));
            return done(send(Weight.HEAVY, "PUT", "api/v3/post", Body.json(fields)));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    @Override
    public Outcome withdraw(Sent sent) {
        try {
            Map<String, Object> fields = Map.of("post_id", id(sent), "deleted", true);
            Reply reply = send(Weight.HEAVY, "POST", "api/v3/post/delete", Body.json(fields));
            boolean isGone = List.of(IS_DELETED, "couldnt_find_post").contains(reply.text("error"));
            return isGone ? new Outcome.Done(sent) : done(reply);
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    private static long id(Sent sent) throws Halt {
        if (!sent.id().matches("\\d{1,18}")) {
            throw Halt.refused("the ledger has no usable id for it: \"" + sent.id() + "\"");
        }
        return Long.parseLong(sent.id());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Reply get(String path) throws Halt {
        return checked(Weight.LIGHT, send(Weight.LIGHT, "GET", path, Body.none()));
    }

    private Reply send(Weight weight, String method, String path, Body body) throws Halt {
        if (access.isEmpty()) {
            access = Optional.of(token.reveal().contains(":") ? loggedIn() : token);
        }
        return api.send(
                weight,
                method,
                path,
                Map.of("Authorization", "Bearer " + access.get().reveal()),
                body);
    }

    private Secret loggedIn() throws Halt {
        String[] parts = token.reveal().split(":", 2);
        redactor.learn(new Secret(parts[1]));
        Map<String, String> fields = Map.of("username_or_email", parts[0], "password", parts[1]);
        Reply reply = api.send(Weight.LIGHT, "POST", "api/v3/user/login", Map.of(), Body.json(fields));
        String jwt = reply.json().path("jwt").asString("");
        if (reply.succeeded() && jwt.matches("[\\x21-\\x7e]{8,4096}")) {
            Secret secret = new Secret(jwt);
            redactor.learn(secret);
            return secret;
        }
        if (reply.text("error").equals("missing_totp_token")) {
            throw new Halt(new Outcome.Refused(
                    reply.reason("the account has a second factor: log in yourself, and give what that gives"), true));
        }
        throw failure(Weight.LIGHT, reply);
    }

    private Reply checked(Weight weight, Reply reply) throws Halt {
        if (!reply.succeeded()
                || reply.json().isMissingNode()
                || !reply.text("error").isEmpty()) {
            throw failure(weight, reply);
        }
        return reply;
    }

    /** Lemmy tells what is wrong by a name, and nearly always with status 400. */
    private Halt failure(Weight weight, Reply reply) {
        String error = reply.text("error");
        if (error.equals(TOO_MANY)) {
            return new Halt(new Outcome.Busy(
                    reply.reason(error), account.map(Account::pace).orElse(USUAL_WAIT)));
        }
        if (OF_ACCOUNT.contains(error)) {
            return new Halt(new Outcome.Refused(reply.reason(error), true));
        }
        if (weight == Weight.HEAVY && TOO_LATE.contains(error)) {
            return new Halt(new Outcome.Unclear(reply.reason(error)));
        }
        boolean isName = error.matches("[a-z_]+");
        return isName && reply.status() < 500 ? Halt.refused(reply.reason(error)) : Api.failure(weight, reply, error);
    }
}
