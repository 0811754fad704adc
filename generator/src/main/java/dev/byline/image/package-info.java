/**
 * Images: from files as writers have them to files as readers get them.
 *
 * <p>In: image files, hostile until read. Out: the same without what a camera wrote into them, in smaller sizes; share
 * cards; icons. Knows nothing of Markdown, templates and what a page is about.
 */
package dev.byline.image;
