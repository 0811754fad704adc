package dev.byline.preview;

import com.sun.net.httpserver.HttpExchange;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * By which names this machine may be asked for. A page elsewhere can make a name of its own point here; it cannot make the
 * browser say another name than that.
 */
final class Hosts {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean lan;
    private final Optional<String> name;

    Hosts(boolean lan) {
        this.lan = lan;
        this.name = lan ? ownName() : Optional.empty();
    }

    private static Optional<String> ownName() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT));
        } catch (UnknownHostException nameless) {
            return Optional.empty();
        }
    }

    /** Whether a request asks for this machine. */
    boolean ours(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String asked = host == null ? "" : host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        return LOCAL.contains(asked) || (lan && (isOwnName(asked) || isOwnAddress(asked, exchange)));
    }

    /** The address under which this very request came. */
    private static boolean isOwnAddress(String asked, HttpExchange exchange) {
        return asked.equals(text(exchange.getLocalAddress().getAddress()));
    }

    private boolean isOwnName(String asked) {
        return name.filter(own -> asked.equals(own) || asked.equals(own + ".local"))
                .isPresent();
    }

    /** As addresses of pages have it. */
    private static String text(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*$", "");
        return address instanceof Inet4Address ? text : "[" + text + "]";
    }

    /** The addresses under which other machines reach this one. */
    static List<String> ofThisMachine() {
        List<String> addresses = new ArrayList<>();
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address
                            && !address.isLoopbackAddress()
                            && !address.isLinkLocalAddress())
                    .map(Hosts::text)
                    .sorted()
                    .forEach(addresses::add);
        } catch (SocketException unknown) {
            return List.of();
        }
        return addresses;
    }
}
