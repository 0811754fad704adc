/**
 * The command line: words in, exit code out.
 *
 * <p>In: arguments. Out: lines for people or JSON for programs. Knows {@link dev.byline.Byline}, and no stage behind it.
 */
package dev.byline.cli;
