package dev.byline.identity;

import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Author;
import dev.byline.site.Handle;
import dev.byline.site.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An author as a contact for address books. Nothing in it tells when it was made.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6350">RFC 6350</a> (vCard 4.0), <a
 *     href="https://www.rfc-editor.org/rfc/rfc9554">RFC 9554</a> (SOCIALPROFILE)
 */
final class VCard {
    /** Octets a line, without its end (RFC 6350, 3.2). */
    private static final int MOST_OCTETS = 75;

    private final StringBuilder lines = new StringBuilder();

    private VCard() {}

    static String of(Author author, Settings settings, Routes routes) {
        Locale language = settings.defaultLanguage();
        String page = routes.author(author).under(settings.url());
        VCard card = new VCard();
        card.line("BEGIN", "VCARD");
        card.line("VERSION", "4.0");
        card.line("KIND", "individual");
        card.line("UID", page + "#person");
        card.text("FN", author.name());
        card.text("TITLE", author.role().in(language));
        card.text("ORG", settings.organization().name());
        card.text("NOTE", author.bio().in(language));
        card.line("URL", page);
        author.email().ifPresent(address -> card.text("EMAIL;TYPE=work", address));
        card.text("NICKNAME", author.mainHandle().map(Handle::name).orElse(""));
        for (Handle handle : author.handles()) {
            card.handle(handle);
        }
        author.image()
                .ifPresent(image -> card.line("PHOTO", new Route(image.src().substring(1)).under(settings.url())));
        int preference = 1;
        for (Locale spoken : author.languages()) {
            card.line("LANG;PREF=" + preference++, spoken.toLanguageTag());
        }
        card.line("END", "VCARD");
        return card.lines.toString();
    }

    /** Where one writes to a person (IMPP) is told apart from where the person is seen. */
    private void handle(Handle handle) {
        handle.profile().ifPresent(profile -> {
            boolean message = profile.startsWith("xmpp:") || handle.network().equals("matrix");
            String seen =
                    "SOCIALPROFILE;TYPE=work;SERVICE-TYPE=" + handle.network() + ";USERNAME=\"" + handle.name() + "\"";
            line(message ? "IMPP;TYPE=work" : seen, profile);
        });
    }

    /** A line with a text, unless there is none. What means something in a vCard is escaped (RFC 6350, 3.4). */
    private void text(String property, String text) {
        if (!text.isBlank()) {
            line(
                    property,
                    text.strip()
                            .replace("\\", "\\\\")
                            .replace(",", "\\,")
                            .replace(";", "\\;")
                            .replaceAll("\\R", "\\\\n")
                            .replaceAll("\\p{Cntrl}", ""));
        }
    }

    /** A line, folded: it goes on behind a line break and a space, and no character is cut in two. */
    private void line(String property, String value) {
        int octets = 0;
        String whole = property + ":" + value;
        for (int i = 0; i < whole.length(); ) {
            int c = whole.codePointAt(i);
            String character = Character.toString(c);
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > MOST_OCTETS) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.append(character);
            octets += more;
            i += character.length();
        }
        lines.append("\r\n");
    }
}
