package dev.byline.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The files of the theme, which a site may replace by its own of the same name in {@code templates/}. */
public final class ThemeFiles {
    private static final String FOLDER = "dev/byline/template/";
    /** A file that is always there: where it lies, the others lie. */
    private static final String LANDMARK = "layout.ftl";

    private ThemeFiles() {}

    /** The names of all, sorted: {@code article.ftl}, {@code css/tokens.css}, {@code parts/byline.ftl} ... */
    public static List<String> names() {
        URL landmark = ThemeFiles.class.getResource("/" + FOLDER + LANDMARK);
        try {
            if (landmark.openConnection() instanceof JarURLConnection jar) {
                return names(jar);
            }
            Path folder = Path.of(landmark.toURI()).getParent();
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(Files::isRegularFile)
                        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .sorted()
                        .toList();
            }
        } catch (IOException | URISyntaxException broken) {
            throw new IllegalStateException("a broken jar: " + landmark, broken);
        }
    }

    private static List<String> names(JarURLConnection connection) throws IOException, URISyntaxException {
        URI file = connection.getJarFileURL().toURI();
        try (JarFile jar = new JarFile(Path.of(file).toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(FOLDER) && !name.endsWith("/"))
                    .map(name -> name.substring(FOLDER.length()))
                    .sorted()
                    .toList();
        }
    }

    /** The content of one; empty where the theme has none of that name. */
    public static Optional<byte[]> content(String name) {
        if (!names().contains(name)) {
            return Optional.empty();
        }
        try (InputStream in = ThemeFiles.class.getResourceAsStream("/" + FOLDER + name)) {
            return Optional.of(in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
