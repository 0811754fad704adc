package dev.byline.feed;

import dev.byline.feedback.Conversations;
import dev.byline.page.Asset;
import dev.byline.page.Direction;
import dev.byline.page.Page;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Prose;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import java.util.Map;
import java.util.Optional;

/** Renders feeds and lists of feeds. Threads may share it. */
public final class Feeds {
    private final Settings settings;
    private final Channels channels;
    private final Introductions introductions;
    private final Asset stylesheet;

    /**
     * Prepares for the feeds of one site.
     *
     * @param prose the articles' bodies, by id
     * @param lengths of images as they are published, in bytes, by path; one that is not there is published as it is
     * @param icon the site's square picture, if it has one
     * @param introductions what feeds say to a person who opens them
     * @param stylesheet what that looks like
     */
    public Feeds(
            Site site,
            Routes routes,
            Map<String, Prose> prose,
            Conversations conversations,
            Map<String, Long> lengths,
            Optional<Route> icon,
            Words words,
            Introductions introductions,
            Asset stylesheet) {
        this.settings = site.settings();
        MediaFiles media = new MediaFiles(site, routes, lengths);
        Entries entries = new Entries(site, routes, prose, conversations, media, words);
        this.channels = new Channels(settings, routes, entries, icon, words);
        this.introductions = introductions;
        this.stylesheet = stylesheet;
    }

    /** The bytes of a feed's document; the same for the same site, always. */
    public byte[] render(Page.Feed feed) {
        Channel channel = channels.of(feed);
        return switch (feed.format()) {
            case RSS -> Rss.of(introduced(channel, feed), stylesheet(feed));
            case ATOM -> Atom.of(introduced(channel, feed), stylesheet(feed));
            case JSON -> JsonFeed.of(channel);
        };
    }

    /** The bytes of a list of feeds. */
    public byte[] render(Page.Opml list) {
        return Opml.of(Text.xml(settings.title().in(settings.defaultLanguage())), list.feeds(), channels::outline);
    }

    private String stylesheet(Page.Feed feed) {
        return feed.route().toRoot() + stylesheet.route().encoded();
    }

    private Channel introduced(Channel channel, Page.Feed feed) {
        Map<String, Object> model =
                new Introduction(feed, settings.timeZone()).model(channel, Direction.of(feed.language()));
        // Relative, so that it leads on wherever the site is looked at.
        String inside = "=\"" + feed.route().toRoot();
        return channel.introducedBy(introductions
                .fill(feed.language(), model)
                .map(html -> html.replace("=\"" + settings.url(), inside))
                .orElse(""));
    }
}
