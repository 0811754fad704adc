package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.network.Nostr;
import dev.byline.publish.Outgoing;
import dev.byline.publish.Secrets;
import dev.byline.rehearsal.BlueskyUnderstudy;
import dev.byline.rehearsal.MailUnderstudy;
import dev.byline.rehearsal.MastodonUnderstudy;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.RelayUnderstudy;
import dev.byline.rehearsal.Shown;
import dev.byline.rehearsal.TelegramUnderstudy;
import dev.byline.rehearsal.Understudy;
import dev.byline.rehearsal.Venue;
import dev.byline.rehearsal.WebhookUnderstudy;
import dev.byline.schnorr.Schnorr;
import dev.byline.site.Account;
import dev.byline.site.Handle;
import dev.byline.site.Newsletter;
import dev.byline.site.Site;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Publishes to networks that play themselves on this machine; the ledger stays as it is. */
final class RehearsalStage {
    /** What an instance of Mastodon usually takes. */
    private static final int MASTODON_LIMIT = 500;

    /** What mail servers usually take: ten megabytes. */
    private static final int MAX_LETTER = 10 * 1024 * 1024;

    /** Less than the order of Nostr's curve, so that any number below it and above 0 is a key. */
    private static final BigInteger SMALL = BigInteger.TWO.pow(255);

    private static final String WEBHOOK = "/hooks/rehearsal";

    private final Site site;
    private final Edition edition;
    private final RehearsalRequest request;
    private final Map<String, String> environment = new HashMap<>();

    RehearsalStage(Site site, Edition edition, RehearsalRequest request) {
        this.site = site;
        this.edition = edition;
        this.request = request;
    }

    RehearsalReport run() throws IOException {
        Map<String, Venue> venues = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Understudy> network : networks().entrySet()) {
                Venue server = Venue.open(network.getKey(), network.getValue());
                venues.put(network.getKey(), server);
                if (request.rough()) {
                    server.suffer(asked -> asked.number() % 3 == 0 ? Mishap.CUT_AFTER : Mishap.NONE);
                }
                accounts().forEach(account -> open(network.getKey(), account, server));
            }
            Set<PublishRequest.Choice> choices = EnumSet.of(PublishRequest.Choice.NO_PAGE_CHECK);
            if (request.approve()) {
                choices.add(PublishRequest.Choice.APPROVE);
            }
            PublishRequest publishing = new PublishRequest(
                    request.site(),
                    request.selection(),
                    request.at(),
                    Clock.systemUTC(),
                    environment,
                    Duration.ofSeconds(20),
                    choices);
            PublishReport report = new PublishStage(
                            site,
                            edition,
                            publishing,
                            (article, posts) -> {},
                            pause -> {},
                            this::cast,
                            new Diagnostics())
                    .run();
            return new RehearsalReport(report, shown(venues));
        } finally {
            venues.values().forEach(Venue::close);
        }
    }

    private Stream<Account> accounts() {
        return Stream.concat(
                site.settings().accounts().stream(), site.authors().stream().map(Account::of));
    }

    private Map<String, Understudy> networks() {
        Map<String, String> users = new HashMap<>();
        Map<String, String> passwords = new HashMap<>();
        Map<String, String> channels = new HashMap<>();
        accounts().forEach(account -> {
            account.handleOn("mastodon")
                    .ifPresent(handle ->
                            users.put(token("mastodon", account), bare(handle).replaceFirst("@.*", "")));
            account.handleOn("bluesky").ifPresent(handle -> passwords.put(bare(handle), token("bluesky", account)));
            account.handleOn("telegram")
                    .ifPresent(handle -> channels.put(token("telegram", account), "@" + bare(handle)));
        });
        Map<String, Understudy> networks = new LinkedHashMap<>();
        networks.put("mastodon", new MastodonUnderstudy(users, MASTODON_LIMIT, Clock.systemUTC()));
        networks.put("bluesky", new BlueskyUnderstudy(passwords));
        networks.put("telegram", new TelegramUnderstudy(channels));
        networks.put("slack", new WebhookUnderstudy(WebhookUnderstudy.Kind.SLACK, WEBHOOK));
        networks.put("discord", new WebhookUnderstudy(WebhookUnderstudy.Kind.DISCORD, WEBHOOK));
        networks.put("teams", new WebhookUnderstudy(WebhookUnderstudy.Kind.TEAMS, WEBHOOK));
        Set<String> keys = accounts().map(RehearsalStage::publicKey).collect(Collectors.toSet());
        networks.put("nostr", new RelayUnderstudy(keys, Clock.systemUTC()));
        networks.put(Newsletter.ID, mail());
        return networks;
    }

    private Understudy mail() {
        Map<String, String> logins = new HashMap<>();
        accounts().forEach(account -> logins.put(account.id(), token("", account)));
        Set<String> lists = site.settings().frame().newsletter().to().stream()
                .map(to -> to.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new MailUnderstudy(logins, lists, MAX_LETTER);
    }

    private static String publicKey(Account account) {
        return Schnorr.publicKey(token("nostr", account));
    }

    /** Nobody has the key of an account here: on Nostr it is played by one whose key we have. */
    private Outgoing cast(Outgoing draft) {
        return accounts()
                .filter(account ->
                        draft.network().equals("nostr") && account.id().equals(draft.account()))
                .findFirst()
                .map(account -> draft.as(Nostr.npub(publicKey(account))))
                .orElse(draft);
    }

    private static String bare(Handle handle) {
        return handle.name().replaceFirst("^@", "");
    }

    /** What opens an account here opens nothing elsewhere. */
    private static String token(String network, Account account) {
        String name = account.id().replaceAll("[^A-Za-z0-9]", "-");
        return switch (network) {
            case "telegram" -> "1:" + name;
            case "nostr" ->
                "%064x"
                        .formatted(new BigInteger(1, name.getBytes(StandardCharsets.UTF_8))
                                .mod(SMALL)
                                .add(BigInteger.ONE));
            case Newsletter.ID -> account.id() + ":rehearsal-" + name;
            default -> "rehearsal-" + name;
        };
    }

    private void open(String network, Account account, Venue server) {
        boolean webhook = List.of("slack", "discord", "teams").contains(network);
        environment.put(
                Secrets.tokenVariable(network, account.id()),
                webhook ? server.address().resolve(WEBHOOK).toString() : token(network, account));
        environment.put(
                Secrets.serverVariable(network, account.id()), server.address().toString());
    }

    private static List<RehearsalReport.Post> shown(Map<String, Venue> venues) {
        List<RehearsalReport.Post> posts = new ArrayList<>();
        venues.forEach((network, venue) -> {
            for (Shown shown : venue.shown()) {
                posts.add(new RehearsalReport.Post(network, shown.by(), shown.text(), shown.images()));
            }
        });
        return posts;
    }
}
