package dev.byline.source;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.site.ImageFormat;
import dev.byline.site.Newsletter;
import dev.byline.site.StaticFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A site's folder, read whole.
 *
 * <p>Symbolic links are followed inside the folder only: one that leads out of it could publish anything.
 */
public final class SiteFolder {
    /** What servers allow, as they told. */
    public static final String SERVERS = "networks.yml";

    private static final String SETTINGS = "site.yml";

    /** How far each source was heard: nothing of the site. */
    private static final String GATHERED = "feedback/gathered.yml";

    /** Digests of those who asked to be forgotten: nothing of the site either. */
    private static final String FORGOTTEN = "feedback/forgotten.yml";

    private final Path root;
    private final Diagnostics diagnostics;

    public SiteFolder(Path root, Diagnostics diagnostics) {
        this.root = root;
        this.diagnostics = diagnostics;
    }

    /** Whether the folder holds a site: it has a {@code site.yml}. */
    public static boolean isSite(Path folder) {
        return Files.isRegularFile(folder.resolve(SETTINGS));
    }

    /** Reads everything; what cannot be read is among the diagnostics. */
    public Sources read() {
        List<Found> articles = walk("articles");
        List<Found> drafts = walk("drafts");
        return new Sources(
                data(new Found(SETTINGS, root.resolve(SETTINGS))),
                Optional.of(root.resolve(SERVERS))
                        .filter(Files::exists)
                        .flatMap(file -> data(new Found(SERVERS, file))),
                all(walk("authors"), this::data),
                all(articles.stream().filter(Found::isMarkdown).toList(), this::text),
                all(walk("pages").stream().filter(Found::isMarkdown).toList(), this::text),
                all(drafts.stream().filter(f -> !f.isLetter()).toList(), this::text),
                files("drafts", drafts.stream().filter(Found::isLetter).toList()),
                all(walk("ledger"), this::data),
                all(
                        walk("feedback").stream()
                                .filter(file -> !file.path().equals(GATHERED)
                                        && !file.path().equals(FORGOTTEN))
                                .toList(),
                        this::feedback),
                files("static", walk("static")),
                files("articles", articles.stream().filter(f -> !f.isMarkdown()).toList()));
    }

    /** A file and its path below the site's folder. */
    private record Found(String path, Path file) {
        boolean isMarkdown() {
            return path.endsWith(".md");
        }

        boolean isLetter() {
            return path.endsWith("/" + Newsletter.FILE);
        }
    }

    /** Reads files side by side; the result keeps their order. */
    private static <T> List<T> all(List<Found> files, Function<Found, Optional<T>> read) {
        return files.parallelStream().map(read).flatMap(Optional::stream).collect(Collectors.toList());
    }

    /** Strangers' words: a file that cannot be read is left out with a warning, it never stops the blog. */
    private Optional<DataFile> feedback(Found found) {
        Diagnostics problems = new Diagnostics();
        Optional<DataFile> file = data(found, problems);
        problems.all().forEach(problem -> diagnostics.add(problem.asWarning("the item is left out")));
        return file;
    }

    private Optional<DataFile> data(Found found) {
        return data(found, diagnostics);
    }

    private static Optional<DataFile> data(Found found, Diagnostics diagnostics) {
        Place place = Place.of(found.path);
        if (!found.path.endsWith(".yml")) {
            diagnostics.error(place.at(1, 1), "not a .yml file", "rename it, or move it elsewhere");
            return Optional.empty();
        }
        return FileText.read(found.file, place, diagnostics)
                .flatMap(text -> FrontMatter.data(text, place, diagnostics))
                .map(data -> new DataFile(found.path, data));
    }

    private Optional<TextFile> text(Found found) {
        Place place = Place.of(found.path);
        if (!found.isMarkdown()) {
            diagnostics.error(place.at(1, 1), "not an .md file", "rename it, or move it elsewhere");
            return Optional.empty();
        }
        return FileText.read(found.file, place, diagnostics)
                .flatMap(text -> FrontMatter.split(text, place, diagnostics))
                .map(parts -> new TextFile(found.path, found.file, parts.data(), parts.body()));
    }

    private List<StaticFile> files(String folder, List<Found> found) {
        found.parallelStream().forEach(this::checkImage);
        return found.stream()
                .map(f -> new StaticFile(f.path.substring(folder.length() + 1), f.file))
                .toList();
    }

    private void checkImage(Found found) {
        Optional<ImageFormat> claimed = ImageFormat.claimedBy(found.path);
        if (claimed.isEmpty()) {
            return;
        }
        try (InputStream in = Files.newInputStream(found.file)) {
            Optional<ImageFormat> real = ImageFormat.of(in.readNBytes(ImageFormat.HEAD));
            if (!real.equals(claimed)) {
                String is = real.map(format -> "it is " + format).orElse("it is no image that browsers show");
                diagnostics.error(
                        Place.of(found.path).at(1, 1),
                        "not the " + claimed.get() + " that its name says: " + is,
                        "export it again, or rename it");
            }
        } catch (IOException unreadable) {
            diagnostics.error(Place.of(found.path), "cannot be read: " + unreadable.getMessage());
        }
    }

    private List<Found> walk(String folder) {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        try {
            Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor(found));
        } catch (IOException unreadable) {
            diagnostics.error(Place.of(folder), "cannot be read: " + unreadable.getMessage());
        }
        found.sort(java.util.Comparator.comparing(Found::path));
        return found;
    }

    /** Some disks take letters and accents apart; readers and links do not see that. */
    private String name(Path file) {
        return Normalizer.normalize(root.relativize(file).toString().replace('\\', '/'), Normalizer.Form.NFC);
    }

    /** Takes the files that a person put there, and leaves what editors and systems drop beside them. */
    private final class Visitor extends SimpleFileVisitor<Path> {
        private final List<Found> found;

        Visitor(List<Found> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            return leadsOut(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile() && !Litter.is(file.getFileName().toString()) && !leadsOut(file)) {
                found.add(new Found(name(file), file));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            if (failure instanceof FileSystemLoopException) {
                diagnostics.error(Place.of(name(file)), "a symbolic link that leads in a circle", "remove the link");
            } else {
                diagnostics.error(Place.of(name(file)), "cannot be read: " + failure.getMessage());
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean leadsOut(Path path) throws IOException {
            if (!Files.isSymbolicLink(path) || path.toRealPath().startsWith(root.toRealPath())) {
                return false;
            }
            diagnostics.error(
                    Place.of(name(path)),
                    "a symbolic link that leads out of the site's folder",
                    "copy the file instead");
            return true;
        }
    }
}
