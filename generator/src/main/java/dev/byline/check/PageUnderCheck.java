package dev.byline.check;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Severity;
import dev.byline.markdown.Trace;
import dev.byline.page.Page;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page as a reader gets it.
 *
 * @param source the file that its text was written in; empty for a page that the theme makes up
 */
record PageUnderCheck(Page page, Document html, int bytes, Optional<Place> source, Diagnostics found) {

    /** Where an element was written; what no writer wrote is the theme's. */
    Place place(Element element) {
        Place theme = Place.of("theme:/" + page.route().path());
        return source.map(file -> Trace.placeOf(element, file))
                .filter(place -> place.line() > 0)
                .orElse(theme);
    }

    /** The front matter of the file that the page's text was written in. */
    Place head() {
        return source.map(file -> file.at(1, 1))
                .orElse(Place.of("theme:/" + page.route().path()));
    }

    void error(String rule, Element element, String message, String hint) {
        found.add(Diagnostic.error(place(element), message, hint).by(rule));
    }

    void warning(String rule, Element element, String message, String hint) {
        found.add(Diagnostic.warning(place(element), message, hint).by(rule));
    }

    void tell(Severity severity, String rule, Place place, String message, String hint) {
        found.add(new Diagnostic(severity, place, message, Optional.of(hint), rule));
    }
}
