/**
 * Read: from the site's folder to sources, with the place of every key kept.
 *
 * <p>In: files, hostile or broken until parsed. Out: {@link dev.byline.source.Sources}, front matter as {@link
 * dev.byline.source.Value}s and bodies as text. Knows nothing of what the keys mean.
 */
package dev.byline.source;
