package dev.byline.social;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.network.Allowance;
import dev.byline.network.Networks;
import dev.byline.network.PostNetwork;
import dev.byline.page.Routes;
import dev.byline.site.Account;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Handle;
import dev.byline.site.Picture;
import dev.byline.site.Prose;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import dev.byline.site.Syndication;
import dev.byline.site.TakenDraft;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the drafts of a site: for each listed article, for the company's accounts that speak its language and for each
 * of its authors, on each network where they have a handle.
 *
 * <p>A draft that a person edited stays as that person left it; one that nobody edited is made anew.
 */
public final class Drafts {
    private static final int DIGEST_BYTES = 16;

    private final Site site;
    private final Settings settings;
    private final Routes routes;
    private final Map<String, Prose> prose;
    private final Composer composer;
    private final Diagnostics diagnostics;
    private final Map<String, TakenDraft> taken = new HashMap<>();

    /**
     * Prepares for the drafts of one site.
     *
     * @param prose the articles' bodies, by id
     */
    public Drafts(
            Site site, Routes routes, Map<String, Prose> prose, TextTemplates templates, Diagnostics diagnostics) {
        this.site = site;
        this.settings = site.settings();
        this.routes = routes;
        this.prose = prose;
        Map<String, Author> authors = new HashMap<>();
        site.authors().forEach(author -> authors.put(author.id(), author));
        this.composer = new Composer(settings, authors, templates);
        this.diagnostics = diagnostics;
        site.drafts().forEach(draft -> taken.put(key(draft.article(), draft.account(), draft.network()), draft));
    }

    private static String key(String article, String account, String network) {
        return article + "\n" + account + "\n" + network;
    }

    /** All drafts, newest article first, the company's accounts before the authors'. */
    public List<Draft> compose() {
        return site.listed().parallelStream()
                .flatMap(article -> drafts(article).stream())
                .toList();
    }

    private List<Draft> drafts(Article article) {
        List<Draft> drafts = new ArrayList<>();
        for (Account account : accounts(article)) {
            for (String id : settings.networks()) {
                account.handleOn(id)
                        .filter(handle -> article.syndicationOn(id).wanted())
                        .flatMap(handle -> network(handle, article.syndicationOn(id)))
                        .flatMap(network -> draft(article, account, network))
                        .ifPresent(drafts::add);
            }
        }
        return drafts;
    }

    /** The network of a handle, with what the account's server allows; a content warning takes its part of it. */
    private Optional<PostNetwork> network(Handle handle, Syndication syndication) {
        return Networks.postingById(handle.network()).map(network -> {
            Allowance told = told(network, handle);
            int limit = handle.limit().orElse(told.characters().orElse(network.limit()));
            int warning = syndication.contentWarning().map(network::count).orElse(0);
            return network.allowing(told.withCharacters(Math.max(1, limit - warning)))
                    .orElse(network);
        });
    }

    private Allowance told(PostNetwork network, Handle handle) {
        return network.toldBy(handle.name())
                .map(site.servers()::get)
                .map(server -> new Allowance(server.characters(), server.images(), server.description()))
                .orElse(Allowance.USUAL);
    }

    private List<Account> accounts(Article article) {
        List<Account> accounts = new ArrayList<>(settings.accounts().stream()
                .filter(account -> account.speaks(article.language()))
                .toList());
        article.authors().forEach(author -> accounts.add(Account.of(author)));
        return accounts;
    }

    private Optional<Draft> draft(Article article, Account account, PostNetwork network) {
        Syndication syndication = article.syndicationOn(network.id());
        Optional<String> composed = syndication.text().isPresent()
                ? told(article, network, syndication)
                : composed(article, account, network);
        TakenDraft own = taken.get(key(article.id(), account.id(), network.id()));
        boolean edited = own != null && isKept(own);
        if (composed.isPresent() && !edited && !fits(composed.get(), network)) {
            tellOfNoRoom(account, network, composed.get());
            return Optional.empty();
        }
        return composed.map(text -> {
            String digest = digest(text);
            if (edited) {
                check(own, network);
            }
            return new Draft(
                    article,
                    account,
                    network,
                    own == null ? article.language() : own.language(),
                    own == null ? syndication.visibility() : own.visibility(),
                    own == null ? syndication.contentWarning() : own.contentWarning(),
                    own == null ? media(article) : own.media(),
                    Composer.credits(article, network),
                    syndication.thread(),
                    syndication.at().map(ZonedDateTime::toInstant),
                    own == null ? TakenDraft.Status.DRAFT : own.status(),
                    digest,
                    edited ? own.text() : text,
                    edited,
                    text,
                    Optional.ofNullable(own));
        });
    }

    private static boolean fits(String text, PostNetwork network) {
        return TakenDraft.parts(text).stream().allMatch(network::fits);
    }

    /** Some servers take next to nothing, and a long content warning leaves nothing. */
    private void tellOfNoRoom(Account account, PostNetwork network, String text) {
        diagnostics.warning(
                account.handleOn(network.id()).map(Handle::place).orElse(settings.place()),
                "no draft for " + network.displayName() + ": a post may count " + network.limit()
                        + " there, and the least that is to be said counts " + network.count(text),
                "write limit: beside the handle if the server takes more, or leave the network out with syndicate: {"
                        + network.id() + ": false}");
    }

    /** What nobody edited is made anew, unless somebody has approved it: that was said of this text and no other. */
    private static boolean isKept(TakenDraft own) {
        return own.status() != TakenDraft.Status.DRAFT || !own.generated().equals(Optional.of(digest(own.text())));
    }

    private Optional<String> composed(Article article, Account account, PostNetwork network) {
        String url = article.canonical().orElse(routes.article(article).under(settings.url()));
        String lead = prose.get(article.id()).lead();
        if (isThread(article, network)) {
            Optional<String> thread =
                    composer.composeWhole(article, account, network, lead, url).flatMap(text -> split(text, network));
            if (thread.isPresent()) {
                return thread;
            }
        }
        return composer.compose(article, account, network, lead, url);
    }

    private static boolean isThread(Article article, PostNetwork network) {
        return article.syndicationOn(network.id()).thread()
                && network.rules().reach().threads();
    }

    /** Empty where a text has something in it that no post can hold, as an address that is longer than one. */
    private static Optional<String> split(String text, PostNetwork network) {
        return ThreadOfPosts.of(text, network)
                .map(thread -> String.join("\n\n" + TakenDraft.SEPARATOR + "\n\n", thread.posts()));
    }

    /** The text that front matter gives. */
    private Optional<String> told(Article article, PostNetwork network, Syndication syndication) {
        String text = composer.mentioned(syndication.text().orElseThrow(), network);
        Optional<String> posts = isThread(article, network)
                ? split(text, network)
                : Optional.of(text).filter(network::fits);
        if (posts.isEmpty()) {
            diagnostics.error(
                    article.place("syndicate"),
                    "the text for " + network.displayName() + " counts " + network.count(text) + " there, the limit is "
                            + network.limit(),
                    "shorten syndicate: " + network.id() + ": text");
        }
        return posts;
    }

    private void check(TakenDraft draft, PostNetwork network) {
        List<String> parts = TakenDraft.parts(draft.text());
        if (parts.size() > 1 && !network.rules().reach().threads()) {
            diagnostics.error(
                    draft.place().at(draft.firstLine(), 1),
                    network.displayName() + " has no threads",
                    "take out the lines " + TakenDraft.SEPARATOR);
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            checkLength(
                    draft, parts.size() > 1 ? "post " + (i + 1) + " of the draft" : "the draft", parts.get(i), network);
        }
    }

    private void checkLength(TakenDraft draft, String name, String part, PostNetwork network) {
        if (!network.fits(part)) {
            int over = network.count(part) - network.limit();
            diagnostics.error(
                    draft.place().at(draft.firstLine(), 1),
                    name + " counts " + network.count(part) + " on " + network.displayName() + ", the limit is "
                            + network.limit(),
                    over > 0 ? "shorten it by " + over : "see the limits of " + network.displayName());
        }
    }

    private static List<Picture> media(Article article) {
        return article.image().filter(image -> !image.src().endsWith(".svg")).stream()
                .toList();
    }

    /** What tells whether a person has changed a text: the first half of its SHA-256. */
    public static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
