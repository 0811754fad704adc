package dev.byline.rehearsal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A request under OAuth 1.0a, as a server looks at it.
 *
 * @param fields those of the header {@code Authorization}, decoded
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-3.2">RFC 5849, 3.2: verifying requests</a>
 */
record SignedRequest(Asked asked, Map<String, String> fields) {
    private static final Pattern FIELD = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    static SignedRequest of(Asked asked) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher found = FIELD.matcher(asked.header("Authorization"));
        while (found.find()) {
            fields.put(found.group(1), URLDecoder.decode(found.group(2), StandardCharsets.UTF_8));
        }
        return new SignedRequest(asked, fields);
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Whether it was signed with the two secrets that go with its two keys. */
    boolean isSignedBy(String consumerSecret, String tokenSecret) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (!name.equals("oauth_signature")) {
                pairs.add(encoded(name) + "=" + encoded(value));
            }
        });
        for (String pair :
                asked.query().isEmpty() ? new String[0] : asked.query().split("&")) {
            String[] both = pair.split("=", 2);
            pairs.add(encoded(decoded(both[0])) + "=" + encoded(decoded(both[1])));
        }
        Collections.sort(pairs);
        String base = asked.method() + "&" + encoded("http://" + asked.header("Host") + asked.path()) + "&"
                + encoded(String.join("&", pairs));
        byte[] expected = hmac(encoded(consumerSecret) + "&" + encoded(tokenSecret), base);
        return field("oauth_signature_method").equals("HMAC-SHA1")
                && field("oauth_version").equals("1.0")
                && MessageDigest.isEqual(
                        Base64.getEncoder().encode(expected),
                        field("oauth_signature").getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA1", impossible);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
