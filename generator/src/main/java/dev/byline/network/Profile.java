package dev.byline.network;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A network on which a person has a profile at an address that the handle is a part of. */
final class Profile implements IdentityNetwork {
    private static final String HOST =
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.){1,40}[A-Za-z][A-Za-z0-9-]*";

    private final String id;
    private final String displayName;
    private final Pattern handle;
    private final String address;
    private final boolean onHost;
    private final boolean linksBack;

    private Profile(String id, String displayName, Pattern handle, String address, boolean onHost, boolean linksBack) {
        this.id = id;
        this.displayName = displayName;
        this.handle = handle;
        this.address = address;
        this.onHost = onHost;
        this.linksBack = linksBack;
    }

    /** A network with one host. */
    static Profile at(String id, String displayName, String handle, String address) {
        return new Profile(id, displayName, Pattern.compile(handle), address, false, false);
    }

    /** A network of many hosts: {@code @user@host}. */
    static Profile onHost(String id, String displayName, String address) {
        return new Profile(id, displayName, Pattern.compile("([A-Za-z0-9_.-]+)@(" + HOST + ")"), address, true, false);
    }

    /** The same network, whose profiles show the website of their owner with {@code rel="me"}. */
    Profile linkingToWebsite() {
        return new Profile(id, displayName, handle, address, onHost, true);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public Optional<String> linkingBack() {
        return linksBack ? Optional.of("enter it as the website of the profile") : Optional.empty();
    }

    @Override
    public Reading read(String written) {
        String example = onHost ? "@name@host" : address.formatted("name", "host");
        Optional<Reading> fault = Written.fault(written, example);
        if (fault.isPresent()) {
            return fault.get();
        }
        String name = Written.withoutAt(fromAddress(written));
        Matcher matcher = handle.matcher(name);
        if (!matcher.matches()) {
            return onHost && !name.contains("@")
                    ? new Reading.Invalid("has no host", "write it as @name@host")
                    : new Reading.Invalid("cannot be one", "write only the name of the profile, as in " + example);
        }
        return onHost
                ? new Reading.Valid("@" + name, Optional.of(address.formatted(matcher.group(1), matcher.group(2))))
                : new Reading.Valid(name, Optional.of(address.formatted(name)));
    }

    private String fromAddress(String written) {
        if (onHost) {
            return written;
        }
        String host = URI.create(address.formatted("name")).getHost().replaceFirst("^www\\.", "");
        return Written.pathOn(written, host)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .orElse(written);
    }
}
