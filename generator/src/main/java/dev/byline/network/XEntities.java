package dev.byline.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links, mentions and hashtags as X finds them.
 *
 * <p>In {@code "RT @giulia: see example.com/a #Roasting"} they are {@code @giulia}, {@code example.com/a} and {@code Roasting}.
 *
 * @see <a href="https://github.com/twitter/twitter-text">twitter-text, its rules and its conformance data</a>
 */
final class XEntities {

    private static final String LATIN =
            "\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0253\\u0254\\u0256\\u0257\\u0259"
                    + "\\u025b\\u0263\\u0268\\u026f\\u0272\\u0289\\u028b\\u02bb\\u0300-\\u036f\\u1e00-\\u1eff";
    private static final String CYRILLIC = "\\u0400-\\u04ff";

    /** What no host has: spaces, punctuation, directions. */
    private static final String NO_HOST = "\\p{Punct}\\s\\u2028\\u2029\\u00a0\\u1680\\u2000-\\u206f\\u3000-\\u3003"
            + "\\u3008-\\u3011\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65\\uff5e\\u00ab\\u00bb\\u300c"
            + "\\u300d\\u061c\\ufffd";

    private static final String ASCII = "A-Za-z0-9" + LATIN;
    private static final String PATH = "[" + ASCII + CYRILLIC + "!*';:=+,.$%#\\[\\]\\u2013_~@|&/-]*+";
    private static final String BALANCED = "\\(" + PATH + "(?:\\(" + PATH + "\\)" + PATH + "){0,9}\\)";
    private static final String PATH_END = ASCII + CYRILLIC + "+=_#/)-";

    /** Every word of a host but its last; there are never more than these. */
    private static final String LABELS = "{1,40}";

    private static final Pattern WITH_SCHEME = Pattern.compile("(?<![A-Za-z0-9@\\uff20$#\\uff03])(?i:https?)://((?:[^"
            + NO_HOST + "](?:[[^" + NO_HOST + "]_-]{0,100}[^" + NO_HOST + "])?\\.)" + LABELS + "(?:xn--[A-Za-z0-9-]+|[^"
            + NO_HOST + "]{2,}))");

    private static final Pattern WITHOUT_SCHEME = Pattern.compile("(?<![A-Za-z0-9@\\uff20$#\\uff03_./-])((?:[" + ASCII
            + "](?:[" + ASCII + "_-]{0,100}[" + ASCII + "])?\\.)" + LABELS
            + "(?:xn--[A-Za-z0-9-]+|[A-Za-z]{2,}+(?![0-9])"
            + "|[\\p{L}\\p{M}&&[^" + ASCII + "]]{2,}))");

    private static final Pattern PORT_AND_PATH =
            Pattern.compile("(?::[0-9]+)?(?:/(?:" + PATH + "(?:" + BALANCED + PATH + "){0,40}+))?");
    private static final Pattern QUERY =
            Pattern.compile("\\?[A-Za-z0-9!?*'@();:&=+$/%#\\[\\]_.,~|-]*[A-Za-z0-9_&=#/-]");
    private static final Pattern NO_PATH_END = Pattern.compile("[^" + PATH_END + "]+$");

    /** The network's own short addresses have nothing but one word behind the host, of 40 characters at most. */
    private static final Pattern SHORTENED = Pattern.compile("(?i)https?://t\\.co/([a-z0-9]+)(?:\\?.*)?");

    private static final int LONGEST_SHORTENED = 40;

    private static final Pattern MENTION = Pattern.compile(
            "(?:(?<![A-Za-z0-9_!#$%&*@\\uff20])|(?<=(?<![A-Za-z0-9_])(?:RT|rt|Rt|rT):?))[@\\uff20]([A-Za-z0-9_]{1,20})"
                    + "(/[A-Za-z][A-Za-z0-9_-]{0,24})?(?![@\\uff20" + LATIN + "]|://|[A-Za-z0-9_])");

    private static final String WORD =
            "\\p{L}\\p{M}\\p{Nd}_\\u200c\\u200d\\ua67e\\u05be\\u05f3\\u05f4\\uff5e\\u301c\\u309b"
                    + "\\u309c\\u30a0\\u30fb\\u3003\\u0f0b\\u0f0c\\u00b7";

    private static final Pattern HASHTAG =
            Pattern.compile("(?<![&" + WORD + "&&[^\\ufe0e\\ufe0f]])[#\\uff03](?![\\ufe0f" + "\\u20e3])([" + WORD
                    + "]*[\\p{L}\\p{M}][" + WORD + "]*)(?![#\\uff03" + WORD + "]|://)");

    private XEntities() {}

    /** All three; what stands within a link is part of it. */
    static List<Facet> found(String text) {
        return Facet.apart(links(text), hashtags(text), mentions(text));
    }

    /** Addresses, with or without a scheme. */
    static List<Facet> links(String text) {
        return Facet.apart(links(text, WITH_SCHEME), links(text, WITHOUT_SCHEME));
    }

    private static List<Facet> links(String text, Pattern pattern) {
        List<Facet> links = new ArrayList<>();
        Matcher found = pattern.matcher(text);
        int from = 0;
        while (found.find(from)) {
            from = found.end();
            int host = hostEnd(text, found.start(1), found.end(1));
            if (host > 0 && TopLevelDomains.canBe(text.substring(found.start(1), host))) {
                int end = end(text, found.start(), host);
                from = Math.max(end, host);
                if (end > host || !isTooLong(text, found.start())) {
                    links.add(new Facet(Facet.Kind.LINK, found.start(), end, text.substring(found.start(), end)));
                }
            }
        }
        return links;
    }

    private static int end(String text, int start, int host) {
        Matcher shortened = SHORTENED.matcher(text).region(start, text.length());
        boolean own = shortened.lookingAt();
        if (own && shortened.end(1) - shortened.start(1) > LONGEST_SHORTENED) {
            return host;
        }
        int path = own ? shortened.end(1) : pathEnd(text, host);
        Matcher query = QUERY.matcher(text).region(path, text.length());
        return query.lookingAt() ? query.end() : path;
    }

    private static boolean isTooLong(String text, int start) {
        Matcher shortened = SHORTENED.matcher(text).region(start, text.length());
        return shortened.lookingAt() && shortened.end(1) - shortened.start(1) > LONGEST_SHORTENED;
    }

    /** Behind port and path, without the full stop or comma that ends the sentence. */
    private static int pathEnd(String text, int host) {
        Matcher rest = PORT_AND_PATH.matcher(text).region(host, text.length());
        return rest.lookingAt()
                ? host + NO_PATH_END.matcher(rest.group()).replaceFirst("").length()
                : host;
    }

    /** Where the longest host within the match ends that has a known last label; 0 where none has. */
    private static int hostEnd(String text, int start, int end) {
        for (int dot = text.lastIndexOf('.', end - 1); dot > start; dot = text.lastIndexOf('.', dot - 1)) {
            int next = text.indexOf('.', dot + 1);
            int stop = next < 0 || next > end ? end : next;
            int known = knownLength(
                    text.substring(dot + 1, stop), stop == end && end < text.length() ? text.charAt(end) : ' ');
            if (known > 0) {
                // Only the labels before a name may hold an underscore.
                String name = text.substring(Math.max(start, text.lastIndexOf('.', dot - 1) + 1), dot);
                return name.indexOf('_') < 0 ? dot + 1 + known : 0;
            }
        }
        return 0;
    }

    /** How much of a label is known: all of it, or what stands before letters of another script, as in {@code comの}. */
    private static int knownLength(String label, char behind) {
        if (behind != '@' && behind != '-' && behind != '+' && isKnown(label)) {
            return label.length();
        }
        for (int length = label.length() - 1; length > 1; length--) {
            boolean foreign = label.charAt(length) > 0x2ff;
            if (foreign && isKnown(label.substring(0, length))) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isKnown(String label) {
        return TopLevelDomains.has(label.toLowerCase(Locale.ROOT)) || label.matches("(?i)xn--[a-z0-9-]+");
    }

    /** People and, with a path, their lists: {@code @giulia/roasters}. */
    static List<Facet> mentions(String text) {
        List<Facet> mentions = new ArrayList<>();
        Matcher found = MENTION.matcher(text);
        while (found.find()) {
            String target = text.substring(found.start(1), found.end());
            mentions.add(new Facet(Facet.Kind.MENTION, found.start(), found.end(), target));
        }
        return mentions;
    }

    static List<Facet> hashtags(String text) {
        List<Facet> tags = new ArrayList<>();
        Matcher found = HASHTAG.matcher(text);
        while (found.find()) {
            tags.add(new Facet(Facet.Kind.TAG, found.start(), found.end(), found.group(1)));
        }
        return tags;
    }
}
