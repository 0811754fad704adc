package dev.byline.credits;

import dev.byline.network.Networks;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a built site back and finds who is credited where. */
public final class Audit {
    private final Site site;
    private final List<Surface> surfaces;

    /**
     * Prepares to read.
     *
     * @param output the folder of the built site
     * @param drafts the folder of its drafts
     */
    public Audit(Site site, Routes routes, Path output, Path drafts) {
        Built built = new Built(output, drafts, site.settings().url(), routes);
        this.site = site;
        List<Surface> all = new ArrayList<>(new Pages(built).surfaces());
        all.addAll(new Feeds(site, built).surfaces());
        all.add(new Card(built));
        all.add(new Letter(built));
        Networks.posting().forEach(network -> all.add(new Posts(built, network)));
        this.surfaces = List.copyOf(all);
    }

    /** Every published piece on every surface on which any piece has a place. */
    public Matrix matrix() {
        List<Matrix.Row> rows = site.published().stream().map(this::row).toList();
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < surfaces.size(); i++) {
            int column = i;
            if (rows.stream().anyMatch(row -> row.cells().get(column).isPresent())) {
                used.add(i);
            }
        }
        return new Matrix(
                used.stream().map(i -> surfaces.get(i).name()).toList(),
                rows.stream()
                        .map(row -> new Matrix.Row(
                                row.article(),
                                used.stream().map(i -> row.cells().get(i)).toList()))
                        .toList());
    }

    private Matrix.Row row(Article article) {
        return new Matrix.Row(
                article.id(),
                surfaces.stream().map(surface -> cell(article, surface)).toList());
    }

    private static Optional<Matrix.Cell> cell(Article article, Surface surface) {
        List<Author> expected = surface.expected(article);
        List<String> missing = expected.stream()
                .filter(author -> !surface.credits(article, author))
                .map(Author::id)
                .toList();
        return expected.isEmpty() ? Optional.empty() : Optional.of(new Matrix.Cell(expected.size(), missing));
    }
}
