package dev.byline.newsletter;

import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Newsletter;
import dev.byline.site.Settings;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.address.Mailbox;

/**
 * What stands on the outside of a letter. No text in it holds a line break or another control character, so none can
 * begin a header of its own.
 *
 * @param id the same for the same article and date, always
 * @param from absent where neither the site nor an author publishes an address; mail programs put the sender's own there
 * @param replyTo whom an answer reaches
 * @param unsubscribe where readers leave, as it is written in headers and text
 */
record Envelope(
        String id,
        Optional<Mailbox> from,
        List<Mailbox> replyTo,
        String subject,
        Optional<ZonedDateTime> date,
        Locale language,
        String unsubscribe) {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]+");

    /** A local part that needs no extension of mail servers (RFC 5321, 4.1.2: dot-string). */
    private static final Pattern LOCAL_PART =
            Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]+(?:\\.[\\w!#$%&'*+/=?^`{|}~-]+)*");

    /** The year of a message has four digits (RFC 5322, 3.3). */
    private static final int LAST_YEAR = 9999;

    private static final int ID_BYTES = 16;

    Envelope {
        replyTo = List.copyOf(replyTo);
    }

    static Envelope of(Article article, Settings settings) {
        Newsletter newsletter = settings.frame().newsletter();
        String company = settings.organization().name();
        List<Mailbox> authors = article.authors().stream()
                .flatMap(author -> mailbox(author).stream())
                .toList();
        Optional<ZonedDateTime> date = article.date().filter(d -> d.getYear() > 0 && d.getYear() <= LAST_YEAR);
        String title = clean(article.title());
        return new Envelope(
                id(article, settings),
                newsletter.from().isPresent()
                        ? newsletter.from().flatMap(address -> mailbox(company, address))
                        : authors.stream().findFirst(),
                newsletter.replyTo().isPresent()
                        ? newsletter.replyTo().flatMap(address -> mailbox(company, address)).stream()
                                .toList()
                        : authors,
                title.isEmpty() ? article.id() : title,
                date,
                article.language(),
                unsubscribe(settings));
    }

    /** Where readers leave; where the site does not say, a mark that the program that sends the letters fills in. */
    static String unsubscribe(Settings settings) {
        return settings.frame().newsletter().unsubscribe().orElse(settings.url().toASCIIString() + "{{unsubscribe}}");
    }

    /** Whether one click can do it, which needs a web address (RFC 8058, 3.1). */
    boolean unsubscribesInOneClick() {
        return unsubscribe.startsWith("https://");
    }

    static Optional<Mailbox> mailbox(Author author) {
        return author.email().flatMap(address -> mailbox(author.name(), address));
    }

    /** An address that every mail server takes; empty for one that needs servers which speak Unicode (RFC 6531). */
    private static Optional<Mailbox> mailbox(String name, String address) {
        int at = address.lastIndexOf('@');
        String local = address.substring(0, at);
        if (!LOCAL_PART.matcher(local).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Mailbox(clean(name), local, IDN.toASCII(address.substring(at + 1))));
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    static String clean(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    private static String id(Article article, Settings settings) {
        String of = article.id() + "\n"
                + article.date().map(date -> date.toInstant().toString()).orElse("");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES) + "@"
                    + settings.url().getHost();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
