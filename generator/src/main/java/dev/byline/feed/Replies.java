package dev.byline.feed;

import com.rometools.rome.feed.CopyFrom;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.module.ModuleImpl;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the replies to an entry are, and how many, as a ROME module.
 *
 * <pre>{@code
 * <link rel="replies" type="application/atom+xml" href="https://blog.example/a/feedback/atom.xml"
 *     thr:count="9" thr:updated="2026-01-22T09:30:00Z"/>
 * <thr:total>9</thr:total>
 * }</pre>
 *
 * <p>In RSS, {@code wfw:commentRss} stands for the link.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4685">RFC 4685, threading extensions</a>
 */
public final class Replies extends ModuleImpl {
    /** What the module is known by. ROME has a module for the other half of the namespace, which says what an entry answers. */
    public static final String URI = "http://purl.org/syndication/thread/1.0#total";

    private static final long serialVersionUID = 1L;

    private String feed = "";
    private int count;
    private Instant updated;

    public Replies() {
        super(Replies.class, URI);
    }

    /** The address of the feed of replies, in the format of the feed that this stands in. */
    public String getFeed() {
        return feed;
    }

    public void setFeed(String feed) {
        this.feed = feed;
    }

    public int getCount() {
        return count;
    }

    public void setCount(int count) {
        this.count = count;
    }

    /** When the newest came, where there is one. */
    public Optional<Instant> getUpdated() {
        return Optional.ofNullable(updated);
    }

    public void setUpdated(Optional<Instant> updated) {
        this.updated = updated.orElse(null);
    }

    @Override
    public Class<? extends Module> getInterface() {
        return Replies.class;
    }

    @Override
    public void copyFrom(CopyFrom from) {
        Replies other = (Replies) from;
        setFeed(other.getFeed());
        setCount(other.getCount());
        setUpdated(other.getUpdated());
    }

    @Override
    public Object clone() {
        Replies copy = new Replies();
        copy.copyFrom(this);
        return copy;
    }
}
