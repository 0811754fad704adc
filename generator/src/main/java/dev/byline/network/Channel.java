package dev.byline.network;

import java.util.Optional;

/** The name of a channel where colleagues talk. It is a name for people: the address that posts there is a secret. */
final class Channel {
    private Channel() {}

    /** {@code #blog}: small letters, digits, {@code -} and {@code _}, of any script. */
    static Network.Reading read(String written) {
        Optional<Network.Reading> fault = Written.fault(written, "#blog");
        if (fault.isPresent()) {
            return fault.get();
        }
        String name = written.startsWith("#") ? written.substring(1) : written;
        if (written.contains("://")) {
            return new Network.Reading.Invalid(
                    "is an address", "write the channel's name, #blog: whoever knows the address can post there");
        }
        return name.matches("[\\p{L}\\p{M}\\p{N}_-]{1,100}")
                ? new Network.Reading.Valid("#" + name, Optional.empty())
                : new Network.Reading.Invalid("cannot be one", "write the channel's name, as #blog");
    }
}
