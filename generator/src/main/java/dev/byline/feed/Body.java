package dev.byline.feed;

import tools.jackson.core.io.JsonStringEncoder;

/**
 * The full text of an entry, as formats hold it: escaped once, however many feeds hold the entry.
 *
 * <p>Bytes, since they take half of what a string does that holds one curly quote.
 */
final class Body {
    private final byte[] xml;
    private final byte[] json;

    /** Escapes HTML. */
    Body(String html) {
        this.xml = new Xml().text(html).bytes();
        this.json = JsonStringEncoder.getInstance().quoteAsUTF8(html);
    }

    /** To be written into an element; not to be changed. */
    byte[] xml() {
        return xml;
    }

    /** To be written between quotes; not to be changed. */
    byte[] json() {
        return json;
    }
}
