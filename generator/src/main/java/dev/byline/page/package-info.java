/**
 * Route: what will exist at which address.
 *
 * <p>In: the {@link dev.byline.site.Site}. Out: {@link dev.byline.page.Page}s with their routes, each ready to be
 * rendered. Knows nothing of templates, feeds' formats or the disk that they are written to.
 */
package dev.byline.page;
