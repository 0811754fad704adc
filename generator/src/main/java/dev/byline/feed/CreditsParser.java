package dev.byline.feed;

import com.rometools.rome.feed.module.Module;
import com.rometools.rome.io.ModuleParser;
import java.util.List;
import java.util.Locale;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Reads {@link Credits}. ROME finds it by {@code rome.properties}. */
public final class CreditsParser implements ModuleParser {
    private static final Namespace NAMESPACE = Namespace.getNamespace(Credits.URI);

    @Override
    public String getNamespaceUri() {
        return Credits.URI;
    }

    /** The credits of an item; null, as ROME wants it, where there are none. */
    @Override
    public Module parse(Element element, Locale locale) {
        List<Credits.Person> people = element.getChildren("author", NAMESPACE).stream()
                .map(author -> new Credits.Person(
                        author.getAttributeValue("name", ""),
                        author.getAttributeValue("url", ""),
                        author.getAttributeValue("handle", ""),
                        author.getAttributeValue("profile", "")))
                .toList();
        if (people.isEmpty()) {
            return null;
        }
        Credits credits = new Credits();
        credits.setPeople(people);
        return credits;
    }
}
