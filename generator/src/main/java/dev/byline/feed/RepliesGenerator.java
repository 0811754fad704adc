package dev.byline.feed;

import com.rometools.rome.feed.module.Module;
import com.rometools.rome.io.ModuleGenerator;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Writes {@link Replies}. ROME finds it by {@code rome.properties}. */
public final class RepliesGenerator implements ModuleGenerator {
    static final Namespace THREADS = Namespace.getNamespace("thr", "http://purl.org/syndication/thread/1.0");

    /** The address of an item's feed of comments, as RSS has it. */
    static final Namespace COMMENTS = Namespace.getNamespace("wfw", "http://wellformedweb.org/CommentAPI/");

    static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

    @Override
    public String getNamespaceUri() {
        return Replies.URI;
    }

    @Override
    public Set<Namespace> getNamespaces() {
        return Set.of(THREADS, COMMENTS);
    }

    @Override
    public void generate(Module module, Element element) {
        Replies replies = (Replies) module;
        if (element.getNamespace().equals(ATOM)) {
            element.addContent(link(replies));
            element.addContent(new Element("total", THREADS).setText(Integer.toString(replies.getCount())));
        } else {
            element.addContent(new Element("commentRss", COMMENTS).setText(replies.getFeed()));
        }
    }

    private static Element link(Replies replies) {
        Element link = new Element("link", ATOM)
                .setAttribute("rel", "replies")
                .setAttribute("type", "application/atom+xml")
                .setAttribute("href", replies.getFeed())
                .setAttribute("count", Integer.toString(replies.getCount()), THREADS);
        replies.getUpdated().ifPresent(updated -> link.setAttribute("updated", updated.toString(), THREADS));
        return link;
    }
}
