package dev.byline.feedback;

import dev.byline.site.Account;
import dev.byline.site.Author;
import dev.byline.site.Feedback;
import dev.byline.site.Handle;
import java.util.Locale;
import java.util.Optional;

/** Tells whether somebody who answered is one of the site's own people, by a handle that their file publishes. */
public final class Authorship {
    private Authorship() {}

    /** Whether the one who answered goes by a published handle, or links to a published profile, of this author. */
    public static boolean is(Author author, Feedback.Person person) {
        return is(Account.of(author), person);
    }

    /** Whether the one who answered is behind this account, a person's or the company's. */
    public static boolean is(Account account, Feedback.Person person) {
        return account.handles().stream().anyMatch(handle -> is(handle, person));
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
