package dev.byline.credits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.BuildRequest;
import dev.byline.Byline;
import dev.byline.CreditsReport;
import dev.byline.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every author of every piece is credited on every surface, as a built site says when it is read back. */
final class MatrixTest {
    private static final List<String> NAMES = List.of(
            "Giulia Ferri",
            "Zoë O'Hara & Sons",
            "Ann <b>Bold</b>",
            "أمينة رحيمي",
            "שרה לוי",
            "山田 花子",
            "Ольга Белова",
            "Giulia Ferri",
            "\"Quoted\" Name",
            "Jean-Luc d'Arc");

    private static final List<String> HANDLES = List.of(
            "mastodon: \"@a%d@social.example\"",
            "bluesky: a%d.example.com",
            "x: {handle: a_%d, use: work}",
            "linkedin: in/a-%d",
            "github: a-%d",
            "website: https://a%d.example/",
            "x: {handle: private_%d, use: personal}");

    @TempDir
    private Path folder;

    private static List<String> missing(CreditsReport report) {
        assertThat(report.diagnostics()).isEmpty();
        List<String> missing = new ArrayList<>();
        for (Matrix.Row row : report.matrix().rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                String surface = report.matrix().surfaces().get(i);
                row.cells()
                        .get(i)
                        .filter(cell -> !cell.isFull())
                        .ifPresent(cell -> missing.add(row.article() + " on " + surface + ": " + cell.missing()));
            }
        }
        return missing;
    }

    private static CreditsReport credits(Path site, Path output, Path drafts) {
        return new Byline().credits(site, TestSite.NOW, output, drafts);
    }

    @Test
    void the_blog_in_content_credits_everybody_everywhere() {
        Path site = Path.of("..", "content");
        BuildRequest request = BuildRequest.of(site, TestSite.NOW)
                .into(folder.resolve("site"), folder.resolve("drafts"))
                .keepingIn(folder.resolve("cache"))
                .asPreview();
        assertThat(new Byline().build(request).succeeded()).isTrue();
        CreditsReport report = credits(site, folder.resolve("site"), folder.resolve("drafts"));
        assertThat(missing(report)).isEmpty();
        assertThat(report.matrix().surfaces())
                .startsWith(
                        "page",
                        "list",
                        "author page",
                        "h-card",
                        "JSON-LD",
                        "Open Graph",
                        "fediverse:creator",
                        "RSS",
                        "Atom",
                        "JSON Feed",
                        "share card",
                        "e-mail",
                        "Mastodon",
                        "Bluesky",
                        "X",
                        "LinkedIn");
        assertThat(report.succeeded()).isTrue();
    }

    @Test
    void a_credit_that_is_taken_out_of_any_file_is_missed() throws IOException {
        TestSite site = TestSite.in(folder)
                .file("authors/zoe.yml", "name: Zoë Quill\nhandles: {mastodon: \"@zoe@code.example\"}")
                .article("a", "title: A\nauthors: [giulia-ferri, zoe]\ndate: 2026-05-01", "Text.");
        assertThat(site.build().succeeded()).isTrue();
        assertThat(missing(credits(site.folder(), site.output(), site.drafts())))
                .isEmpty();
        for (String file : List.of(
                "site/articles/a/index.html",
                "site/index.html",
                "site/authors/zoe/index.html",
                "site/feed.xml",
                "site/atom.xml",
                "site/feed.json",
                "site/articles/a/share-card.png",
                "drafts/a/newsletter.eml",
                "drafts/a/giulia-ferri.mastodon.md")) {
            Path path = site.output().getParent().resolve(file);
            byte[] before = Files.readAllBytes(path);
            Files.writeString(path, "nobody");
            assertThat(missing(credits(site.folder(), site.output(), site.drafts())))
                    .as(file)
                    .isNotEmpty();
            Files.write(path, before);
        }
    }

    @Test
    void a_site_that_was_not_built_is_told_so() {
        TestSite site = TestSite.in(folder);
        assertThat(credits(site.folder(), folder.resolve("none"), folder.resolve("none"))
                        .diagnostics())
                .extracting(Object::toString)
                .singleElement()
                .asString()
                .endsWith("there is no built site; run byline build first");
    }

    /** Each site has its own people, languages and pieces; the seed is fixed, so that a failure comes again. */
    @Test
    void five_hundred_random_sites_credit_everybody_everywhere() throws IOException {
        Random random = new Random(20260601);
        for (int i = 0; i < 500; i++) {
            Path each = folder.resolve("site-" + i);
            TestSite site = site(each, random);
            assertThat(site.problems()).as("site %d", i).isEmpty();
            assertThat(missing(credits(site.folder(), site.output(), site.drafts())))
                    .as("site %d", i)
                    .isEmpty();
            TestSite.delete(each);
        }
        System.out.println("Random sites with every author credited on every surface: 500 of 500");
    }

    private static TestSite site(Path folder, Random random) {
        TestSite site = TestSite.in(folder);
        int people = 1 + random.nextInt(5);
        for (int i = 0; i < people; i++) {
            site.file("authors/person-" + i + ".yml", author(i, random));
        }
        int pieces = 1 + random.nextInt(3);
        for (int i = 0; i < pieces; i++) {
            List<String> authors = IntStream.range(0, people)
                    .filter(author -> random.nextBoolean())
                    .mapToObj(author -> "person-" + author)
                    .toList();
            String shown = authors.isEmpty() ? "person-0" : String.join(", ", authors);
            site.article(
                    "piece-" + i,
                    "title: Piece " + i + (random.nextBoolean() ? " über Öl & mehr" : "") + "\nauthors: [" + shown
                            + "]\ndate: 2026-05-0" + (i + 1)
                            + (random.nextInt(4) == 0 ? "\nlanguage: it" : "")
                            + (random.nextInt(6) == 0 ? "\nunlisted: true" : "")
                            + (random.nextBoolean() ? "\ntags: [oil]" : ""),
                    "A text, long enough to be told again somewhere else.");
        }
        return site;
    }

    private static String author(int number, Random random) {
        StringBuilder file = new StringBuilder("name: '")
                .append(NAMES.get(random.nextInt(NAMES.size())).replace("'", "''"))
                .append("'\n");
        if (random.nextInt(3) == 0) {
            file.append("email: a").append(number).append("@example.com\n");
        }
        StringBuilder handles = new StringBuilder();
        List<String> networks = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String line = HANDLES.get(random.nextInt(HANDLES.size())).formatted(number);
            String network = line.substring(0, line.indexOf(':'));
            if (!networks.contains(network)) {
                networks.add(network);
                handles.append("  ").append(line).append('\n');
            }
        }
        return handles.isEmpty() ? file.toString() : file + "handles:\n" + handles;
    }
}
