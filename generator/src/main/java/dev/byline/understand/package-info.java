/**
 * Understand: from sources to the {@link dev.byline.site.Site}.
 *
 * <p>In: {@link dev.byline.source.Sources}. Out: cross-checked records; everything that does not make sense is a
 * diagnostic at the key that says it. Knows nothing of addresses, HTML or the disk.
 */
package dev.byline.understand;
