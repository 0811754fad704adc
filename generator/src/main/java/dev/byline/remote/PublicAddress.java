package dev.byline.remote;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Tells the addresses of the public internet from those of this machine, of a network around it, and of no machine at all.
 *
 * <p>{@code 93.184.216.34} is public; {@code 127.0.0.1}, {@code 10.1.2.3}, {@code 169.254.169.254} and
 * {@code fd00:ec2::254} are not. What is in doubt is not.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">special-purpose IPv4 addresses</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">special-purpose IPv6 addresses</a>
 */
final class PublicAddress {
    /**
     * A block of addresses.
     *
     * @param length of an address, in bits
     * @param bits how many bits at the beginning all of its addresses share
     * @param shared those bits
     * @param name what it is for
     */
    private record Block(int length, int bits, BigInteger shared, String name) {
        static Block of(String first, int bits, String name) {
            try {
                byte[] address = InetAddress.getByName(first).getAddress();
                int length = address.length * Byte.SIZE;
                return new Block(length, bits, beginning(address, bits), name);
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException("an address in figures is not looked up", impossible);
            }
        }

        private static BigInteger beginning(byte[] address, int bits) {
            return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
        }

        boolean holds(byte[] address) {
            return address.length * Byte.SIZE == length
                    && beginning(address, bits).equals(shared);
        }
    }

    private static final List<Block> NOT_PUBLIC_4 = List.of(
            Block.of("0.0.0.0", 8, "this network (RFC 791)"),
            Block.of("10.0.0.0", 8, "private (RFC 1918)"),
            Block.of("100.64.0.0", 10, "shared by a carrier (RFC 6598)"),
            Block.of("127.0.0.0", 8, "loopback (RFC 1122)"),
            Block.of("168.63.129.16", 32, "a cloud's own services (Azure)"),
            Block.of("169.254.0.0", 16, "link-local, and clouds' metadata (RFC 3927)"),
            Block.of("172.16.0.0", 12, "private (RFC 1918)"),
            Block.of("192.0.0.0", 24, "protocol assignments (RFC 6890)"),
            Block.of("192.0.2.0", 24, "documentation (RFC 5737)"),
            Block.of("192.88.99.0", 24, "6to4 relays (RFC 7526)"),
            Block.of("192.168.0.0", 16, "private (RFC 1918)"),
            Block.of("198.18.0.0", 15, "benchmarking (RFC 2544)"),
            Block.of("198.51.100.0", 24, "documentation (RFC 5737)"),
            Block.of("203.0.113.0", 24, "documentation (RFC 5737)"),
            Block.of("224.0.0.0", 4, "multicast (RFC 5771)"),
            Block.of("240.0.0.0", 4, "reserved, and broadcast (RFC 1112, RFC 919)"));

    /** All that is given out: whatever lies outside is loopback, mapped, translated, local, multicast, or nobody's. */
    private static final Block GLOBAL_6 = Block.of("2000::", 3, "global unicast (RFC 4291)");

    private static final List<Block> NOT_PUBLIC_6 = List.of(
            Block.of("2001::", 23, "protocol assignments, Teredo, benchmarking (RFC 2928, RFC 4380, RFC 5180)"),
            Block.of("2001:db8::", 32, "documentation (RFC 3849)"),
            Block.of("2002::", 16, "6to4 (RFC 3056)"),
            Block.of("3fff::", 20, "documentation (RFC 9637)"));

    private PublicAddress() {}

    /** Why an address is none of the public internet; empty where it is one. */
    static Optional<String> reasonAgainst(InetAddress address) {
        // One of IPv6 that wraps one of IPv4 (::ffff:10.0.0.1) comes from Java as what it wraps.
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return holding(NOT_PUBLIC_4, bytes);
        }
        return GLOBAL_6.holds(bytes)
                ? holding(NOT_PUBLIC_6, bytes)
                : Optional.of("loopback, local, translated, multicast or not given out (RFC 4291)");
    }

    private static Optional<String> holding(List<Block> blocks, byte[] address) {
        return blocks.stream()
                .filter(block -> block.holds(address))
                .map(Block::name)
                .findFirst();
    }
}
