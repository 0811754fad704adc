package dev.byline.publish;

import dev.byline.network.Facet;
import dev.byline.schnorr.Schnorr;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Nostr: events that the account's key signs, handed to each of its relays. One that has taken it makes it a post.
 *
 * @see <a href="https://github.com/nostr-protocol/nips/blob/master/01.md">NIP-01, events and relays</a>
 * @see <a href="https://github.com/nostr-protocol/nips/blob/master/10.md">NIP-10, threads</a>
 * @see <a href="https://github.com/nostr-protocol/nips/blob/master/09.md">NIP-09, deletion requests</a>
 */
final class Nostr implements Publisher {
    /** A short note, and a request to delete one. */
    private static final int NOTE = 1;

    private static final int DELETION = 5;

    /** The same event stays the same event for ever. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private static final String SCHEME = "nostr:";
    private static final String HEX_64 = "[0-9a-f]{64}";

    /** Where a browser shows a note. */
    private static final String SHOWN_AT = "https://njump.me/";

    /** A character that programs write into an event in different ways, which gives it different ids. */
    private static final String UNFIT = "(?s).*[\\p{Cc}\\p{Cs}&&[^\\n\\t]].*";

    private final List<Relay> relays;
    private final URI hint;
    private final String handle;
    private final Secret key;
    private final String author;
    private final Clock clock;

    /**
     * An account.
     *
     * @param relays at least one
     * @param handle an npub
     * @param token {@code nsec1...}, or 64 hexadecimal digits
     * @param clock tells when a deletion is asked for
     */
    Nostr(Wire wire, List<URI> relays, String handle, Secret token, Clock clock, Duration patience, Redactor redactor) {
        if (relays.isEmpty()) {
            throw new IllegalArgumentException("no relay");
        }
        String written = token.reveal();
        String hex = dev.byline.network.Nostr.secretKey(written).orElse(written).toLowerCase(Locale.ROOT);
        this.author = Schnorr.publicKey(hex);
        this.key = new Secret(hex);
        redactor.learn(key);
        redactor.learn(new Secret(dev.byline.network.Nostr.nsec(hex)));
        this.relays = relays.stream()
                .map(relay -> new Relay(wire, relay, patience, redactor))
                .toList();
        this.hint = relays.get(0);
        this.handle = handle;
        this.clock = clock;
    }

    @Override
    public Duration repeatable() {
        return FOR_EVER;
    }

    @Override
    public Optional<Outcome> objection(Outgoing outgoing) {
        Optional<String> owner = dev.byline.network.Nostr.publicKey(handle);
        if (!owner.map(author::equals).orElse(false)) {
            String whose = owner.isPresent() ? "of another than " + handle : "of nobody: the account has no npub";
            return Optional.of(new Outcome.Refused("the key is that " + whose, true));
        }
        if (outgoing.parts().stream().anyMatch(part -> part.words().matches(UNFIT))) {
            return Optional.of(new Outcome.Refused("the text holds a control character"));
        }
        return Optional.empty();
    }

    @Override
    public Outcome post(Part part) {
        try {
            return handOver(note(part));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    private Event note(Part part) throws Halt {
        List<List<String>> tags = new ArrayList<>();
        if (part.previous().isPresent()) {
            String root = id(part.first().orElseThrow());
            String previous = id(part.previous().get());
            tags.add(List.of("e", root, hint.toString(), "root", author));
            if (!previous.equals(root)) {
                tags.add(List.of("e", previous, hint.toString(), "reply", author));
            }
            tags.add(List.of("p", author));
        }
        // An answer names whom the posts before it named (NIP-10).
        people(part).forEach(person -> tags.add(List.of("p", person)));
        targets(part, Facet.Kind.TAG).forEach(tag -> tags.add(List.of("t", tag.toLowerCase(Locale.ROOT))));
        targets(part, Facet.Kind.LINK).forEach(link -> tags.add(List.of("r", link)));
        // NIP-36.
        part.outgoing().warning().ifPresent(warning -> tags.add(List.of("content-warning", warning)));
        return new Event(author, part.created().getEpochSecond(), NOTE, tags, part.words());
    }

    private static List<String> people(Part part) {
        return part.outgoing().parts().subList(0, part.number()).stream()
                .flatMap(text -> text.marks().stream())
                .filter(mark ->
                        mark.kind() == Facet.Kind.MENTION && mark.target().startsWith(SCHEME))
                .flatMap(
                        mark -> dev.byline.network.Nostr.publicKey(mark.target().substring(SCHEME.length())).stream())
                .distinct()
                .toList();
    }

    private static Stream<String> targets(Part part, Facet.Kind kind) {
        return part.marks().stream()
                .filter(mark -> mark.kind() == kind)
                .map(Facet::target)
                .distinct();
    }

    private static String id(Sent sent) throws Halt {
        if (!sent.id().matches(HEX_64)) {
            throw Halt.refused("the ledger has no usable id for it: \"" + sent.id() + "\"");
        }
        return sent.id();
    }

    private static Sent sent(Event event) {
        return new Sent(event.id(), Optional.of(SHOWN_AT + dev.byline.network.Nostr.note(event.id())));
    }

    /** One relay that has it is enough; the others are told of. */
    private Outcome handOver(Event event) {
        Sent sent = sent(event);
        List<Outcome> outcomes =
                relays.stream().map(relay -> relay.take(event, key, sent)).toList();
        String reasons = outcomes.stream().flatMap(Nostr::reason).collect(Collectors.joining("; "));
        if (outcomes.stream().anyMatch(Outcome.Done.class::isInstance)) {
            return new Outcome.Done(sent, reasons.isEmpty() ? "" : "not taken by " + reasons);
        }
        if (outcomes.stream().anyMatch(Outcome.Unclear.class::isInstance)) {
            return new Outcome.Unclear(reasons);
        }
        return outcomes.stream()
                .filter(Outcome.Busy.class::isInstance)
                .map(Outcome.Busy.class::cast)
                .findFirst()
                .<Outcome>map(busy -> new Outcome.Busy(reasons, busy.pause()))
                .orElse(new Outcome.Refused(reasons));
    }

    private static Stream<String> reason(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return Stream.of(refused.reason());
        }
        if (outcome instanceof Outcome.Busy busy) {
            return Stream.of(busy.reason());
        }
        return outcome instanceof Outcome.Unclear unclear ? Stream.of(unclear.reason()) : Stream.empty();
    }

    /** Looks for what the account posted at that moment, since the draft may have changed after it was sent. */
    @Override
    public LookUp lookUp(Part part) {
        long created = part.created().getEpochSecond();
        Map<String, Object> then =
                Map.of("authors", List.of(author), "kinds", List.of(NOTE), "since", created, "until", created);
        List<String> unanswered = new ArrayList<>();
        for (Relay relay : relays) {
            try {
                Event note = note(part);
                Optional<Event> found = relay.ask(List.of(Map.of("ids", List.of(note.id())), then)).stream()
                        .filter(event -> event.id().equals(note.id()) || isPart(event, part))
                        .findFirst();
                if (found.isPresent()) {
                    return new LookUp.Found(sent(found.get()));
                }
            } catch (IOException failed) {
                unanswered.add(relay.reason(failed.getMessage()));
            } catch (Halt halt) {
                return halt.asLookUp();
            }
        }
        if (unanswered.isEmpty()) {
            return new LookUp.Absent();
        }
        // Another text is another event: sending it is no repeating.
        boolean isSame = part.key().equals(Keys.digest(part.outgoing(), part.number()));
        return isSame ? new LookUp.Unanswered(String.join("; ", unanswered)) : new LookUp.Impossible();
    }

    /** Whether an event is what was sent for a part: the part's key is made of its words. */
    private boolean isPart(Event event, Part part) {
        return event.author().equals(author)
                && event.kind() == NOTE
                && event.created() == part.created().getEpochSecond()
                && Keys.digest(part.outgoing(), part.number(), event.content()).equals(part.key());
    }

    @Override
    public Outcome update(Part part, Sent sent) {
        return new Outcome.Refused("a signed note cannot be edited; withdraw it, and publish the text as a new post");
    }

    /** Asks the relays to forget a note. Whoever has copied it keeps it. */
    @Override
    public Outcome withdraw(Sent sent) {
        try {
            Event deletion = new Event(
                    author,
                    clock.instant().getEpochSecond(),
                    DELETION,
                    List.of(List.of("e", id(sent)), List.of("k", Integer.toString(NOTE))),
                    "");
            return handOver(deletion);
        } catch (Halt halt) {
            return halt.outcome();
        }
    }
}
