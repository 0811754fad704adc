package dev.byline.publish;

import dev.byline.diagnostic.Place;
import dev.byline.network.Facet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A draft on its way: one article, told by one account on one network, in one post or a thread of several.
 *
 * @param handle the account's on the network, in normal form; may be empty where the network has none
 * @param community where it is posted, if that is not what the handle says
 * @param visibility as the network names it
 * @param warning a content warning
 * @param media images of the first post
 * @param link the page that it is about
 * @param parts the posts, at least one
 * @param planned when it was to be posted; the same in every copy of the site
 * @param place where the draft, or else the article, is written
 */
public record Outgoing(
        String article,
        String account,
        String network,
        String handle,
        Optional<String> community,
        Locale language,
        Optional<String> visibility,
        Optional<String> warning,
        List<Media> media,
        Link link,
        List<Text> parts,
        Instant planned,
        Place place) {
    public Outgoing {
        media = List.copyOf(media);
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("nothing to post for " + article);
        }
    }

    /** A draft that is posted where the handle says. */
    public Outgoing(
            String article,
            String account,
            String network,
            String handle,
            Locale language,
            Optional<String> visibility,
            Optional<String> warning,
            List<Media> media,
            Link link,
            List<Text> parts,
            Instant planned,
            Place place) {
        this(
                article,
                account,
                network,
                handle,
                Optional.empty(),
                language,
                visibility,
                warning,
                media,
                link,
                parts,
                planned,
                place);
    }

    /** The same from an account of another name on its network. */
    public Outgoing as(String otherHandle) {
        return new Outgoing(
                article,
                account,
                network,
                otherHandle,
                community,
                language,
                visibility,
                warning,
                media,
                link,
                parts,
                planned,
                place);
    }

    /** What it is known by in a list: the title for a letter, which holds the whole piece; else its first line. */
    String gist() {
        return network.equals(dev.byline.site.Newsletter.ID)
                ? link.title()
                : parts.get(0).whole().lines().findFirst().orElse("");
    }

    /**
     * The text of one post.
     *
     * @param title where posts have one of their own
     * @param count what it counts on its network
     * @param marks what lies over it, in units of UTF-16, for networks that do not find that by themselves
     */
    public record Text(Optional<String> title, String words, int count, List<Facet> marks) {
        public Text {
            marks = List.copyOf(marks);
        }

        /** A text without a title. */
        public Text(String words, int count, List<Facet> marks) {
            this(Optional.empty(), words, count, marks);
        }

        /** Title and text, as they stand in the draft. */
        String whole() {
            return title.map(first -> words.isEmpty() ? first : first + "\n\n" + words)
                    .orElse(words);
        }
    }

    /**
     * An image.
     *
     * @param type {@code image/png} ...
     * @param alt what it shows, for those who do not see it
     * @param address where the built site has it, for networks that fetch images by themselves
     */
    public record Media(Path file, String type, String alt, String address) {}

    /**
     * The page that a draft is about, for networks that want to be told what a card shows.
     *
     * @param picture what stands beside the words, if there is one
     */
    public record Link(String url, String title, String description, Optional<Media> picture) {}
}
