package dev.byline.feedback;

import dev.byline.remote.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The webmentions that the site's own intake has verified, asked for over the network. */
public final class ReceivedMentions implements SiteSource {
    /** An intake that has always more to tell is broken. */
    private static final int MAX_PAGES = 10_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Http http;
    private final URI server;
    private final String token;

    /**
     * Prepares to ask.
     *
     * @param server the intake's address, ending in {@code /}
     * @param token the secret that lets one read
     */
    public ReceivedMentions(Http http, URI server, String token) {
        this.http = http;
        this.server = server;
        this.token = token;
    }

    @Override
    public String id() {
        return MentionId.SOURCE;
    }

    @Override
    public Delivered gather(Addresses addresses, Optional<String> cursor) {
        long after = cursor.filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
        List<Item> items = new ArrayList<>();
        int broken = 0;
        for (int page = 0; page < MAX_PAGES; page++) {
            Http.Answer answer = ask(after);
            if (!(answer instanceof Http.Answer.Got got)) {
                return new Delivered.Unavailable(((Http.Answer.Failed) answer).reason());
            }
            JsonNode read = got.status() == 200 ? read(got.body()) : JSON.nullNode();
            if (!read.path("mentions").isArray()) {
                return new Delivered.Unavailable(
                        got.status() == 200 ? "this is no answer of an intake" : "the intake answers " + got.status());
            }
            for (JsonNode mention : read.path("mentions")) {
                Optional<Item> item = mention(mention).item(addresses);
                item.ifPresent(items::add);
                broken += item.isEmpty() ? 1 : 0;
                after = Math.max(after, mention.path("number").asLong(0));
            }
            if (!read.path("more").asBoolean(false) || read.path("mentions").isEmpty()) {
                List<String> notes =
                        broken == 0 ? List.of() : List.of(broken + " mentions of no piece here were left out");
                return new Delivered.News(items, Optional.of(String.valueOf(after)), notes);
            }
        }
        return new Delivered.Unavailable("it has always more to tell");
    }

    private static ReceivedMention mention(JsonNode mention) {
        return new ReceivedMention(
                mention.path("source").asString(""),
                mention.path("target").asString(""),
                mention.path("state").asString("").equals("found"),
                mention.path("outcome").asString(""));
    }

    private Http.Answer ask(long after) {
        return http.send(new Http.Call(
                "GET",
                server.resolve("mentions?after=" + after),
                Map.of("Authorization", "Bearer " + token, "Accept", "application/json"),
                HttpRequest.BodyPublishers.noBody()));
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException broken) {
            return JSON.nullNode();
        }
    }
}
