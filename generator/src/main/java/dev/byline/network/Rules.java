package dev.byline.network;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a network lets a post be, and what is good manners there. Each network's own file says where it is written.
 *
 * @param markup what a draft's text is written in
 */
public record Rules(Length length, Markup markup, Tags tags, Media media, Reach reach) {
    /** The same on a server that allows otherwise. */
    Rules as(Allowance told) {
        return new Rules(length.as(told), markup, tags, media.as(told), reach);
    }

    /**
     * How long a post may be.
     *
     * @param unit in which length, and the places of facets, are counted
     * @param link what any link counts, however long it is; empty where it counts as it is written
     * @param title the most that a title may count, where posts have one; the draft's first line is the title then
     */
    public record Length(int limit, Unit unit, OptionalInt link, OptionalInt title) {
        static Length of(int limit, Unit unit) {
            return new Length(limit, unit, OptionalInt.empty(), OptionalInt.empty());
        }

        Length withLinksOf(int cost) {
            return new Length(limit, unit, OptionalInt.of(cost), title);
        }

        Length withTitleOf(int most) {
            return new Length(limit, unit, link, OptionalInt.of(most));
        }

        private Length as(Allowance told) {
            return new Length(told.characters().orElse(limit), unit, link, title);
        }
    }

    /** What a draft's text is written in. */
    public enum Markup {
        PLAIN,
        HTML,
        MARKDOWN,
        MRKDWN
    }

    /**
     * How topics are named.
     *
     * @param least 1 where a post without one is not found by those who look for the topic
     * @param most how many a post has by itself: those that front matter names are all kept
     * @param pile more than these are too many to those who read there
     */
    public record Tags(int least, int most, int pile, Where where) {
        static final Tags NONE = new Tags(0, 0, 0, Where.NOWHERE);

        static Tags atEnd(int most) {
            return new Tags(0, most, most, Where.END);
        }

        static Tags inText(int most) {
            return new Tags(0, most, most, Where.TEXT);
        }

        Tags sought() {
            return new Tags(1, most, pile, where);
        }

        Tags bearing(int more) {
            return new Tags(least, most, more, where);
        }
    }

    /** Where hashtags stand. */
    public enum Where {
        TEXT,
        END,
        NOWHERE
    }

    /**
     * The images of a post. A number that the network does not tell is empty.
     *
     * @param least 1 where there is no post without an image
     * @param bytes of one image
     * @param altText the most that an image's description may count
     */
    public record Media(int least, int most, OptionalInt bytes, OptionalInt altText) {
        /** Images are shown only as the network finds them behind a link. */
        static final Media NONE = new Media(0, 0, OptionalInt.empty(), OptionalInt.empty());

        static Media upTo(int most) {
            return new Media(0, most, OptionalInt.empty(), OptionalInt.empty());
        }

        Media required() {
            return new Media(1, most, bytes, altText);
        }

        Media ofBytes(int limit) {
            return new Media(least, most, OptionalInt.of(limit), altText);
        }

        Media described(int limit) {
            return new Media(least, most, bytes, OptionalInt.of(limit));
        }

        private Media as(Allowance told) {
            return new Media(
                    least,
                    told.images().orElse(most),
                    bytes,
                    told.description().isPresent() ? told.description() : altText);
        }
    }

    /** Who makes the card that shows the page behind a link. */
    public enum Card {
        /** The network looks at the page. */
        FETCHED,
        /** Whoever posts sends title, description and image along. */
        SENT,
        NONE
    }

    /**
     * What else can be said of a post.
     *
     * @param threads whether an account can answer itself, so that a long text becomes several posts
     * @param language whether a post tells its language
     * @param warning whether a post can have a content warning
     * @param visibilities words for who sees it, the usual one first; empty where there is no choice
     */
    public record Reach(Card card, boolean threads, boolean language, boolean warning, List<String> visibilities) {
        public Reach {
            visibilities = List.copyOf(visibilities);
        }

        static Reach of(Card card) {
            return new Reach(card, false, false, false, List.of());
        }

        Reach inThreads() {
            return new Reach(card, true, language, warning, visibilities);
        }

        Reach withLanguage() {
            return new Reach(card, threads, true, warning, visibilities);
        }

        Reach withWarning() {
            return new Reach(card, threads, language, true, visibilities);
        }

        Reach seenBy(String... words) {
            return new Reach(card, threads, language, warning, List.of(words));
        }
    }
}
