package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Conformance;
import dev.byline.TestSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * A blog whose readers are all hostile: every payload in every field of what they answer, from every source.
 *
 * <p>With {@code -Dhostile.out=DIR} the built site stays there, to be opened in a browser: see
 * {@code .ci/checks/hostile.mjs}.
 */
final class HostileSiteTest {
    /** As many payloads are answered to one article. */
    private static final int ON_ARTICLE = 20;

    private static final List<String> SOURCES = List.of(
            "mastodon",
            "bluesky",
            "webmention",
            "intake",
            "github",
            "reddit",
            "lemmy",
            "activitypub",
            "disqus",
            "wordpress",
            "hackernews",
            "nostr",
            "youtube",
            "telegram",
            "x",
            "linkedin",
            "isso",
            "remark42",
            "staticman");

    private static final Dump YAML = new Dump(DumpSettings.builder()
            .setDefaultScalarStyle(ScalarStyle.DOUBLE_QUOTED)
            .build());

    @TempDir
    private Path folder;

    private int items;

    @Test
    void no_payload_in_any_field_keeps_the_site_from_being_built() throws IOException {
        List<String> payloads = Conformance.hostile();
        TestSite site = TestSite.in(folder);
        for (int i = 0; i < payloads.size(); i++) {
            String article = "piece-" + i / ON_ARTICLE;
            if (i % ON_ARTICLE == 0) {
                site.article(article, "title: Piece " + i + "\nauthor: giulia-ferri\ndate: 2026-05-01", "Text.");
            }
            for (Map.Entry<String, Map<String, Object>> item :
                    items(payloads.get(i), i).entrySet()) {
                write("feedback/" + article + "/" + item.getKey() + ".yml", item.getValue());
            }
        }
        assertThat(site.build().succeeded()).isTrue();
        long pages = pages(site.output());
        System.out.println(
                "Hostile site: " + payloads.size() + " payloads in " + items + " items on " + pages + " pages");
        assertThat(pages).isGreaterThan(payloads.size() / ON_ARTICLE);
        String out = System.getProperty("hostile.out", "");
        if (!out.isEmpty()) {
            copy(site.output(), Path.of(out).resolve("site"));
            Files.createDirectories(Path.of(out).resolve("report"));
            Files.copy(site.drafts().resolve("report.html"), Path.of(out).resolve("report/report.html"));
        }
    }

    private static long pages(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".html"))
                    .count();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** By the names of their files: one item for each field that is read in a way of its own. */
    private static Map<String, Map<String, Object>> items(String payload, int number) {
        String source = SOURCES.get(number % SOURCES.size());
        Map<String, Map<String, Object>> items = new LinkedHashMap<>();
        for (String format : List.of("plain", "markdown", "html")) {
            Map<String, Object> item = item("reply", source, payload, number);
            item.put("format", format);
            items.put(number + "-" + format, item);
        }
        items.put(number + "-mention", item("mention", source, payload, number));
        items.put(number + "-like", item("like", source, payload, number));
        items.put(number + "-repost", item("repost", "bluesky", payload, number));
        Map<String, Object> rating = item("rating", "intake", payload, number);
        rating.put("rating", 1 + number % 5);
        items.put(number + "-rating", rating);
        items.put(number + "-source", item("comment", payload, payload, number));
        for (String field : List.of("kind", "language", "parent", "published", "edited", "moderation", "format")) {
            Map<String, Object> item = item("reply", source, "harmless", number);
            item.put(field, payload);
            items.put(number + "-in-" + field, item);
        }
        Map<String, Object> linked = item("reply", source, payload, number);
        linked.put("author", Map.of("name", payload, "url", "https://reader.example/" + payload));
        linked.put(
                "origin",
                Map.of("source", source, "id", payload, "url", "https://reader.example/" + inAddress(payload)));
        items.put(number + "-linked", linked);
        Map<String, Object> profile = item("like", source, payload, number);
        profile.put("author", Map.of("name", payload, "url", "https://" + inAddress(payload)));
        items.put(number + "-profile", profile);
        items.put(inFileName(payload, number), item("reply", source, payload, number));
        return items;
    }

    private static Map<String, Object> item(String kind, String source, String payload, int number) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("kind", kind);
        item.put("origin", Map.of("source", source, "id", payload, "url", payload));
        item.put("author", Map.of("name", payload, "handle", payload, "url", payload));
        item.put("published", "2026-05-02T10:%02d:00Z".formatted(number % 60));
        item.put("text", payload);
        item.put("moderation", "approved");
        return item;
    }

    /** What of a payload an address may hold as it is. */
    private static String inAddress(String payload) {
        return payload.replaceAll("[\\s<>\"]", "");
    }

    /** What of a payload may be the name of a file, which becomes the id of its item. */
    private static String inFileName(String payload, int number) {
        StringBuilder name = new StringBuilder(number + "-");
        payload.codePoints()
                .filter(c -> c > ' ' && c != '/' && c != 0x7F && !(c >= 0xD800 && c <= 0xDFFF))
                .limit(50)
                .forEach(name::appendCodePoint);
        return name.toString();
    }

    private void write(String path, Map<String, Object> item) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, YAML.dumpToString(item).getBytes(StandardCharsets.UTF_8));
        items++;
    }
}
