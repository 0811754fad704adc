package dev.byline.rehearsal;

import java.util.List;

/**
 * A post as people would see it.
 *
 * @param by the account or channel
 * @param inReplyTo the id of the post that it continues; empty where it begins
 * @param images what each image shows, in words
 */
public record Shown(String id, String by, String text, String inReplyTo, List<String> images) {
    public Shown {
        images = List.copyOf(images);
    }
}
