package dev.byline.lint;

import java.util.Map;

/**
 * How many hashtags are good manners on a network, as people there write: on Mastodon they are the search, on Facebook
 * hardly anybody uses them.
 *
 * @param least fewer are not found by those who look for the topic
 * @param most more are a pile
 */
record Manners(int least, int most) {
    private static final Manners ELSEWHERE = new Manners(0, 5);

    private static final Map<String, Manners> BY_NETWORK = Map.ofEntries(
            Map.entry("x", new Manners(0, 2)),
            Map.entry("mastodon", new Manners(1, 5)),
            Map.entry("pixelfed", new Manners(1, 8)),
            Map.entry("gotosocial", new Manners(1, 5)),
            Map.entry("akkoma", new Manners(1, 5)),
            Map.entry("bluesky", new Manners(0, 2)),
            Map.entry("linkedin", new Manners(1, 5)),
            Map.entry("threads", new Manners(0, 1)),
            Map.entry("facebook", new Manners(0, 2)),
            Map.entry("instagram", new Manners(1, 5)),
            Map.entry("telegram", new Manners(0, 3)),
            Map.entry("nostr", new Manners(0, 5)),
            Map.entry("reddit", new Manners(0, 0)),
            Map.entry("lemmy", new Manners(0, 0)),
            Map.entry("slack", new Manners(0, 0)),
            Map.entry("discord", new Manners(0, 0)),
            Map.entry("teams", new Manners(0, 0)));

    static Manners on(String network) {
        return BY_NETWORK.getOrDefault(network, ELSEWHERE);
    }
}
