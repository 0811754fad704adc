package dev.byline.page;

import dev.byline.site.StaticFile;

/** Where a link or image, as a writer wrote it, leads. */
public sealed interface Target {
    /**
     * Something of this site; whether it exists is known when all pages are.
     *
     * @param path below the root, without a leading {@code /}, decoded
     * @param rest query and fragment as written, with {@code ?} or {@code #}; may be empty
     */
    record Internal(String path, String rest) implements Target {}

    /** Another place on the same page: {@code #anchor}. */
    record SamePage(String anchor) implements Target {}

    /** A file that lies with the article and is published below its address. */
    record Attached(Route route, StaticFile file) implements Target {}

    /** Another site, or a mail program. */
    record External(String url) implements Target {}

    /** A piece that nobody can see now: the words stay, the link goes. */
    record Hidden(String reason) implements Target {}

    /** Nothing. */
    record Broken(String reason, String hint) implements Target {}
}
