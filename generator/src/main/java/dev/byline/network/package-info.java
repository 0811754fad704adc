/**
 * The grammar of each network: what a handle is there, how length is counted, how people and topics are written.
 *
 * <p>In: words. Out: words as that network has them, and counts. One network, one file; knows nothing of sites, drafts
 * or pages.
 */
package dev.byline.network;
