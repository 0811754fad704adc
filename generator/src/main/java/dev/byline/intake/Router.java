package dev.byline.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Which desk answers what. */
final class Router {
    private static final String AGAIN = "try again later";

    private final Store store;
    private final Supplier<Blog> blog;
    private final AnswerDesk answers;
    private final OwnDesk own;
    private final ReadingDesk reading;
    private final Optional<MentionDesk> mentions;
    private final Pages pages;
    private final Metrics metrics;
    private final Consumer<String> trouble;

    Router(
            Store store,
            Supplier<Blog> blog,
            AnswerDesk answers,
            OwnDesk own,
            ReadingDesk reading,
            Optional<MentionDesk> mentions,
            Pages pages,
            Metrics metrics,
            Consumer<String> trouble) {
        this.store = store;
        this.blog = blog;
        this.answers = answers;
        this.own = own;
        this.reading = reading;
        this.mentions = mentions;
        this.pages = pages;
        this.metrics = metrics;
        this.trouble = trouble;
    }

    /** Answers a request, whatever it is. */
    Reply answer(Asked asked) {
        Reply reply;
        try {
            reply = route(asked);
        } catch (StoreFailure failed) {
            metrics.count(Metrics.Event.FAILED);
            trouble.accept(failed.getMessage());
            reply = Reply.text(503, AGAIN).with("Retry-After", "30");
        } catch (RuntimeException broken) {
            trouble.accept("a request could not be answered: " + broken);
            reply = Reply.text(500, AGAIN);
        }
        metrics.answered(reply.status());
        return reply;
    }

    private Reply route(Asked asked) throws StoreFailure {
        boolean gets = asked.method().equals("GET");
        boolean posts = asked.method().equals("POST");
        if (!gets && !posts) {
            return Reply.text(405, "GET and POST only").with("Allow", "GET, HEAD, POST");
        }
        List<String> path = asked.path();
        String address = (gets ? "GET " : "POST ") + asked.place() + (path.size() > 1 ? "/" : "");
        return switch (address) {
            case "GET " -> Reply.seeOther(blog.get().url());
            case "GET answers" -> answers.form(asked);
            case "POST answers" -> answers.take(asked);
            case "GET answers/", "POST answers/" ->
                path.size() == 3 ? own.answer(asked, path.get(1), path.get(2)) : Reply.notFound();
            case "GET token" -> answers.token(asked);
            case "GET items" -> reading.items(asked);
            case "POST items/" -> path.get(1).equals("gathered") ? reading.gathered(asked) : Reply.notFound();
            case "GET mentions" -> reading.mentions(asked);
            case "POST webmention" -> mentions.isPresent() ? mentions.get().receive(asked) : Reply.notFound();
            case "GET webmention/" -> mentions.isPresent() ? mentions.get().status(path.get(1)) : Reply.notFound();
            case "GET style.css" -> file("text/css; charset=utf-8", pages.stylesheet());
            case "GET work.js" -> file("text/javascript; charset=utf-8", pages.script());
            case "GET robots.txt" -> Reply.text(200, "User-agent: *\nDisallow: /");
            case "GET health" -> health();
            case "GET metrics" -> metrics();
            default -> Reply.notFound();
        };
    }

    private static Reply file(String type, String text) {
        return new Reply(200, type, Map.of("Cache-Control", "max-age=3600"), text);
    }

    private Reply health() {
        try {
            store.probe();
            return Reply.text(200, "ok");
        } catch (StoreFailure failed) {
            trouble.accept(failed.getMessage());
            return Reply.text(503, "the store does not take anything now");
        }
    }

    private Reply metrics() {
        long waiting;
        try {
            waiting = store.waiting();
        } catch (StoreFailure away) {
            waiting = -1;
        }
        return new Reply(200, Metrics.TYPE, Map.of(), metrics.text(waiting));
    }
}
