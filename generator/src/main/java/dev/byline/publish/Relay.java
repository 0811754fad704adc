package dev.byline.publish;

import dev.byline.remote.Talk;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * One relay: takes events, and tells those that it has. What it says is trusted as far as it goes: whether it took an
 * event; what an event says is signed.
 *
 * @see <a href="https://github.com/nostr-protocol/nips/blob/master/01.md">NIP-01, from client to relay and back</a>
 */
final class Relay {
    /** How long to leave a relay alone that says nothing about it. */
    private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

    private static final String SUBSCRIPTION = "byline";
    private static final int MAX_REASON = 160;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .build();

    private final Wire wire;
    private final URI address;
    private final Duration patience;
    private final Redactor redactor;

    Relay(Wire wire, URI address, Duration patience, Redactor redactor) {
        this.wire = wire;
        this.address = address;
        this.patience = patience;
        this.redactor = redactor;
    }

    /** Hands an event over; {@link Outcome.Done} where the relay has it now, or had it before. */
    Outcome take(Event event, Secret key, Sent sent) {
        try (Talk talk = Talk.with(address, patience)) {
            String frame = Body.asJson(List.of("EVENT", event.signed(key)));
            return wire.step(() -> {
                talk.say(frame);
                return answer(talk, event.id(), sent);
            });
        } catch (IOException unreached) {
            return new Outcome.Busy(reason(unreached.getMessage()), USUAL_WAIT);
        }
    }

    /** From here on the event may have arrived. */
    private Outcome answer(Talk talk, String id, Sent sent) {
        String notice = "closed without an answer";
        try {
            for (Optional<String> text = talk.hear(); text.isPresent(); text = talk.hear()) {
                JsonNode frame = json(text.get());
                String kind = frame.path(0).asString("");
                if (kind.equals("OK") && frame.path(1).asString("").equals(id)) {
                    return judged(frame.path(2).asBoolean(false), frame.path(3).asString(""), sent);
                }
                if (kind.equals("NOTICE")) {
                    notice = frame.path(1).asString("");
                }
            }
            return new Outcome.Unclear(reason(notice));
        } catch (IOException cut) {
            return new Outcome.Unclear(reason(cut.getMessage()));
        }
    }

    /** The words before the colon are for programs. */
    private Outcome judged(boolean isTaken, String said, Sent sent) {
        if (isTaken || said.startsWith("duplicate:")) {
            return new Outcome.Done(sent);
        }
        boolean passes = said.startsWith("rate-limited:") || said.startsWith("error:");
        return passes ? new Outcome.Busy(reason(said), USUAL_WAIT) : new Outcome.Refused(reason(said));
    }

    /** The signed events that a relay has. */
    List<Event> ask(List<Map<String, Object>> filters) throws IOException {
        List<Object> request = new ArrayList<>(List.of("REQ", SUBSCRIPTION));
        request.addAll(filters);
        try (Talk talk = Talk.with(address, patience)) {
            return wire.step(() -> {
                talk.say(Body.asJson(request));
                return stored(talk);
            });
        }
    }

    private List<Event> stored(Talk talk) throws IOException {
        List<Event> events = new ArrayList<>();
        String notice = "closed without an answer";
        for (Optional<String> text = talk.hear(); text.isPresent(); text = talk.hear()) {
            JsonNode frame = json(text.get());
            String kind = frame.path(0).asString("");
            boolean ours = frame.path(1).asString("").equals(SUBSCRIPTION);
            if (kind.equals("EVENT") && ours) {
                Event.read(frame.path(2)).ifPresent(events::add);
            } else if (kind.equals("EOSE") && ours) {
                return events;
            } else if (kind.equals("CLOSED") && ours) {
                throw new IOException(frame.path(2).asString(""));
            } else if (kind.equals("NOTICE")) {
                notice = frame.path(1).asString("");
            }
        }
        throw new IOException(notice);
    }

    private static JsonNode json(String frame) {
        try {
            return JSON.readTree(frame);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** Which relay, and what it said, in one line. */
    String reason(String said) {
        String words = said == null || said.isBlank() ? "no reason given" : said;
        String line = redactor.clean(words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
        String cut = line.length() > MAX_REASON ? redactor.clean(line.substring(0, MAX_REASON) + Redactor.CUT) : line;
        return address.getHost() + ": " + cut;
    }
}
