package dev.byline.feedback;

import dev.byline.site.Feedback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person could be found by: their names, addresses and the numbers of their posts. Looks for these in every file of
 * a site, whatever kind it is, but not in the history of git.
 */
public final class Traces {
    /** Shorter names and numbers stand everywhere. */
    private static final int SHORTEST = 4;

    /** As much of a text tells it from all others. */
    private static final int OF_TEXT = 60;

    /** Larger files are looked at as far as that. */
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private final Pattern pattern;

    private Traces(Set<String> words) {
        // Bytes are looked at as Latin-1, so that any file can be: the words are taken apart in the same way.
        String any = String.join(
                "|",
                words.stream()
                        .map(word -> Pattern.quote(
                                new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                        .toList());
        this.pattern = Pattern.compile("(?<![A-Za-z0-9_])(?:" + any + ")(?![A-Za-z0-9_])", Pattern.CASE_INSENSITIVE);
    }

    /** A place where something stands, by the path below the site's folder. */
    public record Place(String file, int line) {}

    /** What there is to look for. */
    public static Traces of(Forgetting.Plan plan) {
        Set<String> words = new LinkedHashSet<>();
        plan.names().forEach(name -> words.add(name.replaceFirst("^[a-z]+/(?=[^/.@]+$)", "")));
        for (Forgetting.Gone gone : plan.items()) {
            Feedback item = gone.item();
            words.add(item.id());
            words.add(item.origin().id());
            item.origin().url().ifPresent(words::add);
            words.add(item.author().name().strip());
            words.add(item.author().handle().replaceFirst("^@", ""));
            item.author().url().ifPresent(words::add);
            String text = SafeHtml.plain(SafeHtml.of(item));
            words.add(text.substring(0, Math.min(OF_TEXT, text.length())).strip());
        }
        words.removeIf(word -> word.length() < SHORTEST);
        return new Traces(words.isEmpty() ? Set.of("\u0000nobody") : words);
    }

    /** Whether a file holds one. */
    public boolean isIn(Path file) throws IOException {
        return Files.isRegularFile(file) && !lines(file).isEmpty();
    }

    /** Every line of every file below a folder that holds one. */
    public List<Place> below(Path folder) throws IOException {
        List<Place> places = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
                return below.getFileName() != null
                                && below.getFileName().toString().equals(".git")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (pattern.matcher(path).find()) {
                    places.add(new Place(path, 0));
                }
                if (attributes.isRegularFile()) {
                    lines(file).forEach(line -> places.add(new Place(path, line)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) {
                places.add(new Place(folder.relativize(file).toString(), 0));
                return FileVisitResult.CONTINUE;
            }
        });
        places.sort(java.util.Comparator.comparing(Place::file).thenComparingInt(Place::line));
        return places;
    }

    private Set<Integer> lines(Path file) throws IOException {
        String text;
        try (var in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1);
        }
        Set<Integer> lines = new LinkedHashSet<>();
        Matcher found = pattern.matcher(text);
        int line = 1;
        int at = 0;
        while (found.find()) {
            for (; at < found.start(); at++) {
                line += text.charAt(at) == '\n' ? 1 : 0;
            }
            lines.add(line);
        }
        return lines;
    }
}
