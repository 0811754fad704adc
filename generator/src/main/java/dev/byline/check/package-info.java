/**
 * Checks a built site as readers and programs get it.
 *
 * <p>In: pages and their HTML, with traces of where it was written. Out: diagnostics. Knows nothing of templates and
 * changes nothing.
 */
package dev.byline.check;
