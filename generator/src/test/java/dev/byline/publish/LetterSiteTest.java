package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Byline;
import dev.byline.PublishReport;
import dev.byline.PublishRequest;
import dev.byline.PublishRequest.Choice;
import dev.byline.RehearsalReport;
import dev.byline.RehearsalRequest;
import dev.byline.Selection;
import dev.byline.TestSite;
import dev.byline.WithdrawRequest;
import dev.byline.rehearsal.MailUnderstudy;
import dev.byline.rehearsal.Shown;
import dev.byline.rehearsal.Venue;
import java.io.IOException;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newsletter of a site, from its folder to a mail server on this machine. */
final class LetterSiteTest {
    private static final Selection LETTERS =
            new Selection(Optional.empty(), Optional.of("newsletter"), Optional.empty());

    @TempDir
    private Path folder;

    private final MailUnderstudy mail = new MailUnderstudy(Map.of("acme", Scene.TOKEN), Set.of(Scene.LIST), 1_000_000);
    private final Map<String, String> environment = new HashMap<>();
    private Venue server;
    private TestSite site;

    @BeforeEach
    void start() throws IOException {
        server = Venue.open("newsletter", mail);
        environment.put("BYLINE_NEWSLETTER_TOKEN_ACME", "acme:" + Scene.TOKEN);
        environment.put("BYLINE_NEWSLETTER_SERVER_ACME", server.address().toString());
        site = TestSite.in(folder).article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "What A says.");
        settings(
                "newsletter: {from: news@acme.example, to: readers@lists.example, unsubscribe: \"mailto:u@acme.example\"}");
    }

    private void settings(String newsletter) {
        site.file("site.yml", """
                title: The Blog
                description: What we think.
                url: https://blog.example.com/
                timeZone: Europe/Rome
                languages: [en]
                accounts:
                  acme:
                    name: Acme
                    handles: {nostr: %s}
                %s
                """.formatted(Scene.NPUB, newsletter));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private PublishReport publish(Choice... choices) {
        Set<Choice> all = new java.util.HashSet<>(List.of(choices));
        all.add(Choice.NO_PAGE_CHECK);
        return new Byline()
                .publish(new PublishRequest(
                        folder,
                        LETTERS,
                        TestSite.NOW,
                        Clock.fixed(TestSite.NOW, ZoneOffset.UTC),
                        environment,
                        Duration.ofSeconds(5),
                        all));
    }

    private static List<String> results(PublishReport report) {
        assertThat(report.diagnostics()).isEmpty();
        return report.posts().stream()
                .map(entry -> entry.account() + " " + entry.network() + " " + entry.result())
                .toList();
    }

    private void take(String status) throws IOException {
        site.problems();
        String letter = Files.readString(site.drafts().resolve("a/newsletter.eml"));
        site.file("drafts/a/newsletter.eml", status + letter);
    }

    @Test
    void a_letter_that_nobody_approved_waits() throws IOException {
        assertThat(results(publish())).isEmpty();
        assertThat(publish().unapproved()).isEqualTo(1);
        take("");
        assertThat(publish().unapproved()).isEqualTo(1);
        assertThat(mail.shown()).isEmpty();
    }

    @Test
    void an_approved_letter_is_sent_once_as_it_was_approved() throws IOException {
        take("X-Byline-Status: approved\r\n");
        site.article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "Another text.");
        assertThat(results(publish(Choice.DRY_RUN))).containsExactly("acme newsletter due");
        assertThat(results(publish())).containsExactly("acme newsletter posted");
        assertThat(mail.shown()).singleElement().satisfies(shown -> {
            assertThat(shown.by()).isEqualTo("news@acme.example to readers@lists.example");
            assertThat(shown.text()).startsWith("A\n\n").contains("What A says.");
        });
        assertThat(results(publish())).isEmpty();
        assertThat(results(publish(Choice.DRY_RUN))).isEmpty();
        assertThat(Files.readString(folder.resolve("ledger/a.yml")))
                .contains("network: newsletter")
                .contains("id: <")
                .contains("state: published");
        assertThat(site.problems()).noneMatch(problem -> problem.contains("error"));
    }

    @Test
    void with_approve_the_letter_is_the_piece_as_it_is_and_a_dry_run_sees_the_same() {
        assertThat(results(publish(Choice.APPROVE))).containsExactly("acme newsletter posted");
        assertThat(results(publish(Choice.APPROVE))).isEmpty();
        assertThat(results(publish(Choice.APPROVE, Choice.DRY_RUN))).isEmpty();
        assertThat(mail.shown()).extracting(Shown::id).doesNotHaveDuplicates().hasSize(1);
    }

    @Test
    void without_a_list_an_approved_letter_waits_for_one() throws IOException {
        take("X-Byline-Status: approved\r\n");
        settings("newsletter: {from: news@acme.example}");
        assertThat(publish().posts())
                .extracting(PublishReport.Entry::detail)
                .containsExactly("no list: set newsletter: {to: ...} in site.yml");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_letter_is_not_taken_back() {
        publish(Choice.APPROVE);
        PublishReport report = new Byline()
                .withdraw(new WithdrawRequest(
                        folder,
                        LETTERS,
                        Clock.fixed(TestSite.NOW, ZoneOffset.UTC),
                        environment,
                        Duration.ofSeconds(5),
                        false));
        assertThat(report.posts())
                .extracting(PublishReport.Entry::detail)
                .containsExactly("a letter cannot be taken back once it is sent");
    }

    @Test
    void a_rehearsal_plays_the_list_and_a_relay() {
        RehearsalReport report =
                new Byline().rehearse(new RehearsalRequest(folder, Selection.ALL, TestSite.NOW, true, false));
        assertThat(report.report().posts())
                .extracting(entry -> entry.network() + " " + entry.result())
                .contains("nostr posted", "newsletter posted");
        assertThat(report.posts()).extracting(RehearsalReport.Post::network).contains("nostr", "newsletter");
    }
}
