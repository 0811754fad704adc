package dev.byline.site;

import dev.byline.diagnostic.Place;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One piece, in one language.
 *
 * @param id what drafts, ledger and feedback hang on; survives a changed slug
 * @param place the file that it is written in
 * @param keys where the values of its front matter stand, by key
 * @param authors all who wrote it, in the order of the front matter; at least one
 * @param date when it is, or will be, out; in the site's time zone
 * @param slug its part of the address
 * @param translationOf the id of the article that this one translates
 * @param question what readers are asked; the call to take part
 * @param feedbackOpen whether readers are invited to answer
 * @param feedbackUntil when the invitation ends
 * @param syndicate by network id
 * @param syndication addresses where it is told elsewhere, beyond what the ledger knows
 * @param custom for themes of one's own: maps, lists and strings as written
 */
public record Article(
        String id,
        Place place,
        Map<String, Place> keys,
        String title,
        List<Author> authors,
        Optional<ZonedDateTime> date,
        Optional<ZonedDateTime> updated,
        Optional<ZonedDateTime> expires,
        boolean draft,
        boolean unlisted,
        String slug,
        Locale language,
        Optional<String> translationOf,
        Optional<Term> category,
        List<Term> tags,
        Optional<Term> series,
        String summary,
        Optional<Picture> image,
        List<String> aliases,
        boolean feedbackOpen,
        Optional<ZonedDateTime> feedbackUntil,
        String question,
        boolean affiliate,
        Optional<String> canonical,
        Map<String, Syndication> syndicate,
        List<String> syndication,
        Map<String, Object> custom,
        Body body) {
    public Article {
        keys = Map.copyOf(keys);
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
        aliases = List.copyOf(aliases);
        syndicate = Map.copyOf(syndicate);
        syndication = List.copyOf(syndication);
        if (authors.isEmpty()) {
            throw new IllegalArgumentException(id + " has no author");
        }
    }

    /** The one rule of who sees it: pages, lists, feeds and drafts all ask here. */
    public Visibility visibility(Instant now) {
        if (draft) {
            return Visibility.DRAFT;
        }
        if (date.isPresent() && date.get().toInstant().isAfter(now)) {
            return Visibility.SCHEDULED;
        }
        if (expires.isPresent() && !expires.get().toInstant().isAfter(now)) {
            return Visibility.EXPIRED;
        }
        return unlisted ? Visibility.UNLISTED : Visibility.LISTED;
    }

    /** The same piece, kept out of lists and feeds. */
    public Article asUnlisted() {
        return new Article(
                id,
                place,
                keys,
                title,
                authors,
                date,
                updated,
                expires,
                draft,
                true,
                slug,
                language,
                translationOf,
                category,
                tags,
                series,
                summary,
                image,
                aliases,
                feedbackOpen,
                feedbackUntil,
                question,
                affiliate,
                canonical,
                syndicate,
                syndication,
                custom,
                body);
    }

    /** Where the value of a key stands, else the beginning of the file. */
    public Place place(String key) {
        return keys.getOrDefault(key, place.at(1, 1));
    }

    /** When it last changed for its readers. */
    public Optional<ZonedDateTime> lastChanged() {
        return updated.or(() -> date);
    }

    public Syndication syndicationOn(String network) {
        return syndicate.getOrDefault(network, Syndication.DEFAULT);
    }

    /** Whether readers are still invited to answer. */
    public boolean takesFeedback(Instant now) {
        return feedbackOpen
                && feedbackUntil.map(until -> until.toInstant().isAfter(now)).orElse(true);
    }
}
