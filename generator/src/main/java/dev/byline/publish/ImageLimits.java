package dev.byline.publish;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The images that a network takes with a post.
 *
 * @param types media types
 * @param most how many
 * @param bytes of one
 * @param altText characters of a description
 */
record ImageLimits(Set<String> types, int most, long bytes, int altText) {
    /** Why images will not be taken. */
    Optional<String> fault(List<Outgoing.Media> images) {
        if (images.size() > most) {
            return Optional.of("a post has at most " + most + " images");
        }
        return images.stream().map(this::fault).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> fault(Outgoing.Media image) {
        String name = image.address().substring(image.address().lastIndexOf('/') + 1);
        if (!types.contains(image.type())) {
            String wanted =
                    types.stream().sorted().reduce((a, b) -> a + " or " + b).orElse("");
            return Optional.of(name + " is " + image.type() + ", wanted is " + wanted
                    + ": name such an image under media: in the draft");
        }
        long length = image.file().toFile().length();
        if (length > bytes) {
            return Optional.of(name + " has " + length + " bytes, at most are taken " + bytes + ": make it smaller");
        }
        int described = image.alt().codePointCount(0, image.alt().length());
        return described > altText
                ? Optional.of("the description of " + name + " has " + described + " characters, at most are taken "
                        + altText)
                : Optional.empty();
    }
}
