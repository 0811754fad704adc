package dev.byline.feedback;

import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;

/**
 * An object of ActivityStreams: {@code {"type": "Note", "attributedTo": ..., "inReplyTo": ..., "content": "<p>Hi</p>"}}. Each
 * of its properties can be one value, a list of values, an address, or an object that holds the address.
 *
 * @see <a href="https://www.w3.org/TR/activitystreams-vocabulary/">Activity Vocabulary</a>
 */
record ActivityObject(JsonAnswer json) {
    /** Objects that say something in words. */
    private static final Set<String> SAYING =
            Set.of("Note", "Article", "Page", "Question", "Audio", "Video", "Image", "Event");

    /** How everybody is addressed: as of ActivityPub, 5.6, and as some servers shorten it. */
    private static final Set<String> EVERYBODY =
            Set.of("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public");

    Optional<URI> id() {
        return PublicAddress.of(json.id("id"));
    }

    boolean isTombstone() {
        return types().anyMatch("Tombstone"::equals);
    }

    boolean isSaid() {
        return types().anyMatch(SAYING::contains);
    }

    private Stream<String> types() {
        return json.listOrOne("type").stream().map(JsonAnswer::text);
    }

    boolean isForEverybody() {
        return Stream.of("to", "cc").flatMap(this::addresses).anyMatch(EVERYBODY::contains);
    }

    /** What it answers. */
    Stream<String> answered() {
        return addresses("inReplyTo");
    }

    Optional<URI> author() {
        return addresses("attributedTo").findFirst().flatMap(PublicAddress::of);
    }

    /** The author, where it comes with what they said. */
    Optional<JsonAnswer> embeddedAuthor() {
        return json.listOrOne("attributedTo").stream()
                .filter(author ->
                        author.isObject() && !author.text("preferredUsername").isEmpty())
                .findFirst();
    }

    JsonAnswer replies() {
        return json.at("replies");
    }

    private Stream<String> addresses(String property) {
        return json.listOrOne(property).stream()
                .map(value -> value.isObject() ? value.id("id") : value.id())
                .filter(address -> !address.isEmpty());
    }

    /**
     * As feedback.
     *
     * @param source the source's id
     * @param id where it is
     * @param actor who said it; may be empty
     * @param parent the address of what it answers
     */
    Feedback item(String source, String id, JsonAnswer actor, Optional<String> parent, Harvest harvest) {
        return new Feedback(
                harvest.itemId(id),
                Kind.REPLY,
                new Feedback.Origin(source, id, page(json, id).or(() -> Optional.of(id))),
                person(actor),
                json.instant("published"),
                json.instant("updated"),
                language(),
                Feedback.Format.HTML,
                words(),
                parent.map(harvest::itemId),
                Optional.empty(),
                Moderation.PENDING);
    }

    private Feedback.Person person(JsonAnswer actor) {
        String user = actor.text("preferredUsername");
        Optional<URI> author = author();
        String name = actor.text("name");
        return Persons.of(
                name.isBlank() ? user : name,
                user.isEmpty() || author.isEmpty()
                        ? ""
                        : "@" + user + "@" + author.get().getHost(),
                author.flatMap(address -> page(actor, address.toString())).or(() -> author.map(URI::toString)));
    }

    /** The page for people: an address on the same server, or one of several, of which that of HTML is wanted. */
    private static Optional<String> page(JsonAnswer object, String id) {
        Optional<String> host = PublicAddress.of(id).map(URI::getHost);
        List<JsonAnswer> urls = object.listOrOne("url");
        Stream<JsonAnswer> html =
                urls.stream().filter(url -> url.text("mediaType").equals("text/html"));
        return Stream.concat(html, urls.stream())
                .flatMap(url -> url.isObject() ? url.web("href").stream() : url.web().stream())
                .filter(url -> PublicAddress.of(url).map(URI::getHost).equals(host))
                .findFirst();
    }

    /** The language, where only one is told. */
    private Optional<Locale> language() {
        Set<String> languages = json.at("contentMap").node().properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return languages.size() == 1
                ? JsonAnswer.languageOf(languages.iterator().next())
                : Optional.empty();
    }

    private String words() {
        Set<String> mentioned = json.listOrOne("tag").stream()
                .filter(tag -> tag.text("type").equals("Mention"))
                .flatMap(tag -> tag.web("href").stream())
                .collect(Collectors.toSet());
        String content = Addressing.without(content(), mentioned);
        String before = json.text("summary").isEmpty() ? json.text("name") : json.text("summary");
        return before.isEmpty() ? content : "<p>" + Entities.escape(before) + "</p>" + content;
    }

    private String content() {
        String content = json.text("content");
        if (!content.isEmpty()) {
            return content;
        }
        return json.at("contentMap").node().properties().stream()
                .map(entry -> new JsonAnswer(entry.getValue()).text())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
