/**
 * The draft linter: what would make people scroll past a post, found before it is posted.
 *
 * <p>In: posts as they would go out, and the words of their languages. Out: {@link dev.byline.lint.Finding}s, each with
 * its rule, its place, a reason and a suggestion. Knows nothing of how drafts are made or shown. A rule is a file of its
 * own and a line in {@link dev.byline.lint.Rules}.
 */
package dev.byline.lint;
