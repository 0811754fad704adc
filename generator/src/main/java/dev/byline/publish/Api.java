package dev.byline.publish;

import dev.byline.remote.Http;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** One server's interface: sends requests, reads answers as JSON, tells what a failure means. */
final class Api {
    /** How long to wait before a server that could not be reached is tried again. */
    private static final Duration UNREACHED = Duration.ofSeconds(2);

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(2_000_000)
                            .build())
                    .build())
            .build();

    private final Wire wire;
    private final URI base;
    private final Redactor redactor;

    /**
     * A server's interface.
     *
     * @param base ends in {@code /}
     */
    Api(Wire wire, URI base, Redactor redactor) {
        this.wire = wire;
        this.base = base;
        this.redactor = redactor;
    }

    /** Whether a request, when it arrives, makes, changes or removes a post. */
    enum Weight {
        /** Nothing that readers see: if it fails, nothing is posted. */
        LIGHT,
        /** Without an answer nobody knows what is posted. */
        HEAVY
    }

    Reply get(String path, Map<String, String> headers) throws Halt {
        return send(Weight.LIGHT, "GET", path, headers, Body.none());
    }

    /**
     * Sends a request.
     *
     * @param path below the base, encoded
     * @throws Halt where no answer came
     */
    Reply send(Weight weight, String method, String path, Map<String, String> headers, Body body) throws Halt {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Accept", "application/json");
        body.type().ifPresent(type -> all.put("Content-Type", type));
        Http.Call call = new Http.Call(method, address(path), all, body.content());
        Optional<Duration> closed = wire.closedFor(call);
        if (closed.isPresent()) {
            throw new Halt(new Outcome.Busy("the server's limit of requests is used up", closed.get()));
        }
        Http.Answer answer = wire.send(call);
        if (answer instanceof Http.Answer.Failed failed) {
            String reason = redactor.clean(failed.reason());
            boolean repeatable = weight == Weight.LIGHT || !failed.mayHaveArrived();
            throw new Halt(repeatable ? new Outcome.Busy(reason, UNREACHED) : new Outcome.Unclear(reason));
        }
        Http.Answer.Got got = (Http.Answer.Got) answer;
        return new Reply(got.status(), got.headers(), got.body(), json(got.body()), redactor);
    }

    private URI address(String path) throws Halt {
        try {
            return path.isEmpty() ? base : base.resolve(path);
        } catch (IllegalArgumentException broken) {
            throw Halt.refused("an address that cannot be asked");
        }
    }

    /** Text as JSON; missing where it is neither an object nor an array. */
    static JsonNode json(String body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node.isObject() || node.isArray() ? node : MissingNode.getInstance();
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    /**
     * What an answer that is no success means.
     *
     * @param said what the server says about it
     * @param resetHeaders those that tell when a limit ends
     */
    static Halt failure(Weight weight, Reply reply, String said, String... resetHeaders) {
        String reason = reply.reason(said);
        int status = reply.status();
        if (status == 429) {
            Duration pause = reply.pause(resetHeaders);
            return new Halt(
                    new Outcome.Busy(reason + "; it wants to be left alone for " + pause.toSeconds() + " s", pause));
        }
        if (status == 401) {
            return new Halt(new Outcome.Refused(reason, true));
        }
        if (status >= 200 && status < 500 && status != 408 && (status >= 300 || weight == Weight.LIGHT)) {
            return new Halt(new Outcome.Refused(reason));
        }
        return new Halt(weight == Weight.LIGHT ? new Outcome.Busy(reason, UNREACHED) : new Outcome.Unclear(reason));
    }
}
