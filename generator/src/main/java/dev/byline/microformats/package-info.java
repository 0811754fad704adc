/**
 * Reads microformats: what a page of HTML tells programs by the classes of its elements.
 *
 * <p>In: HTML and its address. Out: items with their properties, and links with their relations. Knows nothing of ours, nor
 * what the items are for.
 */
package dev.byline.microformats;
