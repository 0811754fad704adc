/**
 * Tells WebSub hubs which feeds have changed.
 *
 * <p>In: the feeds of a built site. Out: a POST for each that a hub does not know yet, and a file that remembers it.
 * Knows nothing of what feeds are made of.
 */
package dev.byline.websub;
