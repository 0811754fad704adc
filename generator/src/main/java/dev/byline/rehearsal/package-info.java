/**
 * Networks for rehearsing on: servers on this machine that keep the documented rules of the real ones.
 *
 * <p>In: requests as the networks' interfaces want them. Out: answers as the networks give them, and what people would see. Knows nothing
 * of ours.
 */
package dev.byline.rehearsal;
