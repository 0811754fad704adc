package dev.byline.feedback;

import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * GitHub Discussions: comments, replies to them, and reactions to the discussion of a piece. A discussion is a piece's by its
 * title, which is the piece's path or id as giscus has it, or by the piece's address in its text.
 *
 * <p>Those last discussed are read first. What was minimised by those who keep the repository is not shown here either.
 * Reactions are likes of the person who gave them; those to comments, and those that do not approve, are not kept.
 *
 * @see <a href="https://docs.github.com/en/graphql/guides/using-the-graphql-api-for-discussions">GraphQL for discussions</a>
 * @see <a href="https://github.com/giscus/giscus/blob/main/ADVANCED-USAGE.md">giscus: how titles are mapped</a>
 */
public final class Discussions implements SiteSource {
    private static final URI SERVER = URI.create("https://api.github.com/graphql");

    /** Ten discussions a page: 1,000 of them. */
    private static final int MAX_PAGES = 100;

    private static final int MAX_REQUESTS = 1_000;
    private static final Duration MAX_TIME = Duration.ofMinutes(10);

    /** One page costs a few points of 5,000 an hour; where fewer are left, others need them. */
    private static final int LEAST_POINTS = 50;

    /** Reactions that say that somebody likes something. */
    private static final Set<String> LIKING = Set.of("THUMBS_UP", "HEART", "HOORAY", "ROCKET");

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"()\\[\\]]{1,1000}");

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String PAGE = " pageInfo { hasNextPage endCursor } ";
    private static final String SAID =
            " id url author { login url ... on User { name } } body createdAt lastEditedAt deletedAt isMinimized ";
    private static final String REACTIONS = "{" + PAGE + "nodes { content createdAt user { login url name } } }";
    private static final String REPLIES = "{" + PAGE + "nodes {" + SAID + "} }";
    private static final String COMMENTS = "{" + PAGE + "nodes {" + SAID + "replies(first: 25) " + REPLIES + "} }";

    private static final String CATEGORIES =
            "query($owner: String!, $name: String!) { repository(owner: $owner, name: $name)"
                    + " { isPrivate discussionCategories(first: 100) { nodes { id name } } } }";
    private static final String LIST = "query($owner: String!, $name: String!, $category: ID, $after: String)"
            + " { rateLimit { remaining } repository(owner: $owner, name: $name) { discussions(first: 10, after: $after,"
            + " categoryId: $category, orderBy: {field: UPDATED_AT, direction: DESC}) {" + PAGE
            + "nodes { id title url body reactions(first: 50) " + REACTIONS + " comments(first: 25) " + COMMENTS
            + " } } } }";
    private static final String MORE_COMMENTS = more("Discussion", "comments", COMMENTS);
    private static final String MORE_REPLIES = more("DiscussionComment", "replies", REPLIES);
    private static final String MORE_REACTIONS = more("Discussion", "reactions", REACTIONS);

    private final Web web;
    private final Settings.Discussions place;
    private final Optional<String> token;

    /**
     * Prepares.
     *
     * @param token GitHub tells nothing of this to those who have none
     */
    public Discussions(Web web, Settings.Discussions place, Optional<String> token) {
        this.web = web;
        this.place = place;
        this.token = token;
    }

    private static String more(String type, String list, String parts) {
        return "query($id: ID!, $after: String) { rateLimit { remaining } node(id: $id) { ... on " + type + " { " + list
                + "(first: 100, after: $after) " + parts + " } } }";
    }

    @Override
    public String id() {
        return "discussions";
    }

    @Override
    public Delivered gather(Addresses addresses, Optional<String> cursor) {
        if (token.isEmpty()) {
            return new Delivered.Unavailable("GitHub tells nothing without a token: set BYLINE_GITHUB_TOKEN");
        }
        return new Reading(addresses).gather();
    }

    /** One round. */
    private final class Reading {
        private final Addresses addresses;
        private final Asking asking = new Asking(web, MAX_REQUESTS, MAX_TIME);
        /** By article id. */
        private final Map<String, Harvest> harvests = new TreeMap<>();

        private final List<String> notes = new ArrayList<>();

        Reading(Addresses addresses) {
            this.addresses = addresses;
        }

        Delivered gather() {
            try {
                Map<String, Object> where = where();
                boolean all = discussions(where);
                return news(all, Optional.empty());
            } catch (Halt halt) {
                return harvests.isEmpty()
                        ? new Delivered.Unavailable(halt.reason())
                        : news(false, Optional.of(halt.reason()));
            }
        }

        private Delivered news(boolean all, Optional<String> failure) {
            List<Item> items = new ArrayList<>();
            Set<String> whole = new HashSet<>();
            harvests.forEach((article, harvest) -> {
                PostSource.Gathered.Found found = harvest.found();
                found.items().forEach(item -> items.add(new Item(article, item)));
                found.notes().forEach(note -> notes.add(article + ": " + note));
                if (all && found.whole().containsAll(EnumSet.of(Kind.COMMENT, Kind.LIKE))) {
                    whole.add(article);
                }
            });
            return new Delivered.News(items, Optional.empty(), notes, whole, failure);
        }

        private Map<String, Object> where() throws Halt {
            Map<String, Object> where = new HashMap<>(Map.of("owner", place.owner(), "name", place.repository()));
            JsonAnswer repository = ask(CATEGORIES, where).at("repository");
            if (!repository.isObject()) {
                throw Halt.failed("there is no repository " + place.owner() + "/" + place.repository());
            }
            if (!repository.at("isPrivate").node().isBoolean() || repository.flag("isPrivate")) {
                throw Halt.failed("the repository is private: what is said there is not for everybody");
            }
            if (!place.category().isEmpty()) {
                String category = repository.list("discussionCategories", "nodes").stream()
                        .filter(node -> node.text("name").equalsIgnoreCase(place.category()))
                        .map(node -> node.id("id"))
                        .findFirst()
                        .orElse("");
                if (category.isEmpty()) {
                    throw Halt.failed("there is no category \"" + place.category() + "\"");
                }
                where.put("category", category);
            }
            return where;
        }

        /** Says whether these were all discussions. */
        private boolean discussions(Map<String, Object> where) throws Halt {
            for (int pages = 0; pages < MAX_PAGES; pages++) {
                JsonAnswer list = ask(LIST, where).at("repository", "discussions");
                if (!list.at("nodes").isList()) {
                    throw Halt.failed("the answer holds no list of discussions");
                }
                for (JsonAnswer discussion : list.list("nodes")) {
                    Optional<String> article = article(discussion);
                    if (article.isPresent()) {
                        read(
                                discussion,
                                harvests.computeIfAbsent(
                                        article.get(), id -> new Harvest(id(), EnumSet.of(Kind.COMMENT, Kind.LIKE))));
                    }
                }
                Optional<String> next = next(list);
                if (next.isEmpty()) {
                    return true;
                }
                where.put("after", next.get());
            }
            notes.add("more than " + MAX_PAGES + " pages of discussions: those not discussed for long are not read");
            return false;
        }

        private Optional<String> article(JsonAnswer discussion) {
            Optional<String> named = addresses.articleNamed(discussion.text("title"));
            if (named.isPresent()) {
                return named;
            }
            Matcher address = ADDRESS.matcher(discussion.text("body"));
            while (address.find()) {
                Optional<String> article = addresses.articleAt(address.group());
                if (article.isPresent()) {
                    return article;
                }
            }
            return Optional.empty();
        }

        private void read(JsonAnswer discussion, Harvest harvest) throws Halt {
            String id = discussion.id("id");
            for (JsonAnswer comment : all(discussion, "comments", MORE_COMMENTS, harvest, Kind.COMMENT)) {
                take(comment, Optional.empty(), harvest);
                Optional<String> parent = Optional.of(comment.id("id")).filter(word -> !word.isEmpty());
                for (JsonAnswer reply : all(comment, "replies", MORE_REPLIES, harvest, Kind.COMMENT)) {
                    take(reply, parent, harvest);
                }
            }
            for (JsonAnswer reaction : all(discussion, "reactions", MORE_REACTIONS, harvest, Kind.LIKE)) {
                String login = reaction.id("user", "login");
                if (LIKING.contains(reaction.text("content")) && login.isEmpty()) {
                    harvest.lacks(Kind.LIKE, "a reaction of nobody was left out");
                } else if (LIKING.contains(reaction.text("content"))) {
                    harvest.react(Kind.LIKE, id, login, person(reaction.at("user")), reaction.instant("createdAt"));
                }
            }
        }

        /** All parts of a list that comes in pages; what cannot be read further is noted. */
        private List<JsonAnswer> all(JsonAnswer of, String list, String query, Harvest harvest, Kind kind) throws Halt {
            JsonAnswer page = of.at(list);
            List<JsonAnswer> all = new ArrayList<>(page.list("nodes"));
            if (!page.at("nodes").isList()) {
                harvest.lacks(kind, "the answer holds no list of " + list);
            }
            Set<String> cursors = new HashSet<>();
            Optional<String> next = next(page);
            while (next.isPresent() && cursors.add(next.get()) && all.size() <= Harvest.MAX_ITEMS) {
                page = ask(query, Map.of("id", of.id("id"), "after", next.get()))
                        .at("node", list);
                all.addAll(page.list("nodes"));
                if (!page.at("nodes").isList()) {
                    harvest.lacks(kind, "the answer holds no list of " + list);
                }
                next = next(page);
            }
            return all;
        }

        private static Optional<String> next(JsonAnswer page) {
            return page.flag("pageInfo", "hasNextPage")
                    ? Optional.of(page.text("pageInfo", "endCursor")).filter(cursor -> !cursor.isEmpty())
                    : Optional.empty();
        }

        private void take(JsonAnswer said, Optional<String> parent, Harvest harvest) {
            String id = said.id("id");
            if (id.isEmpty()) {
                harvest.lacks(Kind.COMMENT, "a comment that cannot be understood was left out");
            } else if (!said.text("deletedAt").isEmpty() || said.flag("isMinimized")) {
                harvest.withdrawn(Kind.COMMENT, id, parent);
            } else {
                harvest.add(item(said, id, parent, harvest));
            }
        }

        private Feedback item(JsonAnswer said, String id, Optional<String> parent, Harvest harvest) {
            return new Feedback(
                    harvest.itemId(id),
                    Kind.COMMENT,
                    new Feedback.Origin(id(), id, said.web("url")),
                    person(said.at("author")),
                    said.instant("createdAt"),
                    said.instant("lastEditedAt"),
                    Optional.empty(),
                    Feedback.Format.MARKDOWN,
                    said.text("body"),
                    parent.map(harvest::itemId),
                    Optional.empty(),
                    Moderation.PENDING);
        }

        /** Whose account was deleted is nobody. */
        private static Feedback.Person person(JsonAnswer author) {
            String login = author.id("login");
            String name = author.text("name");
            return Persons.of(name.isBlank() ? login : name, login.isEmpty() ? "" : "@" + login, author.web("url"));
        }

        /** Asks; errors come with the status 200. */
        private JsonAnswer ask(String query, Map<String, Object> variables) throws Halt {
            String body = JSON.writeValueAsString(Map.of("query", query, "variables", new TreeMap<>(variables)));
            JsonAnswer answer = asking.page(new Web.Question(
                            SERVER, Map.of("Authorization", "Bearer " + token.orElseThrow()), Optional.of(body)))
                    .json();
            List<JsonAnswer> errors = answer.list("errors");
            if (!errors.isEmpty()) {
                throw Halt.failed("GitHub says: "
                        + errors.stream()
                                .map(error -> error.text("type") + " " + error.text("message"))
                                .map(words -> SafeHtml.name(words.replace(token.orElseThrow(), "(secret)")))
                                .limit(3)
                                .collect(Collectors.joining("; ")));
            }
            JsonAnswer remaining = answer.at("data", "rateLimit", "remaining");
            if (remaining.node().isIntegralNumber() && remaining.count() < LEAST_POINTS) {
                throw Halt.failed("the points of this hour are used up");
            }
            return answer.at("data");
        }
    }
}
