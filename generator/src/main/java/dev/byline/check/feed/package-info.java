/**
 * The rules of the feed formats.
 *
 * <p>In: the bytes of a feed and the address that it is served at. Out: the rules that it breaks. Knows nothing of how
 * feeds are made.
 */
package dev.byline.check.feed;
