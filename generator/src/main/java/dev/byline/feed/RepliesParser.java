package dev.byline.feed;

import com.rometools.rome.feed.module.Module;
import com.rometools.rome.io.ModuleParser;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Reads {@link Replies}. ROME finds it by {@code rome.properties}. */
public final class RepliesParser implements ModuleParser {
    private static final Namespace ATOM = Namespace.getNamespace(Atom.NAMESPACE);
    private static final Namespace THREADS = Namespace.getNamespace("http://purl.org/syndication/thread/1.0");

    @Override
    public String getNamespaceUri() {
        // ROME has one parser for each namespace, and one of its own for that of threads; the link is an element of
        // Atom's.
        return Atom.NAMESPACE;
    }

    /** Where the replies are; null, as ROME wants it, where an entry says nothing of them. */
    @Override
    public Module parse(Element element, Locale locale) {
        Optional<Element> link = element.getChildren("link", ATOM).stream()
                .filter(each -> "replies".equals(each.getAttributeValue("rel")))
                .findFirst();
        if (link.isEmpty()) {
            return null;
        }
        Replies replies = new Replies();
        replies.setFeed(link.get().getAttributeValue("href", ""));
        replies.setCount(count(link.get().getAttributeValue("count", THREADS)));
        replies.setUpdated(moment(link.get().getAttributeValue("updated", THREADS)));
        return replies;
    }

    private static int count(String written) {
        return written != null && written.matches("\\d{1,9}") ? Integer.parseInt(written) : 0;
    }

    private static Optional<Instant> moment(String written) {
        try {
            return Optional.ofNullable(written).map(Instant::parse);
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }
}
