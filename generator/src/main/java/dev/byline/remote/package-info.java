/**
 * Other servers, asked politely and without trust.
 *
 * <p>In: an address. Out: what was answered, or why nothing was. Knows nothing of ours, nor what the answers are for.
 */
package dev.byline.remote;
