/**
 * Files for the programs around a site: crawlers, browsers and web servers.
 *
 * <p>In: the site and its pages. Out: the sitemap, headers, redirects and the like, as bytes. Knows nothing of templates
 * and of how a page looks.
 */
package dev.byline.hosting;
