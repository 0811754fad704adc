package dev.byline.check.feed;

import dev.byline.diagnostic.Severity;

/**
 * A rule that a feed breaks.
 *
 * @param rule the rule's id
 * @param message what the rule asks, and what breaks it
 */
public record Breach(String rule, Severity severity, String message) {}
