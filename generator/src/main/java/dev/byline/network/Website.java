package dev.byline.network;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** A person's own site: its address is the handle. */
final class Website implements IdentityNetwork {
    @Override
    public String id() {
        return "website";
    }

    @Override
    public String displayName() {
        return "Website";
    }

    @Override
    public Optional<String> linkingBack() {
        return Optional.of("link to it there with <a rel=\"me\" href=\"...\">");
    }

    @Override
    public Reading read(String written) {
        Optional<Reading> fault = Written.fault(written, "https://giulia.example.com/");
        if (fault.isPresent()) {
            return fault.get();
        }
        try {
            URI uri = new URI(written);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null) {
                String path = uri.getRawPath().equals("/") ? "" : uri.getRawPath();
                return new Reading.Valid(uri.getHost() + path, Optional.of(uri.toASCIIString()));
            }
        } catch (URISyntaxException notAnAddress) {
            // Told below.
        }
        return new Reading.Invalid("is no web address", "write it in full, as https://giulia.example.com/");
    }
}
