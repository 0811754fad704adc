package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.TestSite;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Site;
import dev.byline.source.SiteFolder;
import dev.byline.understand.Understanding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules decide about what is new, and about nobody who only says that they are somebody. */
final class JudgementTest {
    private static final Instant SAID = Instant.parse("2026-05-02T10:00:00Z");

    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void write() {
        site = TestSite.in(folder).article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
    }

    private void rules(String rules) throws Exception {
        site.file("site.yml", Files.readString(folder.resolve("site.yml")) + "feedback: {" + rules + "}\n");
    }

    private Site understood() {
        Diagnostics diagnostics = new Diagnostics();
        Site understood = Understanding.of(new SiteFolder(folder, diagnostics).read(), TestSite.NOW, diagnostics)
                .orElseThrow();
        assertThat(diagnostics.all()).isEmpty();
        return understood;
    }

    private static Feedback said(String source, String handle, String url) {
        return new Feedback(
                "x",
                Kind.REPLY,
                new Feedback.Origin(source, "1", Optional.empty()),
                new Feedback.Person("Noor", handle, Optional.of(url).filter(u -> !u.isEmpty())),
                Optional.of(SAID),
                Optional.empty(),
                Optional.empty(),
                Feedback.Format.PLAIN,
                "Hm.",
                Optional.empty(),
                Optional.empty(),
                Moderation.PENDING);
    }

    private Judgement.Verdict of(Feedback item) {
        Site understood = understood();
        return new Judgement(understood).of(understood.article("a").orElseThrow(), item);
    }

    private Moderation noor(String source) {
        return of(said(source, "@noor@town.example", "https://town.example/@noor"))
                .state();
    }

    @Test
    void without_rules_somebody_looks_at_everything() {
        assertThat(noor("mastodon")).isEqualTo(Moderation.PENDING);
        assertThat(noor("intake")).isEqualTo(Moderation.PENDING);
    }

    @Test
    void a_source_is_trusted_as_the_site_says() throws Exception {
        rules("trust: {mastodon: approved, webmention: rejected}");
        assertThat(of(said("mastodon", "@noor@town.example", "")))
                .isEqualTo(new Judgement.Verdict(Moderation.APPROVED, "the source mastodon is approved"));
        assertThat(noor("webmention")).isEqualTo(Moderation.REJECTED);
        assertThat(noor("bluesky")).isEqualTo(Moderation.PENDING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"@noor@town.example\"",
                "Noor@TOWN.example",
                "https://town.example/@noor",
                "\"http://www.town.example/@Noor/\"",
                "town.example",
                "example"
            })
    void somebody_is_named_by_handle_profile_or_domain(String written) throws Exception {
        rules("allow: [" + written + "], trust: {intake: approved, mastodon: rejected}");
        assertThat(noor("mastodon")).isEqualTo(written.equals("example") ? Moderation.REJECTED : Moderation.APPROVED);
        site = TestSite.in(folder);
        rules("deny: [" + written + "], trust: {intake: approved, mastodon: approved}");
        Moderation denied = written.equals("example") ? Moderation.APPROVED : Moderation.REJECTED;
        assertThat(noor("mastodon")).isEqualTo(denied);
        assertThat(noor("intake")).isEqualTo(denied);
    }

    @Test
    void who_only_says_to_be_somebody_is_not_let_in_for_that() throws Exception {
        rules("allow: [\"@noor@town.example\", town.example], approvedBefore: true");
        site.file("feedback/a/intake-1.yml", """
                kind: comment
                origin: {source: intake, id: "1"}
                author: {name: Noor, url: "https://town.example/@noor"}
                moderation: approved
                """);
        assertThat(noor("intake")).isEqualTo(Moderation.PENDING);
        assertThat(noor("webmention")).isEqualTo(Moderation.PENDING);
        assertThat(of(said("intake", "@giulia@social.example", "https://social.example/@giulia"))
                        .state())
                .isEqualTo(Moderation.PENDING);
    }

    @ParameterizedTest
    @CsvSource({
        "mastodon, @giulia@social.example, https://social.example/@giulia",
        "lemmy, @giulia@social.example, ''",
        "mastodon, @acme@social.example, ''",
        "bluesky, marco.example.com, ''",
    })
    void the_sites_own_people_and_the_company_are_let_in_even_when_it_is_closed(
            String source, String handle, String url) throws Exception {
        rules("deny: [social.example], closed: rejected");
        site.article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\nfeedback: {open: false}", "x");
        assertThat(of(said(source, handle, url))).isEqualTo(new Judgement.Verdict(Moderation.APPROVED, "one of ours"));
    }

    @Test
    void a_name_on_one_network_is_not_that_name_on_another() throws Exception {
        rules("approvedBefore: true");
        site.file("feedback/a/reddit-1.yml", """
                kind: reply
                origin: {source: reddit, id: "1"}
                author: {name: noor_h, handle: noor_h}
                moderation: approved
                """);
        assertThat(of(said("reddit", "noor_h", "")).state()).isEqualTo(Moderation.APPROVED);
        assertThat(of(said("x", "noor_h", "")).state()).isEqualTo(Moderation.PENDING);
        assertThat(of(said("reddit", "marco_neri", "")).state()).isEqualTo(Moderation.PENDING);
    }

    @Test
    void who_was_approved_before_is_let_in_until_something_is_rejected() throws Exception {
        rules("approvedBefore: true");
        String item = """
                kind: %s
                origin: {source: mastodon, id: "%s"}
                author: {name: Other Name, handle: "@Noor@town.example"}
                moderation: %s
                """;
        site.file("feedback/a/mastodon-1.yml", item.formatted("like", "1", "approved"));
        assertThat(noor("mastodon")).isEqualTo(Moderation.PENDING);
        site.file("feedback/a/mastodon-2.yml", item.formatted("reply", "2", "approved"));
        assertThat(noor("mastodon")).isEqualTo(Moderation.APPROVED);
        assertThat(noor("bluesky")).isEqualTo(Moderation.PENDING);
        site.file("feedback/a/mastodon-3.yml", item.formatted("reply", "3", "rejected"));
        assertThat(noor("mastodon")).isEqualTo(Moderation.PENDING);
    }

    @Test
    void what_comes_after_a_piece_was_closed_waits_whoever_it_is_from() throws Exception {
        rules("trust: {mastodon: approved}, allow: [town.example]");
        site.article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\nfeedback: {open: false}", "x");
        assertThat(of(said("mastodon", "@noor@town.example", "")))
                .isEqualTo(new Judgement.Verdict(Moderation.PENDING, "came after the piece was closed"));
    }

    @Test
    void a_day_of_closing_counts_by_when_it_was_said() throws Exception {
        String closed = "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\nfeedback: {until: %s}";
        rules("trust: {mastodon: approved}, closed: rejected");
        site.article("a", closed.formatted("2026-05-20"), "x");
        assertThat(noor("mastodon")).isEqualTo(Moderation.APPROVED);
        site.article("a", closed.formatted("2026-05-02"), "x");
        assertThat(of(said("mastodon", "@noor@town.example", "")))
                .isEqualTo(new Judgement.Verdict(Moderation.REJECTED, "came after the piece was closed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trust: {mastodon: yes} | \"yes\" is no mastodon",
                "trust: approved | \"trust\" is a group of keys",
                "allow: ['@'] | \"allow\" names nobody here",
                "deny: ['https://'] | \"deny\" names nobody here",
                "approvedBefore: maybe | is true or false",
                "closed: approved | \"approved\" is no closed",
                "denny: [x] | did you mean \"deny\"?",
            })
    void a_rule_that_cannot_be_understood_is_told(String rule, String told) throws Exception {
        rules(rule);
        assertThat(site.problems()).anyMatch(line -> line.startsWith("site.yml:") && line.contains(told));
    }

    @Test
    void a_name_of_a_million_letters_or_of_nothing_that_can_be_seen_is_nobodys() throws Exception {
        rules("allow: [town.example], approvedBefore: true");
        for (String handle : List.of("x".repeat(1_000_000), "\u200B\u202E", " ", "@", "@@", "https://")) {
            assertThat(of(said("mastodon", handle, "")).state()).isEqualTo(Moderation.PENDING);
        }
    }
}
