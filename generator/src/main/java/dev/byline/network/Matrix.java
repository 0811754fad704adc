package dev.byline.network;

import java.util.Optional;

/**
 * Matrix ids: {@code @giulia:example.org}.
 *
 * @see <a href="https://spec.matrix.org/latest/appendices/#user-identifiers">user identifiers</a>
 */
final class Matrix implements IdentityNetwork {
    @Override
    public String id() {
        return "matrix";
    }

    @Override
    public String displayName() {
        return "Matrix";
    }

    @Override
    public Reading read(String written) {
        Optional<Reading> fault = Written.fault(written, "@name:host");
        if (fault.isPresent()) {
            return fault.get();
        }
        String name = Written.withoutAt(written.replaceFirst("^https://matrix\\.to/#/", ""));
        if (!name.matches("[a-z0-9._=/+-]+:[A-Za-z0-9.-]+(?::\\d{1,5})?")) {
            return new Reading.Invalid("has no host", "write it as @name:host");
        }
        return new Reading.Valid("@" + name, Optional.of("https://matrix.to/#/@" + name));
    }
}
