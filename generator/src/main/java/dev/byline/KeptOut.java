package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.feedback.Forgotten;
import dev.byline.site.Article;
import dev.byline.site.Feedback;
import dev.byline.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leaves out those who asked to be forgotten, also where a merge with an older branch has brought their files back. */
final class KeptOut {
    private KeptOut() {}

    /** The site without them. A list that cannot be read is an error: it is not known then who may be shown. */
    static Site of(Path folder, Site site, Diagnostics diagnostics) {
        Optional<Forgotten> forgotten;
        try {
            forgotten = Forgotten.of(folder);
        } catch (IOException unreadable) {
            forgotten = Optional.empty();
        }
        if (forgotten.isEmpty()) {
            diagnostics.error(
                    Place.of(Forgotten.FILE),
                    "it cannot be understood, so it is not known who asked to be forgotten",
                    Forgotten.MENDING);
            return site;
        }
        return forgotten.get().digests().isEmpty() ? site : without(forgotten.get(), site, diagnostics);
    }

    /** The files of what was left out: of these nothing may be remembered either. */
    static Set<String> files(Site understood, Site kept) {
        Set<String> files = new HashSet<>();
        if (understood != kept) {
            for (Article article : understood.articles()) {
                List<Feedback> left = new ArrayList<>(understood.feedback(article));
                left.removeAll(kept.feedback(article));
                left.forEach(item -> files.add(file(article, item)));
            }
        }
        return files;
    }

    private static String file(Article article, Feedback item) {
        return "feedback/" + article.id() + "/" + item.id() + ".yml";
    }

    private static Site without(Forgotten forgotten, Site site, Diagnostics diagnostics) {
        Map<String, List<Feedback>> kept = new HashMap<>();
        for (Article article : site.articles()) {
            List<Feedback> items = new ArrayList<>();
            for (Feedback item : site.feedback(article)) {
                if (forgotten.has(article.id(), item)) {
                    diagnostics.warning(
                            Place.of(file(article, item)),
                            "it is back, as after a merge, and its author asked to be forgotten",
                            "it is left out; byline feedback forget SITE " + article.id() + "/" + item.id()
                                    + " removes it again");
                } else {
                    items.add(item);
                }
            }
            kept.put(article.id(), items);
        }
        return site.withFeedback(kept);
    }
}
