package dev.byline.webmention;

import dev.byline.remote.PublicWeb;
import dev.byline.remote.WebAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Tells pages of others that a page of ours mentions them, or no longer does; that is the same message.
 *
 * @see <a href="https://www.w3.org/TR/webmention/#sending-webmentions">Webmention, 3.1: sending</a>
 */
public final class Sender {
    private final PublicWeb web;

    public Sender(PublicWeb web) {
        this.web = web;
    }

    /** What came of telling. */
    sealed interface Outcome {
        /** It was heard; what becomes of it is theirs. */
        record Taken() implements Outcome {}

        /** The page wants to hear of nobody. */
        record NobodyListens() implements Outcome {}

        /** It was heard, and is not wanted. */
        record Refused(String reason) implements Outcome {}

        /** The page, or who listens for it, does not answer now. */
        record Away(String reason) implements Outcome {}
    }

    /** Tells the page at {@code target} of the one at {@code source}, if it wants to hear. */
    Outcome tell(String source, String target) {
        Optional<URI> address = WebAddress.of(target);
        if (address.isEmpty()) {
            return new Outcome.NobodyListens();
        }
        PublicWeb.Answer page = web.get(address.get(), "text/html");
        if (page instanceof PublicWeb.Answer.Forbidden) {
            return new Outcome.NobodyListens();
        }
        if (page instanceof PublicWeb.Answer.Failed failed) {
            return new Outcome.Away("it does not answer: " + failed.reason());
        }
        PublicWeb.Answer.Got got = (PublicWeb.Answer.Got) page;
        if (isForLater(got.status())) {
            return new Outcome.Away("it answers " + got.status());
        }
        return Discovery.endpoint(got)
                .map(endpoint -> post(endpoint, source, target))
                .orElseGet(Outcome.NobodyListens::new);
    }

    private Outcome post(URI endpoint, String source, String target) {
        PublicWeb.Answer answer = web.post(endpoint, Map.of("source", source, "target", target));
        if (answer instanceof PublicWeb.Answer.Forbidden forbidden) {
            return new Outcome.Refused("its endpoint is not asked: " + forbidden.reason());
        }
        if (answer instanceof PublicWeb.Answer.Failed failed) {
            return new Outcome.Away("its endpoint does not answer: " + failed.reason());
        }
        int status = ((PublicWeb.Answer.Got) answer).status();
        if (status >= 200 && status < 300) {
            return new Outcome.Taken();
        }
        String said = "its endpoint answers " + status;
        return isForLater(status) ? new Outcome.Away(said) : new Outcome.Refused(said);
    }

    /** Too Many Requests (RFC 6585, 4), and errors of the server's own (RFC 9110, 15.6). */
    private static boolean isForLater(int status) {
        return status == 429 || status >= 500;
    }
}
