/**
 * What servers of accounts let a post be, asked of the servers themselves.
 *
 * <p>In: addresses of servers. Out: {@link dev.byline.site.Server}s, and the file that keeps them. Believes no answer
 * that cannot be meant; knows nothing of drafts.
 */
package dev.byline.limits;
