package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** A personal handle is in no byte that is written, wherever and however its owner wrote it down. */
final class PersonalHandlesTest {
    /** How a handle can be written on each network; {@code %s} is the name in it. */
    private static final Map<String, List<String>> SPELLINGS = Map.of(
            "mastodon", List.of("@%s@social.example", "%s@social.example", "https://social.example/@%s"),
            "bluesky", List.of("%s.example.com", "@%s.example.com", "https://bsky.app/profile/%s.example.com"),
            "x", List.of("%s", "@%s", "https://x.com/%s", "https://twitter.com/%s"),
            "linkedin", List.of("in/%s", "https://www.linkedin.com/in/%s/"),
            "github", List.of("%s", "https://github.com/%s"),
            "telegram", List.of("%s", "@%s", "https://t.me/%s"),
            "matrix", List.of("@%s:example.org", "https://matrix.to/#/@%s:example.org"),
            "website", List.of("https://%s.example/", "https://example.org/%s"));

    /**
     * One handle.
     *
     * @param name what nobody may find
     */
    record Written(String network, String spelling, String name, boolean published) {
        String line() {
            return network + ": {handle: \"" + handle() + "\", use: personal" + (published ? ", publish: true}" : "}");
        }

        String handle() {
            return spelling.formatted(name);
        }
    }

    @Provide
    Arbitrary<List<Written>> handles() {
        Arbitrary<String> letters = Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofLength(8)
                .withoutEdgeCases()
                .map(end -> "qz" + end);
        Arbitrary<Written> one = Arbitraries.of(
                        SPELLINGS.keySet().stream().sorted().toList())
                .flatMap(network -> Combinators.combine(
                                Arbitraries.of(SPELLINGS.get(network)),
                                letters,
                                Arbitraries.of(true, false, false),
                                Arbitraries.of(true, false))
                        .as((spelling, name, published, capitals) -> new Written(
                                network,
                                spelling,
                                capitals && !network.equals("matrix")
                                        ? "Qz" + name.substring(2, 5).toUpperCase(Locale.ROOT) + name.substring(5)
                                        : name,
                                published)));
        return one.list().ofMinSize(1).ofMaxSize(5).uniqueElements(Written::network);
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void what_is_not_published_is_nowhere(
            @ForAll("handles") List<Written> alone, @ForAll("handles") List<Written> beside, @ForAll boolean first)
            throws IOException {
        List<String> names = Stream.concat(alone.stream(), beside.stream())
                .map(handle -> handle.name().toLowerCase(Locale.ROOT))
                .toList();
        Assume.that(Set.copyOf(names).size() == names.size());
        Path folder = Files.createTempDirectory("handles");
        try {
            TestSite site = site(folder, alone, beside, first);
            assertThat(site.problems()).isEmpty();
            Stream.concat(alone.stream(), beside.stream()).forEach(handle -> {
                assertThat(holding(site.output(), handle.name()).isEmpty())
                        .as("%s in the site", handle)
                        .isEqualTo(!handle.published());
                if (!handle.published()) {
                    assertThat(holding(site.drafts(), handle.name()))
                            .as("%s in the drafts", handle)
                            .isEmpty();
                }
            });
        } finally {
            TestSite.delete(folder);
        }
    }

    /** Authors alone and together, one with a work handle before or behind; and each answers from a personal one. */
    private static TestSite site(Path folder, List<Written> alone, List<Written> beside, boolean first) {
        TestSite site = TestSite.in(folder);
        String lines = beside.stream().map(one -> "  " + one.line() + "\n").reduce("", String::concat);
        String work = "  codeberg: at-work\n";
        site.file(
                "authors/marco-neri.yml",
                "name: Marco Neri\nhandles:\n"
                        + alone.stream().map(one -> "  " + one.line() + "\n").reduce("", String::concat));
        site.file("authors/ada-late.yml", "name: Ada Late\nhandles:\n" + (first ? work + lines : lines + work));
        site.article("solo", "title: Solo\nauthor: marco-neri\ndate: 2026-05-01", "By @marco-neri.");
        site.article(
                "duo",
                "title: Duo\nauthors: [ada-late, marco-neri, giulia-ferri]\ndate: 2026-05-02",
                "With @ada-late and @giulia-ferri.");
        List<Written> answering = new ArrayList<>(alone);
        answering.addAll(beside);
        for (int i = 0; i < answering.size(); i++) {
            Written one = answering.get(i);
            if (!one.published()) {
                site.file("feedback/duo/answer-" + i + ".yml", """
                        kind: %s
                        origin: {source: %s, id: "%d", url: "https://social.example/@%s/1"}
                        author: {name: "%s", handle: "%s"}
                        published: 2026-05-03T10:00:00Z
                        format: plain
                        text: From home.
                        moderation: approved
                        """.formatted(
                                i % 2 == 0 ? "reply" : "like", one.network(), i, one.name(), one.name(), one.handle()));
            }
        }
        return site;
    }

    /** Files whose bytes or names hold a word, in whatever case. */
    private static List<String> holding(Path root, String word) {
        String sought = word.toLowerCase(Locale.ROOT);
        return TestSite.contents(root).entrySet().stream()
                .filter(file -> (file.getKey() + file.getValue())
                        .toLowerCase(Locale.ROOT)
                        .contains(sought))
                .map(Map.Entry::getKey)
                .toList();
    }
}
