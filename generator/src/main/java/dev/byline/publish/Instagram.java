package dev.byline.publish;

import dev.byline.network.Facet;
import dev.byline.publish.Api.Weight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Instagram: images with a caption, prepared in a container that is then published. The network fetches the images.
 *
 * <p>The token is the account's own ({@code graph.instagram.com}), or that of the page that the account belongs to
 * ({@code graph.facebook.com}); only by the latter posts can be taken back.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/content-publishing">content publishing</a>
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media">media</a>
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/error-codes">errors</a>
 */
final class Instagram implements Publisher {
    /** UTF-16 units of a caption, its hashtags, and the accounts that it mentions. */
    private static final int LIMIT = 2_200;

    private static final int MOST_HASHTAGS = 30;
    private static final int MOST_MENTIONS = 20;

    /** Ten images, JPEG only, of 8 MB; descriptions of 1,000 characters. */
    private static final ImageLimits IMAGES = new ImageLimits(Set.of("image/jpeg"), 10, 8L * 1024 * 1024, 1_000);

    private final Graph graph;
    private final Containers containers;
    private final String handle;
    private Optional<String> user = Optional.empty();

    /**
     * An account.
     *
     * @param handle {@code @name}
     */
    Instagram(Graph graph, String handle, Pause pause) {
        this.graph = graph;
        this.containers = new Containers(graph, pause, "status_code", "status");
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
            return Optional.of("Instagram has no content warnings: say it in the caption");
        }
        if (outgoing.parts().size() > 1) {
            return Optional.of("Instagram has no threads: make one caption of it");
        }
        if (outgoing.media().isEmpty()) {
            return Optional.of("there is no post without an image: name a JPEG under media: in the draft");
        }
        Outgoing.Text caption = outgoing.parts().get(0);
        if (caption.count() > LIMIT) {
            return Optional.of("a caption counts " + caption.count() + ", Instagram takes " + LIMIT);
        }
        if (marks(caption, Facet.Kind.TAG) > MOST_HASHTAGS || marks(caption, Facet.Kind.MENTION) > MOST_MENTIONS) {
            return Optional.of(
                    "a caption has at most " + MOST_HASHTAGS + " hashtags and " + MOST_MENTIONS + " mentions");
        }
        return IMAGES.fault(outgoing.media());
    }

    private static long marks(Outgoing.Text text, Facet.Kind kind) {
        return text.marks().stream().filter(mark -> mark.kind() == kind).count();
    }

    /** Whose token it is: one of another account posts nothing. */
    private String user() throws Halt {
        if (user.isEmpty()) {
            Account account = account();
            if (!account.name.equalsIgnoreCase(handle)) {
                throw new Halt(
                        new Outcome.Refused("the token is that of @" + account.name + ", not of @" + handle, true));
            }
            user = Optional.of(account.id);
        }
        return user.get();
    }

    /** An account, as the network knows it. */
    private record Account(String id, String name) {}

    /** A page has no {@code user_id}, but may have an account. */
    private Account account() throws Halt {
        Reply own = graph.ask(Weight.LIGHT, "GET", "me?fields=user_id,username", Body.none());
        if (!Graph.isUnknown(own)) {
            graph.checked(Weight.LIGHT, own);
            // Documented as a list of one, and answered as an object.
            JsonNode data = own.json().path("data").path(0);
            Reply account = data.isObject() ? new Reply(200, own.headers(), "", data, own.redactor()) : own;
            return new Account(Graph.id(Weight.LIGHT, account, "user_id"), account.text("username"));
        }
        Reply page = graph.get("me?fields=instagram_business_account%7Bid,username%7D");
        if (!page.json().has("instagram_business_account")) {
            throw new Halt(new Outcome.Refused("the token is that of a page without an account on Instagram", true));
        }
        return new Account(
                Graph.id(Weight.LIGHT, page, "instagram_business_account", "id"),
                page.text("instagram_business_account", "username"));
    }

    @Override
    public Outcome prepare(Part part) {
        try {
            String edge = user() + "/media";
            List<Outgoing.Media> images = part.media();
            Map<String, String> fields = images.size() == 1 ? image(images.get(0)) : new LinkedHashMap<>();
            if (images.size() > 1) {
                fields.put("media_type", "CAROUSEL");
                fields.put(
                        "children",
                        containers.children(
                                edge, images.stream().map(Instagram::image).toList()));
            }
            fields.put("caption", part.words());
            return new Outcome.Prepared(containers.make(edge, fields));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    private static Map<String, String> image(Outgoing.Media image) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("image_url", image.address());
        if (!image.alt().isEmpty()) {
            fields.put("alt_text", image.alt());
        }
        return fields;
    }

    @Override
    public Outcome post(Part part) {
        try {
            return timeline().unlessListed(part, containers.publish(user() + "/media_publish", part));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    @Override
    public LookUp lookUp(Part part) {
        try {
            return containers.lookUp(part, timeline());
        } catch (Halt halt) {
            return halt.asLookUp();
        }
    }

    private Timeline timeline() throws Halt {
        return new Timeline(graph, user() + "/media", "caption", "permalink", "timestamp");
    }

    /**
     * Takes a post back.
     *
     * @see <a href="https://developers.facebook.com/docs/instagram-platform/reference/instagram-media">media: deleting, by
     *     the page's token</a>
     */
    @Override
    public Outcome withdraw(Sent sent) {
        try {
            return Timeline.withdraw(graph, sent, List.of(timeline()));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }
}
