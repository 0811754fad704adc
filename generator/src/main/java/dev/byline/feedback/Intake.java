package dev.byline.feedback;

import dev.byline.remote.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The site's own intake, asked over the network for what readers sent there. What was gathered is acknowledged; what was
 * taken back there is {@code removed} here.
 *
 * <p>The cursor is the number of the newest change that was heard. Trusts what comes only as far as any answer: what cannot
 * be understood is left out and noted.
 */
public final class Intake implements SiteSource {
    /** A million submissions; an intake that has always more to tell is broken. */
    private static final int MAX_PAGES = 10_000;

    private final Http http;
    private final URI server;
    private final String token;

    /**
     * Prepares to ask.
     *
     * @param server the intake's address, ending in {@code /}
     * @param token the secret that lets one read
     */
    public Intake(Http http, URI server, String token) {
        this.http = http;
        this.server = server;
        this.token = token;
    }

    @Override
    public String id() {
        return Submission.SOURCE;
    }

    @Override
    public Delivered gather(Addresses addresses, Optional<String> cursor) {
        if (token.isEmpty()) {
            return new Delivered.Unavailable("BYLINE_INTAKE_TOKEN is not set");
        }
        long after = cursor.map(Intake::number).orElse(0L);
        List<Item> items = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int page = 0; page < MAX_PAGES; page++) {
            Http.Answer answer = ask("GET", "items?after=" + after);
            if (!(answer instanceof Http.Answer.Got got)) {
                return new Delivered.Unavailable(((Http.Answer.Failed) answer).reason());
            }
            if (got.status() != 200) {
                return new Delivered.Unavailable(refusal(got.status()));
            }
            Optional<Submissions> read = Submissions.read(got.body());
            if (read.isEmpty()) {
                return new Delivered.Unavailable("this is no answer of an intake");
            }
            for (Submission item : read.get().items()) {
                items.add(item.item());
                after = Math.max(after, item.number());
            }
            if (read.get().broken() > 0) {
                notes.add(read.get().broken() + " items that cannot be understood were left out");
            }
            if (!read.get().more() || read.get().items().isEmpty()) {
                return new Delivered.News(items, Optional.of(String.valueOf(after)), notes);
            }
        }
        return new Delivered.Unavailable("it has always more to tell");
    }

    private static String refusal(int status) {
        return switch (status) {
            case 401, 403 ->
                "the intake does not know this token; BYLINE_INTAKE_TOKEN has to be the same there and here";
            case 404 -> "there is no intake at this address";
            default -> "the intake answers " + status;
        };
    }

    @Override
    public void acknowledge(String cursor) {
        // Unheard, it costs nothing: the intake keeps for longer what is in files already.
        ask("POST", "items/gathered?number=" + number(cursor));
    }

    private Http.Answer ask(String method, String path) {
        return http.send(new Http.Call(
                method,
                server.resolve(path),
                Map.of("Authorization", "Bearer " + token, "Accept", "application/json"),
                HttpRequest.BodyPublishers.noBody()));
    }

    private static long number(String cursor) {
        return cursor.matches("\\d{1,18}") ? Long.parseLong(cursor) : 0;
    }
}
