package dev.byline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A site of everything that a site can have, and a writer who changes anything in it, each time the same for a seed. */
final class EditedSite {
    private static final List<String> AUTHORS = List.of("giulia-ferri", "marco-neri", "zoe-o-hara");
    private static final List<String> WORDS =
            List.of("drum", "roast", "kettle", "crema", "grinder", "water", "harvest", "cup", "letter", "street");

    private final TestSite site;
    private final Random random;
    private Instant now = TestSite.NOW;
    private int made;

    EditedSite(Path folder, long seed) throws IOException {
        this.random = new Random(seed);
        this.site = TestSite.in(folder);
        String settings = Files.readString(folder.resolve("site.yml"));
        site.file(
                "site.yml",
                settings
                        + "navigation: [{label: About, link: /about/}]\nlists: {entries: 3}\nfeeds: {subjects: tags, entries: 4}\n");
        site.file(
                "pages/about.md", "---\ntitle: About\n---\nWritten by @giulia-ferri. See [a piece](/articles/one/).\n");
        site.file("static/robots-note.txt", "nothing\n");
        image("static/images/cup.svg", 40);
        List<String> names = List.of("one", "two", "three", "four", "five", "six", "seven");
        for (int i = 0; i < names.size(); i++) {
            piece(names.get(i), i);
        }
        site.file("articles/uno.md", """
                ---
                title: Uno
                author: giulia-ferri
                date: 2026-02-02
                language: it
                translationOf: one
                tags: [roast]
                ---
                Un testo.
                """);
        site.file("articles/later.md", """
                ---
                title: Later
                author: marco-neri
                date: 2026-06-03
                ---
                Soon, [one](one.md).
                """);
        feedback("one", "a", "Well said.", "approved");
        feedback("two", "b", "I doubt it.", "pending");
        ledger();
    }

    Path folder() {
        return site.folder();
    }

    Instant now() {
        return now;
    }

    private void piece(String id, int number) {
        String more = (number % 3 == 0 ? "series: The drum\n" : "")
                + (number % 4 == 0 ? "image: {src: /images/cup.svg, alt: A cup}\n" : "");
        site.file("articles/" + id + ".md", """
                ---
                title: Piece %s
                author: %s
                date: 2026-0%d-1%d
                category: %s
                tags: [%s, %sx]
                %s---
                About the %s and the %s.

                ## The %s

                ![A cup](/images/cup.svg)
                """.formatted(
                        id,
                        AUTHORS.get(number % 3),
                        1 + number % 5,
                        number % 9,
                        number % 2 == 0 ? "Craft" : "Trade",
                        word(),
                        word(),
                        more,
                        word(),
                        word(),
                        word()));
    }

    private void feedback(String article, String id, String text, String state) {
        site.file("feedback/" + article + "/" + id + ".yml", """
                kind: reply
                origin: {source: mastodon, id: "%1$s", url: "https://social.example/@r%1$s/9"}
                author: {name: Reader %1$s, handle: "@r%1$s@social.example", url: "https://social.example/@r%1$s"}
                published: 2026-04-01T10:00:00Z
                text: "%2$s"
                moderation: %3$s
                """.formatted(id, text, state));
    }

    private void image(String path, int side) {
        site.file(path, """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%1$d"><rect width="9" height="9"/></svg>
                """.formatted(side));
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private List<Path> files(String folder, String ending) throws IOException {
        Path root = folder().resolve(folder);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private Path any(List<Path> files) {
        return files.get(random.nextInt(files.size()));
    }

    /** Changes something; says what. */
    String edit() throws IOException {
        made++;
        int kind = random.nextInt(33);
        List<Path> articles = files("articles", ".md");
        Path article = any(articles);
        String name = folder().relativize(article).toString();
        switch (kind) {
            case 0, 1, 2 -> append(article, "\nAnd " + word() + " " + made + ".\n");
            case 3 -> append(article, "\n## On " + word() + "\n\nMore of @" + AUTHORS.get(random.nextInt(3)) + ".\n");
            case 4 ->
                append(
                        article,
                        "\nSee [that](/articles/"
                                + articles.get(0).getFileName().toString().replace(".md", "/") + ").\n");
            case 5 -> set(article, "title", "Title " + word() + " " + made);
            case 6 -> set(article, "summary", "In short: " + word() + " " + made);
            case 7 -> set(article, "tags", "[" + word() + ", " + word() + "y]");
            case 8 -> set(article, "date", "2026-0" + (1 + random.nextInt(7)) + "-0" + (1 + random.nextInt(9)));
            case 9 -> set(article, random.nextBoolean() ? "draft" : "unlisted", String.valueOf(random.nextBoolean()));
            case 10 -> set(article, "slug", word() + made);
            case 11 -> set(article, "series", random.nextBoolean() ? "The drum" : "The cup");
            case 12 -> set(article, "author", AUTHORS.get(random.nextInt(3)));
            case 13 -> set(article, "expires", "2026-0" + (5 + random.nextInt(4)) + "-02");
            case 14 ->
                set(article, "feedback", "{open: " + random.nextBoolean() + ", question: What of " + word() + "?}");
            case 15 -> piece("new-" + made, made);
            case 16 -> remove(article, articles.size() > 4 && !isLinked(article, articles));
            case 17 -> move(article, articles);
            case 18 -> author(made);
            case 19 ->
                setIn("authors/" + AUTHORS.get(random.nextInt(3)) + ".yml", "bio", "Knows " + word() + " " + made);
            case 20 -> setIn("authors/" + AUTHORS.get(random.nextInt(3)) + ".yml", "name", "Name " + word());
            case 21 -> setIn("site.yml", "tagline", "The " + word() + " " + made);
            case 22 ->
                feedback("one", "n" + made, "Of " + word() + " " + made, random.nextBoolean() ? "approved" : "pending");
            case 23 -> someFeedback();
            case 24 -> image("static/images/cup.svg", 30 + random.nextInt(20));
            case 25 -> site.file("static/" + word() + ".txt", "file " + made + "\n");
            case 26 -> template();
            case 27 -> setIn("pages/about.md", "title", "About " + word());
            case 28 -> now = now.plus(Duration.ofHours(random.nextInt(72) - 20L));
            case 29 -> taken(articles);
            case 30 -> translation();
            case 31 -> ledger();
            default -> feedback("one", "m" + made, "Soon " + word() + " " + made, "approved");
        }
        return kind + " " + name;
    }

    /** The same piece in another language moves: what leads to it from here has to follow. */
    private void translation() throws IOException {
        Path italian = folder().resolve("articles/uno.md");
        if (Files.exists(italian)) {
            set(italian, "slug", word() + made);
        }
    }

    private void ledger() {
        site.file("ledger/one.yml", """
                posts:
                  - account: giulia-ferri
                    network: mastodon
                    state: published
                    id: "%1$d"
                    url: "https://social.example/@giulia/%1$d"
                    at: 2026-03-01T10:00:00Z
                """.formatted(made));
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, Files.readString(file) + text);
    }

    private void setIn(String file, String key, String value) throws IOException {
        set(folder().resolve(file), key, value);
    }

    /** Puts a line at the head of a file, in place of the one for the same key. */
    private static void set(Path file, String key, String value) throws IOException {
        List<String> lines = new ArrayList<>(Files.readString(file).lines().toList());
        int first = lines.get(0).equals("---") ? 1 : 0;
        lines.removeIf(line -> line.startsWith(key + ":"));
        lines.add(first, key + ": " + value);
        // As editors save: another file takes the place of the old one.
        Path beside = file.resolveSibling("." + file.getFileName() + ".swp");
        Files.writeString(beside, String.join("\n", lines) + "\n");
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What others lead to stays: without it, the site is broken from then on, and nothing more is compared. */
    private static boolean isLinked(Path article, List<Path> articles) {
        return article.endsWith("one.md") || article.equals(articles.get(0));
    }

    private void move(Path article, List<Path> articles) throws IOException {
        if (!isLinked(article, articles)) {
            Files.move(article, article.resolveSibling("moved-" + made + ".md"));
        }
    }

    private static void remove(Path file, boolean can) throws IOException {
        if (can) {
            Files.delete(file);
        }
    }

    private void author(int number) {
        site.file(
                "authors/guest-" + number % 3 + ".yml",
                "name: Guest " + number + "\nhandles: {x: guest_" + number + "}\n");
    }

    private void someFeedback() throws IOException {
        Path item = any(files("feedback", ".yml"));
        switch (random.nextInt(3)) {
            case 0 -> set(item, "moderation", random.nextBoolean() ? "approved" : "rejected");
            case 1 -> set(item, "text", "\"Changed to " + word() + " " + made + "\"");
            default -> remove(item, files("feedback", ".yml").size() > 2);
        }
    }

    private void template() throws IOException {
        Path own = folder().resolve("templates/messages_en.properties");
        if (Files.exists(own) && random.nextBoolean()) {
            Files.delete(own);
        } else {
            site.file("templates/messages_en.properties", "nav.archive=All of it " + made + "\n");
        }
    }

    private void taken(List<Path> articles) {
        String id = articles.get(0).getFileName().toString().replace(".md", "");
        site.file(
                "drafts/" + id + "/giulia-ferri.mastodon.md", "---\nstatus: draft\n---\nMy own words " + made + ".\n");
    }
}
