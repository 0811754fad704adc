/**
 * Whether every author is credited on every surface: reads a built site back, with parsers that did not write it.
 *
 * <p>In: the site's records and the folders of a build. Out: a {@link dev.byline.credits.Matrix}. Knows nothing of how any
 * surface is made.
 */
package dev.byline.credits;
