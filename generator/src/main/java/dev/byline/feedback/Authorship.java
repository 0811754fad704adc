package dev.byline.feedback;

import dev.byline.site.Account;
import dev.byline.site.Author;
import dev.byline.site.Feedback;
import dev.byline.site.Handle;
import dev.byline.site.Site;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells whether something was said by one of the site's own people, by a handle that their file publishes.
 *
 * <p>Only a network that knows its accounts is believed: in a form anybody can write anybody's address.
 */
public final class Authorship {
    private Authorship() {}

    /** Whether this author said it, under a published handle or profile. */
    public static boolean is(Author author, Feedback item) {
        return is(Account.of(author), item);
    }

    /** Whether it was said from this account, a person's or the company's. */
    public static boolean is(Account account, Feedback item) {
        return account.handles().stream()
                .filter(handle -> Provenance.vouches(item, handle.network()))
                .anyMatch(handle -> is(handle, item.author()));
    }

    /** Whether any of a site's authors, or the company itself, said it. */
    public static boolean isOurs(Site site, Feedback item) {
        return site.authors().stream().anyMatch(author -> is(author, item))
                || site.settings().accounts().stream().anyMatch(account -> is(account, item));
    }

    private static boolean is(Handle handle, Feedback.Person person) {
        boolean sameHandle =
                saysWhere(bare(person.handle())) && bare(handle.name()).equals(bare(person.handle()));
        Optional<String> profile = person.url().map(url -> url.replaceFirst("/+$", ""));
        return sameHandle || (handle.profile().isPresent() && handle.profile().equals(profile));
    }

    /**
     * Whether a handle is somebody's wherever it is read: {@code giulia@social.example}, {@code giulia.example.com}, {@code
     * u/giulia}. A plain {@code giulia} is another person on each network; there only the address of the profile tells.
     */
    private static boolean saysWhere(String handle) {
        return handle.matches(".*[@./].*");
    }

    private static String bare(String handle) {
        return handle.toLowerCase(Locale.ROOT).replaceFirst("^@", "");
    }
}
