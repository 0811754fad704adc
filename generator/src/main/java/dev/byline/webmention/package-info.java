/**
 * Webmentions: what pages of others say of ours, and telling pages of others that ours speak of them.
 *
 * <p>In: addresses that strangers name, or that articles link to. Out: items of feedback, or why there is none; what was
 * told to whom. Knows nothing of servers that take mentions, nor of where items are kept.
 */
package dev.byline.webmention;
