package dev.byline.credits;

import java.util.List;
import java.util.Optional;

/**
 * Pieces by surfaces: who is credited where.
 *
 * @param surfaces their names, in the order of each row's cells
 */
public record Matrix(List<String> surfaces, List<Row> rows) {
    public Matrix {
        surfaces = List.copyOf(surfaces);
        rows = List.copyOf(rows);
    }

    /**
     * One piece.
     *
     * @param cells one for each surface; empty where the piece has no place on it
     */
    public record Row(String article, List<Optional<Cell>> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A piece on a surface.
     *
     * @param expected how many authors it has to credit
     * @param missing the ids of those whom it does not, or not with their handle
     */
    public record Cell(int expected, List<String> missing) {
        public Cell {
            missing = List.copyOf(missing);
        }

        public boolean isFull() {
            return missing.isEmpty();
        }
    }

    /** Whether nobody is missing anywhere. */
    public boolean isFull() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(Optional::stream)
                .allMatch(Cell::isFull);
    }
}
