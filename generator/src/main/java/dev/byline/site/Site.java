package dev.byline.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything that was understood, at one moment. Immutable; threads may share it.
 *
 * <p>Lists of articles are newest first; those without a date come last; ties are by id, so that the order never
 * depends on the disk.
 */
public final class Site {
    private static final Comparator<Article> NEWEST_FIRST = Comparator.<Article, Instant>comparing(
                    a -> a.date().map(d -> d.toInstant()).orElse(Instant.MIN), Comparator.reverseOrder())
            .thenComparing(Article::id);

    private final Settings settings;
    private final Instant now;
    /** Ids of articles that have a page although they are not out. */
    private final Set<String> shown;

    private final Map<String, Author> authors;
    private final Map<String, Article> articles;
    private final List<Article> published;
    private final List<Article> listed;
    private final Map<Locale, List<Article>> listedByLanguage;
    /** By author id. */
    private final Map<String, List<Article>> listedByAuthor;

    private final List<StaticPage> pages;
    private final Map<String, Server> servers;
    private final Map<String, List<Feedback>> feedback;
    private final Map<String, List<Post>> posts;
    private final List<TakenDraft> drafts;
    private final Map<String, StaticFile> letters;
    private final List<StaticFile> staticFiles;
    private final List<StaticFile> articleFiles;
    /** Articles by the id of the one that they translate, itself among them; in the order of the site's languages. */
    private final Map<String, List<Article>> versions;
    /** Listed articles by series and language, oldest first. */
    private final Map<String, List<Article>> series;

    private final Reads reads;

    /**
     * Puts together what was understood.
     *
     * @param now the moment that decides what is scheduled or expired
     * @param servers what servers of accounts allow, by host
     * @param feedback by article id; every state of moderation
     * @param posts by article id
     * @param letters newsletters that a person has taken over, by article id
     * @param staticFiles below {@code static/}
     * @param articleFiles below {@code articles/}, other than Markdown
     */
    public Site(
            Settings settings,
            Instant now,
            Collection<Author> authors,
            Collection<Article> articles,
            Collection<StaticPage> pages,
            Map<String, Server> servers,
            Map<String, List<Feedback>> feedback,
            Map<String, List<Post>> posts,
            Collection<TakenDraft> drafts,
            Map<String, StaticFile> letters,
            Collection<StaticFile> staticFiles,
            Collection<StaticFile> articleFiles) {
        this(
                settings,
                now,
                Set.of(),
                authors,
                articles,
                pages,
                servers,
                feedback,
                posts,
                drafts,
                letters,
                staticFiles,
                articleFiles);
    }

    private Site(
            Settings settings,
            Instant now,
            Set<String> shown,
            Collection<Author> authors,
            Collection<Article> articles,
            Collection<StaticPage> pages,
            Map<String, Server> servers,
            Map<String, List<Feedback>> feedback,
            Map<String, List<Post>> posts,
            Collection<TakenDraft> drafts,
            Map<String, StaticFile> letters,
            Collection<StaticFile> staticFiles,
            Collection<StaticFile> articleFiles) {
        this.settings = settings;
        this.now = now;
        this.shown = Set.copyOf(shown);
        Map<String, Author> people = new LinkedHashMap<>();
        authors.forEach(author -> people.put(author.id(), author));
        this.authors = Collections.unmodifiableMap(people);
        List<Article> sorted = new ArrayList<>(articles);
        sorted.sort(NEWEST_FIRST);
        Map<String, Article> pieces = new LinkedHashMap<>();
        sorted.forEach(article -> pieces.put(article.id(), article));
        this.articles = Collections.unmodifiableMap(pieces);
        this.published = sorted.stream().filter(a -> visibility(a).hasPage()).toList();
        this.listed =
                sorted.stream().filter(a -> visibility(a) == Visibility.LISTED).toList();
        this.listedByLanguage = grouped(listed, article -> Stream.of(article.language()));
        this.listedByAuthor =
                grouped(listed, article -> article.authors().stream().map(Author::id));
        List<Article> byLanguage = new ArrayList<>(published);
        byLanguage.sort(Comparator.comparingInt(a -> settings.languages().indexOf(a.language())));
        this.versions = grouped(byLanguage, article -> Stream.of(original(article)));
        List<Article> oldestFirst = new ArrayList<>(listed);
        Collections.reverse(oldestFirst);
        this.series =
                grouped(oldestFirst, article -> article.series().map(one -> row(one, article.language())).stream());
        this.pages = List.copyOf(pages);
        this.servers = Map.copyOf(servers);
        this.feedback = Map.copyOf(feedback);
        this.posts = Map.copyOf(posts);
        this.drafts = List.copyOf(drafts);
        this.letters = Map.copyOf(letters);
        this.staticFiles = List.copyOf(staticFiles);
        this.articleFiles = List.copyOf(articleFiles);
        this.reads = Reads.UNHEARD;
    }

    /** The same site, which tells what it is asked. */
    private Site(Site site, Reads reads) {
        this.settings = site.settings;
        this.now = site.now;
        this.shown = site.shown;
        this.authors = site.authors;
        this.articles = site.articles;
        this.published = site.published;
        this.listed = site.listed;
        this.listedByLanguage = site.listedByLanguage;
        this.listedByAuthor = site.listedByAuthor;
        this.versions = site.versions;
        this.series = site.series;
        this.pages = site.pages;
        this.servers = site.servers;
        this.feedback = site.feedback;
        this.posts = site.posts;
        this.drafts = site.drafts;
        this.letters = site.letters;
        this.staticFiles = site.staticFiles;
        this.articleFiles = site.articleFiles;
        this.reads = reads;
    }

    private static <K> Map<K, List<Article>> grouped(List<Article> articles, Function<Article, Stream<K>> keys) {
        Map<K, List<Article>> groups = new HashMap<>();
        articles.forEach(article -> keys.apply(article)
                .forEach(key ->
                        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(article)));
        groups.replaceAll((key, group) -> Collections.unmodifiableList(group));
        return groups;
    }

    private static String original(Article article) {
        return article.translationOf().orElse(article.id());
    }

    private static String row(Term series, Locale language) {
        return language.toLanguageTag() + " " + series.slug();
    }

    /** The same site, which tells what is asked of it about single things. */
    public Site heardBy(Reads listener) {
        return new Site(this, listener);
    }

    /** Who hears what is asked of it. */
    public Reads reads() {
        return reads;
    }

    /** The same site with other feedback, by article id. */
    public Site withFeedback(Map<String, List<Feedback>> other) {
        return new Site(
                settings,
                now,
                shown,
                authors.values(),
                articles.values(),
                pages,
                servers,
                other,
                posts,
                drafts,
                letters,
                staticFiles,
                articleFiles);
    }

    /** The same site, in which these articles have unlisted pages although they are not out: for the writer's eyes. */
    public Site showing(Set<String> ids) {
        return new Site(
                settings,
                now,
                ids,
                authors.values(),
                articles.values().stream()
                        .map(article -> ids.contains(article.id()) ? article.asUnlisted() : article)
                        .toList(),
                pages,
                servers,
                feedback,
                posts,
                drafts,
                letters,
                staticFiles,
                articleFiles);
    }

    /** Who can see an article on this site. */
    public Visibility visibility(Article article) {
        Visibility visibility = article.visibility(now);
        return !visibility.hasPage() && shown.contains(article.id()) ? Visibility.UNLISTED : visibility;
    }

    public Settings settings() {
        return settings;
    }

    /** The moment of the build. */
    public Instant now() {
        return now;
    }

    public Collection<Author> authors() {
        reads.read(Question.Kind.AUTHORS, "");
        return authors.values();
    }

    public Optional<Author> author(String id) {
        reads.read(Question.Kind.AUTHOR, id);
        return Optional.ofNullable(authors.get(id));
    }

    /** All articles, also those that nobody may see yet. */
    public Collection<Article> articles() {
        return articles.values();
    }

    public Optional<Article> article(String id) {
        reads.read(Question.Kind.ENTRY, id);
        return Optional.ofNullable(articles.get(id));
    }

    /** The articles that have a page now. */
    public List<Article> published() {
        return published;
    }

    /** The articles that stand in lists and feeds now. */
    public List<Article> listed() {
        return listed;
    }

    /** The listed articles in one language. */
    public List<Article> listed(Locale language) {
        return listedByLanguage.getOrDefault(language, List.of());
    }

    /** The listed articles that this person wrote, alone or with others. */
    public List<Article> listedBy(Author author) {
        reads.read(Question.Kind.WRITTEN_BY, author.id());
        return listedByAuthor.getOrDefault(author.id(), List.of());
    }

    /** How many those are. */
    public int countBy(Author author) {
        reads.read(Question.Kind.COUNT, author.id());
        return listedByAuthor.getOrDefault(author.id(), List.of()).size();
    }

    /** The listed articles of the same series and language, itself among them, oldest first; empty without a series. */
    public List<Article> seriesOf(Article article) {
        reads.read(Question.Kind.SERIES, article.id());
        return article.series()
                .map(one -> series.getOrDefault(row(one, article.language()), List.of()))
                .orElse(List.of());
    }

    /** The same piece in its other languages, as far as those are published, by the order of the site's languages. */
    public List<Article> translationsOf(Article article) {
        reads.read(Question.Kind.TRANSLATIONS, article.id());
        return versions.getOrDefault(original(article), List.of()).stream()
                .filter(other -> !other.id().equals(article.id()))
                .toList();
    }

    public List<StaticPage> pages() {
        reads.read(Question.Kind.PAGES, "");
        return pages;
    }

    /** The servers that told what they allow, by host. */
    public Map<String, Server> servers() {
        return servers;
    }

    /** What readers answered to this article, in every state of moderation, by file name. */
    public List<Feedback> feedback(Article article) {
        reads.read(Question.Kind.CONVERSATION, article.id());
        return feedback.getOrDefault(article.id(), List.of());
    }

    /** Where this article was told. */
    public List<Post> posts(Article article) {
        reads.read(Question.Kind.POSTS, article.id());
        return posts.getOrDefault(article.id(), List.of());
    }

    public List<TakenDraft> drafts() {
        return drafts;
    }

    /** The newsletter about this article that a person has taken over. */
    public Optional<StaticFile> letter(Article article) {
        reads.read(Question.Kind.LETTER, article.id());
        return Optional.ofNullable(letters.get(article.id()));
    }

    public List<StaticFile> staticFiles() {
        return staticFiles;
    }

    public List<StaticFile> articleFiles() {
        return articleFiles;
    }
}
