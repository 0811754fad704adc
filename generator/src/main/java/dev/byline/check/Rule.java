package dev.byline.check;

/** Something that a page must or should be. */
interface Rule {
    /** Tells the page of each breach. */
    void check(PageUnderCheck page);
}
