package dev.byline.source;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import java.util.Optional;

/** A language that front matter can be written in. */
interface DataLanguage {
    /** How deep values may stand in each other: more is an attack or an accident. */
    int MAX_DEPTH = 32;

    /** How many values one file may hold, aliases expanded. */
    int MAX_VALUES = 20_000;

    /** How many characters front matter or a data file may have. */
    int MAX_LENGTH = 512 * 1024;

    /**
     * Reads a text whose top level is a mapping.
     *
     * @param text the data without its fences
     * @param start the place of the text's first character
     * @return empty where it cannot be read; the reason is among the diagnostics then
     */
    Optional<Value.Mapping> read(String text, Place start, Diagnostics diagnostics);
}
