package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.publish.Ledger;
import dev.byline.publish.Secrets;
import dev.byline.rehearsal.BlueskyUnderstudy;
import dev.byline.rehearsal.FacebookUnderstudy;
import dev.byline.rehearsal.InstagramUnderstudy;
import dev.byline.rehearsal.LemmyUnderstudy;
import dev.byline.rehearsal.LinkedInUnderstudy;
import dev.byline.rehearsal.LoopbackServer;
import dev.byline.rehearsal.MastodonUnderstudy;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.RedditUnderstudy;
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
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Publishes to networks that play themselves on this machine; the ledger stays as it is. */
final class RehearsalStage {
    /** What an instance of Mastodon usually takes. */
    private static final int MASTODON_LIMIT = 500;

    private static final int MOST_ROUNDS = 5;
    /** What a Graph API answers within a day: 4,800 times the number of those who saw something of the account. */
    private static final int GRAPH_CALLS = 4_800;
    /** The defaults of {@code :instance, :limit}, {@code statuses-max-chars} and {@code MAX_CAPTION_LENGTH}. */
    private static final int AKKOMA_LIMIT = 5_000;

    private static final int GOTOSOCIAL_LIMIT = 5_000;
    private static final int PIXELFED_LIMIT = 500;

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
        Clock clock = Clock.systemUTC();
        Map<String, String> passwords = new HashMap<>();
        Map<String, String> channels = new HashMap<>();
        Map<String, String> profiles = new HashMap<>();
        accounts().forEach(account -> {
            account.handleOn("bluesky").ifPresent(handle -> passwords.put(bare(handle), token("bluesky", account)));
            account.handleOn("linkedin").ifPresent(handle -> profiles.put(token("linkedin", account), handle.name()));
            account.handleOn("telegram")
                    .ifPresent(handle -> channels.put(token("telegram", account), "@" + bare(handle)));
        });
        Map<String, Understudy> networks = new LinkedHashMap<>();
        networks.put("mastodon", new MastodonUnderstudy(users("mastodon"), MASTODON_LIMIT, clock));
        networks.put("akkoma", server(MastodonUnderstudy.Kind.AKKOMA, "akkoma", AKKOMA_LIMIT));
        networks.put("gotosocial", server(MastodonUnderstudy.Kind.GOTOSOCIAL, "gotosocial", GOTOSOCIAL_LIMIT));
        networks.put("pixelfed", server(MastodonUnderstudy.Kind.PIXELFED, "pixelfed", PIXELFED_LIMIT));
        networks.put("bluesky", new BlueskyUnderstudy(passwords));
        networks.put("x", new XUnderstudy(names("x"), clock));
        networks.put(
                "linkedin",
                new LinkedInUnderstudy(profiles, EnumSet.allOf(LinkedInUnderstudy.Grant.class), clock));
        networks.put("reddit", new RedditUnderstudy(users("reddit"), communities("reddit", "r/"), clock));
        networks.put("lemmy", new LemmyUnderstudy(users("lemmy"), List.copyOf(communities("lemmy", "!")), clock));
        networks.put("telegram", new TelegramUnderstudy(channels));
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

    private MastodonUnderstudy server(MastodonUnderstudy.Kind kind, String network, int limit) {
        return new MastodonUnderstudy(kind, users(network), limit, Clock.systemUTC());
    }

    /** The name of each account on a network, by token; who posts to a community has a name all the same. */
    private Map<String, String> users(String network) {
        Map<String, String> users = new HashMap<>();
        accounts()
                .forEach(account -> account.handleOn(network).ifPresent(handle -> {
                    boolean isCommunity =
                            handle.name().startsWith("r/") || handle.name().startsWith("!");
                    String name = bare(handle).replaceFirst("^u/", "").replaceFirst("@.*", "");
                    users.put(token(network, account), isCommunity ? account.id() : name);
                }));
        return users;
    }

    /** The communities that handles and pieces name. */
    private Set<String> communities(String network, String mark) {
        return Stream.concat(
                        accounts()
                                .flatMap(account -> account.handleOn(network).stream())
                                .map(Handle::name),
                        site.articles().stream()
                                .flatMap(article -> article.syndicationOn(network).community().stream()))
                .filter(name -> name.startsWith(mark))
                .map(name -> name.substring(mark.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String bare(Handle handle) {
        return handle.name().replaceFirst("^@", "");
    }

    /** What opens an account here opens nothing elsewhere. */
    private static String token(String network, Account account) {
        String own = "rehearsal-" + account.id().replaceAll("[^A-Za-z0-9]", "-");
        return network.equals("telegram") ? "1:" + own : own;
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
