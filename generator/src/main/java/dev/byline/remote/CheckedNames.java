package dev.byline.remote;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The only way from a name to the addresses that a connection is made to: what it gives was checked, and nobody asks for
 * them again, so a name that means another machine a moment later changes nothing.
 */
final class CheckedNames implements DnsResolver {
    private final Reach reach;

    CheckedNames(Reach reach) {
        this.reach = reach;
    }

    /** A name of which one address is forbidden, so that none of it is asked. */
    static final class Forbidden extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Forbidden(String why) {
            super(why);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = reach.names().resolve(host);
        if (addresses == null || addresses.length == 0) {
            throw new UnknownHostException("no such host");
        }
        for (InetAddress address : addresses) {
            Optional<String> reason = reach.wall().reasonAgainst(address);
            if (reason.isPresent()) {
                throw new Forbidden("its address is not of the public internet: " + reason.get());
            }
        }
        return addresses.clone();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
