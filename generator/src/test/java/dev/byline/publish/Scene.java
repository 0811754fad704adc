package dev.byline.publish;

import dev.byline.diagnostic.Place;
import dev.byline.publish.Outgoing.Media;
import dev.byline.publish.Outgoing.Text;
import dev.byline.rehearsal.BlueskyUnderstudy;
import dev.byline.rehearsal.MailUnderstudy;
import dev.byline.rehearsal.MastodonUnderstudy;
import dev.byline.rehearsal.RelayUnderstudy;
import dev.byline.rehearsal.Shown;
import dev.byline.rehearsal.TelegramUnderstudy;
import dev.byline.rehearsal.Understudy;
import dev.byline.rehearsal.Venue;
import dev.byline.rehearsal.WebhookUnderstudy;
import dev.byline.remote.Http;
import dev.byline.schnorr.Schnorr;
import dev.byline.site.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** An account on a network that plays itself, a draft for it, and a ledger that outlives every process. */
final class Scene implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final String PAGE = "https://blog.example.com/articles/a/";

    /** What no output may hold. */
    static final String TOKEN = "tok-3f9a81c2+7e/55d0==";

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
            this.server = Venue.open(network, understudy);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Scene of(String network) {
        MovingClock clock = new MovingClock();
        return new Scene(
                network,
                switch (network) {
                    case "mastodon" -> new MastodonUnderstudy(Map.of(TOKEN, "acme"), 500, clock);
                    case "bluesky" -> new BlueskyUnderstudy(Map.of("acme.example", TOKEN));
                    case "telegram" -> new TelegramUnderstudy(Map.of(BOT_TOKEN, "@acme_channel"));
                    case "slack" -> new WebhookUnderstudy(WebhookUnderstudy.Kind.SLACK, WEBHOOK);
                    case "discord" -> new WebhookUnderstudy(WebhookUnderstudy.Kind.DISCORD, WEBHOOK);
                    case "teams" -> new WebhookUnderstudy(WebhookUnderstudy.Kind.TEAMS, WEBHOOK);
                    case "nostr" -> new RelayUnderstudy(Set.of(Schnorr.publicKey(HEX_KEY)), clock);
                    case "newsletter" -> new MailUnderstudy(Map.of("acme", TOKEN), Set.of(LIST), 100_000);
                    default -> throw new IllegalArgumentException(network);
                },
                clock);
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
            case "mastodon" -> "@acme@social.example";
            case "bluesky" -> "@acme.example";
            case "telegram" -> "acme_channel";
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

    Outgoing draft(String... parts) {
        return draft(List.of(), parts);
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
        return new Outgoing(
                "a",
                "acme",
                network,
                handle(),
                Locale.ENGLISH,
                Optional.empty(),
                Optional.empty(),
                media,
                new Outgoing.Link(PAGE, "A", "What A says."),
                List.of(parts).stream()
                        .map(text -> network.equals("newsletter") ? letter(text) : text)
                        .map(text -> new Text(text, text.length(), List.of()))
                        .toList(),
                NOW.minus(Duration.ofHours(1)),
                Place.of("articles/a.md"));
    }

    static Media image() {
        return new Media(Path.of("src/test/resources/dev/byline/publish/dot.png"), "image/png", "A dot");
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
