package dev.byline.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every network with a Graph API does alike: lets in whoever has a token, counts calls, words errors, makes lists.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/error-handling">handling errors</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/overview/rate-limiting">rate limiting</a>
 */
final class GraphDesk {
    /** Access by pages and on Instagram is counted over a day. */
    private static final Duration CALLS_WITHIN = Duration.ofDays(1);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXX", Locale.ROOT);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> owners;
    private final int mostCalls;
    private final int tooManyCalls;
    private final Clock clock;
    private final Set<String> expired = new HashSet<>();
    private final List<Instant> calls = new ArrayList<>();
    private long lastId = 17_800_000_000_000_000L;

    /**
     * A desk.
     *
     * @param owners names of accounts by token
     * @param mostCalls that are answered within a day
     * @param tooManyCalls the code of the error that says that these are used up
     */
    GraphDesk(Map<String, String> owners, int mostCalls, int tooManyCalls, Clock clock) {
        this.owners = Map.copyOf(owners);
        this.mostCalls = mostCalls;
        this.tooManyCalls = tooManyCalls;
        this.clock = clock;
    }

    /** A network's own part of an answer. */
    @FunctionalInterface
    interface Answering {
        Answered answer(Asked asked, String owner, String path);
    }

    /** Answers those who may ask. A token in an address is seen by everybody on the way: it opens nothing here. */
    Answered answer(Asked asked, Answering network) {
        String token = asked.header("Authorization").replaceFirst("^Bearer ", "");
        String owner = owners.get(token);
        if (owner == null) {
            return error(190, 0, "Invalid OAuth access token - Cannot parse access token");
        }
        if (expired.contains(token)) {
            return error(190, 463, "Error validating access token: Session has expired");
        }
        Instant now = clock.instant();
        calls.removeIf(call -> call.isBefore(now.minus(CALLS_WITHIN)));
        if (calls.size() >= mostCalls) {
            long minutes =
                    Duration.between(now, calls.get(0).plus(CALLS_WITHIN)).toMinutes() + 1;
            return error(tooManyCalls, 0, "There have been too many calls to this account. Wait a bit and try again.")
                    .with("X-Business-Use-Case-Usage", usage(owner, minutes));
        }
        calls.add(now);
        // Addresses have a version; without one they are those of the oldest that an app may use.
        String path = asked.path().replaceFirst("^/(v\\d+\\.\\d+/)?", "");
        return network.answer(asked, owner, path)
                .with("X-App-Usage", JSON.writeValueAsString(Map.of("call_count", share(), "total_time", 1)))
                .with("facebook-api-version", "v25.0");
    }

    private int share() {
        return calls.size() * 100 / mostCalls;
    }

    private String usage(String owner, long minutes) {
        return JSON.writeValueAsString(
                Map.of(owner, List.of(Map.of("call_count", 100, "estimated_time_to_regain_access", minutes))));
    }

    /** From now on every token that was given has run out. */
    void expireTokens() {
        expired.addAll(owners.keySet());
    }

    String newId() {
        return Long.toString(++lastId);
    }

    /** The id of an account: always the same. */
    static String id(String owner) {
        return "1784" + Integer.toUnsignedString(owner.hashCode());
    }

    /** A moment as the Graph API writes it: {@code 2026-05-17T16:24:04+0000}. */
    static String moment(Instant moment) {
        return MOMENT.format(moment.atOffset(ZoneOffset.UTC));
    }

    static Answered error(int code, int subcode, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("type", "OAuthException");
        error.put("code", code);
        if (subcode != 0) {
            error.put("error_subcode", subcode);
        }
        error.put("fbtrace_id", "AbCdEfGhIjKl");
        return Answered.json(code == 190 ? 401 : 400, Map.of("error", error));
    }

    /** A parameter that cannot be, or one that is missing. */
    static Answered invalid(String message) {
        return error(100, 0, "(#100) " + message);
    }

    /** The network tells nobody whether a thing is missing or only not to be seen. */
    static Answered unknown(Asked asked, String id) {
        return error(
                100,
                33,
                "Unsupported " + asked.method().toLowerCase(Locale.ROOT) + " request. Object with ID '" + id
                        + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation");
    }

    /** Those fields of a thing that were asked for, and its id. */
    static Answered shown(Asked asked, Map<String, String> thing) {
        return Answered.json(200, chosen(asked, thing));
    }

    private static Map<String, String> chosen(Asked asked, Map<String, String> thing) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String field : asked.query("fields").split(",")) {
            Optional.ofNullable(thing.get(field)).ifPresent(value -> chosen.put(field, value));
        }
        chosen.put("id", thing.getOrDefault("id", ""));
        return chosen;
    }

    /** A list in pages, the newest first; things come as they were made. */
    static Answered list(Asked asked, List<Map<String, String>> things) {
        int limit = asked.query("limit").matches("\\d{1,3}") ? Integer.parseInt(asked.query("limit")) : 25;
        int from = asked.query("after").matches("\\d{1,6}") ? Integer.parseInt(asked.query("after")) : 0;
        List<Object> page = new ArrayList<>();
        for (int i = from; i < Math.min(things.size(), from + limit); i++) {
            page.add(chosen(asked, things.get(things.size() - 1 - i)));
        }
        return from + limit < things.size()
                ? Answered.json(
                        200,
                        Map.of(
                                "data",
                                page,
                                "paging",
                                Map.of("cursors", Map.of("after", Integer.toString(from + limit)))))
                : Answered.json(200, Map.of("data", page));
    }
}
