package dev.byline.site;

/**
 * The Markdown below the front matter.
 *
 * @param markdown with {@code \n} at the ends of lines
 * @param firstLine the line of the file on which it begins, from 1
 */
public record Body(String markdown, int firstLine) {}
