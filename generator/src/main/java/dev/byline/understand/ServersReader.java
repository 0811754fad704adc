package dev.byline.understand;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.site.Server;
import dev.byline.source.DataFile;
import dev.byline.source.Value;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads {@code networks.yml}: {@code servers: {social.example: {characters: 5000}}}. */
final class ServersReader {
    private ServersReader() {}

    /** By host. */
    static Map<String, Server> read(DataFile file, Diagnostics diagnostics) {
        Fields fields = new Fields(file.data(), diagnostics);
        Map<String, Server> servers = new TreeMap<>();
        fields.group("servers")
                .ifPresent(group -> group.entries()
                        .forEach((host, entry) -> server(host, entry.value(), diagnostics)
                                .ifPresent(server -> servers.put(host, server))));
        fields.rejectUnknown();
        return servers;
    }

    private static Optional<Server> server(String host, Value value, Diagnostics diagnostics) {
        if (!(value instanceof Value.Mapping mapping)) {
            diagnostics.error(value.place(), "a server is a group of keys", "write " + host + ": {characters: 500}");
            return Optional.empty();
        }
        Fields fields = new Fields(mapping, diagnostics);
        Server server =
                new Server(host, limit("characters", fields), limit("images", fields), limit("description", fields));
        fields.rejectUnknown();
        return Optional.of(server);
    }

    private static OptionalInt limit(String key, Fields fields) {
        return fields.number(key, 1, Server.MOST).map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
