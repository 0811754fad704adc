package dev.byline.site;

/**
 * Something that a page or a text asks of a site while it is rendered. As long as the answers to all of its questions stay
 * the same, so does what was rendered.
 *
 * @param about an id, or a file's path; empty where there is only one such thing
 * @param detail what else is needed to ask again; mostly empty
 */
public record Question(Kind kind, String about, String detail) {
    /** What can be asked. */
    public enum Kind {
        /** What lists show of an article. */
        ENTRY,
        /** All of an article, with its text. */
        WHOLE,
        /** What readers answered to an article. */
        CONVERSATION,
        /** Where an article was told. */
        POSTS,
        /** An article in its other languages. */
        TRANSLATIONS,
        /** The newsletter about an article that a person has taken over. */
        LETTER,
        /** All that is said of one author. */
        AUTHOR,
        /** The same of all. */
        AUTHORS,
        /** How many pieces somebody wrote. */
        COUNT,
        /** The pieces that somebody wrote. */
        WRITTEN_BY,
        /** The pieces of a series, by the id of one of them. */
        SERIES,
        /** A page outside the stream. */
        PAGE,
        /** All of those. */
        PAGES,
        /** Where a link leads: the file that it stands in, and what is written. */
        LINK,
        /** An image at an address of the site. */
        IMAGE,
        /** Whether there is a share card at an address. */
        CARD,
        /** A file of the site's folder, other than a text. */
        FILE,
        /** All of those. */
        FILES
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof Question question
                        && question.kind == kind
                        && question.about.equals(about)
                        && question.detail.equals(detail));
    }

    /** Asked for often: what the compiler makes of a record takes long to get going. */
    @Override
    public int hashCode() {
        return (kind.hashCode() * 31 + about.hashCode()) * 31 + detail.hashCode();
    }

    public static Question of(Kind kind, String about) {
        return new Question(kind, about, "");
    }
}
