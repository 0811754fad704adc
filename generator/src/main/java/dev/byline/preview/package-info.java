/**
 * The preview: a small server that shows a site to its writer, and keeps up with typing.
 *
 * <p>In: the folder of the sources, the folder of the pages, and something that builds the one into the other. Out: those
 * pages, which load themselves again when they have changed, and what is wrong where they could not be built. Knows
 * nothing of how builds are made, and writes no file.
 */
package dev.byline.preview;
