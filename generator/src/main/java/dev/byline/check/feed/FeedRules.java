package dev.byline.check.feed;

import dev.byline.diagnostic.Severity;
import dev.byline.site.FeedFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Holds feeds against the rules of their formats. Trusts no byte of a feed; threads may share it. */
public final class FeedRules {
    /** Broken by what cannot even be read. */
    static final String XML = "feed-xml";

    static final String JSON = "feed-json";

    private static final Map<String, String> UNREADABLE = Map.of(
            XML,
            "an RSS or Atom feed is well-formed XML without a document type",
            JSON,
            "a JSON feed is a JSON object");

    private FeedRules() {}

    /**
     * The rules that a feed breaks.
     *
     * @param address where the feed is served
     */
    public static List<Breach> breaches(FeedFormat format, String address, byte[] content) {
        try {
            return switch (format) {
                case RSS -> FeedRule.of(RssRules.ALL, XmlFeed.of(address, content));
                case ATOM -> FeedRule.of(AtomRules.ALL, XmlFeed.of(address, content));
                case JSON -> FeedRule.of(JsonFeedRules.ALL, JsonFeed.of(address, content));
            };
        } catch (Unreadable broken) {
            String rule = format == FeedFormat.JSON ? JSON : XML;
            return List.of(new Breach(rule, Severity.ERROR, UNREADABLE.get(rule) + ": " + broken.getMessage()));
        }
    }

    /** What each rule asks, by its id. */
    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(XML, UNREADABLE.get(XML));
        all.put(JSON, UNREADABLE.get(JSON));
        Stream.of(RssRules.ALL, AtomRules.ALL, JsonFeedRules.ALL)
                .flatMap(List::stream)
                .forEach(rule -> all.put(rule.id(), rule.asks()));
        return all;
    }

    /** A document that is none of its format. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }
}
