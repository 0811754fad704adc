package dev.byline.search;

import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.danishStemmer;
import org.tartarus.snowball.ext.dutchStemmer;
import org.tartarus.snowball.ext.englishStemmer;
import org.tartarus.snowball.ext.finnishStemmer;
import org.tartarus.snowball.ext.frenchStemmer;
import org.tartarus.snowball.ext.germanStemmer;
import org.tartarus.snowball.ext.hungarianStemmer;
import org.tartarus.snowball.ext.italianStemmer;
import org.tartarus.snowball.ext.norwegianStemmer;
import org.tartarus.snowball.ext.portugueseStemmer;
import org.tartarus.snowball.ext.romanianStemmer;
import org.tartarus.snowball.ext.russianStemmer;
import org.tartarus.snowball.ext.spanishStemmer;
import org.tartarus.snowball.ext.swedishStemmer;

/**
 * Brings the forms of a word together: {@code roasted} and {@code roasting} both have the stem {@code roast}. A language
 * without a stemmer keeps its words as they are. Has state: one for one thread.
 *
 * @see <a href="https://snowballstem.org/algorithms/">Snowball</a>
 */
final class Stems {
    private static final Map<String, Supplier<SnowballStemmer>> STEMMERS = Map.ofEntries(
            Map.entry("da", danishStemmer::new),
            Map.entry("de", germanStemmer::new),
            Map.entry("en", englishStemmer::new),
            Map.entry("es", spanishStemmer::new),
            Map.entry("fi", finnishStemmer::new),
            Map.entry("fr", frenchStemmer::new),
            Map.entry("hu", hungarianStemmer::new),
            Map.entry("it", italianStemmer::new),
            Map.entry("nb", norwegianStemmer::new),
            Map.entry("nl", dutchStemmer::new),
            Map.entry("no", norwegianStemmer::new),
            Map.entry("pt", portugueseStemmer::new),
            Map.entry("ro", romanianStemmer::new),
            Map.entry("ru", russianStemmer::new),
            Map.entry("sv", swedishStemmer::new));

    private final SnowballStemmer stemmer;

    Stems(Locale language) {
        Supplier<SnowballStemmer> known = STEMMERS.get(language.getLanguage());
        this.stemmer = known == null ? null : known.get();
    }

    String of(String word) {
        if (stemmer == null) {
            return word;
        }
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
