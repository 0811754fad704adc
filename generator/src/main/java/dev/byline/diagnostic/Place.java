package dev.byline.diagnostic;

import java.util.Comparator;

/**
 * A place in the input that a diagnostic is about.
 *
 * @param file the path below the site's folder, with {@code /} between its parts
 * @param line from 1; 0 where the whole file is meant
 * @param column from 1, in Unicode code points; 0 where the whole line is meant
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    public Place {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("a line or column below 0: " + line + ":" + column);
        }
    }

    /** The whole of a file. */
    public static Place of(String file) {
        return new Place(file, 0, 0);
    }

    /** Another position in the same file. */
    public Place at(int newLine, int newColumn) {
        return new Place(file, newLine, newColumn);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** {@code articles/a.md:4:10}, {@code articles/a.md:4} or {@code articles/a.md}. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
