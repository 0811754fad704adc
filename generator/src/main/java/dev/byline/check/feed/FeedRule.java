package dev.byline.check.feed;

import dev.byline.diagnostic.Severity;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One thing that a format asks of its documents.
 *
 * @param id as {@code docs/feeds.md} lists it
 * @param asks what it asks, in a few words
 * @param breaches what of a document breaks it, each in a few words
 * @param <D> a document of the format
 */
record FeedRule<D>(String id, Severity severity, String asks, Function<D, Stream<String>> breaches) {
    static <D> FeedRule<D> must(String id, String asks, Function<D, Stream<String>> breaches) {
        return new FeedRule<>(id, Severity.ERROR, asks, breaches);
    }

    /** A rule whose breach is allowed, and yet worth knowing. */
    static <D> FeedRule<D> note(String id, String asks, Function<D, Stream<String>> breaches) {
        return new FeedRule<>(id, Severity.NOTICE, asks, breaches);
    }

    /** What of a document breaks these rules. */
    static <D> List<Breach> of(List<FeedRule<D>> rules, D document) {
        return rules.stream().flatMap(rule -> rule.in(document)).toList();
    }

    private Stream<Breach> in(D document) {
        return breaches.apply(document)
                .map(found -> new Breach(id, severity, asks + (found.isEmpty() ? "" : ": " + found)));
    }
}
