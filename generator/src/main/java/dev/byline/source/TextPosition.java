package dev.byline.source;

import dev.byline.diagnostic.Place;

/** Finds the line and column of an offset in a text. */
final class TextPosition {
    private TextPosition() {}

    /**
     * The place of a character.
     *
     * @param offset in UTF-16 units; beyond the end means the end
     * @param start the place of the text's first character
     */
    static Place at(String text, int offset, Place start) {
        int end = Math.max(0, Math.min(offset, text.length()));
        int lines = 0;
        int lineStart = 0;
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                lines++;
                lineStart = i + 1;
            }
        }
        int column = text.codePointCount(lineStart, end);
        return lines == 0
                ? start.at(start.line(), start.column() + column)
                : start.at(start.line() + lines, column + 1);
    }
}
