package dev.byline.site;

/** Who can see an article at a given moment. */
public enum Visibility {
    /** On its page, in every list and feed. */
    LISTED,
    /** On its page only, for those who have the address. */
    UNLISTED,
    /** Not out: {@code draft: true}. */
    DRAFT,
    /** Not out yet: its date is in the future. */
    SCHEDULED,
    /** No longer out. */
    EXPIRED;

    /** Whether it has a page. */
    public boolean hasPage() {
        return this == LISTED || this == UNLISTED;
    }
}
