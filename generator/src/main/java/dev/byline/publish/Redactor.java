package dev.byline.publish;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes secrets out of whatever is told or written: a server, or an exception, may quote what it was sent.
 *
 * <p>Knows each secret as it is, as it stands in an address and in Base64; of an address that is a secret, its long parts too. What is
 * cut off within a secret is taken out as well. Threads may share it.
 */
final class Redactor {
    /** What stands where a text was cut. */
    static final String CUT = "...";

    static final String MARK = "(secret)";

    /** A part of an address that is as long as this is no word. */
    private static final int LONG_PART = 12;

    /** The beginning of a secret that tells enough of it to be taken out at the end of a text. */
    private static final int TELLING_START = 6;

    private final Set<String> forms = ConcurrentHashMap.newKeySet();

    /** Begins to know a secret. */
    void learn(Secret secret) {
        String value = secret.reveal();
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        forms.addAll(List.of(
                value,
                URLEncoder.encode(value, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
        if (value.startsWith("http")) {
            for (String part : value.split("[/?&=]")) {
                if (part.length() >= LONG_PART && !value.startsWith("https://" + part)) {
                    forms.add(part);
                }
            }
        }
    }

    /** The text without what is known to be secret. */
    String clean(String text) {
        String clean = text;
        for (String form : forms.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            clean = clean.replace(form, MARK);
            clean = withoutStartAtEnd(clean, form);
        }
        return clean;
    }

    /** A text that was cut may end within a secret. */
    private static String withoutStartAtEnd(String text, String secret) {
        if (!text.endsWith(CUT)) {
            return text;
        }
        String body = text.substring(0, text.length() - CUT.length());
        for (int length = Math.min(secret.length(), body.length()); length >= TELLING_START; length--) {
            if (body.regionMatches(body.length() - length, secret, 0, length)) {
                return body.substring(0, body.length() - length) + MARK + CUT;
            }
        }
        return text;
    }
}
