/**
 * Feedback: what readers answered, gathered from where they said it, made safe and put into threads.
 *
 * <p>In: answers of other servers, hostile until parsed. Out: one file an item below {@code feedback/}, and {@link
 * dev.byline.feedback.Conversation}s to show. Knows nothing of templates.
 */
package dev.byline.feedback;
