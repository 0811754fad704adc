package dev.byline.rehearsal;

/** What can go wrong with a request. */
public enum Mishap {
    NONE,
    /** The connection ends before the network has done anything. */
    CUT_BEFORE,
    /** The network does what it is asked to, and the connection ends before it can say so. */
    CUT_AFTER,
    /** 500, and nothing is done. */
    BROKEN_BEFORE,
    /** 502, and it is done. */
    BROKEN_AFTER,
    /** 429, and nothing is done. */
    BUSY,
    /** 401, and nothing is done. */
    UNAUTHORISED,
    /** 200 and a page for people; it is done. */
    HTML,
    /** 200, bytes in another charset; it is done. */
    OTHER_CHARSET,
    /** 200 and ten megabytes; it is done. */
    HUGE,
    /** It is done, and takes too long to say so. */
    SLOW
}
