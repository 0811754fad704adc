package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers on Bluesky, as its lexicons describe them, and as nobody does. */
final class BlueskyTest {
    private static final String API = "https://public.api.bsky.app/xrpc/";
    private static final String OURS = "at://did:plc:giulia/app.bsky.feed.post/3kours";

    @TempDir
    private Path folder;

    private GatherScene scene;

    @BeforeEach
    void start() {
        scene = new GatherScene(folder, "https://bsky.app/profile/did:plc:giulia/post/3kours", Bluesky::new);
        thread(1, reply("noor", "3kone", "First", "", ""));
        list("getLikes", "likes", "");
        list("getRepostedBy", "repostedBy", "");
        list("getQuotes", "posts", "");
    }

    private static String threadOf(String uri) {
        return API + "app.bsky.feed.getPostThread?uri=" + URLEncoder.encode(uri, StandardCharsets.UTF_8)
                + "&depth=1000&parentHeight=0";
    }

    private static String listOf(String method) {
        return API + "app.bsky.feed." + method + "?uri=" + URLEncoder.encode(OURS, StandardCharsets.UTF_8)
                + "&limit=100";
    }

    private void list(String method, String name, String entries) {
        scene.web.page(listOf(method), "{\"uri\": \"" + OURS + "\", \"" + name + "\": [" + entries + "]}");
    }

    private void thread(int count, String... replies) {
        scene.web.page(threadOf(OURS), "{\"thread\": " + view(OURS, count, String.join(",", replies)) + "}");
    }

    private static String view(String uri, int count, String replies) {
        return "{\"$type\": \"app.bsky.feed.defs#threadViewPost\", \"post\": {\"uri\": \"" + uri
                + "\", \"author\": {\"did\": \"did:plc:giulia\", \"handle\": \"giulia.example\"}, \"replyCount\": "
                + count
                + "}, \"replies\": [" + replies + "]}";
    }

    private static String person(String name, String more) {
        return "{\"did\": \"did:plc:" + name + "\", \"handle\": \"" + name + ".example\", \"displayName\": \"" + name
                + " H\", \"avatar\": \"https://cdn.example/a.jpg\"" + more + "}";
    }

    private static String post(String author, String key, String text, String more, String authorMore) {
        return "{\"uri\": \"at://did:plc:" + author + "/app.bsky.feed.post/" + key
                + "\", \"cid\": \"bafy\", \"author\": "
                + person(author, authorMore) + ", \"record\": {\"$type\": \"app.bsky.feed.post\", \"text\": \"" + text
                + "\", \"langs\": [\"en\"], \"createdAt\": \"2026-05-02T10:00:00.000Z\"" + more
                + "}, \"indexedAt\": \"2026-05-02T10:00:01.000Z\", \"likeCount\": 3}";
    }

    private static String reply(String author, String key, String text, String more, String replies) {
        return "{\"$type\": \"app.bsky.feed.defs#threadViewPost\", \"post\": " + post(author, key, text, more, "")
                + ", \"replies\": [" + replies + "]}";
    }

    @Test
    void answers_come_with_their_threads_and_a_second_time_changes_nothing() {
        thread(1, reply("noor", "3kone", "First", "", reply("sami", "3ktwo", "Second\\nline", "", "")));
        assertThat(scene.gather()).isEqualTo(new Gatherer.Report(2, 0, 0, 0, 0));
        assertThat(scene.told()).isEmpty();
        String first = scene.fileWith("First");
        assertThat(first).isEqualTo("""
                        kind: reply
                        origin:
                          source: bluesky
                          id: at://did:plc:noor/app.bsky.feed.post/3kone
                          url: https://bsky.app/profile/did:plc:noor/post/3kone
                        author:
                          name: noor H
                          handle: '@noor.example'
                          url: https://bsky.app/profile/did:plc:noor
                        published: 2026-05-02T10:00:00Z
                        language: en
                        format: plain
                        text: First
                        moderation: pending
                        """);
        assertThat(scene.fileWith("Second")).containsPattern("parent: bluesky-at-did-plc-noor-");
        Map<String, String> before = scene.files();
        assertThat(scene.gather()).isEqualTo(new Gatherer.Report(0, 0, 0, 2, 0));
        assertThat(scene.files()).isEqualTo(before);
    }

    @Test
    void likes_reposts_and_quotes_are_followed_through_their_pages() {
        scene.web.page(
                listOf("getLikes"),
                "{\"likes\": [{\"createdAt\": \"2026-05-02T10:00:00Z\", \"actor\": " + person("ann", "")
                        + "}], \"cursor\": \"c 1\"}");
        scene.web.page(
                listOf("getLikes") + "&cursor=c+1",
                "{\"likes\": [{\"actor\": " + person("bob", "") + "}], \"cursor\": \"c 1\"}");
        list("getRepostedBy", "repostedBy", person("ann", ""));
        list("getQuotes", "posts", post("kim", "3kquote", "Quoting", "", ""));
        assertThat(scene.gather().added()).isEqualTo(5);
        assertThat(scene.fileWith("Quoting")).contains("kind: mention");
        assertThat(scene.fileWith("kind: repost")).contains("@ann.example");
        assertThat(scene.fileWith("@bob.example")).contains("kind: like").doesNotContain("published");
    }

    @Test
    void who_does_not_want_to_be_shown_outside_is_not_and_what_answers_them_moves_up() {
        String label = ", \"labels\": [{\"val\": \"!no-unauthenticated\", \"src\": \"did:plc:shy\"}]";
        thread(1, reply("noor", "3kone", "First", "", """
                {"$type": "app.bsky.feed.defs#threadViewPost", "post": %s, "replies": [%s]}""".formatted(
                        post("shy", "3kshy", "Hidden words", "", label), reply("sami", "3ktwo", "Second", "", ""))));
        list("getLikes", "likes", "{\"actor\": " + person("shy", label) + "}");
        list("getQuotes", "posts", post("shy", "3kq", "Hidden quote", "", label));
        assertThat(scene.gather().added()).isEqualTo(2);
        assertThat(scene.files().toString()).doesNotContain("shy").doesNotContain("Hidden");
        assertThat(scene.fileWith("Second")).containsPattern("parent: bluesky-at-did-plc-noor-");
    }

    @Test
    void who_asks_later_not_to_be_shown_is_taken_out() {
        scene.gather();
        thread(
                1,
                "{\"post\": " + post("noor", "3kone", "First", "", ", \"labels\": [{\"val\": \"!no-unauthenticated\"}]")
                        + "}");
        assertThat(scene.gather().removed()).isEqualTo(1);
        assertThat(scene.files().toString()).doesNotContain("First").doesNotContain("noor H");
    }

    @Test
    void deleted_and_blocked_posts_become_removed_and_what_the_author_hides_too() {
        thread(
                3,
                reply("noor", "3kone", "First", "", ""),
                reply("sami", "3ktwo", "Second", "", ""),
                reply("kim", "3kthree", "Third", "", ""));
        scene.gather();
        scene.web.page(
                threadOf(OURS),
                "{\"threadgate\": {\"record\": {\"hiddenReplies\": "
                        + "[\"at://did:plc:kim/app.bsky.feed.post/3kthree\"]}}, \"thread\": "
                        + view(OURS, 3, """
                {"$type": "app.bsky.feed.defs#notFoundPost", "uri": "at://did:plc:noor/app.bsky.feed.post/3kone", "notFound": true},
                {"$type": "app.bsky.feed.defs#blockedPost", "uri": "at://did:plc:sami/app.bsky.feed.post/3ktwo", "blocked": true},
                """ + reply("kim", "3kthree", "Third", "", "")) + "}");
        assertThat(scene.gather().removed()).isEqualTo(3);
        assertThat(scene.files().toString())
                .doesNotContain("First")
                .doesNotContain("Second")
                .doesNotContain("Third");
    }

    @Test
    void answers_that_are_counted_but_cut_are_asked_for_and_what_still_lacks_is_told() {
        String cut = reply("noor", "3kone", "First", "", "").replace("\"likeCount\": 3", "\"replyCount\": 2");
        thread(1, cut);
        String uri = "at://did:plc:noor/app.bsky.feed.post/3kone";
        scene.web.page(threadOf(uri), "{\"thread\": " + view(uri, 2, reply("sami", "3ktwo", "Second", "", "")) + "}");
        scene.gather();
        assertThat(scene.fileWith("Second")).containsPattern("parent: bluesky-at-did-plc-noor-");
        assertThat(scene.told()).contains("counts 1 more answers than it tells");
        thread(2);
        assertThat(scene.gather().removed()).isZero();
    }

    @Test
    void facets_become_links() {
        thread(1, reply("noor", "3kone", "Grüße @giulia see here <b>", """
                , "facets": [
                  {"index": {"byteStart": 8, "byteEnd": 15}, "features": [{"$type": "app.bsky.richtext.facet#mention", "did": "did:plc:giulia"}]},
                  {"index": {"byteStart": 20, "byteEnd": 24}, "features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://a.example/?a=1&b=\\""}, {"$type": "app.bsky.richtext.facet#link", "uri": "https://a.example/?a=1&b=2"}]}]
                """.strip(), ""));
        scene.gather();
        assertThat(scene.fileWith("see"))
                .contains("format: html")
                .contains("Grüße <a href=\"https://bsky.app/profile/did:plc:giulia\">@giulia</a> see "
                        + "<a href=\"https://a.example/?a=1&amp;b=2\">here</a> &lt;b&gt;</p>");
    }

    @ParameterizedTest
    @CsvSource({"-1, 4", "0, 0", "4, 2", "0, 999", "3, 5", "0, 3", "2147483648, 2147483650", "1.5, 3", "null, 3"})
    void facets_that_lie_are_left_out(String start, String end) {
        thread(
                1,
                reply(
                        "noor",
                        "3kone",
                        "Grüße",
                        ", \"facets\": [7, null, {\"index\": {\"byteStart\": " + start
                                + ", \"byteEnd\": " + end
                                + "}, \"features\": [{\"$type\": \"app.bsky.richtext.facet#link\", "
                                + "\"uri\": \"https://evil.example/\"}]}]",
                        ""));
        scene.gather();
        assertThat(scene.fileWith("Grüße")).contains("format: plain").doesNotContain("evil");
    }

    @Test
    void facets_over_each_other_and_to_dangerous_places_are_left_out() {
        thread(1, reply("noor", "3kone", "abcdef", """
                , "facets": [
                  {"index": {"byteStart": 0, "byteEnd": 2}, "features": [{"$type": "app.bsky.richtext.facet#link", "uri": "javascript:alert(1)"}]},
                  {"index": {"byteStart": 2, "byteEnd": 5}, "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "a/b"}]},
                  {"index": {"byteStart": 4, "byteEnd": 6}, "features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://b.example/"}]}]
                """.strip(), ""));
        scene.gather();
        assertThat(scene.files().toString())
                .contains("<p>ab<a href=\"https://bsky.app/hashtag/a%2Fb\">cde</a>f</p>")
                .doesNotContain("javascript")
                .doesNotContain("b.example");
    }

    @Test
    void the_earlier_of_two_moments_counts_and_one_in_the_future_does_not() {
        thread(
                2,
                reply("noor", "3kone", "First", "", "").replace("2026-05-02T10:00:00.000Z", "2106-02-07T06:28:15Z"),
                reply("sami", "3ktwo", "Second", "", "").replace("2026-05-02T10:00:0", "2106-02-07T06:28:1"));
        scene.gather();
        assertThat(scene.fileWith("First")).contains("published: 2026-05-02T10:00:01Z");
        assertThat(scene.fileWith("Second")).doesNotContain("published");
    }

    @Test
    void a_handle_that_is_nobodys_is_not_shown() {
        thread(1, reply("noor", "3kone", "First", "", "").replace("noor.example", "handle.invalid"));
        scene.gather();
        assertThat(scene.fileWith("First")).doesNotContain("handle").contains("did:plc:noor");
    }

    @Test
    void a_post_under_the_name_of_another_is_left_out() {
        thread(1, reply("noor", "3kone", "First", "", "").replaceFirst("\"did:plc:noor\"", "\"did:plc:giulia\""));
        assertThat(scene.gather().added()).isZero();
        assertThat(scene.told()).contains("cannot be understood");
    }

    @Test
    void a_thread_of_a_thousand_answers_to_answers_is_read() {
        String thread = reply("noor", "3k999", "Deep 999", "", "");
        for (int i = 998; i >= 0; i--) {
            thread = reply("noor", "3k" + i, "Deep " + i, "", thread);
        }
        thread(1, thread);
        assertThat(scene.gather().added()).isEqualTo(1_000);
    }

    @Test
    void more_answers_than_are_taken_are_told_and_nothing_is_taken_for_withdrawn() {
        scene.gather();
        List<String> many = new ArrayList<>();
        for (int i = 0; i < Harvest.MAX_ITEMS + 5; i++) {
            many.add("{\"post\": {\"uri\": \"at://did:plc:n/app.bsky.feed.post/k" + i
                    + "\", \"author\": {\"did\": \"did:plc:n\"}}}");
        }
        thread(many.size(), many.toArray(String[]::new));
        PostSource.Gathered.Found found = (PostSource.Gathered.Found) new Bluesky(scene.web)
                .gather(new Bluesky(scene.web)
                        .postAt("https://bsky.app/profile/did:plc:giulia/post/3kours")
                        .orElseThrow());
        assertThat(found.items()).hasSize(Harvest.MAX_ITEMS);
        assertThat(found.whole()).isEmpty();
        assertThat(found.notes()).anyMatch(note -> note.contains("10000"));
    }

    @Test
    void a_post_that_was_deleted_is_told_and_its_answers_stay() {
        scene.gather();
        scene.web.page(threadOf(OURS), 400, "{\"error\": \"NotFound\", \"message\": \"Post not found\"}", Map.of());
        assertThat(scene.gather().failures()).isZero();
        assertThat(scene.told()).contains("the post is gone");
        scene.web.page(threadOf(OURS), "{\"thread\": {\"$type\": \"app.bsky.feed.defs#notFoundPost\"}}");
        scene.gather();
        assertThat(scene.told()).contains("the post is gone");
        assertThat(scene.fileWith("First")).contains("pending");
    }

    @Test
    void an_address_with_a_handle_is_resolved() {
        scene.site.article(
                "a",
                "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\n"
                        + "syndication: [\"https://bsky.app/profile/giulia.example/post/3kours\"]",
                "x");
        scene.gather();
        assertThat(scene.told()).contains("the post is gone");
        scene.web.page(
                API + "com.atproto.identity.resolveHandle?handle=giulia.example", "{\"did\": \"did:plc:giulia\"}");
        assertThat(scene.gather().added()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bsky.app/profile/giulia.example",
                "https://bsky.app/profile/giulia example/post/3k",
                "https://evil.example/profile/giulia.example/post/3k",
                "https://bsky.app/profile/did:plc:a/post/../../x",
                "at://did:plc:a/app.bsky.feed.post/3k"
            })
    void other_addresses_are_none_of_its(String url) {
        assertThat(new Bluesky(scene.web).postAt(url)).isEmpty();
    }
}
