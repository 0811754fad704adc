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

    private record Network(byte[] address, int bits) {
        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if ((address[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
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
            byte[] address = address(parts[0])
                    .orElseThrow(() -> new IllegalArgumentException("no network address of a proxy: " + name));
            int whole = address.length * Byte.SIZE;
            int bits = parts.length == 1 ? whole : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > whole) {
                throw new IllegalArgumentException("no network of proxies: " + name);
            }
            trusted.add(new Network(address, bits));
        }
    }

    /** An address as numbers; a name is none, and is never looked up. */
    private static Optional<byte[]> address(String text) {
        String bare = text.strip().replaceFirst("^\\[(.*)](?::\\d+)?$", "$1").replaceFirst("^([\\d.]+):\\d+$", "$1");
        if (!bare.matches("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}") || !bare.matches(".*[.:].*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare).getAddress());
        } catch (UnknownHostException none) {
            return Optional.empty();
        }
    }

    private boolean isProxy(byte[] address) {
        return trusted.stream().anyMatch(network -> network.holds(address));
    }

    /**
     * The network of who asks.
     *
     * @param peer who is connected
     * @param forwarded {@code X-Forwarded-For}, or empty
     */
    String reader(String peer, String forwarded) {
        Optional<byte[]> nearest = address(peer);
        String[] hops = forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0 && nearest.filter(this::isProxy).isPresent(); i--) {
            Optional<byte[]> before = address(hops[i]);
            if (before.isEmpty()) {
                break;
            }
            nearest = before;
        }
        return nearest.map(Proxies::network).orElse(peer);
    }

    private static String network(byte[] address) {
        try {
            InetAddress whole = InetAddress.getByAddress(address);
            return whole instanceof Inet6Address
                    ? InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(address, HOUSEHOLD_BYTES), address.length))
                            .getHostAddress()
                    : whole.getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address of four or sixteen bytes", impossible);
        }
    }
}
