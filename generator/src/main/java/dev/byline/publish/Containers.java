package dev.byline.publish;

import dev.byline.publish.Api.Weight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Posts before they are out, on Threads and Instagram: a container holds one, and is published once.
 *
 * <p>So the container's id is what keeps a post from being made twice. It has to be published within 24 hours; what
 * became of it can be asked.
 *
 * @see <a href="https://developers.facebook.com/docs/threads/troubleshooting">Threads: the states of a container, to be
 *     asked for no more than five minutes</a>
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-container">Instagram:
 *     the same</a>
 */
final class Containers {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** How often in a row a question may go unanswered. */
    private static final int MOST_UNANSWERED = 3;

    private final Graph graph;
    private final Pause pause;
    private final String stateField;
    private final String problemField;

    /**
     * The containers of a network.
     *
     * @param stateField tells a container's state
     * @param problemField tells what is wrong with it
     */
    Containers(Graph graph, Pause pause, String stateField, String problemField) {
        this.graph = graph;
        this.pause = pause;
        this.stateField = stateField;
        this.problemField = problemField;
    }

    /** What becomes of a container, in the networks' own words; the last stands for any other word, and for none. */
    private enum State {
        IN_PROGRESS,
        FINISHED,
        PUBLISHED,
        EXPIRED,
        ERROR,
        UNTOLD
    }

    /** What may be something else in a moment. */
    private static final Set<State> PASSING = EnumSet.of(State.IN_PROGRESS, State.UNTOLD);

    /**
     * What the network tells about a container.
     *
     * @param detail what is wrong with it, or with the answer
     */
    private record Told(State state, String detail) {}

    private Reply ask(String id) throws Halt {
        return graph.ask(Weight.LIGHT, "GET", id + "?fields=" + stateField + "," + problemField, Body.none());
    }

    private Told told(Reply reply) throws Halt {
        String word = graph.checked(Weight.LIGHT, reply).text(stateField);
        State state = Arrays.stream(State.values())
                .filter(known -> known.name().equals(word))
                .findFirst()
                .orElse(State.UNTOLD);
        return new Told(state, reply.reason(state == State.UNTOLD ? word : reply.text(problemField)));
    }

    /** Makes a container, at an edge of the account. */
    String make(String edge, Map<String, String> fields) throws Halt {
        return Graph.id(Weight.LIGHT, graph.post(Weight.LIGHT, edge, Body.fields(fields)), "id");
    }

    /** Makes the containers of a carousel's images, and waits for them; gives their ids, separated by commas. */
    String children(String edge, List<Map<String, String>> images) throws Halt {
        List<String> children = new ArrayList<>();
        for (Map<String, String> image : images) {
            Map<String, String> fields = new LinkedHashMap<>(image);
            fields.put("is_carousel_item", "true");
            children.add(make(edge, fields));
        }
        for (String child : children) {
            await(child);
        }
        return String.join(",", children);
    }

    /** Waits until a container can be published. While that is not certain, it counts as one that may be out already. */
    private void await(String id) throws Halt {
        Told told = waited(id);
        switch (told.state) {
            case FINISHED -> {}
            case EXPIRED, ERROR ->
                throw Halt.refused("what was prepared cannot be published: " + told.state + ", " + told.detail);
            case IN_PROGRESS, PUBLISHED, UNTOLD -> throw new Halt(new Outcome.Unclear(told.state + ", " + told.detail));
        }
    }

    /** What becomes of a container when the network is done with it, or after five minutes. */
    private Told waited(String id) {
        Duration wait = Duration.ofSeconds(1);
        int unanswered = 0;
        for (Duration waited = Duration.ZERO; waited.compareTo(LONGEST) < 0; wait = longer(wait)) {
            Told told = answered(id);
            unanswered = told.state == State.UNTOLD ? unanswered + 1 : 0;
            if (unanswered == MOST_UNANSWERED || !PASSING.contains(told.state)) {
                return told;
            }
            pause.of(wait);
            waited = waited.plus(wait);
        }
        return new Told(State.IN_PROGRESS, "still after " + LONGEST.toMinutes() + " minutes");
    }

    private static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private Told answered(String id) {
        try {
            return told(ask(id));
        } catch (Halt halt) {
            return new Told(State.UNTOLD, halt.reason());
        }
    }

    /** Publishes a container, at an edge of the account. */
    Outcome publish(String edge, Part part) {
        try {
            await(part.key());
            Reply reply = graph.post(Weight.HEAVY, edge, Body.fields(Map.of("creation_id", part.key())));
            return published(Graph.id(Weight.HEAVY, reply, "id"));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    /** A post that is out, with its address; without one it is looked up by the next run, since the page links it. */
    private Outcome published(String id) {
        try {
            Reply reply = graph.get(id + "?fields=permalink");
            Optional<String> address = reply.address("permalink");
            return address.isPresent()
                    ? new Outcome.Done(new Sent(id, address))
                    : new Outcome.Unclear("it is out; where, is not told: " + reply.reason(""));
        } catch (Halt halt) {
            return new Outcome.Unclear("it is out; where, is not told: " + halt.reason());
        }
    }

    /** What became of a post whose container was to be published. */
    LookUp lookUp(Part part, Timeline timeline) {
        try {
            if (!Graph.isId(part.key())) {
                return found(part, timeline).orElseGet(LookUp.Impossible::new);
            }
            Reply reply = ask(part.key());
            if (Graph.isUnknown(reply)) {
                return found(part, timeline).orElseGet(LookUp.Impossible::new);
            }
            Told first = told(reply);
            Told told = first.state == State.IN_PROGRESS ? waited(part.key()) : first;
            return switch (told.state) {
                case FINISHED -> new LookUp.Absent();
                case EXPIRED, ERROR -> found(part, timeline).orElseGet(LookUp.Lapsed::new);
                case PUBLISHED ->
                    found(part, timeline)
                            .orElseGet(() ->
                                    new LookUp.Unanswered("it is published, and not listed; look, then --settle"));
                // It may be on its way out.
                case IN_PROGRESS, UNTOLD -> new LookUp.Unanswered(told.state + ", " + told.detail);
            };
        } catch (Halt halt) {
            return halt.asLookUp();
        }
    }

    private static Optional<LookUp> found(Part part, Timeline timeline) throws Halt {
        return timeline.find(part).map(LookUp.Found::new);
    }
}
