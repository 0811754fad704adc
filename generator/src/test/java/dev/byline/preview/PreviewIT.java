package dev.byline.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.BuildReport;
import dev.byline.BuildRequest;
import dev.byline.Byline;
import dev.byline.PreviewRequest;
import dev.byline.RunningPreview;
import dev.byline.TestSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is edited, the preview answers; and whenever the site is sound, its pages are those of a clean build. */
final class PreviewIT {
    private static final int EDITS = 500;
    private static final int BETWEEN_CHECKPOINTS = 20;
    private static final Duration CONVERGENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final Random random = new Random(20_260_601);
    private final HttpClient client = HttpClient.newHttpClient();
    /** What is wrong now, and how it is mended. */
    private final List<Mending> toMend = new ArrayList<>();

    private TestSite site;
    private PreviewRequest request;
    private RunningPreview preview;

    /** Makes a file sound again. */
    private interface Mending {
        void run() throws IOException;
    }

    @Test
    void whatever_is_edited_the_pages_become_those_of_a_clean_build() throws Exception {
        site = TestSite.in(folder.resolve("site"));
        for (int i = 0; i < 6; i++) {
            piece("p" + i, "giulia-ferri", "Text " + i);
        }
        request = PreviewRequest.of(site.folder(), () -> TestSite.NOW).on(18_480, false);
        preview = new Byline().preview(request).running().orElseThrow();
        try {
            for (int edit = 1; edit <= EDITS; edit++) {
                edit(edit);
                pause();
                if (edit % 10 == 0) {
                    assertThat(get("/").statusCode()).isIn(200, 404, 503);
                    assertThat(get("/articles/p1/").statusCode()).isIn(200, 404, 503);
                }
                if (edit % BETWEEN_CHECKPOINTS == 0) {
                    for (Mending mending : toMend) {
                        mending.run();
                    }
                    toMend.clear();
                    converges(edit);
                }
            }
        } finally {
            preview.close();
        }
    }

    private void edit(int number) throws IOException {
        String id = "p" + random.nextInt(12);
        Path file = site.folder().resolve("articles/" + id + ".md");
        switch (random.nextInt(12)) {
            case 0 -> breakFrontMatter(id);
            case 1 -> rename(file, site.folder().resolve("articles/p" + random.nextInt(12) + ".md"));
            case 2 -> deleteFolder();
            case 3 ->
                site.file(
                        "authors/new-" + number % 5 + ".yml",
                        "name: New " + number + "\nhandles: {x: new" + number + "}\n");
            case 4 -> breakTemplate();
            case 5 -> site.file("static/files/f" + random.nextInt(5) + ".txt", "File " + number);
            case 6 -> Files.deleteIfExists(site.folder().resolve("static/files/f" + random.nextInt(5) + ".txt"));
            case 7 -> site.file("templates/css/site.css", ".x" + number + "{color:red}");
            case 8 ->
                site.article(
                        "deep/" + number % 3 + "/q" + random.nextInt(3),
                        "title: Deep " + number + "\nauthor: zoe-o-hara\ndate: 2026-04-01\ndraft: "
                                + random.nextBoolean() + "\nslug: deep-" + number,
                        "Deep.");
            case 9 -> saveBeside(id, "Beside " + number);
            default -> piece(id, random.nextBoolean() ? "giulia-ferri" : "marco-neri", "Edit " + number);
        }
    }

    private void piece(String id, String author, String body) {
        site.article(id, "title: Piece " + id + "\nauthor: " + author + "\ndate: 2026-05-01", body);
    }

    private void breakFrontMatter(String id) {
        site.article(id, "title: [Piece\nauthor: nobody", "Broken.");
        toMend.add(() -> piece(id, "giulia-ferri", "Mended."));
    }

    private void breakTemplate() {
        site.file("templates/parts/footer.ftl", "<#if");
        toMend.add(() -> Files.deleteIfExists(site.folder().resolve("templates/parts/footer.ftl")));
    }

    /** A file that was renamed onto a broken one's place may still be broken: it is mended by its own name then. */
    private void rename(Path from, Path to) throws IOException {
        if (Files.exists(from) && !from.equals(to)) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
            String id = to.getFileName().toString().replace(".md", "");
            if (Files.readString(to).contains("author: nobody")) {
                toMend.add(() -> piece(id, "giulia-ferri", "Mended."));
            }
            // Nobody mends what is gone.
            toMend.add(() -> {
                if (random.nextBoolean()) {
                    Files.deleteIfExists(from);
                }
            });
        }
    }

    private void deleteFolder() throws IOException {
        for (String name : List.of("articles/deep", "static/files")) {
            Path deleted = site.folder().resolve(name);
            if (Files.isDirectory(deleted) && random.nextBoolean()) {
                TestSite.delete(deleted);
            }
        }
    }

    private void saveBeside(String id, String body) throws IOException {
        Path file = site.folder().resolve("articles/" + id + ".md");
        piece(id + ".tmp", "giulia-ferri", body);
        Files.move(
                site.folder().resolve("articles/" + id + ".tmp.md"),
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void pause() throws InterruptedException {
        if (random.nextInt(4) == 0) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create(preview.address()).resolve(path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private void converges(int edit) throws Exception {
        Path clean = folder.resolve("clean-" + edit);
        BuildRequest once = BuildRequest.ofPreview(site.folder(), TestSite.NOW)
                .into(clean.resolve("site"), clean.resolve("drafts"))
                .keepingIn(clean.resolve("cache"));
        BuildReport report = new Byline().build(once);
        assertThat(report.succeeded())
                .as("after edit %d: %s", edit, report.diagnostics())
                .isTrue();
        long end = System.nanoTime() + CONVERGENCE.toNanos();
        while (!differences(once).isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(differences(once)).as("after edit %d", edit).isEmpty();
        TestSite.delete(clean);
    }

    /** The files that are not as a clean build makes them. */
    private Set<String> differences(BuildRequest clean) throws InterruptedException {
        BuildRequest shown = BuildRequest.ofPreview(site.folder(), TestSite.NOW);
        Set<String> different = new TreeSet<>(differences(pages(clean.output()), pages(shown.output())));
        different.addAll(differences(pages(clean.drafts()), pages(shown.drafts())));
        return different;
    }

    private static Set<String> differences(Map<String, String> wanted, Map<String, String> found) {
        Set<String> names = new TreeSet<>(wanted.keySet());
        names.addAll(found.keySet());
        names.removeIf(name -> Objects.equals(wanted.get(name), found.get(name)));
        return names;
    }

    /** Whole files only: one may be replaced while we read. */
    private static Map<String, String> pages(Path root) throws InterruptedException {
        while (true) {
            try {
                Map<String, String> pages = TestSite.contents(root);
                pages.keySet().removeIf(name -> name.startsWith(".byline"));
                return pages;
            } catch (UncheckedIOException moved) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
    }
}
