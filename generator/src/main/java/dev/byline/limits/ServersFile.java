package dev.byline.limits;

import dev.byline.site.Server;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The file that keeps what servers told, a line each:
 *
 * <pre>
 * servers:
 *   social.example: {characters: 5000, images: 4, description: 1500}
 * </pre>
 */
public final class ServersFile {
    private static final String HEAD = """
            # What servers let a post be, as they told `byline drafts limits`. A limit: beside a handle comes first.
            servers:
            """;

    private ServersFile() {}

    /** The file's text: always the same for the same servers. */
    public static String text(Collection<Server> servers) {
        return servers.stream()
                .filter(server -> !server.isSilent())
                .sorted(Comparator.comparing(Server::host))
                .map(ServersFile::line)
                .collect(Collectors.joining("", HEAD, ""));
    }

    /** Hosts of handles hold letters, digits, points and hyphens, perhaps a port: YAML takes them as they are. */
    private static String line(Server server) {
        List<String> keys = new ArrayList<>();
        add(keys, "characters", server.characters());
        add(keys, "images", server.images());
        add(keys, "description", server.description());
        return "  " + server.host() + ": {" + String.join(", ", keys) + "}\n";
    }

    private static void add(List<String> keys, String key, OptionalInt limit) {
        limit.ifPresent(number -> keys.add(key + ": " + number));
    }
}
