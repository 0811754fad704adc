package dev.byline.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links, mentions and tags as clients of Bluesky find them while somebody writes.
 *
 * <p>Each stands at the start, behind a space or behind a bracket. An address needs no scheme where it ends with a known
 * top-level domain; {@code https://} is put before it then.
 *
 * @see <a href="https://docs.bsky.app/docs/advanced-guides/post-richtext">links, mentions, and rich text</a>
 */
final class BlueskyFacets {
    private static final Pattern MENTION = Pattern.compile("(?<![^\\s(])@([a-zA-Z0-9.-]+)\\b");
    private static final Pattern LINK =
            Pattern.compile("(?i)(?<![^\\s(])(?:https?://\\S+|([a-z][a-z0-9]*(?:\\.[a-z0-9]++)++)\\S*)");
    private static final Pattern BEHIND = Pattern.compile("[.,;:!?]$");

    private static final String INVISIBLE = "\\u00AD\\u2060\\u200A\\u200B\\u200C\\u200D\\u20e2";
    private static final Pattern TAG = Pattern.compile("(?<!\\S)[#\\uFF03]((?!\\ufe0f)[^\\s" + INVISIBLE
            + "]*[^\\d\\s\\p{P}" + INVISIBLE + "]+[^\\s" + INVISIBLE + "]*)");
    /** {@code $AAPL}: up to five letters and digits, told in capitals. */
    private static final Pattern CASHTAG =
            Pattern.compile("(?<![^\\s(])\\$([A-Za-z][A-Za-z0-9]{0,4})(?=\\s|$|[.,;:!?)\"'\u2019])");

    private static final Pattern TAG_BEHIND = Pattern.compile("\\p{P}+$");

    /** {@code maxGraphemes} of {@code tag} in the lexicon {@code app.bsky.richtext.facet}. */
    static final int LONGEST_TAG = 64;

    private BlueskyFacets() {}

    /** What is found, the places in units of UTF-16; a mention's target is the handle. */
    static List<Facet> found(String text) {
        return Facet.apart(mentions(text), links(text), tags(text), cashtags(text));
    }

    private static List<Facet> mentions(String text) {
        List<Facet> mentions = new ArrayList<>();
        Matcher found = MENTION.matcher(text);
        while (found.find()) {
            String handle = found.group(1);
            boolean host = handle.contains(".") && !handle.startsWith(".");
            if (host && (TopLevelDomains.endsWithOne(handle) || handle.endsWith(".test"))) {
                mentions.add(new Facet(Facet.Kind.MENTION, found.start(), found.end(), handle));
            }
        }
        return mentions;
    }

    private static List<Facet> links(String text) {
        List<Facet> links = new ArrayList<>();
        Matcher found = LINK.matcher(text);
        while (found.find()) {
            String host = found.group(1);
            if (host == null || TopLevelDomains.endsWithOne(host)) {
                String address = trimmed(found.group());
                String target = host == null ? address : "https://" + address;
                links.add(new Facet(Facet.Kind.LINK, found.start(), found.start() + address.length(), target));
            }
        }
        return links;
    }

    private static String trimmed(String address) {
        String shorter = BEHIND.matcher(address).replaceFirst("");
        return shorter.endsWith(")") && !shorter.contains("(") ? shorter.substring(0, shorter.length() - 1) : shorter;
    }

    private static List<Facet> tags(String text) {
        List<Facet> tags = new ArrayList<>();
        Matcher found = TAG.matcher(text);
        while (found.find()) {
            String tag = TAG_BEHIND.matcher(found.group(1)).replaceFirst("");
            if (!tag.isEmpty() && Graphemes.count(tag) <= LONGEST_TAG) {
                tags.add(new Facet(Facet.Kind.TAG, found.start(), found.start(1) + tag.length(), tag));
            }
        }
        return tags;
    }

    private static List<Facet> cashtags(String text) {
        List<Facet> tags = new ArrayList<>();
        Matcher found = CASHTAG.matcher(text);
        while (found.find()) {
            String tag = found.group().toUpperCase(Locale.ROOT);
            tags.add(new Facet(Facet.Kind.TAG, found.start(), found.end(), tag));
        }
        return tags;
    }
}
