/**
 * Markdown: from a {@link dev.byline.site.Body} to {@link dev.byline.site.Prose}.
 *
 * <p>In: Markdown as colleagues write it. Out: HTML with addresses that hold on every page, what was measured, and the
 * places that it links to. Knows nothing of templates and feeds.
 */
package dev.byline.markdown;
