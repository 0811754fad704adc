package dev.byline.feed;

import com.rometools.rome.feed.module.Module;
import com.rometools.rome.io.ModuleParser;
import java.util.Locale;
import org.jdom2.Element;

/** Reads {@link History}. ROME finds it by {@code rome.properties}. */
public final class HistoryParser implements ModuleParser {
    @Override
    public String getNamespaceUri() {
        return History.URI;
    }

    /** The module; null, as ROME wants it, in a document that is no archive. */
    @Override
    public Module parse(Element element, Locale locale) {
        return element.getChild("archive", HistoryGenerator.NAMESPACE) == null ? null : new History();
    }
}
