package dev.byline.intake;

import dev.byline.feedback.Submission;
import dev.byline.feedback.Submissions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hands out what was sent to whoever has the token: to {@code byline gather}. */
final class ReadingDesk {
    /** So many of the longest texts fit into what {@code gather} takes at once. */
    private static final int PAGE = 100;

    private final IntakeSettings settings;
    private final Store store;

    ReadingDesk(IntakeSettings settings, Store store) {
        this.settings = settings;
        this.store = store;
    }

    private boolean mayRead(Asked asked) {
        byte[] shown = asked.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        return settings.token()
                .map(token -> MessageDigest.isEqual(("Bearer " + token).getBytes(StandardCharsets.UTF_8), shown))
                .orElse(false);
    }

    private static Reply refused() {
        return Reply.json(401, Map.of("error", "this needs the token of the intake"))
                .with("WWW-Authenticate", "Bearer");
    }

    /** {@code GET /items?after=<number>}: the next changes. */
    Reply items(Asked asked) throws StoreFailure {
        if (!mayRead(asked)) {
            return refused();
        }
        List<Submission> items = store.after(number(asked.query("after")), PAGE);
        return Reply.json(200, Submissions.json(items, items.size() == PAGE));
    }

    /** {@code POST /items/gathered?number=<number>}: all changes up to this one are in files. */
    Reply gathered(Asked asked) throws StoreFailure {
        if (!mayRead(asked)) {
            return refused();
        }
        store.acknowledge(number(asked.query("number")), settings.keep());
        return Reply.json(200, Map.of("gathered", true));
    }

    /** {@code GET /mentions?after=<number>}: the next changes of verified mentions. */
    Reply mentions(Asked asked) throws StoreFailure {
        if (!mayRead(asked)) {
            return refused();
        }
        List<Mentions.Mention> mentions = store.mentions().after(number(asked.query("after")), PAGE);
        return Reply.json(
                200,
                Map.of("mentions", mentions.stream().map(ReadingDesk::json).toList(), "more", mentions.size() == PAGE));
    }

    private static Map<String, Object> json(Mentions.Mention mention) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", mention.number());
        json.put("id", mention.id());
        json.put("source", mention.source());
        json.put("target", mention.target());
        json.put("state", mention.state().name().toLowerCase(java.util.Locale.ROOT));
        json.put("outcome", mention.outcome());
        return json;
    }

    /** What is no number stands for the beginning. */
    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
