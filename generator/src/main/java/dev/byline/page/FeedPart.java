package dev.byline.page;

import dev.byline.site.FeedFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which part of a long list a feed's document holds: the newest pieces, or an archive.
 *
 * <p>Archives are counted from the oldest piece, so that a new piece changes the newest document only; the newest archive
 * and that document may overlap. No archive leads to the next one: the last would change when one is added.
 *
 * @param number of an archive, from 1 for the oldest; 0 for the document that readers subscribe to
 * @param archives how many archives there are
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5005#section-4">RFC 5005, archived feeds</a>
 */
public record FeedPart(int number, int archives) {
    /** The only document of a feed without archives. */
    public static final FeedPart WHOLE = new FeedPart(0, 0);

    public FeedPart {
        if (number < 0 || number > archives) {
            throw new IllegalArgumentException("archive " + number + " of " + archives);
        }
    }

    /**
     * The documents of a feed: the newest first, then the archives, the newest of them first.
     *
     * @param pieces how many the list has
     * @param entries how many one document holds
     */
    static List<FeedPart> of(int pieces, int entries) {
        int archives = Math.max(0, (pieces - 1) / entries);
        return IntStream.rangeClosed(0, archives)
                .mapToObj(i -> new FeedPart(i == 0 ? 0 : archives + 1 - i, archives))
                .toList();
    }

    /** What of a list, newest first, this document holds. */
    <T> List<T> of(List<T> list, int entries) {
        return isArchive()
                ? list.subList(list.size() - number * entries, list.size() - (number - 1) * entries)
                : list.subList(0, Math.min(list.size(), entries));
    }

    /** The name of this document's file: {@code feed.3.xml} for a feed's third archive. */
    String file(FeedFormat format) {
        String file = format.file();
        int dot = file.lastIndexOf('.');
        return isArchive() ? file.substring(0, dot) + "." + number + file.substring(dot) : file;
    }

    public boolean isArchive() {
        return number > 0;
    }

    /** The document with what comes before this in time. */
    public Optional<FeedPart> older() {
        int older = isArchive() ? number - 1 : archives;
        return older == 0 ? Optional.empty() : Optional.of(new FeedPart(older, archives));
    }
}
