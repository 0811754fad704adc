package dev.byline.lint;

import dev.byline.diagnostic.Place;
import dev.byline.network.PostNetwork;
import dev.byline.site.Account;
import dev.byline.site.Article;
import dev.byline.site.Picture;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A draft as the linter sees it: what would be posted, by whom, where and when.
 *
 * @param path below the drafts' folder
 * @param parts the posts that it becomes: one, or those of a thread
 * @param time when it is to be posted, if that is known
 * @param subjects what the piece is on, in the language that authors' topics are written in; empty where nobody said
 * @param open whether it still can be changed: it is not published
 * @param url the piece's one address
 * @param taken where the text begins in the draft's own file, once a person has taken it over
 */
public record Post(
        String path,
        Article article,
        Account account,
        PostNetwork network,
        Locale language,
        PostText text,
        List<String> parts,
        List<Picture> media,
        Optional<Instant> time,
        List<String> subjects,
        boolean open,
        String url,
        Optional<Place> taken) {
    public Post {
        parts = List.copyOf(parts);
        media = List.copyOf(media);
        subjects = List.copyOf(subjects);
    }

    /** Where an offset of the text is mended. */
    Place place(int offset) {
        int[] position = text.position(offset);
        return taken.map(start -> start.at(start.line() + position[0], position[1] + 1))
                .orElse(article.place("title"));
    }
}
