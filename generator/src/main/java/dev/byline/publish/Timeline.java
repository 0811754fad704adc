package dev.byline.publish;

import dev.byline.publish.Api.Weight;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An account's own posts on a network with a Graph API, the newest first.
 *
 * @param path where they are listed
 * @param text the field that holds a post's words
 * @param url the field that holds its address
 * @param time the field that says since when it is out
 * @see <a href="https://developers.facebook.com/docs/graph-api/results">results in pages</a>
 */
record Timeline(Graph graph, String path, String text, String url, String time) {
    private static final int PAGE = 50;
    private static final int MOST_PAGES = 5;

    /** Clocks that differ by less than this do not make us overlook a post. */
    private static final Duration SKEW = Duration.ofHours(1);

    /** {@code 2026-05-17T16:24:04+0000}: no colon in the offset. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXX", Locale.ROOT);

    /** Networks show texts with other spaces, and some of them leave out the marks of mentions and tags. */
    private static final Pattern UNSTABLE = Pattern.compile("[\\s@#\\p{Z}\\p{Cf}]+");

    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_=-]{1,500}");

    /** A post with the same words, out since it was decided to post it. */
    Optional<Sent> find(Part part) throws Halt {
        String wanted = likeness(part.words());
        Instant since = part.created().minus(SKEW);
        return first(
                since,
                post -> isSince(since, post)
                        && likeness(post.path(text).asString("")).equals(wanted));
    }

    /** What came of a request to post that was refused, or got no answer: the post may be there all the same. */
    Outcome unlessListed(Part part, Outcome outcome) {
        boolean ofPost = outcome instanceof Outcome.Refused refused && !refused.wholeAccount();
        if (!ofPost && !(outcome instanceof Outcome.Unclear)) {
            return outcome;
        }
        try {
            return find(part).<Outcome>map(Outcome.Done::new).orElse(outcome);
        } catch (Halt untold) {
            return ofPost ? new Outcome.Unclear(untold.reason()) : outcome;
        }
    }

    boolean has(Sent sent) throws Halt {
        return first(Instant.EPOCH, post -> post.path("id").asString("").equals(sent.id()))
                .isPresent();
    }

    /** Tells a post from others. */
    @FunctionalInterface
    private interface Choice {
        boolean takes(JsonNode post);
    }

    /** Goes through the list until posts are older than a moment; one that is longer than anybody posts is not believed. */
    private Optional<Sent> first(Instant since, Choice choice) throws Halt {
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Reply reply = graph.get(path + "?fields=id," + text + "," + url + "," + time + "&limit=" + PAGE + after);
            JsonNode posts = reply.json().path("data");
            if (!posts.isArray()) {
                throw Api.failure(Weight.LIGHT, reply, "");
            }
            for (JsonNode post : posts) {
                if (choice.takes(post)) {
                    Reply one = new Reply(200, reply.headers(), "", post, reply.redactor());
                    return Optional.of(new Sent(Graph.id(Weight.LIGHT, one, "id"), one.address(url)));
                }
            }
            // The address of the next page ("next") holds the token: only the cursor is taken.
            String cursor = reply.text("paging", "cursors", "after");
            boolean isOver = posts.isEmpty() || !isSince(since, posts.get(posts.size() - 1));
            if (isOver || !CURSOR.matcher(cursor).matches()) {
                return Optional.empty();
            }
            after = "&after=" + cursor;
        }
        throw Halt.refused("more than " + PAGE * MOST_PAGES + " posts would have to be looked through");
    }

    private boolean isSince(Instant moment, JsonNode post) {
        try {
            return !OffsetDateTime.parse(post.path(time).asString(""), MOMENT)
                    .toInstant()
                    .isBefore(moment);
        } catch (DateTimeException notAMoment) {
            return true;
        }
    }

    private static String likeness(String words) {
        return UNSTABLE.matcher(Normalizer.normalize(words, Normalizer.Form.NFC))
                .replaceAll("");
    }

    /**
     * Takes a post back. A network answers alike whether a post is gone or may not be taken back by a program: lists of
     * what is there tell.
     */
    static Outcome withdraw(Graph graph, Sent sent, List<Timeline> lists) {
        try {
            Reply reply = graph.ask(Weight.HEAVY, "DELETE", Graph.idOf(sent), Body.none());
            boolean isThere = !Graph.isUnknown(reply);
            for (Timeline list : lists) {
                isThere = isThere || list.has(sent);
            }
            if (isThere) {
                graph.checked(Weight.HEAVY, reply);
            }
            return new Outcome.Done(sent);
        } catch (Halt halt) {
            return halt.outcome();
        }
    }
}
