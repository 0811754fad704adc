package dev.byline.publish;

import dev.byline.publish.Api.Weight;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The Graph API, as Facebook, Instagram and Threads speak it: what an error means, and how long to wait.
 *
 * <p>The token goes in the header {@code Authorization} and never in an address. An answer that holds an error is none,
 * whatever its status.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/error-handling">handling errors</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/overview/rate-limiting">rate limiting</a>
 */
final class Graph {
    /** The token has run out or was taken back (190, 102). */
    private static final Set<Integer> TOKEN_ENDED = Set.of(190, 102);

    /** A capability is missing (3), a permission was not given (10), the account is held back for what it did (368). */
    private static final Set<Integer> NOT_ALLOWED = Set.of(3, 10, 368);

    /** Permissions that were not given. */
    private static final int FIRST_PERMISSION = 200;

    private static final int LAST_PERMISSION = 299;

    /** Too many calls of an app (4), a user (17), a page (32), of one kind (613), of pages (80001), of Instagram (80002). */
    private static final Set<Integer> TOO_MANY_CALLS = Set.of(4, 17, 32, 341, 613, 80_001, 80_002);

    /** Instagram suspects spam: nothing that waiting ends. */
    private static final int SPAM = 2_207_051;

    /** The posts of a day are used up. */
    private static final int TOO_MANY_POSTS = 9;

    /** Something is wrong over there, and may be right again in a moment. */
    private static final Set<Integer> PASSING = Set.of(-2, -1, 1, 2);

    /** A parameter, or an object, that does not exist (100), or that cannot be seen (24, 803). */
    private static final Set<Integer> UNKNOWN_OBJECT = Set.of(24, 100, 803);

    /** Limits of calls are counted over one hour. */
    private static final Duration LIMIT_ENDS = Duration.ofHours(1);

    /** Limits of posts are counted over a day. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    /** A wait that is longer than this is not believed. */
    private static final long LONGEST_MINUTES = 7 * 24 * 60;

    private final Api api;
    private final Secret token;

    Graph(Api api, Secret token) {
        this.api = api;
        this.token = token;
    }

    /** Asks, and gives whatever came. */
    Reply ask(Weight weight, String method, String path, Body body) throws Halt {
        return api.send(weight, method, path, Map.of("Authorization", "Bearer " + token.reveal()), body);
    }

    Reply get(String path) throws Halt {
        return checked(Weight.LIGHT, ask(Weight.LIGHT, "GET", path, Body.none()));
    }

    Reply post(Weight weight, String path, Body body) throws Halt {
        return checked(weight, ask(weight, "POST", path, body));
    }

    /** An answer that says that it was done. */
    Reply checked(Weight weight, Reply reply) throws Halt {
        boolean denies =
                reply.json().has("error") || !reply.json().path("success").asBoolean(true);
        if (reply.succeeded() && reply.json().isObject() && !denies) {
            return reply;
        }
        throw failure(weight, reply);
    }

    /** An id in an answer: {@code 17889615691921648}, or of a post on a page {@code 1234_5678}. */
    static String id(Weight weight, Reply reply, String... path) throws Halt {
        String id = reply.id(path);
        if (!isId(id)) {
            throw Api.failure(weight, reply, "");
        }
        return id;
    }

    static boolean isId(String text) {
        return text.matches("\\d{1,40}(_\\d{1,40})?");
    }

    /** A post that the ledger has, by its id. */
    static String idOf(Sent sent) throws Halt {
        if (!isId(sent.id())) {
            throw Halt.refused("the ledger has no usable id for it: \"" + sent.id() + "\"");
        }
        return sent.id();
    }

    static int code(Reply reply) {
        return reply.json().path("error").path("code").asInt(0);
    }

    /** Whether what was asked for is not there, as far as this token can see. */
    static boolean isUnknown(Reply reply) {
        return reply.status() == 404 || UNKNOWN_OBJECT.contains(code(reply));
    }

    private static Halt failure(Weight weight, Reply reply) {
        JsonNode error = reply.json().path("error");
        if (!error.isObject()) {
            return Api.failure(weight, reply, reply.text("error"));
        }
        String reason = reply.reason(said(reply));
        if (reply.succeeded() && weight == Weight.HEAVY) {
            // An answer that contradicts itself: look before anything is sent again.
            return new Halt(new Outcome.Unclear(reason));
        }
        int code = code(reply);
        if (TOKEN_ENDED.contains(code)) {
            return new Halt(new Outcome.Refused(reason + "; make a new token", true));
        }
        if (NOT_ALLOWED.contains(code)
                || (code >= FIRST_PERMISSION && code <= LAST_PERMISSION)
                || error.path("error_subcode").asInt(0) == SPAM) {
            return new Halt(new Outcome.Refused(reason, true));
        }
        if (TOO_MANY_CALLS.contains(code)) {
            return new Halt(new Outcome.Busy(reason, pause(reply)));
        }
        if (code == TOO_MANY_POSTS) {
            return new Halt(new Outcome.Busy(reason, A_DAY));
        }
        if (PASSING.contains(code) || error.path("is_transient").asBoolean(false)) {
            return new Halt(weight == Weight.LIGHT ? new Outcome.Busy(reason, A_MOMENT) : new Outcome.Unclear(reason));
        }
        return Api.failure(weight, reply, said(reply));
    }

    /** What the network tells people if it does, else what it tells programs; and its numbers, which are documented. */
    private static String said(Reply reply) {
        String told = reply.text("error", "error_user_msg");
        String message = told.isBlank() ? reply.text("error", "message") : told;
        String code = reply.text("error", "code");
        String subcode = reply.text("error", "error_subcode");
        String numbers = subcode.isEmpty() ? code : code + "/" + subcode;
        return numbers.isEmpty() ? message : "(" + numbers + ") " + message;
    }

    /** {@code estimated_time_to_regain_access}, in minutes, is told for each kind of use: the longest counts. */
    private static Duration pause(Reply reply) {
        if (reply.headers().firstValue("Retry-After").isPresent()) {
            return reply.pause();
        }
        long minutes = 0;
        for (JsonNode uses :
                Api.json(reply.headers().firstValue("X-Business-Use-Case-Usage").orElse(""))) {
            for (JsonNode use : uses) {
                minutes = Math.max(
                        minutes, use.path("estimated_time_to_regain_access").asLong(0));
            }
        }
        return minutes <= 0 ? LIMIT_ENDS : Duration.ofMinutes(Math.min(minutes, LONGEST_MINUTES));
    }
}
