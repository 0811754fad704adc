package dev.byline.lint;

import dev.byline.network.Facet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A link to the piece at an address that is not its one address: answers to it are not found again. */
final class NotCanonical implements Rule {
    @Override
    public String id() {
        return "not-canonical";
    }

    @Override
    public List<Fault> check(Post post, Surroundings around) {
        List<String> ofPiece = Stream.concat(
                        Stream.of(post.url()),
                        post.article().aliases().stream().map(alias -> origin(post.url()) + slashed(alias)))
                .map(NotCanonical::rough)
                .toList();
        return post.text().marks(Facet.Kind.LINK).stream()
                .filter(link -> !link.text().equals(post.url()) && ofPiece.contains(rough(link.text())))
                .map(link -> new Fault(link.start(), link.text(), "not the piece's own address", "write " + post.url()))
                .toList();
    }

    /** What stays the same of an address however it is written. */
    private static String rough(String address) {
        return address.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://(?:www\\.)?", "")
                .replaceFirst("[?#].*$", "")
                .replaceFirst("(?:/index\\.html)?/*$", "");
    }

    private static String origin(String address) {
        return address.replaceFirst("^(https?://[^/]*).*$", "$1");
    }

    private static String slashed(String path) {
        return path.startsWith("/") ? path : "/" + path;
    }
}
