package dev.byline.page;

import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.FeedFormat;
import dev.byline.site.Settings;
import dev.byline.site.StaticPage;
import dev.byline.site.Term;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says where each thing of a site is found. The one place that makes addresses; a pure function of the settings.
 *
 * <p>The default language lies at the root, each other one below {@code /<language>/}. An author has one page for all
 * languages: a person has one address.
 */
public final class Routes {
    /** What stands for something of the article in the pattern of its address. */
    private static final Pattern PART = Pattern.compile(":(?:year|month|day|category|slug|id)");

    private final Settings settings;

    public Routes(Settings settings) {
        this.settings = settings;
    }

    public Route home(Locale language) {
        return new Route(prefix(language));
    }

    public Route archive(Locale language) {
        return home(language).resolve("archive/");
    }

    /** The pieces of one year. */
    public Route archive(Locale language, String year) {
        return archive(language).resolve(year + "/");
    }

    /** Where readers search. */
    public Route search(Locale language) {
        return home(language).resolve("search/");
    }

    /** The folder of what the search page asks. */
    public Route searchIndex(Locale language) {
        return search(language).resolve("index/");
    }

    public Route article(Article article) {
        StringBuilder path = new StringBuilder(prefix(article.language()));
        Matcher parts = PART.matcher(settings.permalink());
        int done = 1;
        while (parts.find()) {
            path.append(settings.permalink(), done, parts.start()).append(part(article, parts.group()));
            done = parts.end();
        }
        return new Route(
                path.append(settings.permalink(), done, settings.permalink().length())
                        .toString());
    }

    private static String part(Article article, String name) {
        return switch (name) {
            case ":year" -> ofDate(article, date -> String.format(Locale.ROOT, "%04d", date.getYear()));
            case ":month" -> ofDate(article, date -> String.format(Locale.ROOT, "%02d", date.getMonthValue()));
            case ":day" -> ofDate(article, date -> String.format(Locale.ROOT, "%02d", date.getDayOfMonth()));
            case ":category" -> article.category().map(Term::slug).orElse("uncategorized");
            case ":slug" -> article.slug();
            default -> article.id();
        };
    }

    /** The picture that networks show beside a link to an article. */
    public Route card(Article article) {
        return article(article).resolve("share-card.png");
    }

    public Route feedback(Article article) {
        return article(article).resolve("feedback/");
    }

    /** What readers said last to any piece of a language. */
    public Route answers(Locale language) {
        return home(language).resolve("feedback/");
    }

    /** The folder of the feed of what readers answer to one person. */
    public Route answers(Author author) {
        return author(author).resolve("feedback/");
    }

    /** A page of a long conversation, from 1 for the oldest threads. */
    public Route feedback(Article article, int page) {
        return page == 1 ? feedback(article) : feedback(article).resolve("page/" + page + "/");
    }

    /**
     * Where something that was said is read, encoded and below the root.
     *
     * @param page of the conversation
     * @param anchor the id of the item there
     */
    public String said(Article article, int page, String anchor) {
        return feedback(article, page).encoded() + "#" + new Route(anchor).encoded();
    }

    public Route authors(Locale language) {
        return home(language).resolve("authors/");
    }

    public Route author(Author author) {
        return new Route("authors/" + author.id() + "/");
    }

    /** The author as a contact for an address book. */
    public Route vcard(Author author) {
        return author(author).resolve(author.id() + ".vcf");
    }

    /** The address of the author's page as a code for a phone's camera. */
    public Route qr(Author author) {
        return author(author).resolve("qr.svg");
    }

    /** What is answered to who asks for the {@link #account} of an author. */
    public Route webFinger(Author author) {
        return author(author).resolve("webfinger.json");
    }

    /**
     * The author's name on the host of the site: {@code acct:giulia-ferri@blog.example.com}.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7565">RFC 7565</a>
     */
    public String account(Author author) {
        return "acct:" + author.id() + "@" + settings.url().getHost();
    }

    public Route terms(Term.Taxonomy taxonomy, Locale language) {
        return home(language).resolve(taxonomy.folder() + "/");
    }

    public Route term(Term term, Locale language) {
        return terms(term.taxonomy(), language).resolve(term.slug() + "/");
    }

    public Route page(StaticPage page) {
        return home(page.language()).resolve(page.path() + "/");
    }

    public Route notFound() {
        return new Route("404.html");
    }

    /** The feed of a list, in the list's folder. */
    public Route feed(Route list, FeedFormat format) {
        return list.resolve(format.file());
    }

    /** One document of that feed. */
    public Route feed(Route list, FeedFormat format, FeedPart part) {
        return list.resolve(part.file(format));
    }

    /** Where readers find every feed of a language, and its folder the feed of all languages. */
    public Route feeds(Locale language) {
        return home(language).resolve("feeds/");
    }

    /** The folder of the feed of what one person writes under one tag. */
    public Route authorOn(Author author, Term tag) {
        return author(author).resolve(tag.taxonomy().folder() + "/" + tag.slug() + "/");
    }

    /**
     * Where a picture of an article is found.
     *
     * @param src relative to the article's file, or absolute from the site's root
     */
    public Route picture(Article article, String src) {
        return src.startsWith("/")
                ? new Route(src.substring(1))
                : article(article).resolve(inFolder(src));
    }

    /** A name relative to an article's folder, without what leads nowhere ({@code ./}). */
    private static String inFolder(String src) {
        return src.startsWith("./") ? src.substring(2) : src;
    }

    private String prefix(Locale language) {
        return language.equals(settings.defaultLanguage()) ? "" : language.toLanguageTag() + "/";
    }

    private static String ofDate(Article article, Function<ZonedDateTime, String> of) {
        Optional<ZonedDateTime> date = article.date();
        return date.map(of).orElse("undated");
    }
}
