/**
 * Posts drafts on their networks, each exactly once, and keeps the ledger.
 *
 * <p>In: {@link dev.byline.publish.Outgoing} drafts, the ledger, secrets. Out: posts, the ledger, a line on each. Knows
 * nothing of how drafts are made; trusts no answer; tells no secret to anybody but the server that it belongs to.
 */
package dev.byline.publish;
