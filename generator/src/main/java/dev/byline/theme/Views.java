package dev.byline.theme;

import dev.byline.feedback.Conversation;
import dev.byline.feedback.Conversations;
import dev.byline.network.Network;
import dev.byline.network.Networks;
import dev.byline.network.PostNetwork;
import dev.byline.page.Alphabet;
import dev.byline.page.Direction;
import dev.byline.page.FeedSubject;
import dev.byline.page.Page;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.page.Slice;
import dev.byline.site.Account;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.FeedFormat;
import dev.byline.site.Handle;
import dev.byline.site.Post;
import dev.byline.site.Prose;
import dev.byline.site.Question;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import dev.byline.site.Term;
import java.net.URI;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Makes the views of a site and its articles. */
final class Views {
    /** How many other pieces stand below an author's name. */
    private static final int OTHER_PIECES = 3;

    /** As many readers are shown below an article by their monograms. */
    private static final int FACES = 8;

    /** What can be followed, people first. */
    private static final List<String> FEED_KINDS =
            List.of("person", "subject", "blog", "answers", "category", "tag", "series");

    /** Where the intake server takes the form of an article page. */
    private static final String INTAKE_FORM = "answers";

    private final Site site;
    private final Routes routes;
    private final Map<String, Prose> prose;
    private final Messages messages;
    private final People people;
    private final Responses responses;
    private final Pictures pictures;
    private final Translations translations;
    private final Once<View.Entry> entries;

    Views(
            Site site,
            Routes routes,
            Map<String, Prose> prose,
            Known images,
            Conversations conversations,
            Messages messages,
            Translations translations) {
        this.site = site;
        this.routes = routes;
        this.prose = prose;
        this.messages = messages;
        this.translations = translations;
        this.entries = new Once<>(site.reads());
        this.pictures = new Pictures(images);
        this.people = new People(site, routes, pictures);
        this.responses = new Responses(site, people, conversations, messages);
    }

    People people() {
        return people;
    }

    Responses responses() {
        return responses;
    }

    View.Site site(Locale language, List<View.Language> languages) {
        Settings settings = site.settings();
        return new View.Site(
                settings.title().in(language),
                settings.tagline().in(language),
                settings.description().in(language),
                settings.url().toString(),
                settings.organization().name(),
                settings.organization().url().orElse(settings.url().toString()),
                settings.organization().logo().map(Views::path).orElse(""),
                routes.home(language).encoded(),
                routes.authors(language).encoded(),
                routes.archive(language).encoded(),
                settings.make().search() ? routes.search(language).encoded() : "",
                routes.feeds(language).encoded(),
                settings.make().answers() ? routes.answers(language).encoded() : "",
                routes.terms(Term.Taxonomy.CATEGORY, language).encoded(),
                routes.terms(Term.Taxonomy.TAG, language).encoded(),
                links(settings.frame().navigation(), language),
                links(settings.frame().footer(), language),
                settings.frame().newsletter().link().map(address -> link("", address)).stream()
                        .toList(),
                feeds(settings.title().in(language), routes.home(language)),
                languages);
    }

    private static List<View.Link> links(List<Settings.NavigationLink> links, Locale language) {
        return links.stream()
                .map(link -> link(link.label().in(language), link.link().in(language)))
                .toList();
    }

    private static View.Link link(String label, String address) {
        return new View.Link(label, path(address), address.startsWith("/"));
    }

    /** A path without its leading slash; a full address stays as it is. */
    private static String path(String link) {
        return link.startsWith("/") ? link.substring(1) : link;
    }

    /** A feed in each format that it is made in. */
    List<View.Feed> feeds(String title, Route list) {
        List<View.Feed> feeds = new ArrayList<>();
        for (FeedFormat format : site.settings().feeds().formats()) {
            feeds.add(new View.Feed(title, routes.feed(list, format).encoded(), format.mediaType()));
        }
        return feeds;
    }

    /** What readers may follow, by what it tells of; what nothing is told of is left out. */
    List<View.FeedList> feedLists(List<Page.Feed> feeds, Locale language) {
        Map<String, List<View.FeedLink>> lists = new LinkedHashMap<>();
        FEED_KINDS.forEach(kind -> lists.put(kind, new ArrayList<>()));
        for (Page.Feed feed : feeds) {
            FeedSubject subject = feed.subject();
            lists.get(kind(subject))
                    .add(new View.FeedLink(
                            name(subject, feed.language(), language),
                            feed.about().encoded(),
                            subject.people().stream()
                                    .map(author -> people.of(author, language))
                                    .toList(),
                            feeds("", feed.list())));
        }
        return lists.entrySet().stream()
                .filter(list -> !list.getValue().isEmpty())
                .map(list -> new View.FeedList(list.getKey(), list.getValue()))
                .toList();
    }

    private static String kind(FeedSubject subject) {
        if (subject instanceof FeedSubject.Under under) {
            return under.term().taxonomy().name().toLowerCase(Locale.ROOT);
        }
        if (subject instanceof FeedSubject.AllAnswers || subject instanceof FeedSubject.AnswersTo) {
            return "answers";
        }
        return subject instanceof FeedSubject.By ? "person" : subject instanceof FeedSubject.ByOn ? "subject" : "blog";
    }

    private String name(FeedSubject subject, Locale spoken, Locale language) {
        if (subject instanceof FeedSubject.Under under) {
            return under.term().name();
        }
        if (subject instanceof FeedSubject.By by) {
            return by.author().name();
        }
        if (subject instanceof FeedSubject.ByOn by) {
            return messages.get(
                    language, "feed.on", by.author().name(), by.tag().name());
        }
        if (subject instanceof FeedSubject.AllAnswers) {
            return messages.get(language, "answers.all");
        }
        if (subject instanceof FeedSubject.AnswersTo to) {
            return messages.get(language, "answers.to", to.author().name());
        }
        return subject instanceof FeedSubject.Everything
                ? messages.get(language, "feed.everything")
                : Translations.name(spoken);
    }

    View.Date date(ZonedDateTime moment, Locale language) {
        ZonedDateTime local = moment.withZoneSameInstant(site.settings().timeZone());
        String iso =
                local.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        String text = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(local);
        return new View.Date(iso, text);
    }

    List<View.Date> date(Optional<ZonedDateTime> moment, Locale language) {
        return moment.map(m -> List.of(date(m, language))).orElse(List.of());
    }

    View.Term term(Term term, Locale language) {
        return new View.Term(term.name(), routes.term(term, language).encoded(), 0);
    }

    List<View.Entry> entries(List<Article> articles, Locale language) {
        return articles.stream().map(article -> entry(article, language)).toList();
    }

    View.Entry entry(Article article, Locale language) {
        return entries.get(language.toLanguageTag() + " " + article.id(), () -> make(article, language));
    }

    private View.Entry make(Article article, Locale language) {
        site.reads().read(Question.Kind.ENTRY, article.id());
        Prose body = prose.get(article.id());
        return new View.Entry(
                article.title(),
                routes.article(article).encoded(),
                article.language().toLanguageTag(),
                Direction.of(article.language()),
                article.summary().isEmpty() ? body.lead() : article.summary(),
                people.of(article.authors(), language),
                date(article.date(), language),
                body.readingMinutes(),
                article.category()
                        .map(c -> List.of(term(c, article.language())))
                        .orElse(List.of()),
                article.image()
                        .map(image -> List.of(pictures.of(image, routes.picture(article, image.src()))))
                        .orElse(List.of()),
                responses.conversation(article).spoken());
    }

    View.Article article(Page.ArticlePage page) {
        Article article = page.article();
        Prose body = page.prose();
        List<View.Reader> readers = responses.readers(article);
        Locale language = article.language();
        List<Article> inOrder = site.seriesOf(article);
        return new View.Article(
                article.id(),
                new UnpublishedMark(site, messages).of(article, language),
                entry(article, language),
                body.html().under(page.route().toRoot()),
                body.headings().stream()
                        .map(h -> new View.Heading(h.level(), h.anchor(), h.text()))
                        .toList(),
                date(article.updated(), language),
                article.tags().stream().map(tag -> term(tag, language)).toList(),
                article.series().map(s -> List.of(term(s, language))).orElse(List.of()),
                entries(inOrder, language),
                inOrder.indexOf(article) + 1,
                page.related().stream()
                        .map(related -> new View.Related(entry(related.article(), language), related.because()))
                        .toList(),
                writers(article),
                article.question(),
                article.takesFeedback(site.now()),
                page.feedback().isPresent() ? form() : List.of(),
                answers(article),
                told(article),
                responses.numbers(article),
                readers.stream().limit(FACES).toList(),
                Math.max(0, readers.size() - FACES),
                responses.newest(article),
                page.feedback().map(Route::encoded).orElse(""),
                article.affiliate(),
                entries(page.newer().stream().toList(), language),
                entries(page.older().stream().toList(), language),
                translations.others(article),
                article.custom());
    }

    /** Where readers answer right below a piece; what they say stands on the page of its answers. */
    private List<String> form() {
        return site
                .settings()
                .answers()
                .intake()
                .map(intake -> intake.resolve(INTAKE_FORM).toString())
                .stream()
                .toList();
    }

    /** Each author with the newest other pieces in this language. */
    private List<View.Writer> writers(Article article) {
        return article.authors().stream()
                .map(author -> new View.Writer(
                        people.of(author, article.language()),
                        entries(
                                site.listedBy(author).stream()
                                        .filter(other -> !other.id().equals(article.id()))
                                        .filter(other -> other.language().equals(article.language()))
                                        .limit(OTHER_PIECES)
                                        .toList(),
                                article.language())))
                .toList();
    }

    View.Pager pager(Slice slice) {
        return new View.Pager(
                slice.newer().map(Route::encoded).orElse(""),
                slice.older().map(Route::encoded).orElse(""),
                slice.number());
    }

    /** The way through a long conversation, which begins with the oldest. */
    View.Pages conversation(Page.FeedbackPage page) {
        Article article = page.article();
        int number = page.number();
        return new View.Pages(
                number > 1 ? routes.feedback(article, number - 1).encoded() : "",
                number < page.of() ? routes.feedback(article, number + 1).encoded() : "",
                number,
                page.of());
    }

    /** What was said last to any of these pieces, the newest first. */
    List<View.Heard> heard(
            Collection<Article> articles, Predicate<Conversation.Said> wanted, int most, Locale language) {
        return responses.newest(articles, wanted, most).stream()
                .map(heard -> new View.Heard(
                        entry(heard.article(), language),
                        responses.alone(heard.said(), language),
                        routes.said(
                                heard.article(),
                                heard.said().page(),
                                heard.said().anchor())))
                .toList();
    }

    /** What people write on, by name, with those who do. */
    List<View.Topic> topics(List<Author> authors, Locale language) {
        Map<String, List<Author>> byTopic = new TreeMap<>(Alphabet.of(language));
        authors.forEach(author -> author.topics()
                .forEach(topic ->
                        byTopic.computeIfAbsent(topic, t -> new ArrayList<>()).add(author)));
        return byTopic.entrySet().stream()
                .map(entry -> new View.Topic(entry.getKey(), people.of(entry.getValue(), language)))
                .toList();
    }

    List<View.YearLink> years(SortedMap<String, Integer> years, String current, Locale language) {
        return years.entrySet().stream()
                .filter(year -> !year.getKey().isEmpty())
                .map(year -> new View.YearLink(
                        year.getKey(),
                        routes.archive(language, year.getKey()).encoded(),
                        year.getValue(),
                        year.getKey().equals(current)))
                .toList();
    }

    /** Where readers answer each author, on each network where the author can be mentioned. */
    List<View.Answer> answers(Article article) {
        String url = routes.article(article).under(site.settings().url());
        List<View.Answer> answers = new ArrayList<>();
        for (Author author : article.authors()) {
            for (Handle handle : author.handles()) {
                Networks.postingById(handle.network())
                        .flatMap(network -> answer(network, author, handle, article.language(), url))
                        .ifPresent(answers::add);
            }
        }
        return answers;
    }

    private Optional<View.Answer> answer(
            PostNetwork network, Author author, Handle handle, Locale language, String url) {
        Optional<String> disagree =
                network.answerLink(handle.name(), messages.get(language, "answer.disagree.text"), url);
        Optional<String> thank = network.answerLink(handle.name(), messages.get(language, "answer.thank.text"), url);
        return disagree.isEmpty() || thank.isEmpty()
                ? Optional.empty()
                : Optional.of(new View.Answer(author.name(), network.displayName(), disagree.get(), thank.get()));
    }

    /** Where a piece is told: first what the ledger knows, then what its writer has noted beside that. */
    private List<View.Told> told(Article article) {
        Map<String, View.Told> told = new LinkedHashMap<>();
        site.posts(article).stream()
                .filter(post -> post.state() == Post.State.PUBLISHED && post.part() == 1)
                .filter(post -> post.url().isPresent())
                .forEach(post -> told.putIfAbsent(
                        post.url().get(),
                        new View.Told(
                                Networks.byId(post.network())
                                        .map(Network::displayName)
                                        .orElse(post.network()),
                                accountName(post.account()),
                                post.url().get())));
        article.syndication().forEach(url -> told.putIfAbsent(url, new View.Told(host(url), "", url)));
        return List.copyOf(told.values());
    }

    private static String host(String url) {
        return URI.create(url).getHost().replaceFirst("^www\\.", "");
    }

    private String accountName(String id) {
        return site.author(id)
                .map(Author::name)
                .or(() -> site.settings().accounts().stream()
                        .filter(account -> account.id().equals(id))
                        .findFirst()
                        .map(Account::name))
                .orElse(id);
    }

    List<View.Year> years(List<Article> articles, Locale language) {
        Map<String, List<View.Entry>> years = new LinkedHashMap<>();
        for (Article article : articles) {
            String year =
                    article.date().map(date -> Integer.toString(date.getYear())).orElse("");
            years.computeIfAbsent(year, y -> new ArrayList<>()).add(entry(article, language));
        }
        List<View.Year> views = new ArrayList<>();
        years.forEach((year, entries) -> views.add(new View.Year(year, entries)));
        return views;
    }

    String words(Locale language, String key, Object... arguments) {
        return messages.get(language, key, arguments);
    }

    /** The address of a page in full. */
    String url(Route route) {
        URI base = site.settings().url();
        return route.under(base);
    }
}
