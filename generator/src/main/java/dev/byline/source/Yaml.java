package dev.byline.source;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML 1.2 as data: no tags, no classes, no merging; depth, number of values and use of aliases are limited.
 *
 * <p>Reads events rather than nodes, so that hostile depth ends at the limit and never at the end of the stack.
 */
final class Yaml implements DataLanguage {
    /** Aliases are handy in a list of accounts; a bomb needs many. */
    private static final int MAX_ALIASES = 100;

    @Override
    public Optional<Value.Mapping> read(String text, Place start, Diagnostics diagnostics) {
        try {
            Value value = new Run(start).read(text);
            if (value instanceof Value.Mapping mapping) {
                return Optional.of(mapping);
            }
            if (value instanceof Value.Scalar scalar && scalar.isAbsent()) {
                return Optional.of(new Value.Mapping(Map.of(), start));
            }
            throw new Refused(value.place(), "expected keys with values, found " + value.kind(), "write key: value");
        } catch (Refused refused) {
            diagnostics.error(refused.place, refused.getMessage(), refused.hint);
        } catch (MarkedYamlEngineException broken) {
            Place place =
                    broken.getProblemMark().map(mark -> place(start, mark)).orElse(start);
            diagnostics.error(place, "YAML that cannot be read: " + oneLine(broken.getProblem()), hint(broken));
        } catch (YamlEngineException broken) {
            diagnostics.error(start, "YAML that cannot be read: " + oneLine(broken.getMessage()));
        }
        return Optional.empty();
    }

    private static String oneLine(String problem) {
        return problem.strip().replaceAll("\\s+", " ");
    }

    private static String hint(MarkedYamlEngineException broken) {
        String problem = broken.getProblem();
        if (problem.contains("\\t") || problem.contains("'\t'")) {
            return "YAML is indented with spaces, never with tabs";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "put a text that holds a colon into quotes";
        }
        return "put a text with special characters into quotes, and align keys of one group";
    }

    private static Place place(Place start, Mark mark) {
        int column = mark.getLine() == 0 ? start.column() + mark.getColumn() : mark.getColumn() + 1;
        return start.at(start.line() + mark.getLine(), column);
    }

    /** What stops a reading. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Place place;
        private final String hint;

        Refused(Place place, String message, String hint) {
            super(message, null, false, false);
            this.place = place;
            this.hint = hint;
        }
    }

    /** A list or mapping whose end has not come yet. */
    private static final class Open {
        final Place place;
        final Optional<String> anchor;
        final boolean mapping;
        final List<Value> items = new ArrayList<>();
        final Map<String, Value.Entry> entries = new LinkedHashMap<>();
        Value.Scalar key;

        Open(Place place, Optional<String> anchor, boolean mapping) {
            this.place = place;
            this.anchor = anchor;
            this.mapping = mapping;
        }

        Value close() {
            return mapping ? new Value.Mapping(entries, place) : new Value.Sequence(items, place);
        }
    }

    /** One reading of one text. */
    private static final class Run {
        private final Place start;
        private final Deque<Open> open = new ArrayDeque<>();
        private final Map<String, Value> anchors = new HashMap<>();
        private Value top;
        private int aliases;
        private int documents;

        Run(Place start) {
            this.start = start;
        }

        Value read(String text) {
            LoadSettings settings = LoadSettings.builder()
                    .setUseMarks(true)
                    .setCodePointLimit(MAX_LENGTH)
                    .build();
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            while (events.hasNext()) {
                take(events.next());
            }
            return top == null ? new Value.Scalar("", true, start) : top;
        }

        private void take(Event event) {
            Place place = event.getStartMark().map(mark -> place(start, mark)).orElse(start);
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                throw new Refused(place, "a second YAML document", "leave one document, without --- inside");
            } else if (event instanceof MappingStartEvent mapping) {
                push(new Open(place, anchor(mapping), true));
            } else if (event instanceof SequenceStartEvent sequence) {
                push(new Open(place, anchor(sequence), false));
            } else if (event instanceof MappingEndEvent || event instanceof SequenceEndEvent) {
                Open closed = open.pop();
                put(closed.close(), closed.anchor);
            } else if (event instanceof ScalarEvent scalar) {
                boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
                put(new Value.Scalar(scalar.getValue(), plain, place), anchor(scalar));
            } else if (event instanceof AliasEvent alias) {
                put(resolve(alias.getAlias().getValue(), place), Optional.empty());
            }
        }

        private static Optional<String> anchor(NodeEvent event) {
            return event.getAnchor().map(anchor -> anchor.getValue());
        }

        private void push(Open next) {
            if (open.size() >= MAX_DEPTH) {
                throw new Refused(
                        next.place,
                        "values nested more than " + MAX_DEPTH + " deep",
                        "flatten them, or use fewer lists");
            }
            Open around = open.peek();
            if (around != null && around.mapping && around.key == null) {
                throw new Refused(next.place, "a list or group as a key", "keys are plain words");
            }
            open.push(next);
        }

        private Value resolve(String anchor, Place place) {
            Value value = anchors.get(anchor);
            if (value == null) {
                throw new Refused(place, "unknown alias *" + anchor, "define it before with &" + anchor);
            }
            if (++aliases > MAX_ALIASES) {
                throw new Refused(place, "more than " + MAX_ALIASES + " aliases", "write the values out");
            }
            return value;
        }

        private void put(Value value, Optional<String> anchor) {
            if (value.size() > MAX_VALUES) {
                throw new Refused(
                        value.place(), "more than " + MAX_VALUES + " values", "write less, or use fewer aliases");
            }
            anchor.ifPresent(name -> anchors.put(name, value));
            Open around = open.peek();
            if (around == null) {
                top = value;
            } else if (!around.mapping) {
                around.items.add(value);
            } else if (around.key == null) {
                around.key = key(value, around);
            } else {
                around.entries.put(around.key.text(), new Value.Entry(around.key.place(), value));
                around.key = null;
            }
        }

        private static Value.Scalar key(Value value, Open around) {
            if (!(value instanceof Value.Scalar key)) {
                throw new Refused(value.place(), "a list or group as a key", "keys are plain words");
            }
            Value.Entry before = around.entries.get(key.text());
            if (before != null) {
                throw new Refused(
                        key.place(),
                        "the key \"" + key.text() + "\" stands here a second time",
                        "the first is on line " + before.key().line() + "; keep one");
            }
            return key;
        }
    }
}
