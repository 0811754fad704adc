package dev.byline.social;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.network.Networks;
import dev.byline.network.PostNetwork;
import dev.byline.page.Routes;
import dev.byline.site.Account;
import dev.byline.site.Article;
import dev.byline.site.Author;
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
                Networks.postingById(id)
                        .filter(network -> account.handleOn(id).isPresent())
                        .filter(network -> article.syndicationOn(id).wanted())
                        .flatMap(network -> draft(article, account, network))
                        .ifPresent(drafts::add);
            }
        }
        return drafts;
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
        return composed.map(text -> {
            String digest = digest(text);
            TakenDraft own = taken.get(key(article.id(), account.id(), network.id()));
            boolean edited = own != null && isKept(own);
            if (edited) {
                checkLength(own, network);
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

    /** What nobody edited is made anew, unless somebody has approved it: that was said of this text and no other. */
    private static boolean isKept(TakenDraft own) {
        return own.status() != TakenDraft.Status.DRAFT || !own.generated().equals(Optional.of(digest(own.text())));
    }

    private Optional<String> composed(Article article, Account account, PostNetwork network) {
        String url = article.canonical().orElse(routes.article(article).under(settings.url()));
        String lead = prose.get(article.id()).lead();
        return composer.compose(article, account, network, lead, url);
    }

    /** The text that front matter gives. */
    private Optional<String> told(Article article, PostNetwork network, Syndication syndication) {
        String text = composer.mentioned(syndication.text().orElseThrow(), network);
        if (!network.fits(text)) {
            diagnostics.error(
                    article.place("syndicate"),
                    "the text for " + network.displayName() + " counts " + network.count(text) + " there, the limit is "
                            + network.limit(),
                    "shorten syndicate: " + network.id() + ": text");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private void checkLength(TakenDraft draft, PostNetwork network) {
        if (!network.fits(draft.text())) {
            diagnostics.error(
                    draft.place().at(draft.firstLine(), 1),
                    "the draft counts " + network.count(draft.text()) + " on " + network.displayName()
                            + ", the limit is " + network.limit(),
                    "shorten it by " + (network.count(draft.text()) - network.limit()));
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
