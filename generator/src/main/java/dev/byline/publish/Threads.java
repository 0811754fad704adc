package dev.byline.publish;

import dev.byline.network.Facet;
import dev.byline.publish.Api.Weight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Threads: a post is prepared in a container, and the container is published. Images are fetched by the network.
 *
 * @see <a href="https://developers.facebook.com/docs/threads/reference/publishing">publishing</a>
 * @see <a href="https://developers.facebook.com/docs/threads/posts">posts</a>
 * @see <a href="https://developers.facebook.com/docs/threads/posts/delete-posts">deleting, 100 a day</a>
 */
final class Threads implements Publisher {
    /** Characters of a post, an emoji by its bytes. */
    private static final int LIMIT = 500;

    /**
     * Different links of a post, its card's among them.
     *
     * @see <a href="https://developers.facebook.com/docs/threads/create-posts/text-attachments">how links are counted</a>
     */
    private static final int MOST_LINKS = 5;

    /**
     * Twenty in a carousel; 8 MB; descriptions of 1,000 characters.
     *
     * @see <a href="https://developers.facebook.com/docs/threads/overview">image specifications</a>
     */
    private static final ImageLimits IMAGES =
            new ImageLimits(Set.of("image/jpeg", "image/png"), 20, 8L * 1024 * 1024, 1_000);

    private final Graph graph;
    private final Containers containers;
    private final String handle;
    private Optional<String> user = Optional.empty();

    /**
     * An account.
     *
     * @param handle {@code @name}
     */
    Threads(Graph graph, String handle, Pause pause) {
        this.graph = graph;
        this.containers = new Containers(graph, pause, "status", "error_message");
        this.handle = handle.replaceFirst("^@", "");
    }

    @Override
    public Optional<Outcome> objection(Outgoing outgoing) {
        Optional<String> fault = fault(outgoing);
        if (fault.isPresent()) {
            return fault.map(Outcome.Refused::new);
        }
        try {
            user();
            return Optional.empty();
        } catch (Halt halt) {
            return Optional.of(halt.outcome());
        }
    }

    private static Optional<String> fault(Outgoing outgoing) {
        if (outgoing.warning().isPresent()) {
            return Optional.of("Threads has no content warnings: say it in the text");
        }
        for (Outgoing.Text part : outgoing.parts()) {
            if (part.count() > LIMIT) {
                return Optional.of("a post counts " + part.count() + ", Threads takes " + LIMIT);
            }
        }
        for (int number = 1; number <= outgoing.parts().size(); number++) {
            long links = Stream.concat(
                            targets(outgoing.parts().get(number - 1), Facet.Kind.LINK), card(outgoing, number).stream())
                    .distinct()
                    .count();
            if (links > MOST_LINKS) {
                return Optional.of("a post has " + links + " different links, Threads takes " + MOST_LINKS);
            }
        }
        return IMAGES.fault(outgoing.media());
    }

    private static Stream<String> targets(Outgoing.Text text, Facet.Kind kind) {
        return text.marks().stream().filter(mark -> mark.kind() == kind).map(Facet::target);
    }

    /** Whose token it is: one of another person posts nothing. */
    private String user() throws Halt {
        if (user.isEmpty()) {
            Reply reply = graph.get("me?fields=id,username");
            String id = Graph.id(Weight.LIGHT, reply, "id");
            String owner = reply.text("username");
            if (!owner.equalsIgnoreCase(handle)) {
                throw new Halt(new Outcome.Refused("the token is that of @" + owner + ", not of @" + handle, true));
            }
            user = Optional.of(id);
        }
        return user.get();
    }

    @Override
    public Outcome prepare(Part part) {
        try {
            String edge = user() + "/threads";
            List<Outgoing.Media> images = part.media();
            Map<String, String> fields = images.size() == 1 ? image(images.get(0)) : new LinkedHashMap<>();
            if (images.isEmpty()) {
                fields.put("media_type", "TEXT");
                card(part.outgoing(), part.number()).ifPresent(url -> fields.put("link_attachment", url));
            } else if (images.size() > 1) {
                fields.put("media_type", "CAROUSEL");
                fields.put(
                        "children",
                        containers.children(
                                edge, images.stream().map(Threads::image).toList()));
            }
            fields.put("text", part.words());
            part.previous().ifPresent(before -> fields.put("reply_to_id", before.id()));
            topic(part).ifPresent(topic -> fields.put("topic_tag", topic));
            return new Outcome.Prepared(containers.make(edge, fields));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    /** A card of the page stands below the first post, where no image does. */
    private static Optional<String> card(Outgoing outgoing, int number) {
        return number == 1 && outgoing.media().isEmpty()
                ? Optional.of(outgoing.link().url())
                : Optional.empty();
    }

    /** One topic a post, of 1 to 50 characters without {@code .} and {@code &}. */
    private static Optional<String> topic(Part part) {
        return targets(part.outgoing().parts().get(part.number() - 1), Facet.Kind.TAG)
                .map(tag -> tag.replaceFirst("^#", ""))
                .filter(tag -> tag.matches("[^.&]{1,50}"))
                .findFirst();
    }

    private static Map<String, String> image(Outgoing.Media image) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("media_type", "IMAGE");
        fields.put("image_url", image.address());
        if (!image.alt().isEmpty()) {
            fields.put("alt_text", image.alt());
        }
        return fields;
    }

    @Override
    public Outcome post(Part part) {
        try {
            return timeline(part).unlessListed(part, containers.publish(user() + "/threads_publish", part));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    @Override
    public LookUp lookUp(Part part) {
        return containers.lookUp(part, timeline(part));
    }

    /** Posts and answers are listed apart. */
    private Timeline timeline(Part part) {
        return timeline(part.number() == 1 ? "threads" : "replies");
    }

    private Timeline timeline(String edge) {
        return new Timeline(graph, "me/" + edge, "text", "permalink", "timestamp");
    }

    @Override
    public Outcome withdraw(Sent sent) {
        return Timeline.withdraw(graph, sent, List.of(timeline("threads"), timeline("replies")));
    }
}
