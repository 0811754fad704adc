package dev.byline.feed;

import com.rometools.rome.feed.module.Module;
import com.rometools.rome.io.ModuleGenerator;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Writes {@link History}. ROME finds it by {@code rome.properties}. */
public final class HistoryGenerator implements ModuleGenerator {
    static final Namespace NAMESPACE = Namespace.getNamespace("fh", History.URI);

    @Override
    public String getNamespaceUri() {
        return History.URI;
    }

    @Override
    public Set<Namespace> getNamespaces() {
        return Set.of(NAMESPACE);
    }

    @Override
    public void generate(Module module, Element element) {
        element.addContent(0, new Element("archive", NAMESPACE));
    }
}
