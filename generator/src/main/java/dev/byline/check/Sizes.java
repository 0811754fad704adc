package dev.byline.check;

import dev.byline.diagnostic.Severity;
import java.util.Locale;

/** What a phone on a train can load. */
final class Sizes implements Rule {
    /** A page of text has a tenth of it. */
    private static final int MOST_BYTES = 150_000;

    /** More elements than these make a phone slow (Lighthouse warns of 800, and calls 1,400 too many). */
    private static final int MOST_ELEMENTS = 3_000;

    @Override
    public void check(PageUnderCheck page) {
        if (page.bytes() > MOST_BYTES) {
            page.tell(
                    Severity.WARNING,
                    "page-heavy",
                    page.head(),
                    String.format(Locale.ROOT, "a page of %,d KB without its images", page.bytes() / 1000),
                    "split it into a series, or move data into a file beside it");
        }
        int elements = page.html().getAllElements().size();
        if (elements > MOST_ELEMENTS) {
            page.tell(
                    Severity.WARNING,
                    "page-complex",
                    page.head(),
                    String.format(Locale.ROOT, "a page of %,d elements", elements),
                    "split it into a series");
        }
    }
}
