/**
 * Other servers, asked politely and without trust; those that strangers name, through a wall.
 *
 * <p>In: an address. Out: what was answered, or why nothing was. Knows nothing of ours, nor what the answers are for.
 */
package dev.byline.remote;
