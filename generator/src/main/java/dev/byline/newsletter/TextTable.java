package dev.byline.newsletter;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in plain text: in columns where they have room beside each other, otherwise row by row.
 *
 * <pre>
 * network  | counts
 * ---------+-----------
 * Bluesky  | graphemes
 * </pre>
 */
final class TextTable {
    private TextTable() {}

    /**
     * The lines of a table.
     *
     * @param rows each with at least one cell
     * @param headed whether the first row names the columns
     */
    static List<String> lines(List<List<String>> rows, boolean headed, int columns) {
        int[] widths = widths(rows);
        int needed = java.util.Arrays.stream(widths).sum() + 3 * (widths.length - 1);
        return needed <= columns ? inColumns(rows, headed, widths) : rowByRow(rows, headed, columns);
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
            }
        }
        return widths;
    }

    private static List<String> inColumns(List<List<String>> rows, boolean headed, int[] widths) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(i == 0 ? "" : " | ").append(row.get(i));
                line.append(" ".repeat(widths[i] - Columns.of(row.get(i))));
            }
            lines.add(line.toString().stripTrailing());
            if (headed && lines.size() == 1) {
                lines.add(rule(widths));
            }
        }
        return lines;
    }

    private static String rule(int[] widths) {
        StringBuilder rule = new StringBuilder();
        for (int width : widths) {
            rule.append(rule.isEmpty() ? "" : "-+-").append("-".repeat(width));
        }
        return rule.toString();
    }

    private static List<String> rowByRow(List<List<String>> rows, boolean headed, int columns) {
        List<String> names = headed ? rows.get(0) : List.of();
        List<String> lines = new ArrayList<>();
        for (List<String> row : headed ? rows.subList(1, rows.size()) : rows) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            for (int i = 0; i < row.size(); i++) {
                String name = i < names.size() && !names.get(i).isEmpty() ? names.get(i) + ": " : "";
                lines.addAll(Columns.lines(name + row.get(i), columns));
            }
        }
        return lines;
    }
}
