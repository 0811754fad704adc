package dev.byline.feedback;

import dev.byline.TestSite;
import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.site.Site;
import dev.byline.source.SiteFolder;
import dev.byline.understand.Understanding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A site with one article, {@code a}, and one source that gathers from a web which a test writes. */
final class GatherScene {
    final FakeWeb web = new FakeWeb();
    final TestSite site;
    private final Path folder;
    private final Function<Web, FeedbackSource> source;
    private List<String> told = List.of();

    /**
     * Begins.
     *
     * @param syndication where the article is told
     */
    GatherScene(Path folder, String syndication, Function<Web, FeedbackSource> source) {
        this.folder = folder;
        this.source = source;
        this.site = TestSite.in(folder)
                .article(
                        "a",
                        "title: A\nauthor: giulia-ferri\ndate: 2026-05-01"
                                + (syndication.isEmpty() ? "" : "\nsyndication: [\"" + syndication + "\"]"),
                        "x");
    }

    /** The site as it is now; fails if there is anything to say about it. */
    Site read() {
        Diagnostics diagnostics = new Diagnostics();
        Site read = Understanding.of(new SiteFolder(folder, diagnostics).read(), TestSite.NOW, diagnostics)
                .orElseThrow();
        if (!diagnostics.all().isEmpty()) {
            throw new AssertionError(diagnostics.all().toString());
        }
        return read;
    }

    Gatherer.Report gather() {
        return gather(false);
    }

    /** Gathers; fails if what is in files cannot be read again without a warning. */
    Gatherer.Report gather(boolean all) {
        Gatherer.Report report = gather(read(), all);
        read();
        return report;
    }

    /** Gathers for a site as it was read. */
    Gatherer.Report gather(Site known, boolean all) {
        try {
            Diagnostics diagnostics = new Diagnostics();
            Memory memory = new Memory(web, Seen.of(folder));
            Map<String, String> articles = new TreeMap<>(Map.of("/articles/a/", "a"));
            Gatherer.Report report = new Gatherer(
                            folder,
                            known,
                            new Addresses(URI.create("https://blog.example.com/"), articles),
                            List.of(source.apply(memory)),
                            memory,
                            TestSite.NOW,
                            diagnostics)
                    .gather(Instant.MIN, all);
            told = diagnostics.all().stream().map(Diagnostic::toString).toList();
            return report;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the last round told of. */
    String told() {
        return String.join("\n", told);
    }

    /** All files of answers, by name without extension. */
    Map<String, String> files() {
        Path answers = folder.resolve("feedback/a");
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(answers)) {
            TestSite.contents(answers).keySet().forEach(name -> files.put(name.replace(".yml", ""), read(name)));
        }
        return files;
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve("feedback/a").resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The one file that holds a word. */
    String fileWith(String word) {
        List<String> found =
                files().values().stream().filter(text -> text.contains(word)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " files hold " + word + ": " + files());
        }
        return found.get(0);
    }
}
