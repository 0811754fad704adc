package dev.byline.image;

import dev.byline.site.ImageFacts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Draws share cards, and keeps them for the next build. Threads may share it. */
public final class ShareCards {
    /** To be changed with the code that draws. */
    private static final String RECIPE = "byline card 3";

    private static final String CARD = "card.png";

    private final Shelf shelf;
    private final Lettering lettering = new Lettering();
    private final Function<Path, Optional<ImageFacts>> facts;

    /**
     * Opens the works.
     *
     * @param cache a folder of their own
     * @param facts what is known of a portrait
     */
    public ShareCards(Path cache, Function<Path, Optional<ImageFacts>> facts) {
        this.shelf = new Shelf(cache);
        this.facts = facts;
    }

    /**
     * A card as a PNG.
     *
     * @return empty where the fonts at hand lack a character, or this JDK has no way to read fonts at all
     */
    public Optional<Path> draw(ShareCard card) throws IOException {
        StringBuilder key = new StringBuilder(RECIPE).append(card);
        for (ShareCard.Person person : card.people()) {
            if (person.portrait().isPresent()) {
                key.append(Files.size(person.portrait().get()))
                        .append(' ')
                        .append(java.util.Arrays.hashCode(
                                Files.readAllBytes(person.portrait().get())));
            }
        }
        try {
            Path folder = shelf.folder(Digests.of(key.toString()), aside -> {
                Optional<BufferedImage> drawn = card.draw(lettering, portraits(card));
                if (drawn.isPresent()) {
                    CardFile.write(drawn.get(), card, aside.resolve(CARD));
                }
            });
            return Optional.of(folder.resolve(CARD)).filter(Files::isRegularFile);
        } catch (LinkageError | InternalError noFontSystem) {
            return Optional.empty();
        }
    }

    private List<Optional<BufferedImage>> portraits(ShareCard card) {
        List<Optional<BufferedImage>> portraits = new ArrayList<>();
        for (ShareCard.Person person : card.people()) {
            portraits.add(person.portrait().flatMap(this::portrait));
        }
        return portraits;
    }

    private Optional<BufferedImage> portrait(Path file) {
        return facts.apply(file).flatMap(known -> {
            try {
                return switch (known.format()) {
                    case PNG, JPEG -> Optional.of(Raster.read(file, known, step(known), Math.min(known.width(), 240)));
                    default -> Optional.<BufferedImage>empty();
                };
            } catch (IOException | RuntimeException broken) {
                // Told where the image itself is made; the card has a monogram then.
                return Optional.empty();
            }
        });
    }

    private static int step(ImageFacts known) {
        return Math.max(1, Math.min(known.width(), known.height()) / 960);
    }
}
