package dev.byline.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How LinkedIn counts and names people.
 *
 * <p>A person is named, not mentioned by handle: a mention needs an id that only the network's own editor finds.
 *
 * @see <a href="https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api">posts</a>
 */
final class LinkedIn implements PostNetwork {
    /** Characters of the commentary, before the escapes of "little text". */
    private static final int LIMIT = 3_000;

    /**
     * Reserved in "little text".
     *
     * @see <a href="https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format">
     *     little text format</a>
     */
    private static final Pattern RESERVED = Pattern.compile("[\\\\|{}@\\[\\]()<>#*_~]");

    /** The address that {@link #mention} puts behind a name. */
    private static final Pattern PROFILE_BEHIND = Pattern.compile(" \\(linkedin\\.com/[^)]*\\)$");

    private static final Pattern HANDLE = Pattern.compile("(?:in|company|school)/[\\p{L}\\p{N}_%-]{3,100}");

    @Override
    public String id() {
        return "linkedin";
    }

    @Override
    public String displayName() {
        return "LinkedIn";
    }

    @Override
    public Reading read(String written) {
        Optional<Reading> fault = Written.fault(written, "in/giulia-ferri");
        if (fault.isPresent()) {
            return fault.get();
        }
        String name = Written.pathOn(written, "linkedin.com").orElse(Written.withoutAt(written));
        // A name alone is a person's: that is how people write their own.
        String path = name.contains("/") ? name : "in/" + name;
        if (!HANDLE.matcher(path).matches()) {
            return new Reading.Invalid(
                    "is neither a person nor a company", "write in/name for a person, company/name for a company");
        }
        return new Reading.Valid(path, Optional.of("https://www.linkedin.com/" + path));
    }

    /**
     * Twenty images in a post of several; descriptions of 4,086 characters; the card is sent along.
     *
     * @see <a href="https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/multiimage-post-api">
     *     posts of several images</a>
     */
    @Override
    public Rules rules() {
        return new Rules(
                Rules.Length.of(LIMIT, Unit.UTF_16),
                Rules.Markup.PLAIN,
                Rules.Tags.atEnd(5).sought(),
                Rules.Media.upTo(20).described(4_086),
                Rules.Reach.of(Rules.Card.SENT).seenBy("PUBLIC", "CONNECTIONS"));
    }

    /** The name, and the profile by which the network's editor finds the person to mention. */
    @Override
    public String mention(String name, String handle) {
        return name + " (linkedin.com/" + handle + ")";
    }

    /**
     * The commentary in "little text": what is reserved has a backslash before it, or the post would end there.
     * {@code #Tags} stay as they are; who has an id becomes a mention, {@code @[Giulia Ferri](urn:li:person:1)}, by name.
     */
    @Override
    public Message message(String text, Map<String, String> ids) {
        List<Facet> people = new ArrayList<>();
        ids.keySet().stream().sorted().forEach(mention -> people.addAll(occurrences(text, mention)));
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (Facet facet : Facet.apart(people, Entities.tags(text))) {
            result.append(escaped(text.substring(done, facet.start())));
            String shown = text.substring(facet.start(), facet.end());
            result.append(
                    facet.kind() == Facet.Kind.TAG
                            ? "#" + escaped(shown.substring(1))
                            : "@[" + escaped(PROFILE_BEHIND.matcher(shown).replaceFirst("")) + "](" + ids.get(shown)
                                    + ")");
            done = facet.end();
        }
        return Message.of(result.append(escaped(text.substring(done))).toString());
    }

    private static List<Facet> occurrences(String text, String mention) {
        List<Facet> found = new ArrayList<>();
        for (int at = text.indexOf(mention); at >= 0 && !mention.isEmpty(); at = text.indexOf(mention, at + 1)) {
            found.add(new Facet(Facet.Kind.MENTION, at, at + mention.length(), mention));
        }
        return found;
    }

    private static String escaped(String words) {
        return RESERVED.matcher(words).replaceAll("\\\\$0");
    }

    @Override
    public Optional<String> hashtag(String term) {
        return Hashtags.camelCase(term).map(word -> "#" + word);
    }

    /** There is no page that writes to a person and says what about. */
    @Override
    public Optional<String> answerLink(String handle, String text, String url) {
        return Optional.empty();
    }

    /** The page ignores any text: it has to be pasted. */
    @Override
    public Optional<String> composeLink(String handle, String text, String url) {
        return Optional.of("https://www.linkedin.com/sharing/share-offsite/?url=" + WebAddresses.encoded(url));
    }
}
