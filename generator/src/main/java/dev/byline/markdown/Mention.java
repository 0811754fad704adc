package dev.byline.markdown;

import dev.byline.site.Author;
import org.commonmark.node.CustomNode;

/** A colleague named by id, {@code @giulia-ferri}: shown by name, linked to the person's page. */
final class Mention extends CustomNode {
    private final Author author;

    Mention(Author author) {
        this.author = author;
    }

    Author author() {
        return author;
    }
}
