/**
 * What a build remembers of the one before: the fingerprints of what it read, the texts that it rendered, and for each page
 * the questions that it asked of the site. What would be answered as it was need not be done again.
 */
package dev.byline.memory;
