package dev.byline;

import dev.byline.network.Nostr;
import dev.byline.publish.Outgoing;
import dev.byline.publish.Secrets;
import dev.byline.rehearsal.BlueskyUnderstudy;
import dev.byline.rehearsal.FacebookUnderstudy;
import dev.byline.rehearsal.InstagramUnderstudy;
import dev.byline.rehearsal.LemmyUnderstudy;
import dev.byline.rehearsal.LinkedInUnderstudy;
import dev.byline.rehearsal.MailUnderstudy;
import dev.byline.rehearsal.MastodonUnderstudy;
import dev.byline.rehearsal.RedditUnderstudy;
import dev.byline.rehearsal.RelayUnderstudy;
import dev.byline.rehearsal.TelegramUnderstudy;
import dev.byline.rehearsal.ThreadsUnderstudy;
import dev.byline.rehearsal.Understudy;
import dev.byline.rehearsal.WebhookUnderstudy;
import dev.byline.rehearsal.XUnderstudy;
import dev.byline.schnorr.Schnorr;
import dev.byline.site.Account;
import dev.byline.site.Handle;
import dev.byline.site.Newsletter;
import dev.byline.site.Site;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who plays which network in a rehearsal, and what opens the accounts there. */
final class Cast {
    /** What an instance of Mastodon usually takes. */
    private static final int MASTODON_LIMIT = 500;

    /** The defaults of {@code :instance, :limit}, {@code statuses-max-chars} and {@code MAX_CAPTION_LENGTH}. */
    private static final int AKKOMA_LIMIT = 5_000;

    private static final int GOTOSOCIAL_LIMIT = 5_000;
    private static final int PIXELFED_LIMIT = 500;

    /** What a Graph API answers within a day: 4,800 times the number of those who saw something of the account. */
    private static final int GRAPH_CALLS = 4_800;

    /** What mail servers usually take: ten megabytes. */
    private static final int MAX_LETTER = 10 * 1024 * 1024;

    /** Less than the order of Nostr's curve, so that any number below it and above 0 is a key. */
    private static final BigInteger SMALL = BigInteger.TWO.pow(255);

    private static final String WEBHOOK = "/hooks/rehearsal";

    private final Site site;
    private final Clock clock;

    Cast(Site site, Clock clock) {
        this.site = site;
        this.clock = clock;
    }

    /** Everybody who posts. */
    Stream<Account> accounts() {
        return Stream.concat(
                site.settings().accounts().stream(), site.authors().stream().map(Account::of));
    }

    /** Those who play, by the network's id. */
    Map<String, Understudy> networks() {
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
                "linkedin", new LinkedInUnderstudy(profiles, EnumSet.allOf(LinkedInUnderstudy.Grant.class), clock));
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
        Set<String> keys = accounts().map(Cast::publicKey).collect(Collectors.toSet());
        networks.put("nostr", new RelayUnderstudy(keys, clock));
        networks.put(Newsletter.ID, mail());
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
        return new MastodonUnderstudy(kind, users(network), limit, clock);
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
    Outgoing cast(Outgoing draft) {
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

    /** What the environment has to say of an account on a network that is found there. */
    static Map<String, String> environment(String network, Account account, URI address) {
        boolean webhook = List.of("slack", "discord", "teams").contains(network);
        return Map.of(
                Secrets.tokenVariable(network, account.id()),
                webhook ? address.resolve(WEBHOOK).toString() : token(network, account),
                Secrets.serverVariable(network, account.id()),
                address.toString());
    }

    /** What opens an account here opens nothing elsewhere. */
    private static String token(String network, Account account) {
        String name = account.id().replaceAll("[^A-Za-z0-9]", "-");
        return switch (network) {
            case "telegram" -> "1:rehearsal-" + name;
            case "nostr" ->
                "%064x"
                        .formatted(new BigInteger(1, name.getBytes(StandardCharsets.UTF_8))
                                .mod(SMALL)
                                .add(BigInteger.ONE));
            case Newsletter.ID -> account.id() + ":rehearsal-" + name;
            default -> "rehearsal-" + name;
        };
    }
}
