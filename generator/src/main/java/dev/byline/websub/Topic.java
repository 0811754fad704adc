package dev.byline.websub;

/**
 * A feed as it was built.
 *
 * @param path below the site's root, percent-encoded: {@code authors/giulia-ferri/feed.xml}
 * @param url its full address, by which hubs know it
 * @param digest of its bytes
 */
public record Topic(String path, String url, String digest) {}
