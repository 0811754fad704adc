package dev.byline.limits;

import dev.byline.remote.Http;
import dev.byline.site.Server;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Asks servers that speak Mastodon's interface what they let a post be.
 *
 * <p>{@code {"configuration": {"statuses": {"max_characters": 5000, "max_media_attachments": 4}}}} is 5,000 characters and
 * four images. An answer with a number that cannot be meant is not taken at all. Threads may share it.
 *
 * @see <a href="https://docs.joinmastodon.org/entities/Instance/">limits of an instance</a>
 * @see <a href="https://docs.joinmastodon.org/entities/V1_Instance/">the same, as older servers tell them</a>
 */
public final class Instances {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(2_000_000)
                            .build())
                    .build())
            .build();

    /** Servers older than Mastodon 4.0 and some of the others know the second only. */
    private static final List<String> PATHS = List.of("api/v2/instance", "api/v1/instance");

    /** Of a value that is quoted; it may be a whole book. */
    private static final int LONGEST = 40;

    /** Where a number stands, the usual place first. Pleroma, Akkoma and forks of Mastodon had the others before. */
    private static final List<String> CHARACTERS = List.of("/configuration/statuses/max_characters", "/max_toot_chars");

    private static final List<String> IMAGES =
            List.of("/configuration/statuses/max_media_attachments", "/max_media_attachments");

    private static final List<String> DESCRIPTION =
            List.of("/configuration/media_attachments/description_limit", "/description_limit");

    private final Http http;

    public Instances(Http http) {
        this.http = http;
    }

    /** What came of asking. */
    public sealed interface Answer {
        /** It told something. */
        record Told(Server server) implements Answer {}

        /** Nothing that can be used. */
        record Unusable(String reason) implements Answer {}
    }

    /**
     * Asks a server.
     *
     * @param host what it is known by
     * @param address where it is asked, ending in {@code /}
     */
    public Answer ask(String host, URI address) {
        String reason = "";
        for (String path : PATHS) {
            Http.Answer answer = http.get(address.resolve(path));
            if (answer instanceof Http.Answer.Failed failed) {
                return new Answer.Unusable(failed.reason());
            }
            Http.Answer.Got got = (Http.Answer.Got) answer;
            JsonNode json = json(got.body());
            if (got.status() == 200 && first(json, CHARACTERS).isPresent()) {
                return told(host, json);
            }
            reason = reason(got, json);
        }
        return new Answer.Unusable(reason);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static String reason(Http.Answer.Got got, JsonNode json) {
        if (got.status() != 200) {
            return "it answers " + got.status();
        }
        if (got.body().strip().startsWith("<")) {
            return "HTML came instead of JSON";
        }
        return json.isObject() ? "it does not tell what it allows" : "an answer that cannot be read";
    }

    private static Answer told(String host, JsonNode json) {
        List<String> lies = new ArrayList<>();
        Server server = new Server(
                host, limit(json, CHARACTERS, lies), limit(json, IMAGES, lies), limit(json, DESCRIPTION, lies));
        return lies.isEmpty() ? new Answer.Told(server) : new Answer.Unusable(String.join(", ", lies));
    }

    private static OptionalInt limit(JsonNode json, List<String> places, List<String> lies) {
        Optional<String> place = first(json, places);
        if (place.isEmpty()) {
            return OptionalInt.empty();
        }
        JsonNode number = json.at(place.get());
        if (number.isIntegralNumber() && number.canConvertToInt() && isLimit(number.intValue())) {
            return OptionalInt.of(number.intValue());
        }
        String value = number.toString().replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", "");
        String name = place.get().substring(place.get().lastIndexOf('/') + 1);
        lies.add(name + " is " + (value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value)
                + ", which is no limit");
        return OptionalInt.empty();
    }

    private static boolean isLimit(int number) {
        return number >= 1 && number <= Server.MOST;
    }

    /** The first place where something stands. */
    private static Optional<String> first(JsonNode json, List<String> places) {
        return places.stream()
                .filter(place ->
                        !json.at(place).isMissingNode() && !json.at(place).isNull())
                .findFirst();
    }
}
