/**
 * Write: from pages' bytes to files, so that at every moment each file is wholly old or wholly new.
 *
 * <p>In: paths and bytes. Out: changed files only; stale files of ours gone, files of others untouched. Knows nothing of
 * what the files hold.
 */
package dev.byline.output;
