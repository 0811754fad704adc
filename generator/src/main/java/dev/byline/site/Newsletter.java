package dev.byline.site;

import java.util.Optional;

/**
 * What {@code site.yml} says of the newsletter.
 *
 * @param link where readers subscribe to it: {@code https:}, {@code mailto:}, or a path of the site
 * @param from the address that it is sent from
 * @param to the address of the list that it is sent to
 * @param replyTo the address that takes answers; where it is absent, answers go to the authors
 * @param unsubscribe where readers leave: {@code https:} or {@code mailto:}, with whatever mark the program that sends
 *     the letters fills in for each reader
 */
public record Newsletter(
        Optional<String> link,
        Optional<String> from,
        Optional<String> to,
        Optional<String> replyTo,
        Optional<String> unsubscribe) {
    /** Nothing is said of it. */
    public static final Newsletter NONE =
            new Newsletter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Its name among the networks: in an article's {@code syndicate:}, in the ledger, for the command line. */
    public static final String ID = "newsletter";

    /** The name of its file in an article's folder of drafts. */
    public static final String FILE = "newsletter.eml";

    /** A newsletter of which only the place to subscribe is known. */
    public static Newsletter at(String link) {
        return new Newsletter(
                Optional.of(link), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
