package dev.byline.intake;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells a reader's network address from those of the proxies on the way. What {@code X-Forwarded-For} says is believed only
 * of named proxies; anybody can send that header.
 */
final class Proxies {
    /** A provider gives a household that much of IPv6 at least (RFC 6177). */
    private static final int HOUSEHOLD_BYTES = 8;

    private final List<Network> trusted = new ArrayList<>();

    private record Network(InetAddress address, int bits) {
        boolean holds(InetAddress other) {
            byte[] ours = address.getAddress();
            byte[] theirs = other.getAddress();
            if (theirs.length != ours.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if ((ours[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Names the proxies.
     *
     * @throws IllegalArgumentException where one is neither an address nor a network
     */
    Proxies(List<String> named) {
        for (String name : named) {
            String[] parts = name.strip().split("/", 2);
            InetAddress address = address(parts[0])
                    .orElseThrow(() -> new IllegalArgumentException("no network address of a proxy: " + name));
            int whole = address.getAddress().length * Byte.SIZE;
            int bits = parts.length == 1 ? whole : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > whole) {
                throw new IllegalArgumentException("no network of proxies: " + name);
            }
            trusted.add(new Network(address, bits));
        }
    }

    /** An address as numbers; a name is none, and is never looked up. */
    private static Optional<InetAddress> address(String text) {
        String bare = text.strip().replaceFirst("^\\[(.*)](?::\\d+)?$", "$1").replaceFirst("^([\\d.]+):\\d+$", "$1");
        if (!bare.matches("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}") || !bare.matches(".*[.:].*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException none) {
            return Optional.empty();
        }
    }

    private boolean isProxy(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.holds(address));
    }

    /**
     * The network of who asks.
     *
     * @param peer who is connected
     * @param forwarded {@code X-Forwarded-For}, or empty
     */
    String reader(String peer, String forwarded) {
        Optional<InetAddress> nearest = address(peer);
        String[] hops = forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0 && nearest.filter(this::isProxy).isPresent(); i--) {
            Optional<InetAddress> before = address(hops[i]);
            if (before.isEmpty()) {
                break;
            }
            nearest = before;
        }
        return nearest.map(Proxies::network).orElse(peer);
    }

    private static String network(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] household = Arrays.copyOf(Arrays.copyOf(address.getAddress(), HOUSEHOLD_BYTES), 16);
        try {
            return InetAddress.getByAddress(household).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address of sixteen bytes", impossible);
        }
    }
}
