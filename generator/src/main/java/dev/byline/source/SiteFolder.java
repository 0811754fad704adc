package dev.byline.source;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.site.Body;
import dev.byline.site.ImageFormat;
import dev.byline.site.StaticFile;
import dev.byline.source.SourceState.Found;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
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

    public static final String SETTINGS = "site.yml";

    /** How far each source was heard: nothing of the site. */
    private static final String GATHERED = "feedback/gathered.yml";

    /** Digests of those who asked to be forgotten: nothing of the site either. */
    public static final String FORGOTTEN = "feedback/forgotten.yml";

    private static final List<String> FOLDERS =
            List.of("articles", "authors", "pages", "drafts", "ledger", "feedback", "static");

    /** A file that was written so short a time before it was read may be written again within one tick of the disk's clock. */
    private static final long TICK = 2_000_000_000L;

    private final Path root;
    private final Map<String, SourceState> before;
    private final Diagnostics diagnostics;
    private final Map<String, SourceState> states = new ConcurrentHashMap<>();
    private final Map<String, List<Found>> walked = new HashMap<>();
    private final long settled;

    public SiteFolder(Path root, Diagnostics diagnostics) {
        this(root, Map.of(), diagnostics);
    }

    /**
     * Prepares to read a folder that was read before.
     *
     * @param before how its files were then, by path; what has not changed since is not read again
     */
    public SiteFolder(Path root, Map<String, SourceState> before, Diagnostics diagnostics) {
        this.root = root;
        this.before = before;
        this.diagnostics = diagnostics;
        this.settled = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - TICK;
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
                alone(SETTINGS).flatMap(this::data),
                alone(SERVERS).flatMap(this::data),
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
                files("articles", articles.stream().filter(f -> !f.isMarkdown()).toList()),
                states);
    }

    /** Whether the folder is, as far as its disk tells, as it was when it was read before; nothing is read for that. */
    public boolean isUnchanged() {
        int told = diagnostics.count();
        List<Found> found = new ArrayList<>();
        for (String alone : List.of(SETTINGS, SERVERS)) {
            alone(alone).ifPresent(found::add);
        }
        for (String folder : FOLDERS) {
            found.addAll(walk(folder));
        }
        found.removeIf(file -> file.path().equals(GATHERED)
                || file.path().equals(FORGOTTEN)
                || (file.path().startsWith("pages/") && !file.isMarkdown()));
        return diagnostics.count() == told
                && found.size() == before.size()
                && found.stream().allMatch(file -> {
                    SourceState state = before.get(file.path());
                    return state != null && state.isOf(file);
                });
    }

    private Optional<Found> alone(String path) {
        Path file = root.resolve(path);
        try {
            return Optional.of(Found.of(path, file, Files.readAttributes(file, BasicFileAttributes.class)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException unreadable) {
            diagnostics.error(Place.of(path), "cannot be read: " + unreadable.getMessage());
            return Optional.empty();
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
        Diagnostics problems = new Diagnostics();
        Optional<DataFile> file = data(found, problems);
        diagnostics.addAll(problems.all());
        return file;
    }

    private Optional<DataFile> data(Found found, Diagnostics problems) {
        Place place = Place.of(found.path());
        if (!found.path().endsWith(".yml")) {
            problems.error(place.at(1, 1), "not a .yml file", "rename it, or move it elsewhere");
            return Optional.empty();
        }
        Optional<SourceState> same = unchanged(found);
        if (same.isPresent()) {
            return same.flatMap(SourceState::values).map(packed -> new DataFile(found.path(), packed.values(place)));
        }
        Optional<FileText> read = FileText.read(found.file(), place, problems);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        FileText text = read.get();
        Optional<Value.Mapping> values = packed(found, text)
                .map(packed -> packed.values(place))
                .or(() -> FrontMatter.data(text.text(), place, problems));
        remember(found, text.fingerprint(), text.fingerprint(), values.map(v -> PackedValues.of(v, 0, 0)), problems);
        return values.map(data -> new DataFile(found.path(), data));
    }

    private Optional<TextFile> text(Found found) {
        Place place = Place.of(found.path());
        if (!found.isMarkdown()) {
            diagnostics.error(place.at(1, 1), "not an .md file", "rename it, or move it elsewhere");
            return Optional.empty();
        }
        Optional<PackedValues> same = unchanged(found).flatMap(SourceState::values);
        if (same.isPresent()) {
            PackedValues packed = same.get();
            Body body = Body.from(() -> bodyAgain(found, packed.bodyAt()), packed.bodyLine());
            return Optional.of(new TextFile(found.path(), found.file(), () -> packed.values(place), body));
        }
        Diagnostics problems = new Diagnostics();
        Optional<TextFile> file =
                FileText.read(found.file(), place, problems).flatMap(text -> parts(found, text, place, problems));
        diagnostics.addAll(problems.all());
        return file;
    }

    private Optional<TextFile> parts(Found found, FileText text, Place place, Diagnostics problems) {
        Optional<FrontMatter> parts = packed(found, text)
                .map(packed -> new FrontMatter(
                        packed.values(place), new Body(text.text().substring(packed.bodyAt()), packed.bodyLine())))
                .or(() -> FrontMatter.split(text.text(), place, problems));
        return parts.map(both -> {
            int bodyAt = text.text().length() - both.body().markdown().length();
            long head = Fingerprint.of(text.text().substring(0, bodyAt));
            PackedValues packed =
                    PackedValues.of(both.data(), bodyAt, both.body().firstLine());
            remember(found, head, text.fingerprint(), Optional.of(packed), problems);
            Body body = both.body().readAgainFrom(() -> bodyAgain(found, bodyAt));
            return new TextFile(found.path(), found.file(), both::data, body);
        });
    }

    /** The body of a file that was read before, and has not changed since. */
    private static String bodyAgain(Found found, int bodyAt) {
        Diagnostics problems = new Diagnostics();
        String text = FileText.read(found.file(), Place.of(found.path()), problems)
                .map(FileText::text)
                .filter(read -> read.length() >= bodyAt)
                .orElseThrow(() -> new UncheckedIOException(
                        new FileSystemException(found.file().toString(), null, "it changed while it was read")));
        return text.substring(bodyAt);
    }

    /** How a file was when it was read before, if it is still so. */
    private Optional<SourceState> unchanged(Found found) {
        SourceState state = before.get(found.path());
        if (state == null || !state.isOf(found)) {
            return Optional.empty();
        }
        states.put(found.path(), state);
        return Optional.of(state);
    }

    /** The values of a file whose times have changed, but not its bytes. */
    private Optional<PackedValues> packed(Found found, FileText text) {
        SourceState state = before.get(found.path());
        return state == null || state.all() != text.fingerprint() ? Optional.empty() : state.values();
    }

    /** What was wrong with a file is found again each time: nothing of it is held then. */
    private void remember(Found found, long head, long all, Optional<PackedValues> values, Diagnostics problems) {
        boolean sound = problems.all().isEmpty();
        boolean telling = sound && found.modified() < settled;
        states.put(
                found.path(),
                new SourceState(
                        found.size(),
                        telling ? found.modified() : SourceState.UNKNOWN,
                        found.key(),
                        head,
                        all,
                        sound ? values : Optional.empty()));
    }

    private List<StaticFile> files(String folder, List<Found> found) {
        found.parallelStream().filter(file -> unchanged(file).isEmpty()).forEach(this::checkFile);
        return found.stream()
                .map(f -> new StaticFile(f.path().substring(folder.length() + 1), f.file()))
                .toList();
    }

    private void checkFile(Found found) {
        Optional<ImageFormat> claimed = ImageFormat.claimedBy(found.path());
        try {
            states.put(found.path(), found.copied(settled));
            if (claimed.isPresent()) {
                checkImage(found, claimed.get());
            }
        } catch (IOException unreadable) {
            diagnostics.error(Place.of(found.path()), "cannot be read: " + unreadable.getMessage());
        }
    }

    private void checkImage(Found found, ImageFormat claimed) throws IOException {
        try (InputStream in = Files.newInputStream(found.file())) {
            Optional<ImageFormat> real = ImageFormat.of(in.readNBytes(ImageFormat.HEAD));
            if (!real.equals(Optional.of(claimed))) {
                String is = real.map(format -> "it is " + format).orElse("it is no image that browsers show");
                diagnostics.error(
                        Place.of(found.path()).at(1, 1),
                        "not the " + claimed + " that its name says: " + is,
                        "export it again, or rename it");
            }
        }
    }

    /** The files below a folder, found once. */
    private List<Found> walk(String folder) {
        return walked.computeIfAbsent(folder, this::find);
    }

    private List<Found> find(String folder) {
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
                found.add(Found.of(name(file), file, attributes));
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
