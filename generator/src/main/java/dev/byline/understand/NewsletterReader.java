package dev.byline.understand;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.site.Newsletter;
import dev.byline.source.Value;
import java.util.Optional;

/**
 * Reads what {@code site.yml} says of the newsletter: {@code newsletter: https://...}, or the long form {@code
 * newsletter: {link: https://..., from: news@company.example, to: readers@lists.example, replyTo: author, unsubscribe: "https://.../{{token}}"}}.
 */
final class NewsletterReader {
    /** Answers to a letter go to who wrote the piece. */
    private static final String TO_AUTHORS = "author";

    /** What a header can carry as it is: a line holds at most 998 bytes (RFC 5322, 2.1.1), the header's name among them. */
    private static final String IN_A_HEADER = "[!-~&&[^<>\"]]{1,900}";

    private final Fields fields;
    private final Diagnostics diagnostics;

    NewsletterReader(Fields fields, Diagnostics diagnostics) {
        this.fields = fields;
        this.diagnostics = diagnostics;
    }

    Newsletter read() {
        Optional<Value> value = fields.value("newsletter");
        if (value.isPresent() && value.get() instanceof Value.Mapping) {
            return fields.group("newsletter").map(this::details).orElse(Newsletter.NONE);
        }
        return fields.text("newsletter")
                .filter(address -> isLink(address, "newsletter", fields))
                .map(Newsletter::at)
                .orElse(Newsletter.NONE);
    }

    private Newsletter details(Fields group) {
        Newsletter newsletter = new Newsletter(
                group.text("link").filter(address -> isLink(address, "link", group)),
                group.text("from").filter(address -> Texts.isEmail(address, "from", group)),
                group.text("to").filter(address -> Texts.isEmail(address, "to", group)),
                group.text("replyTo")
                        .filter(address -> !address.equals(TO_AUTHORS))
                        .filter(address -> Texts.isEmail(address, "replyTo", group)),
                group.text("unsubscribe").filter(address -> isWayOut(address, group)));
        group.rejectUnknown();
        return newsletter;
    }

    private boolean isLink(String address, String key, Fields group) {
        if (address.matches("https://.+|mailto:.+@.+|/.+")) {
            return true;
        }
        diagnostics.error(
                group.place(key),
                "\"" + address + "\" is no address to subscribe at",
                "write https://..., mailto:... or a page of this site");
        return false;
    }

    private boolean isWayOut(String address, Fields group) {
        if (address.matches(IN_A_HEADER) && address.matches("https://.+|mailto:.+@.+")) {
            return true;
        }
        diagnostics.error(
                group.place("unsubscribe"),
                "\"" + address + "\" is no address to unsubscribe at",
                "write https://... or mailto:..., in ASCII and without spaces");
        return false;
    }
}
