package dev.byline.webmention;

import dev.byline.feedback.Addresses;
import dev.byline.feedback.MentionId;
import dev.byline.remote.PublicWeb;
import dev.byline.remote.WebAddress;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks whether a page mentions one of ours, as it was said to, and reads what it says. Has no state; threads may share it.
 *
 * @see <a href="https://www.w3.org/TR/webmention/#receiving-webmentions">Webmention, 3.2: receiving</a>
 */
public final class Verifier {
    /** What is asked for; of other pages nothing could be read. */
    private static final String ACCEPT = "text/html, application/xhtml+xml, application/json;q=0.8, text/*;q=0.5";

    private final PublicWeb web;
    private final Addresses addresses;
    private final Predicate<String> takesFeedback;
    private final EntryReader reader;

    /**
     * Prepares to look.
     *
     * @param addresses finds the article that an address belongs to
     * @param takesFeedback whether an article, by its id, takes answers now
     */
    public Verifier(PublicWeb web, Addresses addresses, Predicate<String> takesFeedback) {
        this.web = web;
        this.addresses = addresses;
        this.takesFeedback = takesFeedback;
        this.reader = new EntryReader(web);
    }

    /** Why a mention can be refused at once, without a look at its page; empty where a look is due. */
    public Optional<String> objection(String source, String target) {
        if (source == null || source.isBlank()) {
            return Optional.of("source is missing");
        }
        if (target == null || target.isBlank()) {
            return Optional.of("target is missing");
        }
        Optional<URI> from = WebAddress.of(source);
        Optional<URI> to = WebAddress.of(target);
        if (from.isEmpty()) {
            return Optional.of("source is no address of the web");
        }
        if (to.isEmpty()) {
            return Optional.of("target is no address of the web");
        }
        if (MentionId.withoutFragment(from.get().toString())
                .equals(MentionId.withoutFragment(to.get().toString()))) {
            return Optional.of("source and target are the same");
        }
        Optional<String> article = addresses.articleAt(target);
        if (article.isEmpty()) {
            return Optional.of("target is no article here");
        }
        return takesFeedback.test(article.get()) ? Optional.empty() : Optional.of("target takes no answers");
    }

    /** Looks. */
    public Verified verify(String source, String target) {
        Optional<String> objection = objection(source, target);
        if (objection.isPresent()) {
            return new Verified.Refused(objection.get());
        }
        URI from = WebAddress.of(source).orElseThrow();
        URI to = WebAddress.of(target).orElseThrow();
        String article = addresses.articleAt(target).orElseThrow();
        PublicWeb.Answer answer = web.get(from, ACCEPT);
        if (answer instanceof PublicWeb.Answer.Forbidden forbidden) {
            return new Verified.Refused("source: " + forbidden.reason());
        }
        if (answer instanceof PublicWeb.Answer.Failed failed) {
            return new Verified.Unanswered("source: " + failed.reason());
        }
        return judged((PublicWeb.Answer.Got) answer, article, from, to);
    }

    private Verified judged(PublicWeb.Answer.Got page, String article, URI source, URI target) {
        int status = page.status();
        String id = MentionId.of(source.toString(), target.toString());
        if (status == 410) {
            return new Verified.Absent(article, id, "source is gone");
        }
        if (status == 429 || status >= 500) {
            return new Verified.Unanswered("source answers " + status);
        }
        if (status != 200) {
            return new Verified.Refused("source answers " + status);
        }
        return Links.lead(page, target.toString())
                ? new Verified.Accepted(article, reader.read(page, source, target))
                : new Verified.Absent(article, id, "source does not lead to target");
    }
}
