package dev.byline.rehearsal;

import dev.byline.rehearsal.GraphContainers.Container;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Threads.
 *
 * @see <a href="https://developers.facebook.com/docs/threads/reference/publishing">publishing</a>
 * @see <a href="https://developers.facebook.com/docs/threads/overview">limits of posts, answers and deletions</a>
 */
public final class ThreadsUnderstudy implements Understudy {
    private static final int MAX_TEXT = 500;
    private static final int MAX_LINKS = 5;
    private static final int MAX_ALT_TEXT = 1_000;
    private static final int MAX_CHILDREN = 20;
    private static final int MAX_POSTS = 250;
    private static final int MAX_REPLIES = 1_000;
    private static final Duration COUNTED_WITHIN = Duration.ofHours(24);
    private static final int FIRST_EMOJI = 0x2600;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    private final GraphDesk desk;
    private final Clock clock;
    private final GraphContainers containers;
    /** By id. */
    private final Map<String, Post> threads = new LinkedHashMap<>();

    /** When posts went out: those that were deleted count, too. */
    private final List<Instant> posts = new ArrayList<>();

    private final List<Instant> replies = new ArrayList<>();

    private record Post(String id, String owner, String text, String inReplyTo, List<String> images, Instant at) {}

    /**
     * The service.
     *
     * @param users names by token
     * @param mostCalls that are answered within a day
     */
    public ThreadsUnderstudy(Map<String, String> users, int mostCalls, Clock clock) {
        this.desk = new GraphDesk(users, mostCalls, 4, clock);
        this.clock = clock;
        this.containers = new GraphContainers(clock);
    }

    /** From now on every token that was given has run out. */
    public synchronized void expireTokens() {
        desk.expireTokens();
    }

    @Override
    public synchronized Answered answer(Asked asked) {
        return desk.answer(asked, this::answer);
    }

    private Answered answer(Asked asked, String owner, String path) {
        String user = GraphDesk.id(owner);
        String call = asked.method() + " " + path.replaceFirst("^" + user + "(/|$)", "me$1");
        return switch (call) {
            case "GET me" -> GraphDesk.shown(asked, Map.of("id", user, "username", owner));
            case "POST me/threads" -> prepare(asked.fields(), owner);
            case "POST me/threads_publish" -> publish(asked, owner);
            case "GET me/threads" -> list(asked, owner, false);
            case "GET me/replies" -> list(asked, owner, true);
            default -> one(asked, owner, path);
        };
    }

    private Answered one(Asked asked, String owner, String id) {
        Optional<Container> container = containers.find(id, owner);
        if (container.isPresent()) {
            return GraphDesk.shown(asked, Map.of("id", id, "status", containers.state(container.get())));
        }
        Post thread = threads.get(id);
        if (thread == null || !thread.owner.equals(owner)) {
            return GraphDesk.unknown(asked, id);
        }
        if (asked.method().equals("DELETE")) {
            threads.remove(id);
            return Answered.json(200, Map.of("success", true, "deleted_id", id));
        }
        return asked.method().equals("GET") ? GraphDesk.shown(asked, fields(thread)) : GraphDesk.unknown(asked, id);
    }

    private static Map<String, String> fields(Post thread) {
        return Map.of(
                "id",
                thread.id,
                "text",
                thread.text,
                "permalink",
                "https://www.threads.net/@" + thread.owner + "/post/" + Long.toString(Long.parseLong(thread.id), 36),
                "timestamp",
                GraphDesk.moment(thread.at));
    }

    private Answered list(Asked asked, String owner, boolean answers) {
        return GraphDesk.list(
                asked,
                threads.values().stream()
                        .filter(thread -> thread.owner.equals(owner) && thread.inReplyTo.isEmpty() != answers)
                        .map(ThreadsUnderstudy::fields)
                        .toList());
    }

    private Answered prepare(Map<String, String> fields, String owner) {
        String id = desk.newId();
        containers.put(id, owner, fields);
        Optional<Answered> fault = fault(fields, containers.find(id, owner).orElseThrow());
        return fault.orElseGet(() -> Answered.json(200, Map.of("id", id)));
    }

    private Optional<Answered> fault(Map<String, String> fields, Container container) {
        String text = fields.getOrDefault("text", "");
        Optional<Answered> ofType = switch (container.field("media_type")) {
            case "TEXT" ->
                text.isBlank() ? Optional.of(GraphDesk.invalid("The parameter text is required")) : Optional.empty();
            case "IMAGE" -> image(container);
            case "CAROUSEL" -> carousel(container);
            default -> Optional.of(GraphDesk.invalid("Param media_type must be one of {TEXT, IMAGE, CAROUSEL}"));
        };
        if (ofType.isPresent()) {
            return ofType;
        }
        if (count(text) > MAX_TEXT) {
            return Optional.of(GraphDesk.invalid("Param text must be at most " + MAX_TEXT + " characters long."));
        }
        Set<String> links = new HashSet<>();
        Matcher link = LINK.matcher(text + " " + container.field("link_attachment"));
        while (link.find()) {
            links.add(link.group());
        }
        if (links.size() > MAX_LINKS) {
            return Optional.of(GraphDesk.invalid("THREADS_API__LINK_LIMIT_EXCEEDED"));
        }
        if (fields.containsKey("link_attachment")
                && !container.field("media_type").equals("TEXT")) {
            return Optional.of(GraphDesk.invalid("link_attachment can only be used with text-only posts"));
        }
        if (fields.containsKey("topic_tag") && !container.field("topic_tag").matches("[^.&]{1,50}")) {
            return Optional.of(GraphDesk.invalid("Param topic_tag must have 1 to 50 characters without . and &"));
        }
        boolean answersNothing =
                fields.containsKey("reply_to_id") && !threads.containsKey(container.field("reply_to_id"));
        return answersNothing
                ? Optional.of(GraphDesk.invalid("Param reply_to_id is not a valid id"))
                : Optional.empty();
    }

    private static Optional<Answered> image(Container container) {
        if (!container.field("image_url").matches("(?i)https?://\\S+\\.(jpe?g|png)")) {
            return Optional.of(GraphDesk.invalid("Only photo or video can be accepted as media type."));
        }
        return container.field("alt_text").length() > MAX_ALT_TEXT
                ? Optional.of(GraphDesk.invalid("Param alt_text must be at most " + MAX_ALT_TEXT + " characters long."))
                : Optional.empty();
    }

    private Optional<Answered> carousel(Container container) {
        int children = container.field("children").split(",").length;
        return children < 2
                        || children > MAX_CHILDREN
                        || containers.children(container).isEmpty()
                ? Optional.of(GraphDesk.invalid("Param children must hold 2 to 20 ids of items that are ready"))
                : Optional.empty();
    }

    /** An emoji counts its bytes of UTF-8, everything else its code points. */
    private static int count(String text) {
        Matcher graphemes = Pattern.compile("\\X").matcher(text);
        int count = 0;
        while (graphemes.find()) {
            String one = graphemes.group();
            boolean emoji = one.codePoints().anyMatch(c -> c >= FIRST_EMOJI && !Character.isLetter(c));
            count += emoji ? one.getBytes(StandardCharsets.UTF_8).length : one.codePointCount(0, one.length());
        }
        return count;
    }

    private Answered publish(Asked asked, String owner) {
        String creation = asked.fields().getOrDefault("creation_id", "");
        Optional<Container> found = containers.find(creation, owner);
        if (found.isEmpty() || found.get().field("is_carousel_item").equals("true")) {
            return GraphDesk.unknown(asked, creation);
        }
        Container container = found.get();
        boolean answers = !container.field("reply_to_id").isEmpty();
        List<Instant> counted = answers ? replies : posts;
        Instant now = clock.instant();
        counted.removeIf(moment -> moment.isBefore(now.minus(COUNTED_WITHIN)));
        if (counted.size() >= (answers ? MAX_REPLIES : MAX_POSTS)) {
            return GraphDesk.error(
                    9, 2_207_042, "You reached maximum number of posts that is allowed to be published.");
        }
        Optional<Answered> fault = containers.publish(container);
        if (fault.isPresent()) {
            return fault.get();
        }
        counted.add(now);
        String id = desk.newId();
        threads.put(
                id,
                new Post(id, owner, container.field("text"), container.field("reply_to_id"), images(container), now));
        return Answered.json(200, Map.of("id", id));
    }

    private List<String> images(Container container) {
        if (container.field("media_type").equals("IMAGE")) {
            return List.of(container.field("alt_text"));
        }
        return container.field("media_type").equals("CAROUSEL")
                ? containers.children(container).orElseThrow().stream()
                        .map(child -> child.field("alt_text"))
                        .toList()
                : List.of();
    }

    @Override
    public synchronized List<Shown> shown() {
        return threads.values().stream()
                .map(thread -> new Shown(thread.id, "@" + thread.owner, thread.text, thread.inReplyTo, thread.images))
                .toList();
    }
}
