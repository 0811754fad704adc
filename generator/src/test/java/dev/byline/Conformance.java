package dev.byline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Data of the specifications, from the folder that the system property {@code conformance.dir} names. */
public final class Conformance {
    private Conformance() {}

    /** A file of the data; a test that asks for one that is not there is skipped. */
    public static Path file(String path) {
        String folder = System.getProperty("conformance.dir", "");
        assumeTrue(!folder.isBlank(), "No conformance data: set -Dconformance.dir=FOLDER to run this test.");
        Path file = Path.of(folder).resolve(path);
        assumeTrue(Files.exists(file), "No conformance data at " + path + ".");
        return file;
    }

    public static JsonNode json(String path) {
        return JsonMapper.shared().readTree(read(path));
    }

    /** Texts that attack whatever shows them, and others that break it by chance. */
    public static List<String> hostile() {
        List<String> all = new ArrayList<>();
        json("xss/dompurify-payloads.json")
                .forEach(each -> all.add(each.path("payload").stringValue()));
        json("naughty-strings/blns.json").forEach(each -> all.add(each.stringValue()));
        return List.copyOf(all);
    }

    /** YAML as maps and lists. */
    @SuppressWarnings("unchecked") // The data's top level is a mapping.
    public static Map<String, Object> yaml(String path) {
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(read(path));
    }

    public static String read(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The lines that hold data: not blank, no comment. */
    public static List<String> lines(String path) {
        return read(path)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
