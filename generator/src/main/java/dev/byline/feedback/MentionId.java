package dev.byline.feedback;

import java.net.URI;
import java.util.Set;

/**
 * The identity of a mention: the page that mentions, and the page that it mentions. However it came here, by our own intake
 * or by a service that collects, it is one item.
 */
public final class MentionId {
    /** The word that stands for mentions in files, as the source of an item. */
    public static final String SOURCE = "webmention";

    private MentionId() {}

    /** The name of the item's file. */
    public static String of(String source, String target) {
        return SOURCE + "-" + FileName.of(identity(source, target));
    }

    /** Both addresses; which part of a page of ours is meant makes no difference. */
    public static String identity(String source, String target) {
        return source + " " + withoutFragment(target);
    }

    /**
     * Services that tell of posts elsewhere: of them it is believed that the post is at another's.
     *
     * @see <a href="https://brid.gy/about">Bridgy</a>
     * @see <a href="https://fed.brid.gy/docs">Bridgy Fed</a>
     */
    private static final Set<String> BRIDGES = Set.of("brid.gy", "brid-gy.appspot.com", "fed.brid.gy");

    /** Whether a page may say that its item's own address is this: on its own host, or as a bridge. */
    public static boolean mayClaim(URI source, URI address) {
        return source.getHost().equals(address.getHost()) || BRIDGES.contains(source.getHost());
    }

    /** An address without what is behind its {@code #}. */
    public static String withoutFragment(String address) {
        return address.replaceFirst("#.*", "");
    }
}
