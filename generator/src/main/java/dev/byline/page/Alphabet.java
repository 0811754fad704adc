package dev.byline.page;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/** How a language sorts its words. */
public final class Alphabet {
    private Alphabet() {}

    /** By the language's own alphabet; the JDK's collators do not depend on the machine. */
    public static Comparator<String> of(Locale language) {
        Collator collator = Collator.getInstance(language);
        return (a, b) -> collator.compare(a, b);
    }
}
