package dev.byline.network;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person takes for one character: extended grapheme clusters of Unicode UAX #29, as {@code \X} of the running JDK
 * finds them.
 */
public final class Graphemes {
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private Graphemes() {}

    /** How many there are. */
    public static int count(String text) {
        int count = 0;
        Matcher clusters = CLUSTER.matcher(text);
        while (clusters.find()) {
            count++;
        }
        return count;
    }

    /** The clusters, in order; joined again they are the text. */
    public static List<String> of(String text) {
        List<String> all = new ArrayList<>();
        Matcher clusters = CLUSTER.matcher(text);
        while (clusters.find()) {
            all.add(clusters.group());
        }
        return all;
    }
}
