package dev.byline.publish;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the environment gives for each account: {@code BYLINE_MASTODON_TOKEN_GIULIA_FERRI}, and where an account is not at
 * the usual place {@code BYLINE_MASTODON_SERVER_GIULIA_FERRI}; where a network's interface has versions, also
 * {@code BYLINE_LINKEDIN_VERSION_GIULIA_FERRI}.
 */
public final class Secrets {
    private final Map<String, String> environment;

    public Secrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The variable that holds the secret of an account on a network. */
    public static String tokenVariable(String network, String account) {
        return variable(network, "TOKEN", account);
    }

    /** The variable that says which server an account is on. */
    public static String serverVariable(String network, String account) {
        return variable(network, "SERVER", account);
    }

    private static String variable(String network, String kind, String account) {
        String name = "BYLINE_" + network + "_" + kind + "_" + account;
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    Optional<Secret> token(String network, String account) {
        return value(tokenVariable(network, account)).map(Secret::new);
    }

    /**
     * The servers that are told for an account, with commas between them; mostly one.
     *
     * @throws IllegalArgumentException if something is told that is no address
     */
    List<URI> servers(String network, String account) {
        return value(serverVariable(network, account)).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(URI::create)
                .toList();
    }

    /** The version of the network's interface that is asked for. */
    Optional<String> version(String network, String account) {
        return value(variable(network, "VERSION", account));
    }

    private Optional<String> value(String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
