package dev.byline.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Posts before they are out, on Threads and Instagram: prepared, then published once and within a day.
 *
 * @see <a href="https://developers.facebook.com/docs/threads/troubleshooting">the states of a container</a>
 */
final class GraphContainers {
    private static final Duration KEPT = Duration.ofHours(24);

    private final Clock clock;
    private final Map<String, Container> all = new HashMap<>();

    GraphContainers(Clock clock) {
        this.clock = clock;
    }

    /** What is in a container, and what became of it. */
    static final class Container {
        private final String owner;
        private final Map<String, String> fields;
        private final Instant made;
        private int asked;
        private boolean published;

        private Container(String owner, Map<String, String> fields, Instant made) {
            this.owner = owner;
            this.fields = fields;
            this.made = made;
        }

        String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    void put(String id, String owner, Map<String, String> fields) {
        all.put(id, new Container(owner, new LinkedHashMap<>(fields), clock.instant()));
    }

    Optional<Container> find(String id, String owner) {
        return Optional.ofNullable(all.get(id)).filter(container -> container.owner.equals(owner));
    }

    /** The first question after images always comes too early. */
    String state(Container container) {
        if (container.published) {
            return "PUBLISHED";
        }
        if (container.made.plus(KEPT).isBefore(clock.instant())) {
            return "EXPIRED";
        }
        boolean hasImages = !container.field("image_url").isEmpty()
                || !container.field("children").isEmpty();
        if (hasImages && container.asked == 0) {
            container.asked++;
            return "IN_PROGRESS";
        }
        // The network fetches images by their address, which has to be one.
        return container.field("image_url").isEmpty()
                        || container.field("image_url").matches("https?://[^/\\s]+/\\S+")
                ? "FINISHED"
                : "ERROR";
    }

    /** Takes what is in a container out of it; why not, where that cannot be. */
    Optional<Answered> publish(Container container) {
        switch (state(container)) {
            case "FINISHED" -> {
                container.published = true;
                return Optional.empty();
            }
            case "PUBLISHED" -> {
                return Optional.of(GraphDesk.error(100, 2_207_006, "The container has been published already"));
            }
            case "EXPIRED" -> {
                return Optional.of(GraphDesk.error(
                        -2, 2_207_020, "The media you are trying to access has expired. Please try to upload again."));
            }
            default -> {
                return Optional.of(GraphDesk.error(9_007, 2_207_027, "Media ID is not available"));
            }
        }
    }

    /** The children of a carousel; empty where one of them is not the owner's, or not ready. */
    Optional<List<Container>> children(Container carousel) {
        List<Optional<Container>> children = List.of(carousel.field("children").split(",")).stream()
                .map(id -> find(id, carousel.owner))
                .toList();
        boolean ready = children.stream()
                .allMatch(child -> child.isPresent()
                        && child.get().field("is_carousel_item").equals("true")
                        && child.get().asked > 0);
        return ready ? Optional.of(children.stream().map(Optional::get).toList()) : Optional.empty();
    }
}
