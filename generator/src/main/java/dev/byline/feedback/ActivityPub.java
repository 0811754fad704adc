package dev.byline.feedback;

import dev.byline.remote.Http;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Post;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * ActivityPub: answers to a post on a server that speaks none of the other languages here. The post names its answers; each is
 * asked for on the server that it is from, as only that one can tell what its people said.
 *
 * <p>Asks whatever addresses strangers name, within narrow limits: the {@link Web} has to keep to public servers, and here only
 * addresses that can be such are asked. Likes and shares come as numbers, and are not kept.
 *
 * @see <a href="https://www.w3.org/TR/activitypub/#retrieving-objects">ActivityPub, 3.2: retrieving objects</a>
 * @see <a href="https://www.w3.org/TR/activitystreams-vocabulary/#dfn-replies">replies</a>
 */
public final class ActivityPub implements PostSource {
    /** The media types of ActivityPub, 3.2. */
    private static final Map<String, String> ACCEPT = Map.of(
            "Accept",
            "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\", application/activity+json;q=0.9");

    private static final int MAX_REQUESTS = 300;
    private static final int MAX_DEPTH = 10;
    private static final Duration MAX_TIME = Duration.ofMinutes(2);

    /** Networks that are told on with addresses of theirs, and never speak it. */
    private static final Set<String> NEVER = Set.of(
            "x.com",
            "twitter.com",
            "linkedin.com",
            "facebook.com",
            "instagram.com",
            "t.me",
            "discord.com",
            "slack.com",
            "medium.com",
            "youtube.com",
            "youtu.be",
            "tiktok.com",
            "github.com",
            "reddit.com",
            "bsky.app",
            "news.ycombinator.com");

    private final Web web;
    private final List<? extends FeedbackSource> others;

    /**
     * Prepares.
     *
     * @param others sources that know addresses of theirs better
     */
    public ActivityPub(Web web, List<? extends FeedbackSource> others) {
        this.web = web;
        this.others = List.copyOf(others);
    }

    @Override
    public String id() {
        return "activitypub";
    }

    @Override
    public boolean answers(Post post) {
        return post.network().equals(id()) && post.state() == Post.State.PUBLISHED;
    }

    @Override
    public Optional<Post> postAt(String url) {
        boolean known = others.stream()
                .anyMatch(other ->
                        other instanceof PostSource source && source.postAt(url).isPresent());
        return known
                ? Optional.empty()
                : PublicAddress.of(url)
                        .filter(address -> !NEVER.contains(address.getHost().replaceFirst("^(?:www|m|old)\\.", "")))
                        .map(address -> Post.noted(id(), address.toString(), url));
    }

    @Override
    public Gathered gather(Post post) {
        Optional<URI> address = PublicAddress.of(post.id());
        return address.isPresent()
                ? new Reading().gather(address.get())
                : new Gathered.Unavailable("no address of a public server: " + post.id());
    }

    /** One post's answers. */
    private final class Reading {
        private final Asking asking = new Asking(web, MAX_REQUESTS, MAX_TIME);
        private final Harvest harvest = new Harvest(id(), EnumSet.of(Kind.REPLY));
        private final Set<String> known = new HashSet<>();
        private final Set<String> lists = new HashSet<>();
        private final Map<String, Optional<JsonAnswer>> actors = new HashMap<>();
        private final Deque<Branch> waiting = new ArrayDeque<>();
        private String post = "";
        private long direct;

        /** What answers something: a list, or where it is; and the host that says so. */
        private record Branch(JsonAnswer list, String host, String parent, int depth) {}

        /** Something that its own server says. */
        private record Told(ActivityObject object, URI from) {}

        Gathered gather(URI address) {
            try {
                Http.Answer.Got got = asking.ask(new Web.Question(address, ACCEPT, Optional.empty()));
                if (speaksSomethingElse(got)) {
                    // A page for people: nothing is wrong with telling a piece there.
                    return new Gathered.Found(List.of(), Set.of(), List.of(), Optional.empty());
                }
                if (got.status() == 401 || got.status() == 403) {
                    harvest.lacks(Kind.REPLY, "the server tells nothing to those who do not sign their requests");
                    return harvest.found();
                }
                ActivityObject own = new ActivityObject(Asking.page(got).json());
                if (own.isTombstone()) {
                    throw Halt.gone();
                }
                post = own.id().map(URI::toString).orElse(address.toString());
                known.add(post);
                known.add(address.toString());
                if (own.replies().node().isMissingNode()) {
                    harvest.lacks(Kind.REPLY);
                }
                branch(own, got.from(), post, 1);
                while (!waiting.isEmpty()) {
                    read(waiting.removeFirst());
                }
                if (own.replies().count("totalItems") > direct) {
                    harvest.lacks(Kind.REPLY, "the server counts more answers than it tells");
                }
                return harvest.found();
            } catch (Halt halt) {
                return harvest.until(halt);
            }
        }

        private static boolean speaksSomethingElse(Http.Answer.Got got) {
            return switch (got.status()) {
                case 200 -> got.body().stripLeading().startsWith("<");
                case 400, 405, 406, 415 -> true;
                default -> false;
            };
        }

        private void read(Branch branch) throws Halt {
            Optional<JsonAnswer> list = Optional.of(branch.list);
            String host = branch.host;
            while (list.isPresent()) {
                JsonAnswer page = list.get();
                Optional<URI> elsewhere = PublicAddress.of(page.text());
                if (elsewhere.isPresent()) {
                    if (!elsewhere.get().getHost().equals(host)
                            || !lists.add(elsewhere.get().toString())) {
                        return;
                    }
                    Optional<JsonAnswer> fetched = list(elsewhere.get());
                    if (fetched.isEmpty()) {
                        return;
                    }
                    page = fetched.get();
                }
                if (!isList(page)) {
                    harvest.lacks(Kind.REPLY, "the answer holds no list of answers");
                    return;
                }
                for (JsonAnswer item : items(page)) {
                    take(item, host, branch);
                }
                list = next(page);
            }
        }

        private static boolean isList(JsonAnswer page) {
            return Stream.of("items", "orderedItems", "first", "next", "totalItems")
                    .anyMatch(part -> !page.at(part).node().isMissingNode());
        }

        private static List<JsonAnswer> items(JsonAnswer page) {
            return Stream.concat(page.listOrOne("items").stream(), page.listOrOne("orderedItems").stream())
                    .toList();
        }

        /** The first page of a list, or the next of a page; an object that stands in its place is within this one. */
        private static Optional<JsonAnswer> next(JsonAnswer page) {
            return Stream.of(page.at("first"), page.at("next"))
                    .filter(part -> part.isObject() || !part.text().isEmpty())
                    .findFirst();
        }

        private Optional<JsonAnswer> list(URI address) throws Halt {
            try {
                return Optional.of(asking.get(address, ACCEPT).json());
            } catch (Halt halt) {
                if (halt.why() == Halt.Why.ENOUGH) {
                    throw halt;
                }
                harvest.lacks(Kind.REPLY, "a list of answers cannot be read: " + halt.reason());
                return Optional.empty();
            }
        }

        private void take(JsonAnswer item, String host, Branch branch) throws Halt {
            ActivityObject embedded = new ActivityObject(item);
            Optional<URI> id = item.isObject() ? embedded.id() : PublicAddress.of(item.text());
            if (id.isEmpty()) {
                harvest.lacks(Kind.REPLY, "an answer without an address was left out");
                return;
            }
            if (known.contains(id.get().toString())) {
                return;
            }
            direct += branch.depth == 1 ? 1 : 0;
            // What a server says about another's people is hearsay.
            boolean firstHand = item.isObject() && id.get().getHost().equals(host);
            Optional<Told> told = firstHand ? Optional.of(new Told(embedded, id.get())) : fetched(id.get(), branch);
            if (told.isPresent()) {
                take(told.get(), branch);
            }
        }

        private Optional<Told> fetched(URI id, Branch branch) throws Halt {
            try {
                Asking.Page page = asking.get(id, ACCEPT);
                ActivityObject object = new ActivityObject(page.json());
                if (object.isTombstone() || object.id().filter(id::equals).isPresent()) {
                    return Optional.of(new Told(object, id));
                }
                harvest.lacks(Kind.REPLY, "an answer that is not what its address says was left out");
            } catch (Halt halt) {
                if (halt.why() == Halt.Why.ENOUGH) {
                    throw halt;
                }
                if (halt.why() == Halt.Why.GONE) {
                    withdrawn(id.toString(), branch);
                } else {
                    harvest.lacks(Kind.REPLY, "an answer cannot be read: " + halt.reason());
                }
            }
            return Optional.empty();
        }

        private void take(Told told, Branch branch) throws Halt {
            String id = told.from.toString();
            ActivityObject object = told.object;
            if (object.isTombstone() || !object.isForEverybody()) {
                withdrawn(id, branch);
                return;
            }
            Optional<String> answered =
                    object.answered().filter(known::contains).findFirst();
            Optional<URI> author = object.author().filter(uri -> uri.getHost().equals(told.from.getHost()));
            if (answered.isEmpty() || author.isEmpty() || !object.isSaid()) {
                harvest.lacks(Kind.REPLY, "an answer that does not say whom it answers, or who says it, was left out");
                return;
            }
            known.add(id);
            Optional<JsonAnswer> actor = actor(object, author.get());
            if (actor.isPresent()) {
                harvest.add(object.item(id(), id, actor.get(), parent(answered.get()), harvest));
            } else {
                harvest.lacks(Kind.REPLY, "an answer was left out: who said it cannot be asked");
            }
            branch(object, told.from, id, branch.depth + 1);
        }

        /** Puts the answers that an object names in line. */
        private void branch(ActivityObject object, URI from, String id, int depth) {
            JsonAnswer replies = object.replies();
            if (replies.node().isMissingNode() || replies.node().isNull()) {
                return;
            }
            if (depth <= MAX_DEPTH) {
                waiting.add(new Branch(replies, from.getHost(), id, depth));
            } else {
                harvest.lacks(Kind.REPLY, "deeper than " + MAX_DEPTH + " answers to answers is not read");
            }
        }

        private void withdrawn(String id, Branch branch) {
            known.add(id);
            harvest.withdrawn(Kind.REPLY, id, parent(branch.parent));
        }

        private Optional<String> parent(String answered) {
            return answered.equals(post) ? Optional.empty() : Optional.of(answered);
        }

        /** Who said it: a nobody where their profile is gone, empty where nobody knows. */
        private Optional<JsonAnswer> actor(ActivityObject object, URI address) throws Halt {
            Optional<JsonAnswer> embedded = object.embeddedAuthor();
            if (embedded.isPresent()) {
                return embedded;
            }
            Optional<JsonAnswer> asked = actors.get(address.toString());
            if (asked != null) {
                return asked;
            }
            Optional<JsonAnswer> actor;
            try {
                actor = Optional.of(asking.get(address, ACCEPT).json())
                        .filter(json -> !json.text("preferredUsername").isEmpty());
            } catch (Halt halt) {
                if (halt.why() == Halt.Why.ENOUGH) {
                    throw halt;
                }
                actor = halt.why() == Halt.Why.GONE ? Optional.of(JsonAnswer.read("{}")) : Optional.empty();
            }
            actors.put(address.toString(), actor);
            return actor;
        }
    }
}
