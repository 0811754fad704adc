/**
 * Theme: from a {@link dev.byline.page.Page.Themed} to HTML.
 *
 * <p>In: pages and the site. Out: bytes, by FreeMarker templates that see only the records of {@link
 * dev.byline.theme.View}. Templates show; what needs computing is computed here. Knows nothing of the disk, but for the
 * folder of a site's own templates.
 */
package dev.byline.theme;
