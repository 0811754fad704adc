package dev.byline.feedback;

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

    /** An address without what is behind its {@code #}. */
    public static String withoutFragment(String address) {
        return address.replaceFirst("#.*", "");
    }
}
