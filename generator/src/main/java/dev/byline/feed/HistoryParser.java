package dev.byline.feed;

import com.rometools.rome.feed.module.Module;
import com.rometools.rome.io.ModuleParser;
import java.util.Locale;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Reads {@link History}. ROME finds it by {@code rome.properties}. */
public final class HistoryParser implements ModuleParser {
    private static final Namespace NAMESPACE = Namespace.getNamespace(History.URI);

    @Override
    public String getNamespaceUri() {
        return History.URI;
    }

    /** The module; null, as ROME wants it, in a document that is no archive. */
    @Override
    public Module parse(Element element, Locale locale) {
        return element.getChild("archive", NAMESPACE) == null ? null : new History();
    }
}
