/**
 * Search without a server: an index of small files that a page asks for as a reader types.
 *
 * <p>In: plain texts of one language. Out: files, and nothing else. Knows nothing of pages and of how results look.
 */
package dev.byline.search;
