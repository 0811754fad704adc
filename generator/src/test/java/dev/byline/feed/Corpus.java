package dev.byline.feed;

import dev.byline.TestSite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A site of many short pieces: by one to three people, in two languages, under tags, some of them answered. The same
 * each time.
 */
record Corpus(TestSite site, List<Piece> pieces) {
    private static final Instant FIRST = Instant.parse("2020-01-01T08:00:00Z");
    private static final Duration APART = Duration.ofHours(7);
    private static final List<List<Person>> HANDS = List.of(
            List.of(Person.GIULIA),
            List.of(Person.MARCO),
            List.of(Person.GIULIA, Person.MARCO),
            List.of(Person.ZOE, Person.GIULIA, Person.MARCO));
    private static final List<String> TAGS = List.of("Roasting", "Farmers", "Water", "Trade");

    /** The authors of {@link TestSite}, as feeds credit them. */
    enum Person {
        GIULIA("giulia-ferri", "Giulia Ferri", "@giulia@social.example", "https://social.example/@giulia"),
        MARCO("marco-neri", "Marco Neri", "@marco.example.com", "https://bsky.app/profile/marco.example.com"),
        ZOE("zoe-o-hara", "Zoë O'Hara & Sons", "zoe", "https://github.com/zoe");

        final String id;
        final String shown;
        final String handle;
        final String profile;

        Person(String id, String shown, String handle, String profile) {
            this.id = id;
            this.shown = shown;
            this.handle = handle;
            this.profile = profile;
        }

        String page() {
            return "https://blog.example.com/authors/" + id + "/";
        }
    }

    /** What a piece says of itself. */
    record Piece(int number, List<Person> authors, Instant date, String language, List<String> tags, int answers) {
        String slug() {
            return "piece-" + number;
        }

        /** With a sign that share cards cannot letter: drawing a thousand of them would take most of a test's time. */
        String title() {
            return "Piece " + number + " <of> many & more \uD83C\uDF75";
        }

        String id() {
            int year = date.atOffset(ZoneOffset.ofHours(1)).getYear();
            return "tag:blog.example.com," + year + ":" + slug();
        }

        String folder() {
            return (language.equals("it") ? "it/" : "") + "articles/" + slug() + "/";
        }

        String url() {
            return "https://blog.example.com/" + folder();
        }
    }

    /**
     * Writes so many pieces.
     *
     * @param entries how many a document of a feed holds
     */
    static Corpus in(Path folder, int size, int entries) {
        TestSite site = TestSite.in(folder).file("site.yml", """
                title: {en: The Blog, it: Il blog}
                description: What we think.
                url: https://blog.example.com/
                timeZone: Europe/Rome
                languages: [en, it]
                organization: {name: Acme, url: https://acme.example/}
                networks: [mastodon]
                feeds: {entries: %d, hub: https://hub.example.com/}
                """.formatted(entries));
        List<Piece> pieces =
                IntStream.rangeClosed(1, size).mapToObj(Corpus::piece).toList();
        Corpus corpus = new Corpus(site, pieces);
        pieces.forEach(corpus::write);
        return corpus;
    }

    /** The same pieces and one more, written. */
    Corpus andOneMore() {
        Piece next = piece(pieces.size() + 1);
        write(next);
        return new Corpus(site, Stream.concat(pieces.stream(), Stream.of(next)).toList());
    }

    private static Piece piece(int number) {
        return new Piece(
                number,
                HANDS.get(number % HANDS.size()),
                FIRST.plus(APART.multipliedBy(number)),
                number % 3 == 0 ? "it" : "en",
                List.of(TAGS.get(number % 4), TAGS.get((number + 1 + number % 2) % 4)),
                number % 10 == 0 ? 2 : 0);
    }

    private void write(Piece piece) {
        write(piece, "Text of piece " + piece.number() + ".");
    }

    void write(Piece piece, String text) {
        site.article(
                piece.slug(),
                "title: \"" + piece.title() + "\"\nauthors: ["
                        + String.join(
                                ", ",
                                piece.authors().stream().map(each -> each.id).toList()) + "]\ndate: "
                        + piece.date() + "\nlanguage: " + piece.language() + "\ntags: " + piece.tags()
                        + "\nsummary: In short " + piece.number() + ".",
                text);
        if (piece.answers() > 0) {
            answer(piece, "first", "", answeredAt(piece).minus(Duration.ofDays(1)));
            answer(piece, "second", "parent: first\n", answeredAt(piece));
        }
    }

    /** When a piece was last answered: no two at the same moment, as feeds of many pieces want it. */
    static Instant answeredAt(Piece piece) {
        return Instant.parse("2026-05-02T10:00:00Z").plusSeconds(piece.number());
    }

    private void answer(Piece piece, String id, String parent, Instant published) {
        site.file(
                "feedback/" + piece.slug() + "/" + id + ".yml",
                "kind: reply\norigin: {source: mastodon, id: \"" + id + "\"}\n" + parent
                        + "author: {name: Ann, url: \"https://social.example/@ann\"}\npublished: " + published
                        + "\ntext: I agree.\nmoderation: approved\n");
    }

    /** Newest first, as lists have them. */
    List<Piece> newestFirst(String language) {
        return newest(pieces.stream()
                .filter(piece -> piece.language().equals(language))
                .toList());
    }

    List<Piece> newestFirst(Person person) {
        return newest(pieces.stream()
                .filter(piece -> piece.authors().contains(person))
                .toList());
    }

    private static List<Piece> newest(List<Piece> oldestFirst) {
        return IntStream.range(0, oldestFirst.size())
                .mapToObj(i -> oldestFirst.get(oldestFirst.size() - 1 - i))
                .toList();
    }
}
