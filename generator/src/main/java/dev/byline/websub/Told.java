package dev.byline.websub;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What each hub was last told of, as {@code websub.lock} has it: a line for each hub and feed, with the digest of the
 * bytes that the feed had then.
 *
 * <pre>
 * https://hub.example/ /feed.xml 5f1c9f0e2b4d6a8c0e1f2a3b4c5d6e7f
 * </pre>
 */
public final class Told {
    /** The file's name in the site's folder. */
    public static final String FILE = "websub.lock";

    private static final String HEADER = """
            # What WebSub hubs were told of, kept by byline ping. Commit it, or keep it in the pipeline's cache.
            # A hub is told again of what is missing here.
            """;

    private static final Pattern LINE = Pattern.compile("(https?://\\S+) /(\\S+) ([0-9a-f]{32})");

    /** A feed at a hub. */
    private record Key(String hub, String path) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byHub = hub.compareTo(other.hub);
            return byHub == 0 ? path.compareTo(other.path) : byHub;
        }
    }

    private final TreeMap<Key, String> digests = new TreeMap<>();

    /** Nothing was told to anybody. */
    public static Told nothing() {
        return new Told();
    }

    private Told() {}

    /**
     * Reads the file. In one that is damaged nothing is believed: telling a hub twice does no harm, and telling it never
     * does.
     *
     * @param place of the file
     */
    public static Told read(String text, Place place, Diagnostics diagnostics) {
        Told told = new Told();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                told.digests.put(new Key(parts.group(1), parts.group(2)), parts.group(3));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                diagnostics.warning(
                        place.at(i + 1, 1),
                        "not a hub, a feed and a digest: the whole file is left out of account",
                        "every feed is told anew, and the file written anew");
                return nothing();
            }
        }
        return told;
    }

    /** Whether a hub knows the feed as it is now. */
    boolean knows(String hub, Topic topic) {
        return topic.digest().equals(digests.get(new Key(hub, topic.path())));
    }

    /**
     * What is known after hubs were told of something. Hubs that are no longer asked are forgotten, and so are feeds
     * that the site no longer has.
     *
     * @param paths of all feeds that the site has
     */
    public Told and(List<Due> done, Collection<URI> hubs, Collection<String> paths) {
        Told after = new Told();
        after.digests.putAll(digests);
        for (Due due : done) {
            due.topics()
                    .forEach(topic -> after.digests.put(new Key(due.hub().toString(), topic.path()), topic.digest()));
        }
        Set<String> asked = hubs.stream().map(URI::toString).collect(Collectors.toSet());
        Set<String> exist = Set.copyOf(paths);
        after.digests.keySet().removeIf(key -> !asked.contains(key.hub) || !exist.contains(key.path));
        return after;
    }

    public boolean isEmpty() {
        return digests.isEmpty();
    }

    /** The file's text: sorted, so that the same always gives the same bytes. */
    public String text() {
        StringBuilder text = new StringBuilder(HEADER);
        digests.forEach((key, digest) -> text.append(key.hub)
                .append(" /")
                .append(key.path)
                .append(' ')
                .append(digest)
                .append('\n'));
        return text.toString();
    }
}
