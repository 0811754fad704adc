package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.byline.Byline;
import dev.byline.PublishReport;
import dev.byline.PublishRequest;
import dev.byline.PublishRequest.Choice;
import dev.byline.Selection;
import dev.byline.SettleRequest;
import dev.byline.TestSite;
import dev.byline.WithdrawRequest;
import dev.byline.diagnostic.Diagnostic;
import dev.byline.rehearsal.BlueskyUnderstudy;
import dev.byline.rehearsal.LoopbackServer;
import dev.byline.rehearsal.MastodonUnderstudy;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.Shown;
import dev.byline.rehearsal.TelegramUnderstudy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishing a site's drafts, from its folder to networks on this machine. */
final class PublishSiteTest {
    private static final String DRAFT = """
            ---
            article: a
            account: %s
            network: %s
            language: en
            status: %s
            ---
            %s
            """;

    @TempDir
    private Path folder;

    private final AtomicInteger pageStatus = new AtomicInteger(200);
    private final MastodonUnderstudy mastodon =
            new MastodonUnderstudy(Map.of(Scene.TOKEN, "acme", "giulias-token", "giulia"), 500, Clock.systemUTC());
    private final BlueskyUnderstudy bluesky = new BlueskyUnderstudy(Map.of("acme.example", Scene.TOKEN));
    private final TelegramUnderstudy telegram = new TelegramUnderstudy(Map.of(Scene.BOT_TOKEN, "@acme_news"));
    private final Map<String, String> environment = new HashMap<>();
    private HttpServer pages;
    private LoopbackServer mastodonServer;
    private LoopbackServer blueskyServer;
    private LoopbackServer telegramServer;
    private TestSite site;

    @BeforeEach
    void start() throws IOException {
        pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pages.createContext("/", exchange -> {
            exchange.sendResponseHeaders(pageStatus.get(), -1);
            exchange.close();
        });
        pages.start();
        mastodonServer = LoopbackServer.start(mastodon);
        blueskyServer = LoopbackServer.start(bluesky);
        telegramServer = LoopbackServer.start(telegram);
        environment.put("BYLINE_MASTODON_TOKEN_ACME", Scene.TOKEN);
        environment.put("BYLINE_MASTODON_SERVER_ACME", mastodonServer.address().toString());
        environment.put("BYLINE_MASTODON_TOKEN_GIULIA_FERRI", "giulias-token");
        environment.put(
                "BYLINE_MASTODON_SERVER_GIULIA_FERRI", mastodonServer.address().toString());
        environment.put("BYLINE_BLUESKY_TOKEN_ACME", Scene.TOKEN);
        environment.put("BYLINE_BLUESKY_SERVER_ACME", blueskyServer.address().toString());
        environment.put("BYLINE_TELEGRAM_TOKEN_ACME", Scene.BOT_TOKEN);
        environment.put("BYLINE_TELEGRAM_SERVER_ACME", telegramServer.address().toString());
        site = TestSite.in(folder)
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x")
                .file("site.yml", """
                        title: The Blog
                        description: What we think.
                        url: http://127.0.0.1:%d/
                        timeZone: Europe/Rome
                        languages: [en]
                        accounts:
                          acme:
                            name: Acme
                            handles: {mastodon: "@acme@social.example", bluesky: acme.example, telegram: acme_news}
                        """.formatted(pages.getAddress().getPort()));
        draft("acme", "mastodon", "approved", "From the company");
    }

    @AfterEach
    void stop() {
        pages.stop(0);
        mastodonServer.close();
        blueskyServer.close();
        telegramServer.close();
    }

    private void draft(String account, String network, String status, String text) {
        site.file("drafts/a/" + account + "." + network + ".md", DRAFT.formatted(account, network, status, text));
    }

    private PublishReport publish(Choice... choices) {
        return publish(Selection.ALL, choices);
    }

    private PublishReport publish(Selection selection, Choice... choices) {
        return new Byline()
                .publish(new PublishRequest(
                        folder,
                        selection,
                        TestSite.NOW,
                        Clock.fixed(TestSite.NOW, ZoneOffset.UTC),
                        environment,
                        Duration.ofSeconds(2),
                        Set.of(choices)));
    }

    private String ledger() throws IOException {
        return Files.readString(folder.resolve("ledger/a.yml"));
    }

    private List<String> toots() {
        return mastodon.shown().stream().map(Shown::text).toList();
    }

    @Test
    void what_is_approved_is_posted_and_written_into_the_ledger() throws IOException {
        PublishReport report = publish();
        assertThat(report.posts()).extracting(PublishReport.Entry::result).containsExactly("posted");
        assertThat(toots()).containsExactly("From the company");
        assertThat(ledger()).isEqualTo("""
                posts:
                  - key: KEY
                    account: acme
                    network: mastodon
                    state: published
                    at: 2026-06-01T12:00:00Z
                    text: sha256:SHA
                    id: '1'
                    url: https://mastodon.example/@acme/1
                """.replace("KEY", ledger().replaceFirst("(?s).*key: (\\w+).*", "$1"))
                .replace("SHA", ledger().replaceFirst("(?s).*sha256:(\\w+).*", "$1")));
        assertThat(report.unapproved()).isEqualTo(4);
    }

    @Test
    void networks_that_fetch_images_are_told_an_address_that_the_built_site_has() throws IOException {
        site.file(
                "site.yml",
                Files.readString(folder.resolve("site.yml")).replace("handles: {", "handles: {threads: acme, "));
        Path photo = folder.resolve("static/images/d\u00f6t 1.png");
        Files.createDirectories(photo.getParent());
        Files.copy(Scene.image().file(), photo);
        draft("acme", "threads", "approved", "A dot");
        Path draft = folder.resolve("drafts/a/acme.threads.md");
        Files.writeString(
                draft,
                Files.readString(draft)
                        .replaceFirst(
                                "language: en",
                                "language: en\nmedia: [{src: \"/images/d\u00f6t 1.png\", alt: A dot}]"));
        try (Scene threads = Scene.of("threads")) {
            environment.put("BYLINE_THREADS_TOKEN_ACME", Scene.TOKEN);
            environment.put(
                    "BYLINE_THREADS_SERVER_ACME", threads.server.address().toString());
            assertThat(publish(new Selection(Optional.empty(), Optional.of("threads"), Optional.empty()))
                            .posts())
                    .extracting(PublishReport.Entry::result)
                    .containsExactly("posted");
            String address = threads.sent("/threads").get(0).replaceFirst("(?s).*image_url=([^&]*).*", "$1");
            assertThat(address)
                    .startsWith("http://127.0.0.1:" + pages.getAddress().getPort() + "/images/d%C3%B6t%201");
            assertThat(site.problems()).isEmpty();
            assertThat(site.output().resolve(URI.create(address).getPath().substring(1)))
                    .exists();
        }
    }

    @Test
    void a_second_run_and_a_build_find_nothing_wrong_with_what_was_written() {
        publish();
        PublishReport second = publish();
        assertThat(second.posts()).isEmpty();
        assertThat(second.diagnostics()).isEmpty();
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("articles/a/index.html")).contains("https://mastodon.example/@acme/1");
    }

    @Test
    void a_draft_of_ones_own_for_a_channel_is_posted_there() {
        draft("acme", "telegram", "approved", "To the channel");
        publish();
        assertThat(telegram.shown()).extracting(Shown::text).containsExactly("To the channel");
    }

    @Test
    void what_nobody_approved_is_posted_only_with_approve() {
        publish(new Selection(Optional.of("giulia-ferri"), Optional.of("mastodon"), Optional.empty()));
        assertThat(toots()).isEmpty();
        PublishReport report = publish(
                new Selection(Optional.of("giulia-ferri"), Optional.of("mastodon"), Optional.empty()), Choice.APPROVE);
        assertThat(report.posts())
                .extracting(PublishReport.Entry::detail)
                .containsExactly("https://mastodon.example/@giulia/1");
        assertThat(mastodon.shown()).extracting(Shown::by).containsExactly("@giulia");
    }

    @Test
    void what_a_person_marked_as_published_is_never_posted() {
        draft("acme", "mastodon", "published", "By hand, long ago");
        publish(new Selection(Optional.of("acme"), Optional.of("mastodon"), Optional.empty()), Choice.APPROVE);
        assertThat(toots()).isEmpty();
    }

    @Test
    void nothing_is_posted_before_its_time() {
        site.article(
                "a",
                "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\nsyndicate: {mastodon: {at: 2026-06-02T09:00:00}}",
                "x");
        assertThat(publish().posts())
                .extracting(PublishReport.Entry::result, PublishReport.Entry::detail)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("later", "at 2026-06-02T07:00:00Z"));
        assertThat(toots()).isEmpty();
    }

    @Test
    void nothing_is_posted_about_an_article_that_is_not_out() {
        site.article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-07-01", "x");
        assertThat(publish().posts())
                .extracting(PublishReport.Entry::result, PublishReport.Entry::detail)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("later", "the article is not out"));
        assertThat(toots()).isEmpty();
    }

    @Test
    void nothing_is_posted_about_a_page_that_is_not_there_unless_one_insists() {
        pageStatus.set(404);
        PublishReport report = publish();
        assertThat(report.failures()).isEqualTo(1);
        assertThat(report.posts().get(0).detail()).startsWith("the page answers 404: deploy the site first");
        assertThat(toots()).isEmpty();
        publish(Choice.NO_PAGE_CHECK);
        assertThat(toots()).hasSize(1);
    }

    @Test
    void a_dry_run_asks_nobody_and_writes_nothing() {
        Map<String, String> before = TestSite.contents(folder);
        assertThat(publish(Choice.DRY_RUN).posts())
                .extracting(PublishReport.Entry::result, PublishReport.Entry::detail)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("due", "From the company"));
        assertThat(mastodonServer.requests()).isEmpty();
        assertThat(TestSite.contents(folder)).isEqualTo(before);
    }

    @Test
    void the_failure_of_one_account_keeps_no_other_waiting() {
        draft("acme", "bluesky", "approved", "To the sky");
        mastodonServer.suffer(asked -> Mishap.UNAUTHORISED);
        PublishReport report = publish();
        assertThat(report.failures()).isEqualTo(1);
        assertThat(bluesky.shown()).extracting(Shown::text).containsExactly("To the sky");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "posts:\n  - account: acme\n<<<<<<< HEAD\n    network: mastodon\n=======\n    network: x\n>>>>>>> b\n",
                "posts:\n  - account: acme\n    network: mastodon\n    state: intented\n",
                "posts:\n  - account: acme\n    network: mastodon\n    network: mastodon\n",
                "posts:\n  - account: acme\n    network: mastodon\n    part: none\n",
                "posts: nothing yet\n",
                "- what\n",
                "\u0000\u0001"
            })
    void a_ledger_that_makes_no_sense_is_an_error_with_its_place_and_nothing_is_posted(String nonsense) {
        site.file("ledger/a.yml", nonsense);
        PublishReport report = publish();
        assertThat(report.succeeded()).isFalse();
        assertThat(report.diagnostics())
                .extracting(Diagnostic::toString)
                .anyMatch(line -> line.matches("ledger/a\\.yml:\\d+:\\d+: error: .*"));
        assertThat(mastodonServer.requests()).isEmpty();
    }

    @Test
    void what_was_sent_without_an_answer_and_cannot_be_looked_up_waits_for_a_person() throws IOException {
        draft("acme", "telegram", "approved", "To the channel");
        telegramServer.suffer(asked -> Mishap.CUT_AFTER);
        Selection channel = new Selection(Optional.empty(), Optional.of("telegram"), Optional.of("a"));
        assertThat(publish(channel).posts())
                .extracting(PublishReport.Entry::result)
                .containsExactly("unclear");
        telegramServer.suffer(asked -> Mishap.NONE);
        assertThat(publish(channel).posts())
                .extracting(PublishReport.Entry::result)
                .containsExactly("to settle");
        new Byline().settle(new SettleRequest(folder, channel, TestSite.NOW, true));
        assertThat(publish(channel).posts()).isEmpty();
        assertThat(ledger()).contains("state: published");
        assertThat(telegram.shown()).hasSize(1);
    }

    @Test
    void withdrawing_takes_the_post_back_and_the_page_no_longer_names_it() throws IOException {
        publish();
        PublishReport report = new Byline()
                .withdraw(new WithdrawRequest(
                        folder,
                        new Selection(Optional.empty(), Optional.empty(), Optional.of("a")),
                        Clock.fixed(TestSite.NOW, ZoneOffset.UTC),
                        environment,
                        Duration.ofSeconds(2),
                        false));
        assertThat(report.posts()).extracting(PublishReport.Entry::result).containsExactly("withdrawn");
        assertThat(toots()).isEmpty();
        assertThat(ledger()).contains("state: withdrawn");
        site.build();
        assertThat(site.page("articles/a/index.html")).doesNotContain("https://mastodon.example/@acme/1");
        assertThat(publish().posts()).isEmpty();
    }

    @Test
    void the_ledgers_of_two_branches_are_put_together_by_git() throws Exception {
        site.file("ledger/a.yml", "posts: []\n");
        String base = ledger();
        publish(new Selection(Optional.of("acme"), Optional.empty(), Optional.empty()));
        String ours = ledger();
        site.file("ledger/a.yml", base);
        draft("acme", "bluesky", "approved", "To the sky");
        publish(new Selection(Optional.empty(), Optional.of("bluesky"), Optional.empty()));
        String theirs = ledger();
        Path work = Files.createTempDirectory(folder, "merge");
        Files.writeString(work.resolve("base"), base);
        Files.writeString(work.resolve("ours"), ours);
        Files.writeString(work.resolve("theirs"), theirs);
        Process git = new ProcessBuilder("git", "merge-file", "--union", "ours", "base", "theirs")
                .directory(work.toFile())
                .start();
        assertThat(git.waitFor()).isZero();
        site.file("ledger/a.yml", Files.readString(work.resolve("ours")));
        assertThat(publish().posts()).isEmpty();
        assertThat(mastodon.shown()).hasSize(1);
        assertThat(bluesky.shown()).hasSize(1);
    }
}
