package dev.byline.lint;

import dev.byline.site.Picture;
import java.util.List;
import java.util.Locale;

/** A picture that is not told in words: who cannot see it gets nothing, and some networks' readers mind a lot. */
final class MissingAlt implements Rule {
    @Override
    public String id() {
        return "missing-alt";
    }

    @Override
    public List<Fault> check(Post post, Surroundings around) {
        return post.media().stream()
                .filter(picture -> picture.alt().isBlank() || isFileName(picture))
                .map(picture -> new Fault(
                        0,
                        picture.src(),
                        picture.alt().isBlank() ? "a picture without a text" : "a picture with its file's name as text",
                        "say what it shows in a sentence (alt: ...)"))
                .toList();
    }

    private static boolean isFileName(Picture picture) {
        String alt = picture.alt().strip().toLowerCase(Locale.ROOT);
        String file =
                picture.src().substring(picture.src().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return alt.equals(file) || alt.equals(file.replaceFirst("\\.[a-z0-9]+$", ""));
    }
}
