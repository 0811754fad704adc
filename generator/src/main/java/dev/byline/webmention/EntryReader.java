package dev.byline.webmention;

import dev.byline.feedback.MentionId;
import dev.byline.microformats.Item;
import dev.byline.microformats.Microformats;
import dev.byline.microformats.Value;
import dev.byline.remote.PublicWeb;
import dev.byline.remote.WebAddress;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Format;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Feedback.Person;
import java.net.URI;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Reads what a page says of one of ours: who, when, in which words, and whether it answers, likes, repeats or only mentions.
 *
 * <pre>{@code <article class="h-entry"><a class="u-like-of" href="https://blog.example/articles/a/">x</a> ...}</pre>
 *
 * <p>is a like. The page is hostile: its words are kept raw, and addresses only if they are of the web.
 */
final class EntryReader {
    /** By property, in the order in which one wins over another (Post Type Discovery). */
    private static final List<Map.Entry<String, Kind>> KINDS = List.of(
            Map.entry("repost-of", Kind.REPOST),
            Map.entry("repost", Kind.REPOST),
            Map.entry("like-of", Kind.LIKE),
            Map.entry("like", Kind.LIKE),
            Map.entry("in-reply-to", Kind.REPLY),
            Map.entry("bookmark-of", Kind.BOOKMARK),
            Map.entry("bookmark", Kind.BOOKMARK));

    private static final Set<String> ENTRIES = Set.of("h-entry", "h-event", "h-review", "h-recipe", "h-cite");

    /** A page that only mentions ours is quoted so far, in characters. */
    private static final int EXCERPT = 300;

    private static final int MAX_TEXT = 200_000;

    private final Authors authors;

    EntryReader(PublicWeb web) {
        this.authors = new Authors(web);
    }

    /** What a page that leads to one of ours says of it. */
    Feedback read(PublicWeb.Answer.Got page, URI source, URI target) {
        if (!Links.isHtml(page)) {
            return item(source, target, new Said(Kind.MENTION, Format.PLAIN, ""), Optional.empty(), nobody());
        }
        Document html = Jsoup.parse(page.body(), page.from().toString());
        Microformats formats = Microformats.of(html);
        Optional<Authors.Found> found = entry(formats, target);
        if (found.isEmpty()) {
            Said title = new Said(Kind.MENTION, Format.PLAIN, html.title().strip());
            return item(source, target, title, Optional.empty(), authors.of(formats, page.from()));
        }
        Item entry = found.get().entry();
        return item(
                source, target, said(entry, target), Optional.of(entry), authors.of(found.get(), formats, page.from()));
    }

    private static Person nobody() {
        return new Person("", "", Optional.empty());
    }

    /** What is said, and how. */
    private record Said(Kind kind, Format format, String text) {
        Said {
            text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        }
    }

    private static Feedback item(URI source, URI target, Said said, Optional<Item> entry, Person author) {
        return new Feedback(
                MentionId.of(source.toString(), target.toString()),
                said.kind(),
                new Feedback.Origin(
                        MentionId.SOURCE,
                        MentionId.identity(source.toString(), target.toString()),
                        Optional.of(
                                entry.flatMap(found -> permalink(found, source)).orElse(source.toString()))),
                author,
                entry.flatMap(found -> found.text("published")).flatMap(Dates::moment),
                entry.flatMap(found -> found.text("updated")).flatMap(Dates::moment),
                entry.flatMap(Item::language).flatMap(EntryReader::language),
                said.format(),
                said.text(),
                Optional.empty(),
                Optional.empty(),
                Moderation.PENDING);
    }

    /** The entry's own address, if the one who says it may say it. */
    private static Optional<String> permalink(Item entry, URI source) {
        return entry.all("url").stream()
                .map(Value::text)
                .map(WebAddress::of)
                .flatMap(Optional::stream)
                .filter(url -> MentionId.mayClaim(source, url))
                .map(URI::toString)
                .findFirst();
    }

    private static Optional<Locale> language(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            return Optional.of(locale).filter(known -> !known.getLanguage().isEmpty());
        } catch (IllformedLocaleException notATag) {
            return Optional.empty();
        }
    }

    /** The entry that speaks of the target: by a property of its own, else in its words, else the only one there is. */
    private static Optional<Authors.Found> entry(Microformats page, URI target) {
        List<Authors.Found> all = new ArrayList<>();
        page.items().forEach(item -> collect(item, Optional.empty(), all));
        return all.stream()
                .filter(found -> kind(found.entry(), target).isPresent())
                .findFirst()
                .or(() -> all.stream()
                        .filter(found -> speaksOf(found.entry(), target))
                        .findFirst())
                .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
    }

    private static void collect(Item item, Optional<Item> feed, List<Authors.Found> all) {
        if (item.types().stream().anyMatch(ENTRIES::contains)) {
            all.add(new Authors.Found(item, feed));
        }
        Optional<Item> around = item.is("h-feed") ? Optional.of(item) : feed;
        item.children().forEach(child -> collect(child, around, all));
    }

    private static Optional<Kind> kind(Item entry, URI target) {
        return KINDS.stream()
                .filter(each -> entry.all(each.getKey()).stream().anyMatch(value -> leads(value, target)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean leads(Value value, URI target) {
        boolean direct = Links.normal(value.text()).equals(target.toString());
        return direct
                || (value instanceof Value.Nested nested
                        && nested.item().all("url").stream()
                                .anyMatch(url -> Links.normal(url.text()).equals(target.toString())));
    }

    private static boolean speaksOf(Item entry, URI target) {
        return entry.properties().values().stream()
                .flatMap(List::stream)
                .anyMatch(value -> leads(value, target)
                        || (html(value).isPresent()
                                && Links.of(Jsoup.parse(html(value).get(), "")).contains(target.toString())));
    }

    private static Optional<String> html(Value value) {
        Value bare = value instanceof Value.Nested nested ? nested.value() : value;
        return bare instanceof Value.Html html ? Optional.of(html.html()) : Optional.empty();
    }

    private static Said said(Item entry, URI target) {
        Optional<Kind> kind = kind(entry, target);
        if (kind.isPresent() && kind.get() != Kind.REPLY) {
            return new Said(kind.get(), Format.PLAIN, "");
        }
        return kind.isPresent() ? reply(entry) : mention(entry);
    }

    /** All that it says; of one that only accepts an invitation, that. */
    private static Said reply(Item entry) {
        Optional<String> rsvp = entry.text("rsvp").map(answer -> "RSVP: " + answer);
        Optional<Value> content =
                entry.first("content").filter(value -> !value.text().isBlank());
        if (content.isPresent() && html(content.get()).isPresent()) {
            return new Said(Kind.REPLY, Format.HTML, html(content.get()).get());
        }
        return new Said(
                Kind.REPLY,
                Format.PLAIN,
                content.map(Value::text)
                        .or(() -> entry.text("summary"))
                        .or(() -> rsvp)
                        .or(() -> entry.text("name"))
                        .orElse(""));
    }

    /** Its title, if it has one, and its beginning. */
    private static Said mention(Item entry) {
        String words = entry.text("summary").or(() -> entry.text("content")).orElse("");
        String title =
                entry.text("name").filter(name -> !words.startsWith(name)).orElse("");
        String excerpt = words.codePointCount(0, words.length()) <= EXCERPT
                ? words
                : words.substring(0, words.offsetByCodePoints(0, EXCERPT)).strip() + "…";
        return new Said(Kind.MENTION, Format.PLAIN, (title + "\n\n" + excerpt).strip());
    }
}
