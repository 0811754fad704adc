package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A small site on disk, written by a test. */
public final class TestSite {
    /** The moment of every build unless a test says otherwise. */
    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Path folder;

    private TestSite(Path folder) {
        this.folder = folder;
    }

    /** A site with two languages, a company account and three authors on different networks. */
    public static TestSite in(Path folder) {
        return new TestSite(folder)
                .file("site.yml", """
                        title: The Blog
                        description: What we think.
                        url: https://blog.example.com/
                        timeZone: Europe/Rome
                        languages: [en, it]
                        accounts:
                          acme:
                            name: Acme
                            handles: {mastodon: "@acme@social.example", bluesky: acme.example, x: acme_x, linkedin: company/acme}
                        """)
                .file("authors/giulia-ferri.yml", """
                        name: Giulia Ferri
                        role: Head of roasting
                        bio: Fourteen years behind a drum roaster.
                        handles:
                          mastodon: "@giulia@social.example"
                          linkedin: in/giulia-ferri
                          x: {handle: giulia_private, use: personal}
                        """)
                .file("authors/marco-neri.yml", """
                        name: Marco Neri
                        handles: {bluesky: marco.example.com, x: marco_neri}
                        """)
                .file("authors/zoe-o-hara.yml", """
                        name: Zoë O'Hara & Sons
                        handles: {github: zoe, mastodon: "@zoe@code.example"}
                        """);
    }

    /** Writes a file, with what stands around it. */
    public TestSite file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes an article with this front matter and body. */
    public TestSite article(String id, String frontMatter, String body) {
        return file("articles/" + id + ".md", "---\n" + frontMatter.strip() + "\n---\n" + body);
    }

    public Path folder() {
        return folder;
    }

    public Path output() {
        return BuildRequest.defaultOutput(folder);
    }

    public Path drafts() {
        return BuildRequest.defaultDrafts(folder);
    }

    public BuildReport build() {
        return build(NOW);
    }

    public BuildReport build(Instant at) {
        return new Byline().build(BuildRequest.of(folder, at));
    }

    /** The diagnostics of a build, a line each. */
    public List<String> problems() {
        return build().diagnostics().stream().map(Diagnostic::toString).toList();
    }

    /** A file of the output. */
    public String page(String path) {
        return read(output().resolve(path));
    }

    /** A file of the drafts' folder. */
    public String draft(String path) {
        return read(drafts().resolve(path));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Every file below a folder with its bytes, but for what only coordinates builds. */
    public static Map<String, String> contents(Path root) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(file -> !("/" + file).contains("/.byline/"))
                    .forEach(file -> files.put(file.toString(), bytes(root.resolve(file))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return files;
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The files below a folder that hold a word. */
    public static List<String> contains(Path root, String word) {
        return contents(root).entrySet().stream()
                .filter(file -> file.getValue().contains(word))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Removes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
