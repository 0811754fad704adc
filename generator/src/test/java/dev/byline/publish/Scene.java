package dev.byline.publish;

import dev.byline.diagnostic.Place;
import dev.byline.network.Message;
import dev.byline.network.Networks;
import dev.byline.publish.Outgoing.Media;
import dev.byline.publish.Outgoing.Text;
import dev.byline.rehearsal.Answered;
import dev.byline.rehearsal.Asked;
import dev.byline.rehearsal.BlueskyUnderstudy;
import dev.byline.rehearsal.FacebookUnderstudy;
import dev.byline.rehearsal.InstagramUnderstudy;
import dev.byline.rehearsal.InstagramUnderstudy.Login;
import dev.byline.rehearsal.LemmyUnderstudy;
import dev.byline.rehearsal.LinkedInUnderstudy;
import dev.byline.rehearsal.MailUnderstudy;
import dev.byline.rehearsal.MastodonUnderstudy;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.RedditUnderstudy;
import dev.byline.rehearsal.RelayUnderstudy;
import dev.byline.rehearsal.Shown;
import dev.byline.rehearsal.TelegramUnderstudy;
import dev.byline.rehearsal.ThreadsUnderstudy;
import dev.byline.rehearsal.Understudy;
import dev.byline.rehearsal.Venue;
import dev.byline.rehearsal.WebhookUnderstudy;
import dev.byline.rehearsal.XUnderstudy;
import dev.byline.remote.Http;
import dev.byline.schnorr.Schnorr;
import dev.byline.site.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An account on a network that plays itself, a draft for it, and a ledger that outlives every process. */
final class Scene implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final String PAGE = "https://blog.example.com/articles/a/";

    /** What no output may hold. */
    static final String TOKEN = "tok-3f9a81c2+7e/55d0==";

    /** The four parts of a token of OAuth 1.0a. */
    static final String SIGNING_TOKEN = "key-5d20b7e9Qx:kept-91c7+aa/04e==:111-tok+3f9a81c2e7:kept-77b1f0c25e~*";
    /** More than any scene asks. */
    private static final int CALLS = 4_800;
    /** The same, as Reddit wants it: of an application, its secret, and a token that lasts. */
    static final String REDDIT_TOKEN = "kP9wLx2mQz7Rt4:Zc81vB-nG5hJ_s0yWq3e:8412907-Xr6TfUoIa2KdEv9";

    static final String BOT_TOKEN = "123456789:AAF-3f9a81c2_7e55d0";
    /** {@code nsec1} and the letters that stand for {@link #HEX_KEY}. */
    static final String NOSTR_KEY =
            dev.byline.network.Nostr.nsec("7f3b9b82e2a4e06e9d4e1c7a8b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b7c");

    static final String HEX_KEY = "7f3b9b82e2a4e06e9d4e1c7a8b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b7c";
    static final String NPUB = dev.byline.network.Nostr.npub(Schnorr.publicKey(HEX_KEY));
    static final String LIST = "readers@lists.example";
    static final String WEBHOOK = "/hooks/T0001/B0001/3f9a81c27e55d0aa";

    final String network;
    final Understudy understudy;
    final Venue server;
    final Map<String, List<Post>> kept = new HashMap<>();
    final MovingClock clock;
    private final Http http = new Http("test", Duration.ofSeconds(30));
    final List<Duration> pauses = new ArrayList<>();

    private Scene(String network, Understudy understudy, MovingClock clock) {
        this.clock = clock;
        this.network = network;
        this.understudy = understudy;
        try {
            this.server = Venue.open(network, new Interrupted(understudy));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What is answered instead of what the network would answer; it takes no notice of the request then. */
    volatile Function<Asked, Optional<Answered>> instead = asked -> Optional.empty();

    /** What was asked, bodies included. */
    final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** The network, unless a test answers. */
    private final class Interrupted implements Understudy {
        private final Understudy network;

        Interrupted(Understudy network) {
            this.network = network;
        }

        @Override
        public Answered answer(Asked request) {
            asked.add(request);
            return instead.apply(request).orElseGet(() -> network.answer(request));
        }

        @Override
        public List<Shown> shown() {
            return network.shown();
        }
    }

    /** From now on whoever publishes on a network with a Graph API, or looks for posts there, meets with this. */
    void suffer(Mishap mishap) {
        server.suffer(request -> request.path().matches(".*(_publish|/feed)")
                        || (request.method().equals("GET") && request.path().matches("/\\w+/(threads|media|posts)"))
                ? mishap
                : Mishap.NONE);
    }

    /** Answers with a text of JSON instead of what the network would answer, where a path ends so. */
    void answer(String pathEnd, int status, String json) {
        instead = request -> Optional.of(new Answered(status, "application/json", Map.of(), json))
                .filter(answered -> request.path().endsWith(pathEnd));
    }

    /** Asks the network itself, without a connection, as a program other than ours would. */
    Answered post(String path, String form) {
        return understudy.answer(new Asked(
                0,
                "POST",
                path,
                "",
                Map.of("authorization", "Bearer " + TOKEN, "content-type", "application/x-www-form-urlencoded"),
                form));
    }

    /** What was sent to where a path ends so. */
    List<String> sent(String pathEnd) {
        return asked.stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().endsWith(pathEnd))
                .map(request -> URLDecoder.decode(request.body(), StandardCharsets.UTF_8))
                .toList();
    }

    /** The networks that are spoken to by requests of HTTP. */
    static List<String> overHttp() {
        return List.of(
                "mastodon",
                "akkoma",
                "gotosocial",
                "pixelfed",
                "bluesky",
                "x",
                "linkedin",
                "threads",
                "facebook",
                "instagram",
                "reddit",
                "lemmy",
                "telegram",
                "slack",
                "discord",
                "teams");
    }

    static Scene of(String network) {
        MovingClock clock = new MovingClock();
        return new Scene(
                network,
                switch (network) {
                    case "mastodon" -> new MastodonUnderstudy(Map.of(TOKEN, "acme"), 500, clock);
                    case "akkoma" -> server(MastodonUnderstudy.Kind.AKKOMA, clock);
                    case "gotosocial" -> server(MastodonUnderstudy.Kind.GOTOSOCIAL, clock);
                    case "pixelfed" -> server(MastodonUnderstudy.Kind.PIXELFED, clock);
                    case "reddit" -> new RedditUnderstudy(Map.of(REDDIT_TOKEN, "acme"), Set.of("acme_blog"), clock);
                    case "lemmy" -> new LemmyUnderstudy(Map.of(TOKEN, "acme"), List.of("blogs@lemmy.example"), clock);
                    case "bluesky" -> new BlueskyUnderstudy(Map.of("acme.example", TOKEN));
                    case "x" -> new XUnderstudy(Map.of(SIGNING_TOKEN, "acme"), clock);
                    case "linkedin" ->
                        new LinkedInUnderstudy(
                                Map.of(TOKEN, "company/acme"), Set.of(LinkedInUnderstudy.Grant.READ_PAGES), clock);
                    case "telegram" -> new TelegramUnderstudy(Map.of(BOT_TOKEN, "@acme_channel"));
                    case "threads" -> new ThreadsUnderstudy(Map.of(TOKEN, "acme"), CALLS, clock);
                    case "facebook" -> new FacebookUnderstudy(Map.of(TOKEN, "acme.page"), CALLS, clock);
                    case "instagram" -> new InstagramUnderstudy(Map.of(TOKEN, "acme"), Login.INSTAGRAM, CALLS, clock);
                    case "slack" -> new WebhookUnderstudy(WebhookUnderstudy.Kind.SLACK, WEBHOOK);
                    case "discord" -> new WebhookUnderstudy(WebhookUnderstudy.Kind.DISCORD, WEBHOOK);
                    case "teams" -> new WebhookUnderstudy(WebhookUnderstudy.Kind.TEAMS, WEBHOOK);
                    case "nostr" -> new RelayUnderstudy(Set.of(Schnorr.publicKey(HEX_KEY)), clock);
                    case "newsletter" -> new MailUnderstudy(Map.of("acme", TOKEN), Set.of(LIST), 100_000);
                    default -> throw new IllegalArgumentException(network);
                },
                clock);
    }

    private static MastodonUnderstudy server(MastodonUnderstudy.Kind kind, Clock clock) {
        return new MastodonUnderstudy(kind, Map.of(TOKEN, "acme"), 500, clock);
    }

    static Scene of(String network, Understudy understudy) {
        return new Scene(network, understudy, new MovingClock());
    }

    /** A clock that a test moves. */
    static final class MovingClock extends Clock {
        private Instant now = NOW;

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    String handle() {
        return switch (network) {
            case "mastodon", "akkoma", "gotosocial", "pixelfed" -> "@acme@social.example";
            case "reddit" -> "r/acme_blog";
            case "lemmy" -> "!blogs@lemmy.example";
            case "bluesky" -> "@acme.example";
            case "x" -> "@acme";
            case "linkedin" -> "company/acme";
            case "telegram" -> "acme_channel";
            case "threads", "instagram" -> "@acme";
            case "facebook" -> "acme.page";
            case "nostr" -> NPUB;
            case "newsletter" -> LIST;
            default -> "";
        };
    }

    boolean isWebhook() {
        return List.of("slack", "discord", "teams").contains(network);
    }

    String secret() {
        if (isWebhook()) {
            return server.address().resolve(WEBHOOK).toString();
        }
        return switch (network) {
            case "telegram" -> BOT_TOKEN;
            case "x" -> SIGNING_TOKEN;
            case "reddit" -> REDDIT_TOKEN;
            case "nostr" -> NOSTR_KEY;
            case "newsletter" -> "acme:" + TOKEN;
            default -> TOKEN;
        };
    }

    Map<String, String> environment() {
        String address = server.address().toString();
        return Map.of(
                Secrets.tokenVariable(network, "acme"), secret(), Secrets.serverVariable(network, "acme"), address);
    }

    /** A draft, with an image only where there is no post without one. */
    Outgoing draft(String... parts) {
        return draft(
                switch (network) {
                    case "instagram" -> List.of(photo());
                    case "pixelfed" -> List.of(image());
                    default -> List.of();
                },
                parts);
    }

    /** A letter that says what a post would. */
    static String letter(String text) {
        return """
                From: Acme <news@acme.example>\r
                Subject: A\r
                Message-ID: <f00d@blog.example.com>\r
                X-Unsent: 1\r
                Content-Type: text/plain; charset=utf-8\r
                Content-Transfer-Encoding: 8bit\r
                \r
                """ + new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    Outgoing draft(List<Media> media, String... parts) {
        return draft(handle(), media, parts);
    }

    Outgoing draft(String handle, List<Media> media, String... parts) {
        return draft(handle, Optional.empty(), media, parts);
    }

    Outgoing draft(String handle, Optional<String> community, List<Media> media, String... parts) {
        return new Outgoing(
                "a",
                "acme",
                network,
                handle,
                community,
                Locale.ENGLISH,
                Optional.empty(),
                Optional.empty(),
                media,
                new Outgoing.Link(PAGE, "A", "What A says.", Optional.of(image())),
                List.of(parts).stream().map(this::text).toList(),
                NOW.minus(Duration.ofHours(1)),
                Place.of("articles/a.md"));
    }

    private Text text(String part) {
        if (network.equals("newsletter")) {
            return new Text(letter(part), part.length(), List.of());
        }
        Message message = Networks.postingById(network).orElseThrow().message(part, Map.of());
        if (network.equals("linkedin")) {
            // What its interface wants escaped is.
            return new Text(message.text(), part.length(), List.of());
        }
        if (!isTitled()) {
            return new Text(part, part.length(), List.of());
        }
        return new Text(message.title(), message.text(), part.length(), List.of());
    }

    boolean isTitled() {
        return List.of("reddit", "lemmy").contains(network);
    }

    static Media image() {
        return new Media(
                Path.of("src/test/resources/dev/byline/publish/dot.png"), "image/png", "A dot", PAGE + "dot.png");
    }

    /** As {@link #image}, for networks that take photographs only. */
    static Media photo() {
        return new Media(
                Path.of("src/test/resources/dev/byline/publish/dot.jpg"), "image/jpeg", "A dot", PAGE + "dot.jpg");
    }

    Wire wire() {
        return http::send;
    }

    /** As {@link #wire}, but waits for no answer as long as {@link dev.byline.rehearsal.Mishap#SLOW} takes. */
    Wire hasty() {
        return new Http("test", Duration.ofSeconds(2))::send;
    }

    LedgerStore store() {
        return kept::put;
    }

    Round round() {
        return round(wire(), store());
    }

    Round round(Wire wire, LedgerStore store) {
        return round(environment(), wire, store);
    }

    Round round(Map<String, String> environment, Wire wire, LedgerStore store) {
        return new Round(
                new Secrets(environment), wire, new Ledger(kept, store), clock, pauses::add, Duration.ofSeconds(20));
    }

    List<Line> publish(Outgoing draft) throws IOException {
        return round().publish(List.of(draft), false);
    }

    List<String> texts() {
        return server.shown().stream()
                .map(Shown::text)
                .map(text -> network.equals("newsletter") ? text.replaceFirst("^A\n\n", "") : text)
                .toList();
    }

    List<Post> ledger() {
        return kept.getOrDefault("a", List.of());
    }

    @Override
    public void close() {
        server.close();
    }
}
