package dev.byline.intake;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tokens of forms: {@code 18f3a9c0d40.<id>.<signature>} says when a form was given out, for one article, and the id of what
 * is sent with it. So it is known how long somebody had it, and what is sent twice is kept once. Threads may share it.
 */
final class FormTokens {
    private static final String PURPOSE = "form";
    private static final Pattern TOKEN = Pattern.compile("([0-9a-f]{1,16})\\.([0-9a-f]{20})\\.([0-9a-f]{32})");

    /** Enough that no two are ever the same. */
    private static final int ID_BYTES = 10;

    /** A form that lay open for longer is given out again, with what is in it. */
    private static final Duration VALID = Duration.ofHours(12);

    /** Clocks of two instances differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Signer signer;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FormTokens(Signer signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * A token that is good.
     *
     * @param id for what is sent with it
     * @param age how long ago it was given out
     */
    record Held(String id, Duration age) {}

    String giveOut(String article) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String words = Long.toHexString(clock.millis()) + "." + HexFormat.of().formatHex(id);
        return words + "." + signer.sign(PURPOSE, words + "\n" + article);
    }

    /** Reads a token; empty where it was not given out here, not for this article, or too long ago. */
    Optional<Held> read(String token, String article) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String words = parts.group(1) + "." + parts.group(2);
        if (!signer.isSigned(PURPOSE, words + "\n" + article, parts.group(3))) {
            return Optional.empty();
        }
        Duration age = Duration.ofMillis(clock.millis() - Long.parseUnsignedLong(parts.group(1), 16));
        return age.compareTo(VALID) <= 0 && age.compareTo(SKEW.negated()) >= 0
                ? Optional.of(new Held(parts.group(2), age))
                : Optional.empty();
    }
}
