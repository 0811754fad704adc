/**
 * Byline: Markdown in; byline pages, feeds, post drafts and feedback pages out.
 *
 * <p>{@link dev.byline.Byline} is the one door: the command line, the Maven plugin and the tests come in through it.
 */
package dev.byline;
