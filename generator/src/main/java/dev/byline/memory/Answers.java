package dev.byline.memory;

import dev.byline.page.Image;
import dev.byline.page.Images;
import dev.byline.page.Links;
import dev.byline.page.Target;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Feedback;
import dev.byline.site.Prose;
import dev.byline.site.Question;
import dev.byline.site.Site;
import dev.byline.site.StaticFile;
import dev.byline.site.StaticPage;
import dev.byline.source.Fingerprint;
import dev.byline.source.SourceState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How a site, as it is now, answers questions: fingerprints of the answers. Threads may share it. */
public final class Answers {
    private final Site site;
    private final Map<String, SourceState> states;
    private final Links links;
    private final Images images;
    private final Map<String, StaticPage> pages = new HashMap<>();
    private final Map<Question, Long> known = new ConcurrentHashMap<>();
    private volatile Rendered rendered = new Rendered(Map.of(), Map.of(), Map.of(), Set.of());

    /**
     * What is known once texts and images are made.
     *
     * @param texts the fingerprint of each text, by the path of its file
     * @param prose by article id
     * @param images by path
     * @param cards the paths of the share cards that there are
     */
    public record Rendered(
            Map<String, Long> texts, Map<String, Prose> prose, Map<String, Image> images, Set<String> cards) {}

    /**
     * Answers for one build.
     *
     * @param states how each file of the site is, by path
     */
    public Answers(Site site, Map<String, SourceState> states, Links links, Images images) {
        this.site = site;
        this.states = states;
        this.links = links;
        this.images = images;
        site.pages().forEach(page -> pages.put(page.id(), page));
    }

    /** Answers also what is asked about texts and images. */
    public void know(Rendered made) {
        this.rendered = made;
        known.clear();
    }

    /** The fingerprint of an answer. */
    public long of(Question question) {
        Long answer = known.get(question);
        if (answer == null) {
            // Not computeIfAbsent: one answer asks for others.
            answer = answer(question);
            known.put(question, answer);
        }
        return answer;
    }

    private long of(Question.Kind kind, String about) {
        return of(Question.of(kind, about));
    }

    private long answer(Question question) {
        String about = question.about();
        return switch (question.kind()) {
            case ENTRY -> site.article(about).map(this::entry).orElse(Fingerprint.NONE);
            case WHOLE -> site.article(about).map(this::whole).orElse(Fingerprint.NONE);
            case CONVERSATION -> site.article(about).map(this::conversation).orElse(Fingerprint.NONE);
            case POSTS -> state("ledger/" + about + ".yml");
            case TRANSLATIONS ->
                site.article(about)
                        .map(article -> entries(site.translationsOf(article)))
                        .orElse(Fingerprint.NONE);
            case LETTER ->
                site.article(about)
                        .flatMap(site::letter)
                        .map(file -> state("drafts/" + file.path()))
                        .orElse(Fingerprint.NONE);
            case AUTHOR -> site.author(about).map(this::author).orElse(Fingerprint.NONE);
            case AUTHORS -> authors(site.authors());
            case COUNT -> site.author(about).map(site::countBy).orElse(0);
            case WRITTEN_BY ->
                site.author(about).map(author -> entries(site.listedBy(author))).orElse(Fingerprint.NONE);
            case SERIES ->
                site.article(about)
                        .map(article -> entries(site.seriesOf(article)))
                        .orElse(Fingerprint.NONE);
            case PAGE -> Optional.ofNullable(pages.get(about)).map(this::page).orElse(Fingerprint.NONE);
            case PAGES -> pages();
            case LINK -> link(links.find(about, question.detail()));
            case IMAGE -> Fingerprint.mixed(0, String.valueOf(rendered.images().get(about)));
            case CARD -> rendered.cards().contains(about) ? 1 : 0;
            case FILE -> state(about);
            case FILES -> files();
        };
    }

    private long state(String path) {
        SourceState state = states.get(path);
        return state == null ? Fingerprint.NONE : state.all();
    }

    private long author(Author author) {
        return Fingerprint.mixed(state(author.place().file()), author.id());
    }

    private long authors(Collection<Author> authors) {
        long all = authors.size();
        for (Author author : authors) {
            all = Fingerprint.mixed(all, of(Question.Kind.AUTHOR, author.id()));
        }
        return all;
    }

    private long entry(Article article) {
        String file = article.place().file();
        SourceState state = states.get(file);
        Prose prose = rendered.prose().get(article.id());
        long entry = Fingerprint.mixed(state == null ? Fingerprint.NONE : state.head(), file);
        entry = Fingerprint.mixed(entry, authors(article.authors()));
        entry = Fingerprint.mixed(
                entry,
                article.visibility(site.now()).name() + site.visibility(article).name());
        entry = Fingerprint.mixed(entry, article.takesFeedback(site.now()) ? 1 : 0);
        return prose == null
                ? entry
                : Fingerprint.mixed(Fingerprint.mixed(entry, prose.lead()), prose.readingMinutes());
    }

    private long whole(Article article) {
        return Fingerprint.mixed(
                of(Question.Kind.ENTRY, article.id()), text(article.place().file()));
    }

    private long text(String file) {
        return rendered.texts().getOrDefault(file, Fingerprint.NONE);
    }

    private long entries(Collection<Article> articles) {
        long all = articles.size();
        for (Article article : articles) {
            all = Fingerprint.mixed(all, of(Question.Kind.ENTRY, article.id()));
        }
        return all;
    }

    /** Who is an author decides how an answer is shown. */
    private long conversation(Article article) {
        Collection<Feedback> items = site.feedback(article);
        if (items.isEmpty()) {
            return Fingerprint.NONE;
        }
        long all = Fingerprint.mixed(of(Question.Kind.ENTRY, article.id()), of(Question.Kind.AUTHORS, ""));
        for (Feedback item : items) {
            all = Fingerprint.mixed(all, state("feedback/" + article.id() + "/" + item.id() + ".yml"));
        }
        return all;
    }

    private long page(StaticPage page) {
        return Fingerprint.mixed(state(page.place().file()), text(page.place().file()));
    }

    private long pages() {
        long all = site.pages().size();
        for (StaticPage page : site.pages()) {
            all = Fingerprint.mixed(
                    Fingerprint.mixed(all, page.place().file()),
                    state(page.place().file()));
        }
        return all;
    }

    private long link(Target target) {
        long leads = Fingerprint.mixed(0, target.toString());
        return images.of(target)
                .map(image -> Fingerprint.mixed(leads, image.toString()))
                .orElse(leads);
    }

    private long files() {
        long all = 0;
        for (StaticFile file : site.staticFiles()) {
            all = Fingerprint.mixed(Fingerprint.mixed(all, file.path()), state("static/" + file.path()));
        }
        for (StaticFile file : site.articleFiles()) {
            all = Fingerprint.mixed(Fingerprint.mixed(all, file.path()), state("articles/" + file.path()));
        }
        return all;
    }
}
