package dev.byline.feed;

import com.rometools.rome.feed.module.Module;
import com.rometools.rome.io.ModuleGenerator;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Writes {@link Credits}. ROME finds it by {@code rome.properties}. */
public final class CreditsGenerator implements ModuleGenerator {
    static final Namespace NAMESPACE = Namespace.getNamespace("byline", Credits.URI);

    @Override
    public String getNamespaceUri() {
        return Credits.URI;
    }

    @Override
    public Set<Namespace> getNamespaces() {
        return Set.of(NAMESPACE);
    }

    @Override
    public void generate(Module module, Element element) {
        for (Credits.Person person : ((Credits) module).getPeople()) {
            Element author = new Element("author", NAMESPACE);
            author.setAttribute("name", person.name());
            author.setAttribute("url", person.url());
            if (!person.handle().isEmpty()) {
                author.setAttribute("handle", person.handle());
            }
            if (!person.profile().isEmpty()) {
                author.setAttribute("profile", person.profile());
            }
            element.addContent(author);
        }
    }
}
