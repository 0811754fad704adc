package dev.byline.lint;

import dev.byline.network.Facet;
import java.util.List;

/** No hashtag where hashtags are how a post is found. */
final class NoHashtag implements Rule {
    @Override
    public String id() {
        return "no-hashtag";
    }

    @Override
    public List<Fault> check(Post post, Surroundings around) {
        boolean enough = post.text().marks(Facet.Kind.TAG).size()
                >= post.network().rules().tags().least();
        return enough
                ? List.of()
                : List.of(Fault.of(
                        "no hashtag; on " + post.network().displayName() + " they are how a post is found",
                        "give the piece tags, or add one or two that somebody follows"));
    }
}
