package dev.byline.publish;

import java.util.Optional;

/**
 * A post that is on its network.
 *
 * @param id the network's own; empty where it tells none
 * @param url where people see it, where the network tells that
 */
record Sent(String id, Optional<String> url) {}
