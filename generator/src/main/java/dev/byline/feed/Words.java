package dev.byline.feed;

import java.util.Locale;

/** The words of feeds in the language of their readers. */
@FunctionalInterface
public interface Words {
    /** The words for a key, with its gaps filled. */
    String get(Locale language, String key, Object... arguments);
}
