package dev.byline.understand;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Suggestion;
import dev.byline.site.Account;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Feedback;
import dev.byline.site.Post;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import dev.byline.site.StaticFile;
import dev.byline.site.StaticPage;
import dev.byline.site.TakenDraft;
import dev.byline.source.DataFile;
import dev.byline.source.Sources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes one {@link Site} of all sources, and checks every reference between them. */
public final class Understanding {
    private final Sources sources;
    private final Instant now;
    private final Acquaintance acquaintance;
    private final Diagnostics diagnostics;

    private Understanding(Sources sources, Instant now, Acquaintance acquaintance, Diagnostics diagnostics) {
        this.sources = sources;
        this.acquaintance = acquaintance;
        this.now = now;
        this.diagnostics = diagnostics;
    }

    /**
     * Understands a site.
     *
     * @param now the moment that decides what is scheduled or expired
     * @return empty where {@code site.yml} does not say enough to go on; otherwise a site of all that made sense, even
     *     if there are errors, so that later stages can find theirs
     */
    public static Optional<Site> of(Sources sources, Instant now, Diagnostics diagnostics) {
        return of(sources, now, new Acquaintance(), diagnostics);
    }

    /**
     * The same for a site that was understood before.
     *
     * @param acquaintance with people and articles
     */
    public static Optional<Site> of(Sources sources, Instant now, Acquaintance acquaintance, Diagnostics diagnostics) {
        return sources.settings()
                .flatMap(file -> SettingsReader.read(file, diagnostics))
                .map(settings -> new Understanding(sources, now, acquaintance, diagnostics).site(settings));
    }

    private Site site(Settings settings) {
        Map<String, Author> authors = acquaintance.authors(sources, this::authors, diagnostics);
        Set<String> ids = new HashSet<>();
        sources.authors().forEach(file -> ids.add(file.name()));
        Map<String, Article> articles = articles(settings, authors, ids);
        checkAccounts(settings, authors);
        checkTranslations(articles);
        // Articles that could not be understood are still there: what hangs on them is not to blame.
        Set<String> known = new LinkedHashSet<>(articles.keySet());
        sources.articles().forEach(file -> known.add(ArticleReader.idOf(file.path())));
        References references = new References(known, accounts(settings, ids));
        return new Site(
                settings,
                now,
                authors.values(),
                articles.values(),
                pages(settings),
                sources.servers()
                        .map(file -> ServersReader.read(file, diagnostics))
                        .orElse(Map.of()),
                feedback(known),
                ledger(references),
                drafts(references, settings),
                letters(references),
                sources.staticFiles(),
                sources.articleFiles());
    }

    private Map<String, Author> authors(Diagnostics told) {
        Map<String, Author> authors = new LinkedHashMap<>();
        for (DataFile file : sources.authors()) {
            AuthorReader.read(file, told).ifPresent(author -> authors.put(author.id(), author));
        }
        return authors;
    }

    private Map<String, Article> articles(Settings settings, Map<String, Author> authors, Set<String> authorFiles) {
        Set<String> broken = new HashSet<>(authorFiles);
        broken.removeAll(authors.keySet());
        Map<String, Article> articles = new LinkedHashMap<>();
        Acquaintance.Round round = acquaintance.round(sources);
        sources.articles().parallelStream()
                .map(file -> round.article(
                        file.path(),
                        told -> new ArticleReader(file, settings, authors, broken, told).read(),
                        diagnostics))
                .flatMap(Optional::stream)
                .forEachOrdered(read -> {
                    Article before = articles.putIfAbsent(read.id(), read);
                    if (before != null) {
                        diagnostics.error(
                                read.place("id"),
                                "the id \"" + before.id() + "\" is also that of " + before.place(),
                                "give one of the two another id:");
                    }
                });
        round.end();
        return articles;
    }

    private void checkAccounts(Settings settings, Map<String, Author> authors) {
        for (Account account : settings.accounts()) {
            if (authors.containsKey(account.id())) {
                diagnostics.error(
                        settings.place().at(1, 1),
                        "the account \"" + account.id() + "\" has the id of an author",
                        "call the company's account otherwise");
            }
        }
    }

    private static List<String> accounts(Settings settings, Collection<String> authors) {
        List<String> accounts = new ArrayList<>(authors);
        settings.accounts().forEach(account -> accounts.add(account.id()));
        return accounts;
    }

    private void checkTranslations(Map<String, Article> articles) {
        for (Article article : articles.values()) {
            article.translationOf().ifPresent(id -> {
                Place place = article.place("translationOf");
                Article original = articles.get(id);
                if (original == null) {
                    String hint = Suggestion.hint(id, articles.keySet()).orElse("write the id of an article");
                    diagnostics.error(place, "a translation of the unknown article \"" + id + "\"", hint);
                } else if (original.language().equals(article.language())) {
                    diagnostics.error(
                            place,
                            "a translation into the language of its original",
                            "add language:, or leave translationOf out");
                }
            });
        }
    }

    private List<StaticPage> pages(Settings settings) {
        return sources.pages().stream()
                .flatMap(file -> PageReader.read(file, settings, diagnostics).stream())
                .toList();
    }

    private Map<String, List<Feedback>> feedback(Collection<String> articles) {
        Map<String, List<Feedback>> feedback = new LinkedHashMap<>();
        for (DataFile file : sources.feedback()) {
            String article = folder(file.path(), "feedback/");
            if (!articles.contains(article)) {
                String hint = Suggestion.hint(article, articles).orElse("name the folder as the article's id");
                diagnostics.warning(file.place().at(1, 1), "feedback to the unknown article \"" + article + "\"", hint);
                continue;
            }
            FeedbackReader.read(file, diagnostics)
                    .ifPresent(item -> feedback.computeIfAbsent(article, id -> new ArrayList<>())
                            .add(item));
        }
        checkParents(feedback);
        return feedback;
    }

    private void checkParents(Map<String, List<Feedback>> feedback) {
        feedback.forEach((article, items) -> {
            Set<String> ids = new HashSet<>();
            items.forEach(item -> ids.add(item.id()));
            for (Feedback item : items) {
                if (item.parent().isPresent() && !ids.contains(item.parent().get())) {
                    diagnostics.warning(
                            Place.of("feedback/" + article + "/" + item.id() + ".yml")
                                    .at(1, 1),
                            "an answer to the unknown item \"" + item.parent().get() + "\"",
                            "it is shown as an answer to the article");
                }
            }
        });
    }

    private Map<String, List<Post>> ledger(References references) {
        Map<String, List<Post>> ledger = new LinkedHashMap<>();
        for (DataFile file : sources.ledger()) {
            String article =
                    file.path().substring("ledger/".length(), file.path().length() - ".yml".length());
            if (references.articles().contains(article)) {
                ledger.put(article, LedgerReader.read(file, references, diagnostics));
            } else {
                String hint =
                        Suggestion.hint(article, references.articles()).orElse("name the file as the article's id");
                diagnostics.error(file.place().at(1, 1), "a ledger of the unknown article \"" + article + "\"", hint);
            }
        }
        return ledger;
    }

    private List<TakenDraft> drafts(References references, Settings settings) {
        return sources.drafts().stream()
                .flatMap(file -> DraftReader.read(file, references, settings, diagnostics).stream())
                .toList();
    }

    private Map<String, StaticFile> letters(References references) {
        Map<String, StaticFile> letters = new LinkedHashMap<>();
        for (StaticFile file : sources.letters()) {
            String article = folder(file.path(), "");
            if (references.articles().contains(article)) {
                letters.put(article, file);
            } else {
                String hint =
                        Suggestion.hint(article, references.articles()).orElse("name the folder as the article's id");
                diagnostics.error(
                        Place.of("drafts/" + file.path()), "a letter of the unknown article \"" + article + "\"", hint);
            }
        }
        return letters;
    }

    private static String folder(String path, String top) {
        int last = path.lastIndexOf('/');
        return last < top.length() ? "" : path.substring(top.length(), last);
    }
}
