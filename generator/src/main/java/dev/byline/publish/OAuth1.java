package dev.byline.publish;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token of four parts that does not run out, and the signature that it makes under each request.
 *
 * <p>{@code consumerKey:consumerSecret:token:tokenSecret}; the two secrets sign and are never sent.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-3.4">RFC 5849, 3.4: HMAC-SHA1</a>
 * @see <a href="https://docs.x.com/fundamentals/authentication/oauth-1-0a/creating-a-signature">creating a signature</a>
 */
record OAuth1(Secret consumerKey, Secret consumerSecret, Secret token, Secret tokenSecret) {
    private static final String ALGORITHM = "HmacSHA1";

    /** A part that is shorter is none; and taking it out of texts would take out words. */
    private static final String PART = "[^:]{8,}";

    /**
     * Reads the four parts.
     *
     * @throws IllegalArgumentException if there are not four
     */
    static OAuth1 of(Secret written) {
        String[] parts = written.reveal().split(":", -1);
        if (parts.length != 4 || !List.of(parts).stream().allMatch(part -> part.matches(PART))) {
            throw new IllegalArgumentException("not the four parts of a token");
        }
        return new OAuth1(new Secret(parts[0]), new Secret(parts[1]), new Secret(parts[2]), new Secret(parts[3]));
    }

    /** What nobody else may read. */
    List<Secret> secrets() {
        return List.of(consumerKey, consumerSecret, token, tokenSecret);
    }

    /**
     * The value of {@code Authorization} for a request whose body is no form of names and values.
     *
     * @param nonce never used before at this moment
     */
    String header(String method, URI uri, String nonce, Instant moment) {
        Map<String, String> oauth = new TreeMap<>();
        oauth.put("oauth_consumer_key", consumerKey.reveal());
        oauth.put("oauth_nonce", nonce);
        oauth.put("oauth_signature_method", "HMAC-SHA1");
        oauth.put("oauth_timestamp", Long.toString(moment.getEpochSecond()));
        oauth.put("oauth_token", token.reveal());
        oauth.put("oauth_version", "1.0");
        Map<String, String> all = query(uri);
        all.putAll(oauth);
        String parameters = joined(all, "=", "", "&");
        oauth.put(
                "oauth_signature",
                signature(String.join("&", encoded(method), encoded(address(uri)), encoded(parameters))));
        return "OAuth " + joined(oauth, "=\"", "\"", ", ");
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> fields = new TreeMap<>();
        if (uri.getRawQuery() != null) {
            for (String field : uri.getRawQuery().split("&")) {
                String[] pair = field.split("=", 2);
                fields.put(decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : "");
            }
        }
        return fields;
    }

    private static String joined(Map<String, String> fields, String equals, String end, String between) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + equals + encoded(field.getValue()) + end)
                .collect(Collectors.joining(between));
    }

    /** The address without its query; a port that goes without saying is not written in the first place. */
    private static String address(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }

    private String signature(String base) {
        String key = encoded(consumerSecret.reveal()) + "&" + encoded(tokenSecret.reveal());
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** As RFC 3986 has it, and not as a form. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
