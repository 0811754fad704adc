package dev.byline.page;

import java.util.Locale;
import java.util.Set;

/** The direction that a language is written in, as HTML's {@code dir} names it. */
public final class Direction {
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "syr", "ug", "ur", "yi");

    private Direction() {}

    public static String of(Locale language) {
        return RIGHT_TO_LEFT.contains(language.getLanguage()) ? "rtl" : "ltr";
    }
}
