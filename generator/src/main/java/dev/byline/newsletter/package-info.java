/**
 * Newsletters: each article as an e-mail that is ready to be sent.
 *
 * <p>In: an article and its page for mail programs, as a template made it. Out: the bytes of a message with a text and an
 * HTML part, the same for the same article, always. Knows nothing of how templates are filled, and sends nothing.
 */
package dev.byline.newsletter;
