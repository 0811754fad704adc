package dev.byline.feedback;

import dev.byline.network.Network;
import dev.byline.network.Networks;
import dev.byline.site.Feedback;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names that somebody who answered goes by, each in one form however it is written: {@code @Noor@Town.example} and {@code
 * https://town.example/@noor} are {@code noor@town.example} and {@code town.example/@noor}, both of them.
 *
 * <p>A name that means something on one network only stands behind that one: {@code reddit/noor_h}. What people are called
 * is no identity: many are called the same.
 */
public final class Identities {
    /** No handle or address of a profile is longer. */
    private static final int MAX_LENGTH = 2_000;

    /** Speaks for all places where people are called {@code @name@host}. */
    private static final Optional<Network> FEDIVERSE = Networks.byId("mastodon");

    private Identities() {}

    /** All names that an item tells of who said it; none where it tells none. */
    static Set<String> of(Feedback item) {
        Set<String> names = new LinkedHashSet<>();
        String source = item.origin().source();
        Stream.concat(Stream.of(item.author().handle()), item.author().url().stream())
                .filter(written -> !written.isBlank() && written.length() <= MAX_LENGTH)
                .forEach(written -> {
                    names.add(scoped(source, normal(written)));
                    valid(Stream.concat(Provenance.of(item).stream(), FEDIVERSE.stream()), written)
                            .forEach(valid -> {
                                names.add(scoped(source, normal(valid.name())));
                                valid.profile().ifPresent(profile -> names.add(normal(profile)));
                            });
                });
        names.removeIf(name -> name.isEmpty() || name.endsWith("/"));
        return names;
    }

    /** All names that a handle, or an address of a profile, stands for by itself; none where it says too little. */
    static Set<String> of(String written) {
        String name = normal(written);
        if (!name.replaceFirst("^[^/]*@", "")
                .replaceFirst("/.*$", "")
                .matches("[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+(?::\\d+)?")) {
            return Set.of();
        }
        Set<String> names = new LinkedHashSet<>(Set.of(name));
        valid(FEDIVERSE.stream(), written).forEach(valid -> {
            names.add(normal(valid.name()));
            valid.profile().ifPresent(profile -> names.add(normal(profile)));
        });
        return names;
    }

    private static Stream<Network.Reading.Valid> valid(Stream<Network> networks, String written) {
        return networks.map(network -> network.read(written))
                .filter(Network.Reading.Valid.class::isInstance)
                .map(Network.Reading.Valid.class::cast);
    }

    /** The same, where the source knows who speaks; none where it only tells what somebody wrote of themselves. */
    static Set<String> proven(Feedback item) {
        return Provenance.of(item).isPresent() ? of(item) : Set.of();
    }

    /** Whether a handle, or an address of a profile, as a person wrote it, is one of an item's names. */
    public static boolean isNamed(String written, Feedback item) {
        Set<String> names = of(item);
        String name = normal(written);
        return names.contains(name) || names.contains(scoped(item.origin().source(), name));
    }

    /** Whether an item comes from this domain, or from one below it: by its address, or by a name of who said it. */
    static boolean isFrom(String domain, Feedback item) {
        String host = normal(domain);
        return Stream.concat(of(item).stream(), item.origin().url().map(Identities::normal).stream())
                .map(name -> name.replaceFirst("^([^/]*)@", "").replaceFirst("[/?:].*$", ""))
                .anyMatch(found -> found.equals(host) || found.endsWith("." + host));
    }

    /** Whether a rule names a domain: {@code town.example}. */
    static boolean isDomain(String written) {
        return normal(written).matches("[^/@\\s]+\\.[^/@\\s.]+") && !written.startsWith("@");
    }

    /** A word without a host means something where it was said, and nowhere else. */
    private static String scoped(String source, String name) {
        return name.isEmpty() || name.contains(".") || name.contains("@") || name.contains("/")
                ? name
                : source + "/" + name;
    }

    private static String normal(String written) {
        return SafeHtml.name(written, MAX_LENGTH)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^(?:https?://(?:www\\.)?|@)", "")
                .replaceFirst("#.*$", "")
                .replaceFirst("/+$", "");
    }
}
