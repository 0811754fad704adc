package dev.byline.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pages on Facebook.
 *
 * @see <a href="https://developers.facebook.com/docs/pages-api/posts/">posts of a page</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/page/photos/">photos of a page</a>
 */
public final class FacebookUnderstudy implements Understudy {
    private static final int MAX_MESSAGE = 63_206;
    private static final int TOO_MANY_CALLS = 80_001;

    /** "Duplicate posts cannot be published consecutively." */
    private static final int DUPLICATE = 506;

    private final GraphDesk desk;
    private final Clock clock;
    /** By id. */
    private final Map<String, Post> posts = new LinkedHashMap<>();

    private final Map<String, Photo> photos = new HashMap<>();

    private record Post(String id, String page, String message, String link, List<String> images, Instant at) {}

    private record Photo(String page, String description) {}

    /**
     * The service.
     *
     * @param pages names by token
     * @param mostCalls that are answered within a day
     */
    public FacebookUnderstudy(Map<String, String> pages, int mostCalls, Clock clock) {
        this.desk = new GraphDesk(pages, mostCalls, TOO_MANY_CALLS, clock);
        this.clock = clock;
    }

    /** From now on every token that was given has run out. */
    public synchronized void expireTokens() {
        desk.expireTokens();
    }

    @Override
    public synchronized Answered answer(Asked asked) {
        return desk.answer(asked, this::answer);
    }

    private Answered answer(Asked asked, String page, String path) {
        String id = GraphDesk.id(page);
        String call = asked.method() + " " + path.replaceFirst("^" + id + "/", "page/");
        return switch (call) {
            case "GET me" -> GraphDesk.shown(asked, Map.of("id", id, "name", "The " + page, "username", page));
            case "POST page/photos" -> photo(asked, page);
            case "POST page/feed" -> post(asked.fields(), page);
            case "GET page/posts" ->
                GraphDesk.list(
                        asked,
                        posts.values().stream()
                                .filter(post -> post.page.equals(page))
                                .map(FacebookUnderstudy::fields)
                                .toList());
            default -> one(asked, page, path);
        };
    }

    private static Map<String, String> fields(Post post) {
        return Map.of(
                "id",
                post.id,
                "message",
                post.message,
                "permalink_url",
                "https://www.facebook.com/" + post.page + "/posts/" + post.id.replaceFirst(".*_", ""),
                "created_time",
                GraphDesk.moment(post.at));
    }

    private Answered one(Asked asked, String page, String id) {
        Post post = posts.get(id);
        if (post == null || !post.page.equals(page)) {
            return GraphDesk.unknown(asked, id);
        }
        switch (asked.method()) {
            case "GET" -> {
                return GraphDesk.shown(asked, fields(post));
            }
            case "DELETE" -> {
                posts.remove(id);
                return Answered.json(200, Map.of("success", true));
            }
            default -> {
                String message = asked.fields().getOrDefault("message", "");
                if (message.isBlank() || message.length() > MAX_MESSAGE) {
                    return GraphDesk.invalid("Invalid parameter");
                }
                posts.put(id, new Post(id, page, message, post.link, post.images, post.at));
                return Answered.json(200, Map.of("success", true));
            }
        }
    }

    private Answered photo(Asked asked, String page) {
        Map<String, Asked.FormPart> form = asked.form();
        boolean unseen =
                form.containsKey("published") && form.get("published").text().equals("false");
        if (!form.containsKey("source") || !form.get("source").type().matches("image/(jpeg|png|gif|bmp|tiff)")) {
            return GraphDesk.error(324, 2_069_019, "Missing or invalid image file");
        }
        String id = desk.newId();
        String description = form.containsKey("alt_text_custom")
                ? form.get("alt_text_custom").text()
                : "";
        photos.put(id, new Photo(page, description));
        if (!unseen) {
            String post = GraphDesk.id(page) + "_" + id;
            posts.put(post, new Post(post, page, "", "", List.of(description), clock.instant()));
        }
        return Answered.json(200, Map.of("id", id));
    }

    private Answered post(Map<String, String> fields, String page) {
        String message = fields.getOrDefault("message", "");
        String link = fields.getOrDefault("link", "");
        Optional<List<String>> images = images(fields, page);
        boolean empty = message.isBlank()
                && link.isEmpty()
                && images.filter(list -> !list.isEmpty()).isEmpty();
        if (images.isEmpty() || empty || message.length() > MAX_MESSAGE || !link.matches("(https?://\\S+)?")) {
            return GraphDesk.invalid("Invalid parameter");
        }
        Optional<Post> last =
                posts.values().stream().filter(post -> post.page.equals(page)).reduce((a, b) -> b);
        if (last.isPresent() && last.get().message.equals(message) && !message.isEmpty()) {
            return GraphDesk.error(DUPLICATE, 0, "(#506) Duplicate status message");
        }
        String id = GraphDesk.id(page) + "_" + desk.newId();
        posts.put(id, new Post(id, page, message, link, images.get(), clock.instant()));
        return Answered.json(200, Map.of("id", id));
    }

    /** What attached photos show; empty where one of them is not the page's. A photo goes with one post only. */
    private Optional<List<String>> images(Map<String, String> fields, String page) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; fields.containsKey("attached_media[" + i + "]"); i++) {
            ids.add(Asked.parsed(fields.get("attached_media[" + i + "]"))
                    .path("media_fbid")
                    .asString(""));
        }
        boolean own = ids.stream()
                .allMatch(id -> photos.containsKey(id) && photos.get(id).page.equals(page));
        if (!own) {
            return Optional.empty();
        }
        return Optional.of(ids.stream().map(id -> photos.remove(id).description).toList());
    }

    @Override
    public synchronized List<Shown> shown() {
        return posts.values().stream()
                .map(post -> new Shown(post.id, post.page, post.message, "", post.images))
                .toList();
    }

    /** The page that a post's card shows; empty where it has none. */
    public synchronized String link(String id) {
        return posts.get(id).link;
    }
}
