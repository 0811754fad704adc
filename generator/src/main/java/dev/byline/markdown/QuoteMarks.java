package dev.byline.markdown;

import java.util.Locale;
import java.util.Map;

/**
 * The quotation marks of a language: {@code "so"} is {@code “so”} in English, {@code „so“} in German, {@code « so »} in
 * French.
 *
 * @param open before a quotation
 * @param innerOpen before one inside another, or before a single one
 * @see <a href="https://cldr.unicode.org/">the delimiters of CLDR</a>
 */
record QuoteMarks(String open, String close, String innerOpen, String innerClose) {
    private static final QuoteMarks ENGLISH = new QuoteMarks("“", "”", "‘", "’");
    private static final QuoteMarks GERMAN = new QuoteMarks("„", "“", "‚", "‘");
    private static final QuoteMarks GUILLEMETS = new QuoteMarks("«", "»", "“", "”");
    private static final QuoteMarks NORDIC = new QuoteMarks("”", "”", "’", "’");

    private static final Map<String, QuoteMarks> BY_LANGUAGE = Map.ofEntries(
            Map.entry("ar", new QuoteMarks("«", "»", "“", "”")),
            Map.entry("cs", GERMAN),
            Map.entry("da", ENGLISH),
            Map.entry("de", GERMAN),
            Map.entry("es", GUILLEMETS),
            Map.entry("fi", NORDIC),
            Map.entry("fr", new QuoteMarks("«\u202f", "\u202f»", "“", "”")),
            Map.entry("it", GUILLEMETS),
            Map.entry("ja", new QuoteMarks("「", "」", "『", "』")),
            Map.entry("nb", new QuoteMarks("«", "»", "‘", "’")),
            Map.entry("nn", new QuoteMarks("«", "»", "‘", "’")),
            Map.entry("no", new QuoteMarks("«", "»", "‘", "’")),
            Map.entry("pl", new QuoteMarks("„", "”", "«", "»")),
            Map.entry("pt", ENGLISH),
            Map.entry("ru", new QuoteMarks("«", "»", "„", "“")),
            Map.entry("sk", GERMAN),
            Map.entry("sl", GERMAN),
            Map.entry("sv", NORDIC),
            Map.entry("uk", new QuoteMarks("«", "»", "„", "“")));

    static QuoteMarks of(Locale language) {
        boolean swissGerman =
                language.getLanguage().equals("de") && language.getCountry().equals("CH");
        boolean european =
                language.getLanguage().equals("pt") && language.getCountry().equals("PT");
        return swissGerman
                ? new QuoteMarks("«", "»", "‹", "›")
                : european ? GUILLEMETS : BY_LANGUAGE.getOrDefault(language.getLanguage(), ENGLISH);
    }
}
