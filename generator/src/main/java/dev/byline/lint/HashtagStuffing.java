package dev.byline.lint;

import dev.byline.network.Facet;
import dev.byline.network.Mark;
import java.util.List;

/** More hashtags than people on that network put up with. */
final class HashtagStuffing implements Rule {
    @Override
    public String id() {
        return "hashtag-stuffing";
    }

    @Override
    public List<Fault> check(Post post, Surroundings around) {
        List<Mark> tags = post.text().marks(Facet.Kind.TAG);
        int most = post.network().rules().tags().pile();
        if (tags.size() <= most) {
            return List.of();
        }
        Mark first = tags.get(most);
        return List.of(new Fault(
                first.start(),
                first.text(),
                tags.size() + " hashtags; on " + post.network().displayName() + " people use "
                        + (most == 0 ? "none" : "at most " + most),
                most == 0 ? "leave them out" : "keep the " + most + " that somebody follows"));
    }
}
