package dev.byline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Byline;
import dev.byline.DraftsReport;
import dev.byline.TestSite;
import dev.byline.diagnostic.Diagnostic;
import dev.byline.lint.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a draft, as the command line and the desk show it. */
final class DraftsCommandTest {
    @TempDir
    private Path folder;

    private TestSite site;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() {
        site = TestSite.in(folder);
        piece("We kept every angry answer of a year.");
    }

    private void piece(String summary) {
        site.article(
                "a",
                "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\ntags: [Feedback]\nsummary: " + summary
                        + "\nfeedback: {question: And you?}",
                "x");
    }

    private int drafts(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of("drafts", command, folder.toString()));
        arguments.addAll(List.of(more));
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }

    private Path file() {
        return folder.resolve("drafts/a/giulia-ferri.mastodon.md");
    }

    private int onMastodon(String command) {
        return drafts(command, "a", "giulia-ferri", "mastodon");
    }

    @Test
    void take_copies_the_draft_once_and_never_again() throws IOException {
        assertThat(onMastodon("take")).isZero();
        Files.writeString(file(), Files.readString(file()).replace("angry", "furious"));
        String mine = Files.readString(file());
        assertThat(onMastodon("take")).isEqualTo(1);
        assertThat(err.toString()).contains("it is yours already");
        site.build();
        assertThat(file()).hasContent(mine);
        assertThat(onMastodon("show")).isZero();
        assertThat(out.toString()).contains("furious").contains(", edited");
    }

    @Test
    void an_edited_draft_whose_article_changed_is_stale_and_stays() throws IOException {
        onMastodon("take");
        Files.writeString(file(), Files.readString(file()).replace("angry", "furious"));
        String mine = Files.readString(file());
        piece("Something else altogether.");
        assertThat(drafts("list")).isZero();
        assertThat(out.toString()).containsPattern("a +giulia-ferri +mastodon +\\d+/500 +stale");
        site.build();
        assertThat(file()).hasContent(mine);
    }

    @Test
    void approve_changes_one_word_and_what_was_approved_is_what_stays() throws IOException {
        onMastodon("take");
        String before = Files.readString(file());
        assertThat(onMastodon("approve")).isZero();
        assertThat(file()).hasContent(before.replace("status: draft", "status: approved"));
        piece("Something else altogether.");
        site.build();
        assertThat(site.drafts().resolve("a/giulia-ferri.mastodon.md"))
                .content()
                .contains("angry answer");
        Files.writeString(file(), before.replace("status: draft", "status: published"));
        assertThat(onMastodon("approve")).isEqualTo(1);
    }

    @Test
    void a_name_that_is_nearly_right_is_told_with_the_right_one() {
        assertThat(drafts("show", "a", "giulia-feri", "mastodon")).isEqualTo(1);
        assertThat(err.toString()).contains("no drafts for \"giulia-feri\"; did you mean \"giulia-ferri\"?");
        assertThat(drafts("take", "a", "giulia-ferri", "mastodn")).isEqualTo(1);
        assertThat(err.toString()).contains("did you mean \"mastodon\"?");
        assertThat(folder.resolve("drafts")).doesNotExist();
        assertThat(drafts("lint", "--rule", "shoting")).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean \"shouting\"?");
    }

    @Test
    void lint_tells_the_place_in_the_file_and_fails_as_the_site_says() throws IOException {
        onMastodon("take");
        Files.writeString(
                file(), Files.readString(file()).replaceFirst("---\n[^-]+$", "---\n\nWe are game-changing.\n"));
        assertThat(drafts("lint", "--rule", "advert-words")).isZero();
        assertThat(err.toString())
                .containsPattern("drafts/a/giulia-ferri.mastodon.md:1\\d:8: warning: words of an advert");
        assertThat(drafts("lint", "--rule", "advert-words", "--strict")).isEqualTo(1);
        assertThat(drafts("lint", "--json", "--no-rule", "advert-words")).isZero();
        assertThat(out.toString()).contains("\"rule\":\"no-question\"").doesNotContain("\"rule\":\"advert-words\"");
        String settings = Files.readString(folder.resolve("site.yml"));
        site.file("site.yml", settings + "drafts: {lint: {advert-words: error}}\n");
        assertThat(drafts("lint")).isEqualTo(1);
        site.file("site.yml", settings + "drafts: {lint: {advert-word: off}}\n");
        assertThat(drafts("lint")).isEqualTo(1);
        assertThat(err.toString()).contains("unknown rule \"advert-word\"; did you mean \"advert-words\"?");
    }

    @Test
    void every_finding_has_file_line_and_column_in_whatever_the_piece_is_written() {
        site.file("articles/toml.md", "+++\ntitle = 'A'\nauthor = 'marco-neri'\ndate = '2026-05-01'\n+++\nx")
                .file(
                        "articles/json.md",
                        "{\"author\": \"marco-neri\",\n \"title\": \"A\", \"date\": \"2026-05-01\"}\nx")
                .file(
                        "drafts/json/marco-neri.bluesky.md",
                        "---\narticle: json\naccount: marco-neri\nnetwork: bluesky\nmedia: [{src: /a.png}]\n---\n\n\n"
                                + "THE TITLE!!\n @giulia-ferri e\u0301 #a #b #c game-changing " + "x".repeat(300))
                .file("drafts/a/acme.x.md", "---\narticle: a\naccount: acme\nnetwork: x\n---\nhttps://a.example/");
        DraftsReport report = new Byline().drafts(folder, TestSite.NOW);
        assertThat(report.diagnostics())
                .extracting(Diagnostic::toString)
                .anyMatch(line -> line.startsWith("drafts/json/marco-neri.bluesky.md:9:1: error: the draft counts"));
        List<Finding> findings = report.findings();
        assertThat(findings).extracting(Finding::rule).contains("shouting", "missing-alt", "link-only");
        assertThat(findings).extracting(finding -> finding.place().file()).contains("articles/toml.md");
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.place().line()).as(finding.toString()).isPositive();
            assertThat(finding.place().column()).as(finding.toString()).isPositive();
            assertThat(folder.resolve(finding.place().file())).exists();
        });
    }

    @Test
    void the_desk_shows_count_state_findings_and_changes_and_asks_no_other_machine() throws IOException {
        onMastodon("take");
        Files.writeString(file(), Files.readString(file()).replace("angry", "game-changing"));
        site.build();
        Document desk = Jsoup.parse(Files.readString(site.drafts().resolve("index.html")));
        var card = desk.selectFirst(".card.n-mastodon.s-edited");
        assertThat(card.select(".count").text()).endsWith("of 500");
        assertThat(card.select(".found").text()).contains("words of an advert: game-changing");
        assertThat(card.select("del").text()).isEqualTo("angry");
        assertThat(card.select("ins").text()).isEqualTo("game-changing");
        assertThat(card.select("button").attr("data-text"))
                .isEqualTo(card.select(".text").get(0).wholeText());
        assertThat(desk.select("[src], link[href]").eachAttr("src")).containsOnly("desk.js");
        for (var choice : desk.select(".filters input[id]")) {
            assertThat(desk.select("." + choice.id().substring(2)))
                    .as(choice.id())
                    .isNotEmpty();
            assertThat(desk.select("style").html()).contains("#" + choice.id() + ":checked");
        }
        assertThat(site.drafts().resolve("desk.js")).isRegularFile();
        assertThat(site.output().resolve("desk.js")).doesNotExist();
    }
}
