package dev.byline.rehearsal;

import dev.byline.rehearsal.GraphContainers.Container;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Instagram's content publishing.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/content-publishing">content publishing</a>
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/error-codes">errors</a>
 */
public final class InstagramUnderstudy implements Understudy {
    private static final int MAX_CAPTION = 2_200;
    private static final int MAX_HASHTAGS = 30;
    private static final int MAX_ALT_TEXT = 1_000;
    private static final int MAX_CHILDREN = 10;
    private static final int MAX_POSTS = 100;
    private static final Duration COUNTED_WITHIN = Duration.ofHours(24);
    private static final int TOO_MANY_CALLS = 80_002;
    private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\p{N}_]+");

    private final GraphDesk desk;
    private final Login login;
    private final Clock clock;
    private final GraphContainers containers;
    /** By id. */
    private final Map<String, Media> media = new LinkedHashMap<>();

    /** When posts went out: those that were deleted count, too. */
    private final List<Instant> posts = new ArrayList<>();

    /** How an account opened itself to a program. */
    public enum Login {
        /** By itself: {@code graph.instagram.com}. Nothing can be deleted. */
        INSTAGRAM,
        /** By the page that it belongs to: {@code graph.facebook.com}. */
        FACEBOOK
    }

    private record Media(String id, String owner, String caption, List<String> images, Instant at) {}

    /**
     * The service.
     *
     * @param users names by token
     * @param mostCalls that are answered within a day
     */
    public InstagramUnderstudy(Map<String, String> users, Login login, int mostCalls, Clock clock) {
        this.desk = new GraphDesk(users, mostCalls, TOO_MANY_CALLS, clock);
        this.login = login;
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
        String call = asked.method() + " " + path.replaceFirst("^" + GraphDesk.id(owner) + "/", "user/");
        return switch (call) {
            case "GET me" -> me(asked, owner);
            case "POST user/media" -> prepare(asked.fields(), owner);
            case "POST user/media_publish" -> publish(asked, owner);
            case "GET user/media" ->
                GraphDesk.list(
                        asked,
                        media.values().stream()
                                .filter(one -> one.owner.equals(owner))
                                .map(InstagramUnderstudy::fields)
                                .toList());
            default -> one(asked, owner, path);
        };
    }

    private Answered me(Asked asked, String owner) {
        Map<String, String> account = Map.of("id", GraphDesk.id(owner), "username", owner);
        if (login == Login.INSTAGRAM) {
            return Answered.json(200, Map.of("id", "app-" + owner, "user_id", account.get("id"), "username", owner));
        }
        return asked.query("fields").contains("user_id")
                ? GraphDesk.invalid("Tried accessing nonexisting field (user_id) on node type (Page)")
                : Answered.json(200, Map.of("id", "1", "instagram_business_account", account));
    }

    private Answered one(Asked asked, String owner, String id) {
        Optional<Container> container = containers.find(id, owner);
        if (container.isPresent()) {
            return GraphDesk.shown(asked, Map.of("id", id, "status_code", containers.state(container.get())));
        }
        Media one = media.get(id);
        if (one == null || !one.owner.equals(owner)) {
            return GraphDesk.unknown(asked, id);
        }
        if (asked.method().equals("DELETE") && login == Login.FACEBOOK) {
            media.remove(id);
            return Answered.json(200, Map.of("success", true, "deleted_id", id));
        }
        return asked.method().equals("GET") ? GraphDesk.shown(asked, fields(one)) : GraphDesk.unknown(asked, id);
    }

    /** A program without rights to the whole account reads captions without {@code @}. */
    private static Map<String, String> fields(Media one) {
        return Map.of(
                "id",
                one.id,
                "caption",
                one.caption.replace("@", ""),
                "permalink",
                "https://www.instagram.com/p/" + Long.toString(Long.parseLong(one.id), 36) + "/",
                "timestamp",
                GraphDesk.moment(one.at));
    }

    private Answered prepare(Map<String, String> fields, String owner) {
        String id = desk.newId();
        containers.put(id, owner, fields);
        Optional<Answered> fault = fault(containers.find(id, owner).orElseThrow());
        return fault.orElseGet(() -> Answered.json(200, Map.of("id", id)));
    }

    private Optional<Answered> fault(Container container) {
        boolean carousel = container.field("media_type").equals("CAROUSEL");
        if (carousel) {
            int children = container.field("children").split(",").length;
            if (children < 2
                    || children > MAX_CHILDREN
                    || containers.children(container).isEmpty()) {
                return Optional.of(GraphDesk.invalid("Param children must hold 2 to 10 ids of items that are ready"));
            }
        } else if (!container.field("image_url").matches("(?i)https?://\\S+\\.jpe?g")) {
            return Optional.of(GraphDesk.error(9_004, 2_207_052, "Only photo or video can be accepted as media type."));
        }
        String caption = container.field("caption");
        if (caption.length() > MAX_CAPTION) {
            return Optional.of(GraphDesk.error(36_004, 2_207_010, "The submitted image caption is too long."));
        }
        if (HASHTAG.matcher(caption).results().count() > MAX_HASHTAGS) {
            return Optional.of(GraphDesk.invalid("A caption has at most " + MAX_HASHTAGS + " hashtags"));
        }
        return container.field("alt_text").length() > MAX_ALT_TEXT
                ? Optional.of(GraphDesk.invalid("Param alt_text must be at most " + MAX_ALT_TEXT + " characters long."))
                : Optional.empty();
    }

    private Answered publish(Asked asked, String owner) {
        String creation = asked.fields().getOrDefault("creation_id", "");
        Optional<Container> found = containers.find(creation, owner);
        if (found.isEmpty() || found.get().field("is_carousel_item").equals("true")) {
            return GraphDesk.error(24, 2_207_006, "The media with " + creation + " cannot be found.");
        }
        Instant now = clock.instant();
        posts.removeIf(moment -> moment.isBefore(now.minus(COUNTED_WITHIN)));
        if (posts.size() >= MAX_POSTS) {
            return GraphDesk.error(
                    9,
                    2_207_042,
                    "You reached maximum number of posts that is allowed to be published by Content Publishing API.");
        }
        Optional<Answered> fault = containers.publish(found.get());
        if (fault.isPresent()) {
            return fault.get();
        }
        posts.add(now);
        String id = desk.newId();
        media.put(id, new Media(id, owner, found.get().field("caption"), images(found.get()), now));
        return Answered.json(200, Map.of("id", id));
    }

    private List<String> images(Container container) {
        return container.field("media_type").equals("CAROUSEL")
                ? containers.children(container).orElseThrow().stream()
                        .map(child -> child.field("alt_text"))
                        .toList()
                : List.of(container.field("alt_text"));
    }

    @Override
    public synchronized List<Shown> shown() {
        return media.values().stream()
                .map(one -> new Shown(one.id, "@" + one.owner, one.caption, "", one.images))
                .toList();
    }
}
