package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.image.FactsReader;
import dev.byline.image.Icons;
import dev.byline.image.ImageWorks;
import dev.byline.image.ShareCard;
import dev.byline.image.ShareCards;
import dev.byline.output.Output;
import dev.byline.page.Direction;
import dev.byline.page.Images;
import dev.byline.page.Page;
import dev.byline.page.Route;
import dev.byline.publish.Outgoing;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Handle;
import dev.byline.site.ImageFacts;
import dev.byline.site.ImageFormat;
import dev.byline.site.Site;
import dev.byline.site.StaticFile;
import dev.byline.theme.Colors;
import dev.byline.theme.Monogram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The images of one build: what is known of them, and the making of their files. */
final class ImageStage {
    /** What Bluesky takes; others take more. */
    private static final long MAX_POSTED = 2_000_000;

    private final Site site;
    private final Images images;
    private final ImageWorks works;
    private final ShareCards cards;
    private final Icons icons;
    /** A folder for this build only, where the cache cannot be written. */
    private final Optional<Path> instead;

    private final Map<String, Long> lengths = new ConcurrentHashMap<>();
    /** The paths of the cards that could be drawn. */
    private final Set<String> drawn = ConcurrentHashMap.newKeySet();

    private ImageStage(Site site, Images images, Path wanted, Optional<Path> instead, Diagnostics diagnostics) {
        Path cache = instead.orElse(wanted);
        this.instead = instead;
        this.site = site;
        this.images = images;
        this.works = new ImageWorks(cache.resolve("images"), diagnostics);
        this.cards = new ShareCards(cache.resolve("cards"), images::facts);
        this.icons = new Icons(cache.resolve("icons"));
    }

    /**
     * Reads the heads of all images of a site, side by side.
     *
     * @param traced whether this is for a check, which makes nothing
     */
    static ImageStage of(Site site, Path cache, boolean traced, Diagnostics diagnostics) {
        Map<Path, ImageFacts> facts = new ConcurrentHashMap<>();
        read(site.staticFiles(), "static/", facts, diagnostics);
        read(site.articleFiles(), "articles/", facts, diagnostics);
        Optional<Path> instead = traced ? Optional.empty() : insteadOf(cache);
        boolean photographs = facts.values().stream()
                .anyMatch(known -> known.format() == ImageFormat.JPEG || known.format() == ImageFormat.PNG);
        if (photographs && !ImageWorks.writesWebp()) {
            diagnostics.warning(
                    Place.of("static"),
                    "WebP cannot be written on this machine: images have smaller sizes in their own format only",
                    "build on Linux (x86-64, ARM 64), macOS or Windows to get both");
        }
        return new ImageStage(site, new Images(site, facts, ImageWorks::writesWebp), cache, instead, diagnostics);
    }

    /** A site that may only be read can be built all the same: what is dear is made anew each time then. */
    private static Optional<Path> insteadOf(Path cache) {
        try {
            Files.createDirectories(cache);
            return Optional.empty();
        } catch (IOException readOnly) {
            try {
                return Optional.of(Files.createTempDirectory("byline-cache"));
            } catch (IOException nowhere) {
                throw new UncheckedIOException(nowhere);
            }
        }
    }

    private static void read(
            List<StaticFile> files, String folder, Map<Path, ImageFacts> facts, Diagnostics diagnostics) {
        files.parallelStream().forEach(file -> {
            Optional<ImageFormat> format = ImageFormat.claimedBy(file.path());
            format.flatMap(known -> FactsReader.read(
                            file.source(), known, Place.of(folder + file.path()).at(1, 1), diagnostics))
                    .ifPresent(known -> facts.put(file.source(), known));
        });
    }

    Images images() {
        return images;
    }

    /** Makes the files of an image, and hands them over. */
    void make(Page.Picture page, Output output) {
        try {
            works.make(page.source(), images.facts(page.source()).orElseThrow(), page.image(), page.place())
                    .forEach((route, file) -> output.copy(route.file(), file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * An image as it goes with a post: the largest that every network takes, as WebP only where nothing else is small
     * enough. Empty where it is broken.
     */
    Optional<Outgoing.Media> forPost(Page.Picture page, String alt) {
        try {
            return works
                    .make(page.source(), images.facts(page.source()).orElseThrow(), page.image(), page.place())
                    .entrySet()
                    .stream()
                    .map(file -> new Outgoing.Media(
                            file.getValue(),
                            type(file.getKey()),
                            alt,
                            file.getKey().under(site.settings().url())))
                    .min(Comparator.<Outgoing.Media, Boolean>comparing(media -> bytes(media) > MAX_POSTED)
                            .thenComparing(media -> media.type().equals(ImageFormat.WEBP.mediaType()))
                            .thenComparing(ImageStage::bytes, Comparator.reverseOrder()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String type(Route route) {
        return ImageFormat.claimedBy(route.path()).map(ImageFormat::mediaType).orElse("");
    }

    private static long bytes(Outgoing.Media media) {
        return media.file().toFile().length();
    }

    /** How long the files of images are as they are published, in bytes, by path. */
    Map<String, Long> lengths() {
        return lengths;
    }

    /** Draws a card, and hands it over if it could be drawn. */
    void draw(Page.Card page, Output output) {
        drawing(page.article()).ifPresent(file -> output.copy(page.route().file(), file));
    }

    /** Takes down which files an image has, made now or before, with their lengths in bytes. */
    void made(Map<String, Long> files) {
        lengths.putAll(files);
    }

    /** Takes down which card there is, drawn now or before. */
    void drawn(Map<String, Long> files) {
        drawn.addAll(files.keySet());
    }

    /** An article's card as it goes with a post that has no image; empty where it cannot be drawn. */
    Optional<Outgoing.Media> cardForPost(Article article, Route route) {
        return drawing(article)
                .map(file -> new Outgoing.Media(
                        file,
                        ImageFormat.PNG.mediaType(),
                        article.title(),
                        route.under(site.settings().url())));
    }

    private Optional<Path> drawing(Article article) {
        Colors colors = new Colors(site.settings().frame().colors());
        ShareCard card = new ShareCard(
                article.title(),
                article.authors().stream().map(this::inFront).toList(),
                site.settings().title().in(article.language()),
                Direction.of(article.language()).equals("rtl"),
                colors.color("accent"),
                colors.color("paper"),
                colors.color("ink"));
        try {
            return cards.draw(card);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ShareCard.Person inFront(Author author) {
        return new ShareCard.Person(
                author.name(),
                author.mainHandle().map(Handle::name).or(author::email).orElse(""),
                author.image().flatMap(picture -> images.staticFile(picture.src())),
                Monogram.initials(author.name()),
                Monogram.hue(author.id()));
    }

    /** The paths of the cards that could be drawn; complete when all were asked for. */
    Set<String> drawn() {
        return drawn;
    }

    void make(Page.Icon page, Output output) {
        try {
            icons.make(
                            page.logo(),
                            images.facts(page.logo()).orElseThrow(),
                            page.size(),
                            page.route().path().endsWith(".ico"))
                    .ifPresent(file -> output.copy(page.route().file(), file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The files of an image by name only, for a check. */
    void name(Page.Picture page, Output output) {
        Stream.concat(
                        Stream.of(page.route()),
                        page.image().renditions().stream().map(rendition -> rendition.route()))
                .forEach(route -> output.copy(route.file(), page.source()));
    }

    /** Writes down what the next build can use; what was only for this one goes. */
    void close() {
        works.close();
        if (instead.isPresent()) {
            try (Stream<Path> files = Files.walk(instead.get())) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            } catch (IOException stays) {
                throw new UncheckedIOException(stays);
            }
        }
    }
}
