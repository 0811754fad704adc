package dev.byline.remote;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;

/**
 * Which machines may be asked.
 *
 * @param names finds the addresses of a name
 * @param wall tells of an address that a name has whether it may be asked
 * @param ports the only ones that are; none for any
 */
public record Reach(Names names, Wall wall, Set<Integer> ports) {
    /** The public internet, on the ports of the web. */
    public static final Reach PUBLIC =
            new Reach(InetAddress::getAllByName, PublicAddress::reasonAgainst, Set.of(80, 443));

    public Reach {
        ports = Set.copyOf(ports);
    }

    /** Machines of one's own too, on every port: for tests, whose servers are on this one. */
    public static Reach everywhere(Names names) {
        return new Reach(names, address -> Optional.empty(), Set.of());
    }

    /** Finds addresses. */
    @FunctionalInterface
    public interface Names {
        /** All addresses of a name; those that a literal stands for. */
        InetAddress[] resolve(String name) throws UnknownHostException;
    }

    /** Lets addresses through, or does not. */
    @FunctionalInterface
    public interface Wall {
        /** Why an address must not be asked; empty where it may. */
        Optional<String> reasonAgainst(InetAddress address);
    }

    boolean allowsPort(int port) {
        return ports.isEmpty() || ports.contains(port);
    }
}
