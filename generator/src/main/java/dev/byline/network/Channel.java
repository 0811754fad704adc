package dev.byline.network;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A network where the company has a channel for colleagues. The channel's name is for people: the address that posts there
 * is a secret. People are named, since a mention needs an id that only the workspace knows; a message is written in the
 * app.
 *
 * @param quoted words as they are written, with what would be markup escaped
 * @param priced a text as it is counted
 */
record Channel(String id, String displayName, Rules rules, UnaryOperator<String> quoted, UnaryOperator<String> priced)
        implements PostNetwork {

    Channel(String id, String displayName, Rules rules, UnaryOperator<String> quoted) {
        this(id, displayName, rules, quoted, text -> text);
    }

    /** What a channel's message may be: its links are looked at, and nothing else is made of it. */
    static Rules rules(int limit, Unit unit, Rules.Markup markup) {
        return new Rules(
                Rules.Length.of(limit, unit),
                markup,
                Rules.Tags.NONE,
                Rules.Media.NONE,
                Rules.Reach.of(Rules.Card.FETCHED));
    }

    @Override
    public boolean forColleagues() {
        return true;
    }

    /** {@code #blog}: small letters, digits, {@code -} and {@code _}, of any script. */
    @Override
    public Reading read(String written) {
        Optional<Reading> fault = Written.fault(written, "#blog");
        if (fault.isPresent()) {
            return fault.get();
        }
        String name = written.startsWith("#") ? written.substring(1) : written;
        if (written.contains("://")) {
            return new Reading.Invalid(
                    "is an address", "write the channel's name, #blog: whoever knows the address can post there");
        }
        return name.matches("[\\p{L}\\p{M}\\p{N}_-]{1,100}")
                ? new Reading.Valid("#" + name, Optional.empty())
                : new Reading.Invalid("cannot be one", "write the channel's name, as #blog");
    }

    @Override
    public int count(String text) {
        return rules.length().unit().count(priced.apply(text));
    }

    @Override
    public String mention(String name, String handle) {
        return name;
    }

    @Override
    public String plain(String words) {
        return quoted.apply(words);
    }
}
