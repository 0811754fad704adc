/**
 * What a piece's text becomes where it leaves the site, in feeds and letters.
 *
 * <p>In: the HTML of a page. Out: HTML that stands by itself. Knows nothing of ours.
 */
package dev.byline.content;
