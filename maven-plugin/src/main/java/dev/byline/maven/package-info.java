/**
 * The Maven plugin: goals that call {@link dev.byline.Byline} and tell Maven's log what came of it.
 *
 * <p>In: parameters of a POM. Out: a built site, or a failed build. Knows no stage behind the facade.
 */
package dev.byline.maven;
