package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.BuildRequest;
import dev.byline.Byline;
import dev.byline.ForgetReport;
import dev.byline.ForgetRequest;
import dev.byline.ImportRequest;
import dev.byline.ModerationRequest;
import dev.byline.TestSite;
import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Severity;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Site;
import dev.byline.source.SiteFolder;
import dev.byline.understand.Understanding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asked to be forgotten is in no byte of a site's folder any more, and does not come back. */
final class ForgetTest {
    /** Whatever a person could be found by. */
    private static final List<String> NOOR = List.of(
            "Noor Haddad",
            "Haddad",
            "noor@town.example",
            "town.example/@noor",
            "113700",
            "113701",
            "sang at the fair",
            "2026-05-02T10:11:12");

    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void write() {
        site = TestSite.in(folder)
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x")
                .article("b", "title: B\nauthor: giulia-ferri\ndate: 2026-05-01", "x")
                .file("feedback/a/mastodon-113700.yml", noor("113700", "<p>We sang at the fair</p>", ""))
                .file("feedback/a/mastodon-113701.yml", noor("113701", "And again", "parent: mastodon-113700\n"))
                .file("feedback/a/mastodon-113702.yml", ada("113702", "Did you?", "mastodon-113701"))
                .file(
                        "feedback/b/mastodon-113700-like-7.yml",
                        noor("113700-like-7", "", "").replace("reply", "like"))
                .file("feedback/gathered.yml", "cursors:\n  webmention: \"113701\"\n")
                .file("feedback/b/intake-1.yml", """
                        kind: comment
                        origin: {source: intake, id: "1"}
                        author: {name: Noor Haddad, url: "https://town.example/@noor"}
                        text: We sang at the fair, too
                        moderation: approved
                        """);
    }

    private static String noor(String id, String text, String more) {
        return """
                kind: reply
                origin: {source: mastodon, id: "%s", url: "https://town.example/@noor/%s"}
                author: {name: Noor Haddad, handle: "@noor@town.example", url: "https://town.example/@noor"}
                published: 2026-05-02T10:11:12Z
                format: html
                text: "%s"
                %smoderation: approved
                """.formatted(id, id, text, more);
    }

    private static String ada(String id, String text, String parent) {
        return """
                # mine
                kind: reply
                origin: {source: mastodon, id: "%s", url: "https://town.example/@ada/%s"}
                author: {name: Ada, handle: "@ada@town.example"}
                published: 2026-05-03T10:00:00Z
                text: %s
                parent: %s # above
                moderation: approved
                """.formatted(id, id, text, parent);
    }

    private ForgetReport forget(String who) {
        return new Byline().forget(new ForgetRequest(folder, TestSite.NOW, who, false));
    }

    private static List<String> told(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Diagnostic::toString).toList();
    }

    /** Every file whose name or bytes hold something of hers. */
    private List<String> traces() {
        List<String> found = new ArrayList<>();
        TestSite.contents(folder).forEach((path, bytes) -> {
            for (String word : NOOR) {
                if ((path + "\n" + bytes).toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))) {
                    found.add(path + ": " + word);
                }
            }
        });
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Noor@town.example",
                "noor@town.example",
                "https://town.example/@noor",
                "mastodon-113701",
                "a/mastodon-113700",
                "b/intake-1"
            })
    void no_byte_is_left_in_sources_output_drafts_caches_cursors_and_the_way_back(String who) throws IOException {
        site.build();
        new Byline()
                .moderate(
                        new ModerationRequest(
                                folder,
                                TestSite.NOW,
                                List.of("mastodon-113701", "mastodon-113702"),
                                "",
                                "",
                                "",
                                java.util.Set.of(),
                                Map.of()),
                        Moderation.REJECTED);
        new Byline().moderate(ModerationRequest.named(folder, TestSite.NOW, "mastodon-113701"), Moderation.APPROVED);
        new Byline().moderate(ModerationRequest.named(folder, TestSite.NOW, "mastodon-113702"), Moderation.APPROVED);
        site.file("target/cache/kept", "nothing of hers")
                .file("feedback/a/.mastodon-113700.yml.swp", "We sang at the fair");
        site.build();
        assertThat(traces()).hasSizeGreaterThan(20);
        ForgetReport report = forget(who);
        assertThat(told(report.diagnostics())).isEmpty();
        assertThat(report.items()).hasSize(4);
        assertThat(traces()).isEmpty();
        assertThat(folder.resolve("target/moderated.yml")).content().contains("mastodon-113702");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("articles/a/feedback/index.html"))
                .contains("Did you?")
                .doesNotContain("Haddad");
    }

    @Test
    void no_byte_is_left_in_what_builds_and_previews_remember() throws IOException {
        site.build();
        BuildRequest preview = BuildRequest.ofPreview(folder, TestSite.NOW);
        new Byline().build(preview);
        Path memory = folder.resolve("target/cache/memory");
        Path previews = preview.cache().resolve("preview");
        assertThat(TestSite.contains(memory, "Noor Haddad")).isNotEmpty();
        assertThat(TestSite.contains(previews, "Noor Haddad")).isNotEmpty();
        site.file("target/cache/memory/memory.new", "Noor Haddad: half an index of a build that was killed");
        // Somebody removed what was built, but not what is remembered of it.
        for (Path built : List.of(site.output(), site.drafts(), preview.output(), preview.drafts())) {
            if (Files.exists(built)) {
                TestSite.delete(built);
            }
        }
        assertThat(told(forget("@noor@town.example").diagnostics())).isEmpty();
        assertThat(TestSite.contains(memory, "Haddad")).isEmpty();
        assertThat(TestSite.contains(previews, "Haddad")).isEmpty();
        assertThat(traces()).isEmpty();
    }

    @Test
    void an_answer_of_somebody_else_keeps_a_nameless_place_above_it() throws IOException {
        forget("@noor@town.example");
        List<String> files = TestSite.contents(folder.resolve("feedback")).keySet().stream()
                .sorted()
                .toList();
        assertThat(files).hasSize(4).contains("a/mastodon-113702.yml", "forgotten.yml");
        String answer = Files.readString(folder.resolve("feedback/a/mastodon-113702.yml"));
        assertThat(answer).startsWith("# mine\n").containsPattern("\nparent: forgotten-[0-9a-f]{16} # above\n");
        String place = answer.replaceAll("(?s).*parent: (\\S+).*", "$1");
        assertThat(Files.readString(folder.resolve("feedback/a/" + place + ".yml")))
                .matches("""
                        kind: comment
                        origin:
                          source: forgotten
                          id: ''
                        published: 2026-05-03T10:00:00Z
                        parent: forgotten-[0-9a-f]{16}
                        moderation: removed
                        """);
    }

    private Feedback item(String id, String handle, Optional<String> parent) {
        return new Feedback(
                "mastodon-" + id,
                Feedback.Kind.REPLY,
                new Feedback.Origin("mastodon", id, Optional.empty()),
                new Feedback.Person("", handle, Optional.empty()),
                Optional.of(Instant.parse("2026-05-04T10:00:00Z")),
                Optional.empty(),
                Optional.empty(),
                Feedback.Format.PLAIN,
                "We sang at the fair, text of " + handle.replaceAll("\\W.*|@", ""),
                parent,
                Optional.empty(),
                Moderation.PENDING);
    }

    private List<Diagnostic> gather(Feedback... items) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Site understood = Understanding.of(new SiteFolder(folder, diagnostics).read(), TestSite.NOW, diagnostics)
                .orElseThrow();
        SiteSource source = new SiteSource() {
            @Override
            public String id() {
                return "mastodon";
            }

            @Override
            public Delivered gather(Addresses addresses, Optional<String> cursor) {
                return new Delivered.News(
                        java.util.Arrays.stream(items)
                                .map(item -> new Item("a", item))
                                .toList(),
                        Optional.empty(),
                        List.of());
            }
        };
        new Gatherer(
                        folder,
                        understood,
                        new Addresses(understood.settings().url(), Map.of()),
                        List.of(source),
                        new Memory(
                                question -> new dev.byline.remote.Http.Answer.Failed("nobody is asked"),
                                Seen.nothing()),
                        TestSite.NOW,
                        diagnostics)
                .gather(Instant.MIN, true);
        return diagnostics.all();
    }

    @Test
    void what_they_say_is_kept_out_and_answers_to_it_move_to_the_place_or_up() throws IOException {
        forget("@noor@town.example");
        String answer = Files.readString(folder.resolve("feedback/a/mastodon-113702.yml"));
        String place = answer.replaceAll("(?s).*parent: (\\S+).*", "$1");
        List<Diagnostic> told = gather(
                item("113700", "@noor@town.example", Optional.empty()),
                item("113701", "@NOOR@town.example", Optional.of("mastodon-113700")),
                item("113800", "@ben@town.example", Optional.of("mastodon-113701")),
                item("113801", "@noor@town.example", Optional.of("mastodon-113800")),
                item("113802", "@eve@town.example", Optional.of("mastodon-113801")));
        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.severity()).isEqualTo(Severity.NOTICE);
            assertThat(notice.message()).contains("3 answers of people who asked to be forgotten");
        });
        assertThat(TestSite.contains(folder.resolve("feedback"), "@noor")).isEmpty();
        assertThat(TestSite.contains(folder.resolve("feedback"), "113701")).isEmpty();
        assertThat(Files.readString(folder.resolve("feedback/a/mastodon-113800.yml")))
                .contains("parent: " + place);
        assertThat(Files.readString(folder.resolve("feedback/a/mastodon-113802.yml")))
                .contains("parent: mastodon-113800");
        assertThat(site.problems()).isEmpty();
    }

    @Test
    void what_a_merge_brings_back_is_left_out_of_the_site_and_told_and_can_be_forgotten_again() throws IOException {
        forget("@noor@town.example");
        site.file("feedback/a/mastodon-113900.yml", noor("113900", "<p>We sang at the fair</p>", ""));
        site.build();
        assertThat(site.problems())
                .singleElement()
                .asString()
                .startsWith("feedback/a/mastodon-113900.yml: warning: it is back");
        assertThat(TestSite.contains(folder.resolve("target"), "sang at the fair"))
                .isEmpty();
        assertThat(forget("a/mastodon-113900").items()).hasSize(1);
        assertThat(site.problems()).isEmpty();
        assertThat(traces()).isEmpty();
        site.file("feedback/forgotten.yml", "[");
        assertThat(site.problems()).anyMatch(line -> line.startsWith("feedback/forgotten.yml: error: "));
    }

    @Test
    void an_archive_does_not_bring_them_back() throws IOException {
        forget("https://town.example/@noor");
        Path archive = Files.writeString(folder.resolve("export.xml"), """
                <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals"/>
                """);
        assertThat(new Byline()
                        .importFeedback(new ImportRequest(folder, TestSite.NOW, "disqus", archive, Map.of(), false))
                        .succeeded())
                .isTrue();
        Files.delete(archive);
        Files.createDirectories(folder.resolve("isso"));
        Path isso = Files.writeString(folder.resolve("isso/comments.json"), """
                [{"id": "/articles/a/", "title": "A", "comments": [
                  {"id": 1, "author": "Noor Haddad", "website": "https://town.example/@noor", "text": "We sang at the fair",
                   "created": "2026-05-02 10:11:12", "mode": 1, "remote_addr": "", "email": ""}]}]
                """);
        var report =
                new Byline().importFeedback(new ImportRequest(folder, TestSite.NOW, "isso", isso, Map.of(), false));
        assertThat(report.reckoning().read()).isEqualTo(1);
        assertThat(report.added()).isZero();
        Files.delete(isso);
        assertThat(traces()).isEmpty();
    }

    @Test
    void one_without_a_name_is_forgotten_by_what_they_said() throws IOException {
        site.file("feedback/b/intake-9.yml", """
                kind: comment
                origin: {source: intake, id: "9"}
                author: {name: Noor Haddad}
                text: Only this
                """);
        assertThat(forget("intake-9").items()).hasSize(1);
        assertThat(folder.resolve("feedback/b/intake-9.yml")).doesNotExist();
        assertThat(folder.resolve("feedback/b/intake-1.yml")).exists();
        Forgotten known = Forgotten.of(folder).orElseThrow();
        assertThat(known.digests()).hasSize(1);
    }

    @Test
    void somebody_who_only_says_to_be_another_does_not_take_that_one_along() {
        site.file("feedback/b/intake-2.yml", """
                kind: comment
                origin: {source: intake, id: "2"}
                author: {name: Mallory, handle: "@mallory@bad.example", url: "https://town.example/@noor"}
                text: Ha
                """);
        assertThat(forget("@mallory@bad.example").items())
                .extracting(Forgetting.Gone::name)
                .containsExactly("b/intake-2");
    }

    @Test
    void what_others_wrote_is_told_and_not_changed() throws IOException {
        site.file("feedback/a/mastodon-113702.yml", ada("113702", "\"@noor@town.example is right\"", "mastodon-113701"))
                .article("c", "title: C\nauthor: giulia-ferri\ndate: 2026-05-01", "One\n\nNoor Haddad wrote to us.\n")
                .file("feedback/gone/mastodon-1.yml", noor("1", "lost", ""));
        String article = Files.readString(folder.resolve("articles/c.md"));
        List<String> told = told(forget("@noor@town.example").diagnostics());
        assertThat(told)
                .anyMatch(line -> line.startsWith("feedback/a/mastodon-113702.yml:6: warning: something here is like"))
                .anyMatch(line -> line.startsWith("articles/c.md:8: warning: "))
                .anyMatch(line -> line.startsWith("feedback/gone/mastodon-1.yml:2: warning: "));
        assertThat(folder.resolve("articles/c.md")).hasContent(article);
        assertThat(folder.resolve("feedback/a/mastodon-113702.yml")).content().contains("@noor@town.example is right");
    }

    @Test
    void who_is_not_here_is_kept_out_all_the_same_and_nonsense_is_told() throws IOException {
        assertThat(forget("@eve@town.example").items()).isEmpty();
        gather(item("5", "@eve@town.example", Optional.empty()));
        assertThat(folder.resolve("feedback/a/mastodon-5.yml")).doesNotExist();
        for (String nonsense : List.of("", "@", "nobody", "a/mastodon-5", "https://", "\u001B[2J", "..")) {
            assertThat(forget(nonsense).succeeded()).isFalse();
        }
    }

    @Test
    void a_dry_run_changes_nothing() {
        Map<String, String> before = TestSite.contents(folder);
        ForgetReport report = new Byline().forget(new ForgetRequest(folder, TestSite.NOW, "noor@town.example", true));
        assertThat(report.items()).hasSize(4);
        assertThat(report.names()).contains("noor@town.example", "town.example/@noor");
        assertThat(TestSite.contents(folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "salt: ''\ndigests: []\n",
                "salt: a\n",
                "<<<<<<< HEAD\nsalt: a\n=======\nsalt: b\n>>>>>>> x\ndigests: [x]\n",
                "[",
                "salt: a\ndigests: [1]\n"
            })
    void a_list_that_cannot_be_read_lets_nobody_back_in(String broken) throws IOException {
        site.file("feedback/forgotten.yml", broken);
        Map<String, String> before = TestSite.contents(folder);
        assertThat(told(gather(item("5", "@eve@town.example", Optional.empty()))))
                .singleElement()
                .asString()
                .startsWith("feedback/forgotten.yml: error: it cannot be understood, so nobody is asked");
        assertThat(forget("@noor@town.example").succeeded()).isFalse();
        assertThat(TestSite.contents(folder)).isEqualTo(before);
    }

    @Test
    void a_disk_that_refuses_in_the_middle_is_told_and_the_next_run_finishes() throws IOException {
        site.file("feedback/a/.mastodon-113702.yml.swp/in-the-way.swp", "");
        ForgetReport report = forget("@noor@town.example");
        assertThat(report.succeeded()).isFalse();
        assertThat(told(report.diagnostics())).anyMatch(line -> line.contains("run it again"));
        TestSite.delete(folder.resolve("feedback/a/.mastodon-113702.yml.swp"));
        assertThat(told(forget("@noor@town.example").diagnostics())).isEmpty();
        assertThat(traces()).isEmpty();
    }

    @Test
    void the_list_names_nobody_and_keeps_its_order() throws IOException {
        forget("@noor@town.example");
        String list = Files.readString(folder.resolve("feedback/forgotten.yml"), StandardCharsets.UTF_8);
        assertThat(list).matches("salt: [0-9a-f]{32}\ndigests:\n(?:- [0-9a-f]{64}\n)+");
        List<String> digests =
                list.lines().filter(line -> line.startsWith("- ")).toList();
        assertThat(digests).isSorted();
        forget("@eve@town.example");
        assertThat(Files.readString(folder.resolve("feedback/forgotten.yml")))
                .contains(list.substring(0, 38))
                .contains(digests);
    }
}
