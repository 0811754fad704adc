package dev.byline.feed;

import com.rometools.rome.feed.CopyFrom;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.module.ModuleImpl;

/**
 * Says of a document that it is an archive of a feed and will not change any more, as a ROME module.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5005#section-4">RFC 5005, archived feeds</a>
 */
public final class History extends ModuleImpl {
    /** The namespace of the history extension. */
    public static final String URI = "http://purl.org/syndication/history/1.0";

    private static final long serialVersionUID = 1L;

    public History() {
        super(History.class, URI);
    }

    @Override
    public Class<? extends Module> getInterface() {
        return History.class;
    }

    /** There is nothing to copy: it says all by being there. */
    @Override
    public void copyFrom(CopyFrom from) {}

    @Override
    public Object clone() {
        return new History();
    }
}
