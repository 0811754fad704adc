package dev.byline.social;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.network.Networks;
import dev.byline.network.PostNetwork;
import dev.byline.page.Routes;
import dev.byline.site.Account;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Body;
import dev.byline.site.FeedFormat;
import dev.byline.site.Feedback;
import dev.byline.site.Handle;
import dev.byline.site.Html;
import dev.byline.site.Localized;
import dev.byline.site.Newsletter;
import dev.byline.site.Prose;
import dev.byline.site.Server;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import dev.byline.site.Syndication;
import dev.byline.site.TakenDraft;
import dev.byline.site.Term;
import dev.byline.theme.Messages;
import dev.byline.theme.Templates;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever the piece is called and whoever wrote it: no draft exceeds its network, and none loses its link. */
final class DraftsTest {
    private static final Templates TEMPLATES = new Templates(Optional.empty());

    /** An address in a caption is none: readers find it in the profile. */
    private static final Set<String> WITHOUT_LINK = Set.of("instagram");

    private static final List<String> SCRIPTS = List.of(
            "abcdefghijk ",
            "ÀÉÎõüß ",
            "абвгдежз ",
            "αβγδεζ ",
            "אבגדה ",
            "ابتثج ",
            "कखगघि ",
            "กขคงจ ",
            "日本語文字",
            "한국어문자 ",
            "👨‍👩‍👧‍👦🇮🇹👍🏽1️⃣ ",
            "e\u0301a\u0308\u0323 ",
            "#@.:/&<> ",
            "example.com ");

    @Property(tries = 10_000)
    void no_post_is_over_its_limit_and_each_draft_holds_the_link(
            @ForAll("pieces") Piece piece, @ForAll("networks") PostNetwork network, @ForAll boolean thread) {
        for (Draft draft : drafts(piece, List.of(network), thread)) {
            assertThat(draft.parts())
                    .allSatisfy(post -> assertThat(draft.network().fits(post))
                            .as(draft.path() + ": " + post)
                            .isTrue());
            if (!WITHOUT_LINK.contains(network.id())) {
                assertThat(draft.text()).contains(draft.article().slug() + "/");
            }
        }
    }

    @Property(tries = 2_000)
    void whatever_little_a_server_allows_there_is_a_draft_that_fits_or_a_warning(
            @ForAll("pieces") Piece piece,
            @ForAll("tellingServers") PostNetwork network,
            @ForAll @IntRange(min = 1, max = 120) int characters,
            @ForAll boolean thread) {
        Diagnostics diagnostics = new Diagnostics();
        Server server =
                new Server("social.example", OptionalInt.of(characters), OptionalInt.empty(), OptionalInt.empty());
        List<Draft> drafts = drafts(piece, List.of(network), thread, Map.of("social.example", server), diagnostics);
        assertThat(drafts).allSatisfy(draft -> {
            assertThat(draft.network().limit()).isEqualTo(characters);
            assertThat(draft.parts()).allMatch(draft.network()::fits);
        });
        assertThat(diagnostics.hasErrors()).isFalse();
        if (drafts.isEmpty()) {
            assertThat(diagnostics.all()).isNotEmpty();
        }
    }

    @Property(tries = 100)
    void each_draft_of_a_piece_of_ordinary_length_names_every_other_author(@ForAll("ordinary") Piece piece) {
        for (Draft draft : drafts(piece, Networks.posting(), false)) {
            for (int i = 0; i < draft.credits().size(); i++) {
                boolean own = !draft.account().isCompany()
                        && draft.article()
                                .authors()
                                .get(i)
                                .id()
                                .equals(draft.account().id());
                if (!own) {
                    assertThat(draft.text()).contains(draft.credits().get(i));
                }
            }
        }
    }

    @Property(tries = 100)
    void the_file_of_a_draft_is_read_back_as_it_was(@ForAll("pieces") Piece piece) {
        for (Draft draft : drafts(piece, Networks.posting(), true)) {
            String file = new String(draft.file(), StandardCharsets.UTF_8);
            assertThat(file).startsWith("---\n").endsWith("---\n" + draft.text() + "\n");
        }
    }

    @Property(tries = 50)
    void a_thread_tells_summary_and_first_paragraph_in_numbered_posts(@ForAll("ordinary") Piece piece) {
        Piece longer = new Piece(piece.title(), piece.summary().repeat(12) + ".", "", List.of(), piece.names());
        for (Draft draft : drafts(longer, List.of(network("bluesky")), true)) {
            if (draft.account().isCompany()) {
                // It leaves what a piece says to those who wrote it.
                assertThat(draft.text()).doesNotContain("The lead.");
                continue;
            }
            List<String> posts = draft.parts();
            assertThat(posts).hasSizeGreaterThan(1);
            for (int i = 0; i < posts.size(); i++) {
                assertThat(posts.get(i)).endsWith(" (" + (i + 1) + "/" + posts.size() + ")");
            }
            assertThat(draft.text()).contains("The lead.", "\n" + TakenDraft.SEPARATOR + "\n");
        }
    }

    private static PostNetwork network(String id) {
        return Networks.postingById(id).orElseThrow();
    }

    @Provide
    Arbitrary<PostNetwork> networks() {
        return Arbitraries.of(Networks.posting());
    }

    @Provide
    Arbitrary<PostNetwork> tellingServers() {
        return Arbitraries.of("mastodon", "akkoma", "gotosocial", "pixelfed").map(DraftsTest::network);
    }

    record Piece(String title, String summary, String question, List<String> tags, List<String> names) {}

    @Provide
    Arbitrary<Piece> pieces() {
        return Combinators.combine(
                        text(1, 400),
                        text(0, 900),
                        text(0, 200),
                        text(1, 30).list().ofMaxSize(8),
                        names())
                .as(Piece::new);
    }

    @Provide
    Arbitrary<Piece> ordinary() {
        return Combinators.combine(
                        words(3, 9),
                        words(8, 30),
                        words(0, 9),
                        words(1, 2).list().ofMaxSize(5),
                        names())
                .as(Piece::new);
    }

    private static Arbitrary<List<String>> names() {
        return Arbitraries.of("Giulia Ferri", "Zoë O'Hara", "Łukasz Żak", "محمد", "山田 太郎")
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static Arbitrary<String> words(int least, int most) {
        return Arbitraries.of("people", "answer", "slowly", "newsroom", "coffee", "why", "it", "matters")
                .list()
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(words -> String.join(" ", words));
    }

    private static Arbitrary<String> text(int least, int most) {
        return Arbitraries.of(SCRIPTS)
                .flatMap(script -> Arbitraries.of(dev.byline.network.Graphemes.of(script))
                        .list()
                        .ofMinSize(least)
                        .ofMaxSize(most)
                        .map(clusters -> String.join("", clusters)))
                .map(text -> text.isBlank() && least > 0 ? "x" : text);
    }

    private static List<Draft> drafts(Piece piece, List<PostNetwork> networks, boolean thread) {
        Diagnostics diagnostics = new Diagnostics();
        List<Draft> drafts = drafts(piece, networks, thread, Map.of(), diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        assertThat(drafts).hasSizeGreaterThanOrEqualTo(networks.size());
        return drafts;
    }

    private static List<Draft> drafts(
            Piece piece,
            List<PostNetwork> networks,
            boolean thread,
            Map<String, Server> servers,
            Diagnostics diagnostics) {
        Settings settings = settings(networks);
        List<Author> authors = new ArrayList<>();
        for (int i = 0; i < piece.names().size(); i++) {
            authors.add(author(i, piece.names().get(i)));
        }
        Article article = article(piece, authors, thread);
        Site site = new Site(
                settings,
                Instant.parse("2026-06-01T00:00:00Z"),
                authors,
                List.of(article),
                List.of(),
                servers,
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of());
        Messages messages = new Messages(List.of(Locale.ENGLISH), Optional.empty(), diagnostics);
        TextTemplates fill = (name, language, model) -> {
            Map<String, Object> all = new LinkedHashMap<>(model);
            all.put("t", messages.words(language));
            return TEMPLATES
                    .render(name, language, all, diagnostics)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        };
        Prose prose = new Prose(Html.EMPTY, List.of(), 1, 1, "The lead.");
        return new Drafts(site, new Routes(settings), Map.of("piece", prose), fill, diagnostics).compose();
    }

    private static Settings settings(List<PostNetwork> networks) {
        Account company = new Account("acme", "Acme", Optional.empty(), List.of(), handles("acme"));
        return new Settings(
                Localized.of("T"),
                Localized.NONE,
                Localized.NONE,
                URI.create("https://blog.example.com/"),
                ZoneOffset.UTC,
                List.of(Locale.ENGLISH),
                "/articles/:slug/",
                new Settings.Organization("Acme", Optional.empty(), Optional.empty()),
                List.of(company),
                networks.stream().map(PostNetwork::id).toList(),
                12,
                new Settings.Feeds(
                        20,
                        60,
                        Localized.NONE,
                        Settings.Feeds.Subjects.TOPICS,
                        List.of(),
                        List.of(FeedFormat.RSS),
                        true,
                        Settings.Feeds.Content.FULL),
                Settings.Make.EVERYTHING,
                new Settings.Answers(
                        Feedback.Moderation.PENDING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Settings.Rules.NONE),
                new Settings.Writing(true, true),
                Settings.Drafting.USUAL,
                new Settings.Frame(List.of(), List.of(), Newsletter.NONE, Map.of()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Place.of("site.yml"));
    }

    private static List<Handle> handles(String name) {
        return Networks.posting().stream()
                .map(network -> handle(
                        network.id(),
                        switch (network.id()) {
                            case "mastodon", "akkoma", "gotosocial", "pixelfed", "lemmy" ->
                                "@" + name + "@social.example";
                            case "bluesky" -> "@" + name + ".example.com";
                            case "linkedin" -> "in/" + name;
                            case "reddit" -> "u/" + name;
                            case "nostr" -> "npub10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptg";
                            case "slack", "discord", "teams" -> "#blog";
                            default -> "@" + name;
                        }))
                .toList();
    }

    private static Handle handle(String network, String name) {
        return new Handle(network, name, Optional.empty(), Handle.Use.WORK, true, Place.of("site.yml"));
    }

    /** Every second author has handles; the others are credited by name. */
    private static Author author(int index, String name) {
        return new Author(
                "author-" + index,
                name,
                Localized.NONE,
                Localized.NONE,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                index % 2 == 0 ? handles("author" + index) : List.of(),
                List.of(),
                Place.of("authors/author-" + index + ".yml"));
    }

    private static Article article(Piece piece, List<Author> authors, boolean thread) {
        return new Article(
                "piece",
                Place.of("articles/piece.md"),
                Map.of(),
                piece.title(),
                authors,
                Optional.of(Instant.parse("2026-05-01T00:00:00Z").atZone(ZoneOffset.UTC)),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                "the-slug",
                Locale.ENGLISH,
                Optional.empty(),
                Optional.empty(),
                piece.tags().stream()
                        .map(tag -> new Term(Term.Taxonomy.TAG, tag, "t"))
                        .toList(),
                Optional.empty(),
                piece.summary(),
                Optional.empty(),
                List.of(),
                true,
                Optional.empty(),
                piece.question(),
                false,
                Optional.empty(),
                Networks.posting().stream()
                        .collect(Collectors.toMap(
                                PostNetwork::id,
                                network -> new Syndication(
                                        true,
                                        Optional.empty(),
                                        List.of(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        thread,
                                        Optional.empty(),
                                        Optional.empty()))),
                List.of(),
                Map.of(),
                new Body("", 1));
    }
}
