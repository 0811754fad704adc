package dev.byline.site;

import dev.byline.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A post draft that a person has taken over: a file in {@code drafts/}.
 *
 * @param article the article's id
 * @param account an author's id or a company account's
 * @param network the network's id
 * @param generated the digest of the generated text that it started from; where the text still has this digest, nobody
 *     edited it
 * @param place where it is written; {@code text} begins on {@code firstLine} of that file
 */
public record TakenDraft(
        String article,
        String account,
        String network,
        Locale language,
        Optional<String> visibility,
        Optional<String> contentWarning,
        List<Picture> media,
        Status status,
        Optional<String> generated,
        String text,
        int firstLine,
        Place place) {
    /** The line between the posts of a thread. */
    public static final String SEPARATOR = "---8<---";

    public TakenDraft {
        media = List.copyOf(media);
    }

    /** How far the draft has come. */
    public enum Status {
        DRAFT,
        APPROVED,
        PUBLISHED
    }

    /** The posts of a draft's text: one, or those of a thread, which the {@link #SEPARATOR} parts. */
    public static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (line.strip().equals(SEPARATOR)) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(line).append('\n');
            }
        }
        parts.add(part.toString().strip());
        return List.copyOf(parts);
    }
}
