package dev.byline.understand;

import dev.byline.diagnostic.Suggestion;
import dev.byline.network.Allowance;
import dev.byline.network.Network;
import dev.byline.network.Networks;
import dev.byline.network.PostNetwork;
import dev.byline.site.Handle;
import dev.byline.site.Server;
import dev.byline.source.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the handles of a person or of the company: {@code mastodon: "@giulia@social.example"}, or the long form
 * {@code x: {handle: giulia, use: personal, publish: true}}.
 */
final class Handles {
    private Handles() {}

    /** The handles of a person, in the order written. */
    static List<Handle> ofPerson(Fields group) {
        group.entries()
                .forEach((id, entry) -> Networks.postingById(id)
                        .filter(PostNetwork::forColleagues)
                        .ifPresent(network -> group.diagnostics()
                                .error(
                                        entry.key(),
                                        network.displayName() + " is a channel of the company, not a person's",
                                        "move it to an account in site.yml")));
        return read(group).stream()
                .filter(handle -> Networks.postingById(handle.network())
                        .filter(PostNetwork::forColleagues)
                        .isEmpty())
                .toList();
    }

    /** The handles of the group, in the order written. */
    static List<Handle> read(Fields group) {
        List<Handle> handles = new ArrayList<>();
        group.entries()
                .forEach((id, entry) -> network(id, entry, group)
                        .flatMap(network -> handle(network, entry.value(), group))
                        .ifPresent(handles::add));
        return handles;
    }

    private static Optional<Network> network(String id, Value.Entry entry, Fields group) {
        Optional<Network> network = Networks.byId(id);
        if (network.isEmpty()) {
            List<String> ids = Networks.all().stream().map(Network::id).toList();
            String hint = Suggestion.hint(id, ids).orElse("the networks are " + String.join(", ", ids));
            group.diagnostics().error(entry.key(), "unknown network \"" + id + "\"", hint);
        }
        return network;
    }

    private static Optional<Handle> handle(Network network, Value value, Fields group) {
        if (value instanceof Value.Mapping mapping) {
            Fields fields = new Fields(mapping, group.diagnostics());
            Optional<Value.Scalar> written = fields.scalar("handle");
            if (written.isEmpty()) {
                group.diagnostics().error(mapping.place(), "no \"handle\"", "write {handle: ..., use: work}");
            }
            Handle.Use use = fields.choice("use", Map.of("work", Handle.Use.WORK, "personal", Handle.Use.PERSONAL))
                    .orElse(Handle.Use.WORK);
            boolean published = fields.flag("publish", use == Handle.Use.WORK);
            if (use == Handle.Use.WORK && !published) {
                group.diagnostics()
                        .error(
                                fields.place("publish"),
                                "a work handle is public",
                                "write use: personal, or leave publish out");
                return Optional.empty();
            }
            OptionalInt limit = limit(network, fields);
            fields.rejectUnknown();
            return written.flatMap(scalar -> handle(network, scalar, use, published, limit, group));
        }
        if (value instanceof Value.Scalar scalar && !scalar.isAbsent()) {
            return handle(network, scalar, Handle.Use.WORK, true, OptionalInt.empty(), group);
        }
        group.diagnostics().error(value.place(), "no handle for " + network.id(), "write it, or remove the line");
        return Optional.empty();
    }

    /** What the account's server lets a post be, where servers differ. */
    private static OptionalInt limit(Network network, Fields fields) {
        Optional<Integer> limit = fields.number("limit", 1, Server.MOST);
        boolean differs = network instanceof PostNetwork posting
                && posting.allowing(Allowance.USUAL).isPresent();
        if (limit.isPresent() && !differs) {
            fields.diagnostics()
                    .error(
                            fields.place("limit"),
                            "all accounts of " + network.displayName() + " have the same limit",
                            "leave limit out");
            return OptionalInt.empty();
        }
        return limit.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static Optional<Handle> handle(
            Network network, Value.Scalar written, Handle.Use use, boolean published, OptionalInt limit, Fields group) {
        Network.Reading reading = network.read(written.text());
        if (reading instanceof Network.Reading.Valid valid) {
            return Optional.of(
                    new Handle(network.id(), valid.name(), valid.profile(), use, published, limit, written.place()));
        }
        Network.Reading.Invalid invalid = (Network.Reading.Invalid) reading;
        // A handle with a line break must not break the line that tells of it.
        String shown = written.text().replaceAll("\\p{Cntrl}", "\u2424");
        group.diagnostics()
                .error(
                        written.place(),
                        network.displayName() + " handle \"" + shown + "\" " + invalid.reason(),
                        invalid.hint());
        return Optional.empty();
    }
}
