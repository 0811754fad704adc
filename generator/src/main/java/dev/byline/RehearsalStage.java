package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.publish.Ledger;
import dev.byline.publish.Secrets;
import dev.byline.rehearsal.BlueskyUnderstudy;
import dev.byline.rehearsal.FacebookUnderstudy;
import dev.byline.rehearsal.InstagramUnderstudy;
import dev.byline.rehearsal.LinkedInUnderstudy;
import dev.byline.rehearsal.LoopbackServer;
import dev.byline.rehearsal.MastodonUnderstudy;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.Shown;
import dev.byline.rehearsal.TelegramUnderstudy;
import dev.byline.rehearsal.ThreadsUnderstudy;
import dev.byline.rehearsal.Understudy;
import dev.byline.rehearsal.WebhookUnderstudy;
import dev.byline.rehearsal.XUnderstudy;
import dev.byline.site.Account;
import dev.byline.site.Handle;
import dev.byline.site.Site;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Publishes to networks that play themselves on this machine; the ledger stays as it is. */
final class RehearsalStage {
    /** What an instance of Mastodon usually takes. */
    private static final int MASTODON_LIMIT = 500;

    private static final int MOST_ROUNDS = 5;
    /** What a Graph API answers within a day: 4,800 times the number of those who saw something of the account. */
    private static final int GRAPH_CALLS = 4_800;

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
        Map<String, Understudy> networks = networks();
        List<LoopbackServer> servers = new ArrayList<>();
        try {
            for (Map.Entry<String, Understudy> network : networks.entrySet()) {
                LoopbackServer server = LoopbackServer.start(network.getValue());
                servers.add(server);
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
            return new RehearsalReport(rounds(publishing), shown(networks));
        } finally {
            servers.forEach(LoopbackServer::close);
        }
    }

    /** One round; of a rough rehearsal as many as it takes, each by the ledger of those before. */
    private List<PublishReport> rounds(PublishRequest publishing) throws IOException {
        Ledger ledger = PublishStage.ledger(site, (article, posts) -> {});
        List<PublishReport> rounds = new ArrayList<>();
        boolean more = true;
        while (more) {
            PublishReport round =
                    new PublishStage(site, edition, publishing, ledger, pause -> {}, new Diagnostics()).run();
            more = request.rough() && rounds.size() + 1 < MOST_ROUNDS && isLeft(round, rounds);
            rounds.add(round);
        }
        return rounds;
    }

    /** Whether another round can change anything: what is refused is refused again, and what is to settle waits. */
    private static boolean isLeft(PublishReport round, List<PublishReport> before) {
        boolean same =
                !before.isEmpty() && before.get(before.size() - 1).posts().equals(round.posts());
        return round.count("unclear") > 0 || (round.count("failed") > 0 && !same);
    }

    private Stream<Account> accounts() {
        return Stream.concat(
                site.settings().accounts().stream(), site.authors().stream().map(Account::of));
    }

    private Map<String, Understudy> networks() {
        Map<String, String> users = new HashMap<>();
        Map<String, String> passwords = new HashMap<>();
        Map<String, String> channels = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        Map<String, String> profiles = new HashMap<>();
        accounts().forEach(account -> {
            account.handleOn("mastodon")
                    .ifPresent(handle ->
                            users.put(token("mastodon", account), bare(handle).replaceFirst("@.*", "")));
            account.handleOn("bluesky").ifPresent(handle -> passwords.put(bare(handle), token("bluesky", account)));
            account.handleOn("x").ifPresent(handle -> names.put(token("x", account), bare(handle)));
            account.handleOn("linkedin").ifPresent(handle -> profiles.put(token("linkedin", account), handle.name()));
            account.handleOn("telegram")
                    .ifPresent(handle -> channels.put(token("telegram", account), "@" + bare(handle)));
        });
        Map<String, Understudy> networks = new LinkedHashMap<>();
        networks.put("mastodon", new MastodonUnderstudy(users, MASTODON_LIMIT, Clock.systemUTC()));
        networks.put("bluesky", new BlueskyUnderstudy(passwords));
        networks.put("x", new XUnderstudy(names, Clock.systemUTC()));
        networks.put(
                "linkedin",
                new LinkedInUnderstudy(profiles, EnumSet.allOf(LinkedInUnderstudy.Grant.class), Clock.systemUTC()));
        networks.put("telegram", new TelegramUnderstudy(channels));
        Clock clock = Clock.systemUTC();
        networks.put("threads", new ThreadsUnderstudy(names("threads"), GRAPH_CALLS, clock));
        networks.put("facebook", new FacebookUnderstudy(names("facebook"), GRAPH_CALLS, clock));
        networks.put(
                "instagram",
                new InstagramUnderstudy(names("instagram"), InstagramUnderstudy.Login.INSTAGRAM, GRAPH_CALLS, clock));
        networks.put("slack", new WebhookUnderstudy(WebhookUnderstudy.Kind.SLACK, WEBHOOK));
        networks.put("discord", new WebhookUnderstudy(WebhookUnderstudy.Kind.DISCORD, WEBHOOK));
        networks.put("teams", new WebhookUnderstudy(WebhookUnderstudy.Kind.TEAMS, WEBHOOK));
        return networks;
    }

    /** The names of accounts by what opens them here. */
    private Map<String, String> names(String network) {
        Map<String, String> names = new HashMap<>();
        accounts()
                .forEach(account -> account.handleOn(network)
                        .ifPresent(handle -> names.put(token(network, account), bare(handle))));
        return names;
    }

    private static String bare(Handle handle) {
        return handle.name().replaceFirst("^@", "");
    }

    /** What opens an account here opens nothing elsewhere. */
    private static String token(String network, Account account) {
        return network.equals("telegram")
                ? "1:" + account.id().replaceAll("[^A-Za-z0-9]", "-")
                : "rehearsal-" + account.id().replaceAll("[^A-Za-z0-9]", "-");
    }

    private void open(String network, Account account, LoopbackServer server) {
        boolean webhook = List.of("slack", "discord", "teams").contains(network);
        environment.put(
                Secrets.tokenVariable(network, account.id()),
                webhook ? server.address().resolve(WEBHOOK).toString() : token(network, account));
        environment.put(
                Secrets.serverVariable(network, account.id()), server.address().toString());
    }

    private static List<RehearsalReport.Post> shown(Map<String, Understudy> networks) {
        List<RehearsalReport.Post> posts = new ArrayList<>();
        networks.forEach((network, understudy) -> {
            for (Shown shown : understudy.shown()) {
                posts.add(new RehearsalReport.Post(network, shown.by(), shown.text(), shown.images()));
            }
        });
        return posts;
    }
}
