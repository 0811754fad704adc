package dev.byline.lint;

import java.util.List;

/** Words of adverts: whoever reads them stops reading. */
final class AdvertWords implements Rule {
    @Override
    public String id() {
        return "advert-words";
    }

    @Override
    public List<Fault> check(Post post, Surroundings around) {
        return around.words().adverts().find(post.text().plain()).stream()
                .map(found -> new Fault(
                        found.start(),
                        found.group(),
                        "words of an advert",
                        "say what it does, with a number or a scene"))
                .toList();
    }
}
