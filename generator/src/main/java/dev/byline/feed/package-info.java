/**
 * Feeds: from a {@link dev.byline.page.Page.Feed} to RSS 2.0, Atom and JSON Feed 1.1.
 *
 * <p>In: the site and its articles' prose. Out: bytes that depend on nothing else; every entry credits every author with
 * name, page and public handle. Knows nothing of templates.
 */
package dev.byline.feed;
