package dev.byline.lint;

import dev.byline.diagnostic.Severity;
import dev.byline.network.PostNetwork;
import dev.byline.network.Rules;
import dev.byline.site.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * A post that the network would not take: longer than its limit, by its own way of counting, with more images, or with
 * longer words for them.
 */
final class OverLimit implements Rule {
    @Override
    public String id() {
        return "over-limit";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Fault> check(Post post, Surroundings around) {
        PostNetwork network = post.network();
        List<Fault> faults = new ArrayList<>();
        for (String part : post.parts()) {
            if (!network.fits(part)) {
                int over = network.count(part) - network.limit();
                faults.add(new Fault(
                        Math.max(0, post.text().text().indexOf(part)),
                        "",
                        "it counts " + network.count(part) + " on " + network.displayName() + ", the limit is "
                                + network.limit(),
                        over > 0 ? "shorten it by " + over : "write fewer characters of many bytes"));
            }
        }
        faults.addAll(ofImages(post));
        return faults;
    }

    private static List<Fault> ofImages(Post post) {
        Rules.Media rules = post.network().rules().media();
        String where = post.network().displayName();
        List<Fault> faults = new ArrayList<>();
        // Where images are shown only as the network finds them behind a link, none is sent.
        if (rules.most() > 0 && post.media().size() > rules.most()) {
            faults.add(Fault.of(
                    post.media().size() + " images; a post on " + where + " has at most " + rules.most(),
                    "take out " + (post.media().size() - rules.most())));
        }
        for (Picture picture : post.media()) {
            int count = post.network().rules().length().unit().count(picture.alt());
            if (rules.altText().isPresent() && count > rules.altText().getAsInt()) {
                faults.add(new Fault(
                        0,
                        picture.src(),
                        "the text of an image counts " + count + " on " + where + ", the limit is "
                                + rules.altText().getAsInt(),
                        "shorten alt: by " + (count - rules.altText().getAsInt())));
            }
        }
        return faults;
    }
}
