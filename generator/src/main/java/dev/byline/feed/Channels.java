package dev.byline.feed;

import dev.byline.page.FeedSubject;
import dev.byline.page.Page;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Author;
import dev.byline.site.FeedFormat;
import dev.byline.site.Localized;
import dev.byline.site.Settings;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts together what a feed's document says. */
final class Channels {
    private final Settings settings;
    private final Routes routes;
    private final Entries entries;
    private final Identifiers identifiers;
    private final Words words;
    private final Optional<Route> icon;

    /**
     * Knows a site.
     *
     * @param icon the site's square picture, if it has one
     */
    Channels(Settings settings, Routes routes, Entries entries, Optional<Route> icon, Words words) {
        this.settings = settings;
        this.routes = routes;
        this.entries = entries;
        this.identifiers = new Identifiers(settings.url());
        this.icon = icon;
        this.words = words;
    }

    /** The document, yet without what it says to a person who opens it. */
    Channel of(Page.Feed feed) {
        List<Entry> items = isOfAnswers(feed.subject())
                ? entries.answersTo(
                        feed.articles(), settings.feeds().entries(), !(feed.subject() instanceof FeedSubject.Answers))
                : feed.articles().stream().map(entries::of).toList();
        return new Channel(
                identifiers.of(feed),
                feed.about().under(settings.url()),
                title(feed),
                description(feed),
                feed.language().toLanguageTag(),
                updated(feed, items),
                entries.credits(feed.subject().people()),
                copyright(feed.language()),
                settings.feeds().minutes(),
                icon.map(route -> route.under(settings.url())),
                settings.feeds().hubs(),
                documents(feed),
                items,
                "");
    }

    /** What a list of feeds says of one. */
    Opml.Outline outline(Page.Feed feed) {
        return new Opml.Outline(
                feed.about().under(settings.url()),
                title(feed),
                description(feed),
                feed.language().toLanguageTag(),
                formats(feed));
    }

    private static boolean isOfAnswers(FeedSubject subject) {
        return subject instanceof FeedSubject.Answers
                || subject instanceof FeedSubject.AllAnswers
                || subject instanceof FeedSubject.AnswersTo;
    }

    /** The newest change; answers cannot be older than what they answer. */
    private static Instant updated(Page.Feed feed, List<Entry> items) {
        Instant before = feed.articles().stream()
                .flatMap(article -> article.date().stream())
                .map(ZonedDateTime::toInstant)
                .max(Instant::compareTo)
                .filter(newest -> isOfAnswers(feed.subject()))
                .orElse(Instant.EPOCH);
        return items.stream().map(Entry::updated).max(Instant::compareTo).orElse(before);
    }

    /** What a feed is called, where it stands among others. */
    String title(Page.Feed feed) {
        Locale language = feed.language();
        String blog = settings.title().in(language);
        FeedSubject subject = feed.subject();
        if (subject instanceof FeedSubject.By by) {
            return Text.xml(by.author().name() + " · " + blog);
        }
        if (subject instanceof FeedSubject.ByOn by) {
            return Text.xml(
                    words.get(language, "feed.on", by.author().name(), by.tag().name()) + " · " + blog);
        }
        if (subject instanceof FeedSubject.Under under) {
            return Text.xml(under.term().name() + " · " + blog);
        }
        if (subject instanceof FeedSubject.Answers answers) {
            return Text.xml(
                    words.get(language, "feedback.title", answers.article().title()) + " · " + blog);
        }
        if (subject instanceof FeedSubject.AllAnswers) {
            return Text.xml(words.get(language, "answers.title") + " · " + blog);
        }
        if (subject instanceof FeedSubject.AnswersTo to) {
            return Text.xml(words.get(language, "answers.to", to.author().name()) + " · " + blog);
        }
        return Text.xml(
                subject instanceof FeedSubject.Everything
                        ? blog + " · " + words.get(language, "feed.everything")
                        : blog);
    }

    private String description(Page.Feed feed) {
        Locale language = feed.language();
        List<Author> people = feed.subject().people();
        String own = feed.subject() instanceof FeedSubject.Answers answers
                ? answers.article().summary()
                : people.isEmpty() ? "" : people.get(0).bio().in(language);
        String about = settings.description().in(language);
        String tagline = settings.tagline().in(language);
        return Text.xml(!own.isEmpty() ? own : !about.isEmpty() ? about : !tagline.isEmpty() ? tagline : title(feed));
    }

    private String copyright(Locale language) {
        Localized said = settings.feeds().copyright();
        return Text.xml(said.texts().isEmpty() ? "© " + settings.organization().name() : said.in(language));
    }

    private Map<FeedFormat, String> formats(Page.Feed feed) {
        Map<FeedFormat, String> formats = new EnumMap<>(FeedFormat.class);
        for (FeedFormat format : settings.feeds().formats()) {
            formats.put(format, routes.feed(feed.list(), format).under(settings.url()));
        }
        return formats;
    }

    private Channel.Documents documents(Page.Feed feed) {
        Map<FeedFormat, String> formats = formats(feed);
        return new Channel.Documents(
                feed.route().under(settings.url()),
                formats,
                feed.part().isArchive(),
                formats.get(feed.format()),
                feed.part()
                        .older()
                        .map(part ->
                                routes.feed(feed.list(), feed.format(), part).under(settings.url())));
    }
}
