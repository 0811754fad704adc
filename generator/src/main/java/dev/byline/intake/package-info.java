/**
 * The intake: a small server that takes readers' comments and ratings, and mentions by other sites, for a site without a
 * third party.
 *
 * <p>In: requests of strangers. Out: submissions in a store, until {@code gather} has brought them into the site's
 * folder. Knows nothing of builds; holds no network address and no e-mail address of anybody.
 */
package dev.byline.intake;
