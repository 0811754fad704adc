package dev.byline.publish;

import dev.byline.publish.Api.Weight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A page on Facebook. The network knows no key for a repeated request: what was sent without an answer is looked for among
 * the page's posts before it is sent again.
 *
 * @see <a href="https://developers.facebook.com/docs/pages-api/posts/">posts of a page</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/page/photos/">photos of a page</a>
 */
final class Facebook implements Publisher {
    /** Ten images are what drafts have; formats and 10 MB as documented; a limit of descriptions is not told. */
    private static final ImageLimits IMAGES =
            new ImageLimits(Set.of("image/jpeg", "image/png", "image/gif"), 10, 10_000_000, Integer.MAX_VALUE);

    private final Graph graph;
    private final String handle;
    private Optional<String> page = Optional.empty();

    /**
     * A page.
     *
     * @param handle its name in its address, or its number
     */
    Facebook(Graph graph, String handle) {
        this.graph = graph;
        this.handle = handle;
    }

    @Override
    public Optional<Outcome> objection(Outgoing outgoing) {
        if (outgoing.warning().isPresent()) {
            return Optional.of(new Outcome.Refused("Facebook has no content warnings: say it in the text"));
        }
        Optional<String> fault = IMAGES.fault(outgoing.media());
        if (fault.isPresent()) {
            return fault.map(Outcome.Refused::new);
        }
        try {
            page();
            return Optional.empty();
        } catch (Halt halt) {
            return Optional.of(halt.outcome());
        }
    }

    /** Whose token it is: one of another page, or of a person, posts nothing. */
    private String page() throws Halt {
        if (page.isEmpty()) {
            Reply reply = graph.get("me?fields=id,name,username");
            String id = Graph.id(Weight.LIGHT, reply, "id");
            String owner = reply.text("username");
            boolean isNamed = !owner.isEmpty() && bare(owner).equals(bare(handle));
            if (!isNamed && !id.equals(handle)) {
                String known = owner.isEmpty() ? reply.text("name") + " (" + id + ")" : owner;
                throw new Halt(
                        new Outcome.Refused("the token is that of " + known + ", not of the page " + handle, true));
            }
            page = Optional.of(id);
        }
        return page.get();
    }

    /** Full stops and capitals make no other name there. */
    private static String bare(String name) {
        return name.replace(".", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public Outcome post(Part part) {
        try {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("message", part.words());
            for (Outgoing.Media image : part.media()) {
                fields.put(
                        "attached_media[" + (fields.size() - 1) + "]",
                        Body.asJson(Map.of("media_fbid", upload(image))));
            }
            if (part.number() == 1 && part.media().isEmpty()) {
                fields.put("link", part.outgoing().link().url());
            }
            return timeline().unlessListed(part, sent(Body.fields(fields)));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    /** The text of the post before it is refused (506): that post may be ours. */
    private Outcome sent(Body body) {
        try {
            Reply reply = graph.post(Weight.HEAVY, page() + "/feed", body);
            String id = Graph.id(Weight.HEAVY, reply, "id");
            return new Outcome.Done(new Sent(id, Optional.of(address(id))));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    /** A photo that nobody sees until a post shows it. */
    private String upload(Outgoing.Media image) throws Halt {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("published", "false");
        if (!image.alt().isEmpty()) {
            fields.put("alt_text_custom", image.alt());
        }
        Body form = Body.form(fields, List.of(Mastodon.file("source", image)));
        return Graph.id(Weight.LIGHT, graph.post(Weight.LIGHT, page() + "/photos", form), "id");
    }

    /** Where people see a post; where the network does not tell, its id leads there. */
    private String address(String id) {
        String byId = "https://www.facebook.com/" + id;
        try {
            return graph.get(id + "?fields=permalink_url")
                    .address("permalink_url")
                    .orElse(byId);
        } catch (Halt untold) {
            return byId;
        }
    }

    @Override
    public LookUp lookUp(Part part) {
        try {
            Optional<LookUp> found = timeline().find(part).map(LookUp.Found::new);
            return found.orElseGet(LookUp.Absent::new);
        } catch (Halt halt) {
            return halt.asLookUp();
        }
    }

    private Timeline timeline() throws Halt {
        return new Timeline(graph, page() + "/posts", "message", "permalink_url", "created_time");
    }

    @Override
    public Outcome update(Part part, Sent sent) {
        try {
            graph.post(Weight.HEAVY, Graph.idOf(sent), Body.fields(Map.of("message", part.words())));
            return new Outcome.Done(sent);
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    @Override
    public Outcome withdraw(Sent sent) {
        try {
            return Timeline.withdraw(graph, sent, List.of(timeline()));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }
}
