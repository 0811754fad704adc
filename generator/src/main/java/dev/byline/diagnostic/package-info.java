/**
 * What a run has to say about its input: diagnostics, each with the place that it is about.
 *
 * <p>In: what any stage finds wrong. Out: one sorted list for the person who wrote the input. Knows nothing of ours.
 */
package dev.byline.diagnostic;
