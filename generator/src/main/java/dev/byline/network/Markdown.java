package dev.byline.network;

import java.util.regex.Pattern;

/** Plain words as they stand in the Markdown of networks: what would be markup has a backslash before it. */
final class Markdown {
    private static final Pattern ANYWHERE = Pattern.compile("[\\\\*_`~|\\[\\]<^]");
    private static final Pattern AT_LINE_START = Pattern.compile("(?m)^(\\s*)([#>+-])");

    /** {@code 1. one} at the start of a line begins a list. */
    private static final Pattern NUMBER_AT_LINE_START = Pattern.compile("(?m)^(\\s*\\d{1,9})([.)])(?=\\s)");

    private Markdown() {}

    /** The words, escaped; addresses stay as they are. */
    static String escaped(String words) {
        return WebAddresses.around(words, Markdown::escapedWords);
    }

    private static String escapedWords(String words) {
        String inline = ANYWHERE.matcher(words).replaceAll("\\\\$0");
        String blocks = AT_LINE_START.matcher(inline).replaceAll("$1\\\\$2");
        return NUMBER_AT_LINE_START.matcher(blocks).replaceAll("$1\\\\$2");
    }
}
