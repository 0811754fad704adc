package dev.byline.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A piece, or an answer to one, as every feed format needs it.
 *
 * @param id stable, also when the address changes (RFC 4151)
 * @param published absent where there is no date
 * @param updated the last change; the epoch where there is no date
 * @param language as a tag; empty where it is not known
 * @param body the byline and the full text, with full addresses and nothing that runs; empty where feeds hold summaries
 * @param terms category and tags
 * @param media the piece's image, and what of its recordings and films the site itself holds
 * @param answers what readers answered, for a piece, where the site shows that
 * @param answered what it answers, for an answer
 */
record Entry(
        String id,
        String url,
        String title,
        String summary,
        Optional<Instant> published,
        Instant updated,
        String language,
        Optional<Body> body,
        List<Credit> credits,
        List<Label> terms,
        List<Medium> media,
        Optional<Answers> answers,
        Optional<Answered> answered) {

    /**
     * Somebody who wrote it, as feeds credit one.
     *
     * @param id an author's; empty for a reader
     * @param page the author's own here, or a reader's profile; empty where there is none
     * @param handle the public handle of the byline; empty where there is none
     * @param profile its address; empty where there is none
     * @param portrait full address; empty where there is none
     */
    record Credit(String id, String name, String page, String handle, String profile, String portrait) {}

    /**
     * A term.
     *
     * @param scheme the address of the list of such terms, which tells a tag from a category
     */
    record Label(String name, String scheme) {}

    /**
     * A file that belongs to a piece.
     *
     * @param length its true length in bytes
     * @param type its media type
     * @param alt what it shows; may be empty
     * @param caption may be empty
     * @param credit whose work it is; may be empty
     */
    record Medium(String url, long length, String type, String alt, String caption, String credit) {
        /** {@code image}, {@code audio} or {@code video}. */
        String kind() {
            return type.substring(0, type.indexOf('/'));
        }
    }

    /**
     * Where readers' answers to a piece are.
     *
     * @param page for people
     * @param rss as RSS
     * @param atom as Atom
     * @param newest when the last one came
     */
    record Answers(String page, String rss, String atom, int count, Optional<Instant> newest) {}

    /** What an answer answers: a piece, or another answer. */
    record Answered(String id, String url) {}

    /** What a program plays or shows with the piece: a recording or film before an image, since RSS has room for one. */
    Optional<Medium> enclosure() {
        return media.stream()
                .filter(medium -> !medium.kind().equals("image"))
                .findFirst()
                .or(() -> media.stream().findFirst());
    }
}
