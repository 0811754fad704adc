package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.TestSite;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every source against every broken answer: each page in each broken way, and each value of each page replaced by each that
 * does not belong there. Whatever comes, nothing breaks, what is written can be read again, and a second round changes nothing.
 */
final class HostileAnswersTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

    /** What stands where something sensible should. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e308",
            "123456789012345678901234567890",
            "\"\"",
            "\"x\"",
            "\"../../../../evil\"",
            "\"javascript:alert(1)\"",
            "\"<script>alert(1)</script><img src=x onerror=alert(1)>\"",
            "\"\\u202Eevil\\u200B\\u200D\\u0000\\uD800\\u2028: - #\"",
            "\"2106-02-07T06:28:15Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"who@mail.example\"",
            "\"203.0.113.7\"",
            "\"" + "x".repeat(150_000) + "\"",
            "[]",
            "[[[[[[7]]]]]]",
            "{\"id\": {\"id\": []}}");

    /** Each value is replaced by every such one, and its neighbour by the next: all of them come, in a tolerable time. */
    private static final int STRIDE = 9;

    /** How a whole page is broken; see {@link FakeWeb}. */
    private static final List<FakeWeb.Page> PAGES = List.of(
            new FakeWeb.Page(0, "no connection", Map.of()),
            new FakeWeb.Page(0, "an answer of more than 8 MB", Map.of()),
            new FakeWeb.Page(200, "", Map.of()),
            new FakeWeb.Page(200, "<!doctype html><title>Log in</title>", Map.of()),
            new FakeWeb.Page(200, "{\"a\": [{\"b", Map.of()),
            new FakeWeb.Page(200, "7", Map.of()),
            new FakeWeb.Page(200, "[]", Map.of()),
            new FakeWeb.Page(200, "{}", Map.of()),
            new FakeWeb.Page(200, "[".repeat(100_000), Map.of()),
            new FakeWeb.Page(204, "", Map.of()),
            new FakeWeb.Page(304, "", Map.of()),
            new FakeWeb.Page(400, "{\"error\": \"InvalidRequest\"}", Map.of()),
            new FakeWeb.Page(401, "{}", Map.of()),
            new FakeWeb.Page(403, "{}", Map.of()),
            new FakeWeb.Page(429, "{}", Map.of("Retry-After", "99999")),
            new FakeWeb.Page(500, "oops", Map.of()),
            new FakeWeb.Page(503, "", Map.of("Retry-After", "x")));

    /** A source, the address it is told, and pages as they should be: two answers, of which the second answers the first. */
    record Place(String syndication, Function<Web, FeedbackSource> source, Map<String, String> pages) {
        @Override
        public String toString() {
            return source.apply(question -> null).id();
        }
    }

    static List<Place> places() {
        String mastodon = "https://social.example/api/v1/statuses/10000";
        String status =
                "{\"id\": \"%s\", \"url\": \"https://t.example/@n/1\", \"created_at\": \"2026-05-02T10:00:00Z\","
                        + " \"edited_at\": \"2026-05-02T11:00:00Z\", \"in_reply_to_id\": \"%s\", \"visibility\": \"public\","
                        + " \"language\": \"en\", \"spoiler_text\": \"careful\", \"content\": \"<p>Said</p>\", \"replies_count\": 1,"
                        + " \"mentions\": [{\"url\": \"https://social.example/@g\"}], \"account\": {\"id\": \"7\", \"acct\": \"n@t.example\","
                        + " \"display_name\": \"N\", \"username\": \"n\", \"url\": \"https://t.example/@n\"}}";
        String bluesky = "https://public.api.bsky.app/xrpc/app.bsky.feed.";
        String uri = "?uri=at%3A%2F%2Fdid%3Aplc%3Ag%2Fapp.bsky.feed.post%2F3k&";
        String person =
                "{\"did\": \"did:plc:n\", \"handle\": \"n.example\", \"displayName\": \"N\", \"labels\": [{\"val\": \"x\"}]}";
        String skeet = "{\"uri\": \"at://did:plc:n/app.bsky.feed.post/%s\", \"author\": " + person
                + ", \"record\": {\"text\": \"Said\","
                + " \"langs\": [\"en\"], \"createdAt\": \"2026-05-02T10:00:00Z\", \"facets\": [{\"index\": {\"byteStart\": 0,"
                + " \"byteEnd\": 4}, \"features\": [{\"$type\": \"app.bsky.richtext.facet#link\", \"uri\": \"https://a.example/\"}]}]},"
                + " \"indexedAt\": \"2026-05-02T10:00:00Z\", \"replyCount\": 1}";
        String lemmy = "https://lemmy.example/api/v3/";
        String comment =
                "{\"comment\": {\"id\": %s, \"content\": \"Said\", \"published\": \"2026-05-02T10:00:00\", \"path\": \"%s\","
                        + " \"ap_id\": \"https://l.example/c/1\", \"deleted\": false}, \"creator\": {\"name\": \"n\", \"display_name\": \"N\","
                        + " \"actor_id\": \"https://l.example/u/n\"}}";
        String reddit =
                "{\"kind\": \"t1\", \"data\": {\"id\": \"%s\", \"author\": \"n\", \"body\": \"Said\", \"created_utc\": 1777716000.5,"
                        + " \"edited\": 1777716001, \"parent_id\": \"%s\", \"permalink\": \"/r/c/comments/1abc/x/\", \"replies\": %s}}";
        String listing = "{\"kind\": \"Listing\", \"data\": {\"children\": [%s]}}";
        String end = "\"pageInfo\": {\"hasNextPage\": false, \"endCursor\": null}, \"nodes\": ";
        String said =
                "{\"id\": \"%s\", \"url\": \"https://github.com/x\", \"author\": {\"login\": \"n\", \"name\": \"N\", \"url\":"
                        + " \"https://github.com/n\"}, \"body\": \"Said\", \"createdAt\": \"2026-05-02T10:00:00Z\", \"lastEditedAt\":"
                        + " \"2026-05-02T11:00:00Z\", \"deletedAt\": null, \"isMinimized\": false, \"replies\": {" + end
                        + "[%s]}}";
        String blog = "https://blog.example/";
        String note = "{\"id\": \"" + blog + "%s\", \"type\": \"Note\", \"inReplyTo\": \"" + blog
                + "%s\", \"attributedTo\": \"" + blog
                + "n\", \"content\": \"<p>Said</p>\", \"summary\": \"careful\", \"published\": \"2026-05-02T10:00:00Z\", \"updated\":"
                + " \"2026-05-02T11:00:00Z\", \"to\": [\"" + PUBLIC + "\"], \"url\": \"" + blog
                + "x\", \"contentMap\": {\"en\": \"y\"},"
                + " \"tag\": [{\"type\": \"Mention\", \"href\": \"https://t.example/\"}], \"replies\": {\"items\": [\""
                + blog + "%s\"]}}";
        return List.of(
                new Place(
                        "https://social.example/@g/10000",
                        web -> new Mastodon(web, post -> Optional.empty()),
                        Map.of(
                                mastodon,
                                "{\"id\": \"10000\", \"replies_count\": 1}",
                                mastodon + "/context",
                                "{\"descendants\": [" + status.formatted("1", "10000") + ","
                                        + status.formatted("2", "1") + "]}",
                                mastodon + "/favourited_by?limit=80",
                                "[{\"id\": \"8\", \"acct\": \"m\", \"display_name\": \"M\"}]",
                                mastodon + "/reblogged_by?limit=80",
                                "[]",
                                mastodon + "/quotes?limit=40",
                                "[" + status.formatted("3", "") + "]")),
                new Place(
                        "https://bsky.app/profile/did:plc:g/post/3k",
                        Bluesky::new,
                        Map.of(
                                bluesky + "getPostThread" + uri + "depth=1000&parentHeight=0",
                                "{\"thread\": {\"post\": {\"replyCount\": 1}, \"replies\": [{\"post\": "
                                        + skeet.formatted("1") + ", \"replies\": [{\"$type\": \"x\", \"post\": "
                                        + skeet.formatted("2") + "}]}]}}",
                                bluesky + "getLikes" + uri + "limit=100",
                                "{\"likes\": [{\"createdAt\": \"2026-05-02T10:00:00Z\", \"actor\": " + person
                                        + "}], \"cursor\": \"\"}",
                                bluesky + "getRepostedBy" + uri + "limit=100",
                                "{\"repostedBy\": [" + person + "]}",
                                bluesky + "getQuotes" + uri + "limit=100",
                                "{\"posts\": [" + skeet.formatted("3") + "]}")),
                new Place(
                        "https://lemmy.example/post/77",
                        Lemmy::new,
                        Map.of(
                                lemmy + "post?id=77",
                                "{\"post_view\": {\"post\": {\"deleted\": false}, \"counts\": {\"comments\": 2}}}",
                                lemmy + "comment/list?post_id=77&type_=All&sort=Old&limit=50&page=1",
                                "{\"comments\": [" + comment.formatted("1", "0.1") + ","
                                        + comment.formatted("2", "0.1.2") + "]}",
                                lemmy + "comment/list?post_id=77&type_=All&sort=Old&limit=50&page=2",
                                "{\"comments\": []}")),
                new Place(
                        "https://redd.it/1abc",
                        web -> new Reddit(web, Optional.empty()),
                        Map.of(
                                "https://www.reddit.com/comments/1abc.json?raw_json=1&limit=500",
                                "[" + listing.formatted("") + ","
                                        + listing.formatted(reddit.formatted(
                                                "1",
                                                "t3_1abc",
                                                listing.formatted(reddit.formatted("2", "t1_1", "\"\""))))
                                        + "]")),
                new Place(
                        "",
                        web -> new Discussions(web, new Settings.Discussions("o", "r", "B"), Optional.of("t")),
                        Map.of(
                                "https://api.github.com/graphql discussionCategories",
                                "{\"data\": {\"repository\": {\"isPrivate\": false, \"discussionCategories\": {\"nodes\": [{\"id\": \"C\","
                                        + " \"name\": \"B\"}]}}}}",
                                "https://api.github.com/graphql discussions(first: 10",
                                "{\"data\": {\"rateLimit\": {\"remaining\": 99}, \"repository\": {\"discussions\": {"
                                        + end + "[{\"id\": \"D\","
                                        + " \"title\": \"a\", \"body\": \"https://blog.example.com/articles/a/\", \"reactions\": {"
                                        + end
                                        + "[{\"content\": \"HEART\", \"createdAt\": \"2026-05-02T10:00:00Z\", \"user\": {\"login\": \"m\"}}]},"
                                        + " \"comments\": {" + end + "[" + said.formatted("1", said.formatted("2", ""))
                                        + "]}}]}}}}")),
                new Place(
                        blog + "0",
                        web -> new ActivityPub(web, List.of()),
                        Map.of(
                                blog + "0",
                                "{\"id\": \"" + blog
                                        + "0\", \"type\": \"Note\", \"replies\": {\"totalItems\": 1, \"first\": \""
                                        + blog + "r\"}}",
                                blog + "r",
                                "{\"items\": [\"" + blog + "1\"], \"next\": \"" + blog + "r2\"}",
                                blog + "r2",
                                "{\"orderedItems\": []}",
                                blog + "1",
                                note.formatted("1", "0", "2"),
                                blog + "2",
                                note.formatted("2", "1", "3"),
                                blog + "n",
                                "{\"preferredUsername\": \"n\", \"name\": \"N\", \"url\": \"https://blog.example/@n\"}")));
    }

    @TempDir
    private Path folder;

    private GatherScene scene(Place place, Path below) {
        GatherScene scene = new GatherScene(
                below,
                place.syndication,
                web -> place.source.apply(new PoliteWeb(web, Duration.ofSeconds(1), pause -> {})));
        place.pages.forEach(scene.web::page);
        return scene;
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_page_that_is_broken_in_any_way_costs_nothing(Place place) {
        GatherScene scene = scene(place, folder);
        assertThat(scene.gather().added()).isGreaterThanOrEqualTo(2);
        Map<String, String> whole = scene.files();
        for (String address : place.pages.keySet()) {
            for (FakeWeb.Page broken : PAGES) {
                if (broken.body().equals("[]") && place.pages.get(address).startsWith("[")) {
                    // An empty list is what it says.
                    continue;
                }
                FakeWeb.Page good = scene.web.pages.put(address, broken);
                Gatherer.Report report = scene.gather();
                assertThat(report.removed())
                        .as(address + " " + broken + scene.told())
                        .isZero();
                assertThat(scene.files()).as(address + " " + broken).isEqualTo(whole);
                scene.web.pages.put(address, good);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_value_that_does_not_belong_does_no_harm(Place place) throws Exception {
        GatherScene scene = scene(place, folder);
        Site nothing = scene.read();
        int tried = 0;
        for (Map.Entry<String, String> page : place.pages.entrySet()) {
            for (String broken : variants(page.getValue())) {
                scene.web.page(page.getKey(), broken);
                scene.gather(nothing, false);
                String shown = broken.length() > 2_000 ? broken.substring(0, 2_000) : broken;
                Map<String, String> once = scene.files();
                assertThat(once.keySet()).as(shown).allMatch(name -> name.matches("[a-z]+-[a-z0-9_-]{1,120}"));
                assertThat(String.join("\n", once.values()))
                        .as(shown)
                        .doesNotContainPattern("name: .?(who@mail|203\\.0)")
                        .doesNotContainPattern("(published|edited): .?(2106|\\+)");
                scene.gather(scene.read(), false);
                assertThat(scene.files()).as(shown).isEqualTo(once);
                if (Files.exists(folder.resolve("feedback"))) {
                    TestSite.delete(folder.resolve("feedback"));
                }
                tried++;
            }
            scene.web.page(page.getKey(), page.getValue());
        }
        assertThat(tried).isGreaterThan(50);
    }

    /** The page with each of its values replaced by each hostile one, in turn; not every pair, so that it ends. */
    private static List<String> variants(String page) {
        List<String> variants = new ArrayList<>();
        int values = count(JSON.readTree(page));
        for (int i = 0; i < values; i++) {
            for (int j = i % STRIDE; j < VALUES.size(); j += STRIDE) {
                JsonNode root = JSON.readTree(page);
                replace(root, new int[] {i}, JSON.readTree(VALUES.get(j)));
                variants.add(JSON.writeValueAsString(root));
            }
        }
        return variants;
    }

    private static int count(JsonNode node) {
        return node.values().stream().mapToInt(child -> 1 + count(child)).sum();
    }

    private static void replace(JsonNode node, int[] left, JsonNode value) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        node.properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
            if (left[0]-- == 0) {
                ((ObjectNode) node).set(field.getKey(), value);
                return;
            }
            replace(field.getValue(), left, value);
        }
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (left[0]-- == 0) {
                    list.set(i, value);
                    return;
                }
                replace(list.get(i), left, value);
            }
        }
    }
}
