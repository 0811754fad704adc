package dev.byline.intake;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What happened since the start, as Prometheus reads it. Counts only: nothing of anybody. Threads may share it.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus: text format</a>
 */
final class Metrics {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Map<Event, LongAdder> events = new EnumMap<>(Event.class);
    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();

    /** What can become of something that a reader sent. */
    enum Event {
        KEPT,
        /** Kept, and reads like what was rejected. */
        SUSPECT,
        /** Sent before, or rated before. */
        REPEATED,
        PREVIEWED,
        TRAPPED,
        TOO_FAST,
        TOO_MANY,
        FOREIGN,
        UNREADABLE,
        UNSOUND,
        FAILED,
        REMOVED,
        MENTIONED
    }

    Metrics() {
        for (Event event : Event.values()) {
            events.put(event, new LongAdder());
        }
    }

    void count(Event event) {
        events.get(event).increment();
    }

    void answered(int status) {
        statuses.computeIfAbsent(status, s -> new LongAdder()).increment();
    }

    /**
     * The text.
     *
     * @param waiting how many submissions wait to be gathered; negative where the store is away
     */
    String text(long waiting) {
        StringBuilder text = new StringBuilder();
        text.append("# HELP byline_intake_submissions_total What became of what was sent.\n")
                .append("# TYPE byline_intake_submissions_total counter\n");
        events.forEach((event, count) -> text.append("byline_intake_submissions_total{outcome=\"")
                .append(event.name().toLowerCase(Locale.ROOT))
                .append("\"} ")
                .append(count.sum())
                .append('\n'));
        text.append("# HELP byline_intake_requests_total Requests by the status of their answer.\n")
                .append("# TYPE byline_intake_requests_total counter\n");
        statuses.keySet().stream()
                .sorted()
                .forEach(status -> text.append("byline_intake_requests_total{status=\"")
                        .append(status)
                        .append("\"} ")
                        .append(statuses.get(status).sum())
                        .append('\n'));
        text.append("# HELP byline_intake_store_up Whether the store answers.\n")
                .append("# TYPE byline_intake_store_up gauge\nbyline_intake_store_up ")
                .append(waiting < 0 ? 0 : 1)
                .append('\n');
        if (waiting >= 0) {
            text.append("# HELP byline_intake_waiting Submissions that wait to be gathered.\n")
                    .append("# TYPE byline_intake_waiting gauge\nbyline_intake_waiting ")
                    .append(waiting)
                    .append('\n');
        }
        return text.toString();
    }
}
