package dev.byline.network;

import java.net.IDN;
import java.util.Locale;
import org.apache.commons.validator.routines.DomainValidator;

/** Which words end a host's name: networks take {@code blog.example.com} for a link, but not {@code what.ever}. */
final class TopLevelDomains {
    private static final DomainValidator KNOWN = DomainValidator.getInstance();

    /** The name for examples (RFC 2606) counts as what it stands for. */
    private static final String FOR_EXAMPLES = "example";

    private TopLevelDomains() {}

    /** Whether the internet has this one: {@code com}, {@code it}, {@code みんな}. */
    static boolean has(String name) {
        return KNOWN.isValidTld(name) || name.equals(FOR_EXAMPLES);
    }

    /** Whether the last label of a host's name is one. */
    static boolean endsWithOne(String host) {
        return has(host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether a host can be: no label longer than 63 characters in its ASCII form, 253 in all (RFC 1035). */
    static boolean canBe(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).length() <= 253;
        } catch (IllegalArgumentException labelTooLong) {
            return false;
        }
    }
}
