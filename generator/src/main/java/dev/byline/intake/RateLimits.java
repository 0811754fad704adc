package dev.byline.intake;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much one reader may do in an hour. Readers are known for a day at most, by a digest of their network that is salted
 * with something that nobody ever sees, in memory only. Threads may share it.
 */
final class RateLimits {
    /** More readers than this in a day are too many to know each: who was idle longest is forgotten. */
    private static final int MAX_READERS = 50_000;

    private static final Duration REFILL = Duration.ofHours(1);
    private static final Duration SALTED_FOR = Duration.ofDays(1);
    private static final int SALT_BYTES = 16;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);
    private String salt = "";
    private long saltedAt;

    RateLimits(Clock clock) {
        this.clock = clock;
    }

    private record Bucket(double left, long at) {}

    /**
     * Whether a reader may do this once more; counts it if so.
     *
     * @param what each thing is counted for itself
     * @param perHour how often; so often at once, too
     */
    synchronized boolean allows(String what, String network, int perHour) {
        long now = clock.millis();
        freshSalt(now);
        String reader = Signer.digest(salt + "\n" + what + "\n" + network);
        Bucket bucket = buckets.getOrDefault(reader, new Bucket(perHour, now));
        double refilled = Math.max(0, now - bucket.at()) * (double) perHour / REFILL.toMillis();
        double left = Math.min(perHour, bucket.left() + refilled);
        if (left < 1) {
            buckets.put(reader, new Bucket(left, now));
            return false;
        }
        buckets.put(reader, new Bucket(left - 1, now));
        if (buckets.size() > MAX_READERS) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return true;
    }

    private void freshSalt(long now) {
        if (salt.isEmpty() || Math.abs(now - saltedAt) > SALTED_FOR.toMillis()) {
            byte[] bytes = new byte[SALT_BYTES];
            random.nextBytes(bytes);
            salt = HexFormat.of().formatHex(bytes);
            saltedAt = now;
            buckets.clear();
        }
    }
}
