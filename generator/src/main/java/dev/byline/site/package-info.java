/**
 * The site as it was meant: immutable, cross-checked records.
 *
 * <p>In: nothing, these are data. Out: what every later stage reads. Knows nothing of files, HTML or networks' rules,
 * only {@link dev.byline.diagnostic.Place} so that a later stage can say where something was written.
 */
package dev.byline.site;
