package dev.byline.feedback;

import dev.byline.site.Feedback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Those who asked to be forgotten: {@code feedback/forgotten.yml}, committed, so that nothing of theirs comes back. It has
 * no name in it, only digests with a salt of the site's own.
 *
 * <p>Who already suspects a name can hold it against a digest; nobody can read a name out of one.
 *
 * @param digests of names, and of items whose authors had none
 */
public record Forgotten(String salt, NavigableSet<String> digests) {
    /** Its name below the site's folder. */
    public static final String FILE = "feedback/forgotten.yml";

    /** What to do where it cannot be understood, most likely after a merge. */
    public static final String MENDING =
            "keep all digests where both sides have one salt; where they have two, keep one"
                    + " side, and forget those of the other again";

    private static final int SALT_BYTES = 16;

    private static final int LONGEST = 20_000_000;

    /** As much of a digest is the name of a file. */
    private static final int NAME_LENGTH = 16;

    public Forgotten {
        digests = java.util.Collections.unmodifiableNavigableSet(new TreeSet<>(digests));
    }

    /**
     * Reads a site's file.
     *
     * @return nobody where there is none; empty where it cannot be understood, so that nobody who is in it comes back
     */
    public static Optional<Forgotten> of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? read(Files.readString(file)) : Optional.of(new Forgotten("", new TreeSet<>()));
    }

    private static Optional<Forgotten> read(String text) {
        try {
            Object all =
                    new Load(LoadSettings.builder().setCodePointLimit(LONGEST).build()).loadFromString(text);
            if (all instanceof Map<?, ?> keys
                    && keys.get("salt") instanceof String salt
                    && !salt.isBlank()
                    && keys.get("digests") instanceof List<?> list
                    && list.stream().allMatch(String.class::isInstance)) {
                NavigableSet<String> digests = new TreeSet<>();
                list.forEach(digest -> digests.add((String) digest));
                return Optional.of(new Forgotten(salt, digests));
            }
        } catch (YamlEngineException broken) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** With these names, and these items (an article's id, a {@code /} and theirs). */
    Forgotten and(Collection<String> names, Collection<String> items) {
        Forgotten begun = salt.isEmpty() ? new Forgotten(newSalt(), digests) : this;
        NavigableSet<String> more = new TreeSet<>(digests);
        names.forEach(name -> more.add(begun.ofName(name)));
        items.forEach(item -> more.add(begun.ofItem(item)));
        return new Forgotten(begun.salt, more);
    }

    private static String newSalt() {
        byte[] random = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    byte[] yaml() {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                .build();
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("salt", salt);
        keys.put("digests", List.copyOf(digests));
        return new Dump(settings).dumpToString(keys).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether nobody asked. */
    boolean isEmpty() {
        return digests.isEmpty();
    }

    /** Whether whoever said this asked to be forgotten. */
    public boolean has(String article, Feedback item) {
        return !isEmpty()
                && (digests.contains(ofItem(article + "/" + item.id()))
                        || Identities.of(item).stream().map(this::ofName).anyMatch(digests::contains));
    }

    /** What the place of an item is called, once nobody shall know whose it was. */
    String placeOf(String article, String id) {
        return "forgotten-" + ofItem(article + "/" + id).substring(0, NAME_LENGTH);
    }

    /**
     * What may be kept of what came: all but what those said who asked to be forgotten. What answered them answers the place
     * that is kept for them, or else the nearest item above.
     *
     * @param isThere whether an item of this id has a file
     */
    List<Feedback> without(String article, Collection<Feedback> items, Predicate<String> isThere) {
        if (isEmpty()) {
            return List.copyOf(items);
        }
        Map<String, Feedback> gone = new HashMap<>();
        List<Feedback> kept = new ArrayList<>();
        for (Feedback item : items) {
            if (has(article, item)) {
                gone.put(item.id(), item);
            }
        }
        for (Feedback item : items) {
            if (!gone.containsKey(item.id())) {
                kept.add(item.withParent(parent(article, item, gone, isThere)));
            }
        }
        return kept;
    }

    private Optional<String> parent(
            String article, Feedback item, Map<String, Feedback> gone, Predicate<String> isThere) {
        Set<String> seen = new HashSet<>();
        Optional<String> up = item.parent();
        while (up.isPresent() && seen.add(up.get())) {
            String id = up.get();
            boolean forgotten = gone.containsKey(id) || digests.contains(ofItem(article + "/" + id));
            if (!forgotten) {
                return up;
            }
            if (isThere.test(placeOf(article, id))) {
                return Optional.of(placeOf(article, id));
            }
            up = Optional.ofNullable(gone.get(id)).flatMap(Feedback::parent);
        }
        return Optional.empty();
    }

    private String ofName(String name) {
        return digest("name " + name);
    }

    private String ofItem(String item) {
        return digest("item " + item);
    }

    private String digest(String word) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((salt + "\n" + word).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
