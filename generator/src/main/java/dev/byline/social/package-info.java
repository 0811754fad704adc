/**
 * Drafts: each article told again for each account on each network, in that network's own language.
 *
 * <p>In: the site, and the drafts that people have taken over. Out: {@link dev.byline.social.Draft}s that never exceed
 * their network's limit, and the desk that shows them. Knows nothing of how templates are filled.
 */
package dev.byline.social;
