package dev.byline;

import dev.byline.PublishRequest.Choice;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.network.Message;
import dev.byline.network.Networks;
import dev.byline.network.PostNetwork;
import dev.byline.network.Rules;
import dev.byline.page.Routes;
import dev.byline.publish.Ledger;
import dev.byline.publish.LedgerStore;
import dev.byline.publish.Line;
import dev.byline.publish.Outgoing;
import dev.byline.publish.Pause;
import dev.byline.publish.Round;
import dev.byline.publish.Secrets;
import dev.byline.remote.Http;
import dev.byline.site.Account;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Handle;
import dev.byline.site.Newsletter;
import dev.byline.site.Post;
import dev.byline.site.Site;
import dev.byline.site.TakenDraft;
import dev.byline.social.Draft;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Decides which drafts are posted now, and has them posted. */
final class PublishStage {
    private final Site site;
    private final Edition edition;
    private final PublishRequest request;
    private final UnaryOperator<Outgoing> cast;
    private final Http http;
    private final Round round;
    private final Diagnostics diagnostics;
    private final Routes routes;
    private final List<Line> lines = new ArrayList<>();
    private int unapproved;

    /**
     * Prepares.
     *
     * @param cast changes who posts a draft, for a rehearsal
     */
    PublishStage(
            Site site,
            Edition edition,
            PublishRequest request,
            Ledger ledger,
            Pause pause,
            UnaryOperator<Outgoing> cast,
            Diagnostics diagnostics) {
        this.site = site;
        this.edition = edition;
        this.request = request;
        this.cast = cast;
        this.diagnostics = diagnostics;
        this.routes = new Routes(site.settings());
        this.http = new Http(Byline.version(), request.patience());
        this.round = new Round(
                new Secrets(request.environment()), http::send, ledger, request.clock(), pause, request.patience());
    }

    static Ledger ledger(Site site, LedgerStore store) {
        Map<String, List<Post>> known = new HashMap<>();
        site.articles().forEach(article -> known.put(article.id(), site.posts(article)));
        return new Ledger(known, store);
    }

    PublishReport run() throws IOException {
        List<Outgoing> due = due().stream().map(cast).toList();
        boolean updating = request.wants(Choice.UPDATE);
        if (request.wants(Choice.DRY_RUN)) {
            lines.addAll(round.foresee(due, updating));
        } else {
            lines.addAll(round.publish(withPages(due, updating), updating));
        }
        return new PublishReport(diagnostics.all(), entries(lines), unapproved);
    }

    static List<PublishReport.Entry> entries(List<Line> lines) {
        return lines.stream()
                .map(line -> new PublishReport.Entry(
                        line.article(),
                        line.account(),
                        line.network(),
                        line.part(),
                        line.result().word(),
                        line.detail(),
                        line.result().isFailure()))
                .toList();
    }

    private List<Outgoing> due() {
        List<Outgoing> due = new ArrayList<>();
        Set<String> composed = new HashSet<>();
        for (Draft draft : edition.drafts()) {
            composed.add(draft.path());
            if (isWanted(draft.article(), draft.account().id(), draft.network().id(), draft.status(), draft.at())) {
                due.add(outgoing(draft));
            }
        }
        for (TakenDraft draft : site.drafts()) {
            String path = draft.article() + "/" + draft.account() + "." + draft.network() + ".md";
            if (!composed.contains(path)) {
                site.article(draft.article())
                        .filter(article ->
                                isWanted(article, draft.account(), draft.network(), draft.status(), at(draft)))
                        .ifPresent(article -> due.add(outgoing(draft, article)));
            }
        }
        due.addAll(letters());
        return due;
    }

    /** A letter holds its piece: what was approved is the file, and without one the piece as it is now. */
    private List<Outgoing> letters() {
        Newsletter newsletter = site.settings().frame().newsletter();
        List<Outgoing> due = new ArrayList<>();
        for (Article article : site.articles()) {
            String sender = sender(article);
            TakenDraft.Status status = edition.statusOfLetter(article);
            boolean told = newsletter.to().isPresent() || status == TakenDraft.Status.APPROVED;
            if (!told
                    || !article.syndicationOn(Newsletter.ID).wanted()
                    || !isWanted(article, sender, Newsletter.ID, status, Optional.empty())) {
                continue;
            }
            if (newsletter.to().isEmpty()) {
                lines.add(new Line(
                        article.id(),
                        sender,
                        Newsletter.ID,
                        1,
                        Line.Result.LATER,
                        "no list: set newsletter: {to: ...} in site.yml"));
            } else {
                edition.letter(article)
                        .ifPresent(letter ->
                                due.add(letter(article, sender, newsletter.to().get(), letter)));
            }
        }
        return due;
    }

    /** Whose letter it is: the first company account where the site says from which address, else the first author. */
    private String sender(Article article) {
        Optional<String> author = article.authors().stream().findFirst().map(Author::id);
        Optional<String> company =
                site.settings().accounts().stream().findFirst().map(Account::id);
        boolean fromCompany = site.settings().frame().newsletter().from().isPresent();
        return (fromCompany ? company.or(() -> author) : author.or(() -> company)).orElse(Newsletter.ID);
    }

    private Outgoing letter(Article article, String sender, String list, byte[] letter) {
        String source = new String(letter, StandardCharsets.ISO_8859_1);
        return new Outgoing(
                article.id(),
                sender,
                Newsletter.ID,
                list,
                article.language(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                link(article),
                List.of(new Outgoing.Text(source, source.length(), List.of())),
                planned(article, Optional.empty()),
                article.place());
    }

    private Optional<Instant> at(TakenDraft draft) {
        return site.article(draft.article())
                .flatMap(article -> article.syndicationOn(draft.network()).at())
                .map(at -> at.toInstant());
    }

    private boolean isWanted(
            Article article, String account, String network, TakenDraft.Status status, Optional<Instant> at) {
        if (!request.selection().takes(article.id(), account, network) || status == TakenDraft.Status.PUBLISHED) {
            return false;
        }
        if (status != TakenDraft.Status.APPROVED && !request.wants(Choice.APPROVE)) {
            unapproved++;
            return false;
        }
        if (!site.listed().contains(article)) {
            lines.add(new Line(article.id(), account, network, 1, Line.Result.LATER, "the article is not out"));
            return false;
        }
        if (at.isPresent() && at.get().isAfter(request.at())) {
            lines.add(new Line(article.id(), account, network, 1, Line.Result.LATER, "at " + at.get()));
            return false;
        }
        if (!Round.reaches(network)) {
            lines.add(new Line(
                    article.id(), account, network, 1, Line.Result.LATER, "by hand: Byline cannot post there"));
            return false;
        }
        return true;
    }

    private Outgoing outgoing(Draft draft) {
        Article article = draft.article();
        return new Outgoing(
                article.id(),
                draft.account().id(),
                draft.network().id(),
                draft.account().handleOn(draft.network().id()).map(Handle::name).orElse(""),
                article.syndicationOn(draft.network().id()).community(),
                draft.language(),
                draft.visibility(),
                draft.contentWarning(),
                request.wants(Choice.DRY_RUN) ? List.of() : edition.media(article, draft.media()),
                link(article),
                draft.parts().stream().map(part -> text(draft.network(), part)).toList(),
                planned(article, draft.at()),
                article.place());
    }

    /** A draft that a person wrote for a network that none is composed for. */
    private Outgoing outgoing(TakenDraft draft, Article article) {
        return new Outgoing(
                article.id(),
                draft.account(),
                draft.network(),
                handle(site, draft.account(), draft.network()),
                article.syndicationOn(draft.network()).community(),
                draft.language(),
                draft.visibility(),
                draft.contentWarning(),
                request.wants(Choice.DRY_RUN) ? List.of() : edition.media(article, draft.media()),
                link(article),
                TakenDraft.parts(draft.text()).stream()
                        .map(part -> Networks.postingById(draft.network())
                                .map(network -> text(network, part))
                                .orElseGet(() -> new Outgoing.Text(part, part.length(), List.of())))
                        .toList(),
                planned(article, at(draft)),
                draft.place());
    }

    /** A post as its network's interface takes it: with its marks read, or with what stands in its words. */
    private static Outgoing.Text text(PostNetwork network, String part) {
        Message message = network.message(part, Map.of());
        boolean marked = network.rules().markup() == Rules.Markup.HTML;
        return new Outgoing.Text(
                message.title(),
                message.text(),
                network.count(part),
                marked ? message.facets() : network.facets(message.text()));
    }

    private static Instant planned(Article article, Optional<Instant> at) {
        return at.orElseGet(() -> article.date().map(date -> date.toInstant()).orElse(Instant.EPOCH));
    }

    /** The handle of an author or a company account; empty where there is none. */
    static String handle(Site site, String account, String network) {
        return site.settings().accounts().stream()
                .filter(company -> company.id().equals(account))
                .findFirst()
                .or(() -> site.author(account).map(Account::of))
                .flatMap(known -> known.handleOn(network))
                .map(Handle::name)
                .orElse("");
    }

    private Outgoing.Link link(Article article) {
        String url = article.canonical()
                .orElse(routes.article(article).under(site.settings().url()));
        return new Outgoing.Link(
                url,
                article.title(),
                article.summary(),
                request.wants(Choice.DRY_RUN) ? Optional.empty() : edition.card(article));
    }

    /** The drafts whose page is there: a link that leads nowhere is the worst that can be posted. */
    private List<Outgoing> withPages(List<Outgoing> drafts, boolean updating) {
        if (request.wants(Choice.NO_PAGE_CHECK)) {
            return drafts;
        }
        Map<String, Optional<String>> problems = new HashMap<>();
        List<Outgoing> there = new ArrayList<>();
        for (Outgoing draft : drafts) {
            boolean asks =
                    round.foresee(List.of(draft), updating).stream().anyMatch(line -> line.result() == Line.Result.DUE);
            Optional<String> problem =
                    asks ? problems.computeIfAbsent(draft.link().url(), this::problem) : Optional.empty();
            if (problem.isEmpty()) {
                there.add(draft);
            } else {
                lines.add(new Line(
                        draft.article(), draft.account(), draft.network(), 1, Line.Result.FAILED, problem.get()));
            }
        }
        return there;
    }

    private Optional<String> problem(String url) {
        Http.Answer answer = http.get(URI.create(url), "text/html");
        if (answer instanceof Http.Answer.Failed failed) {
            return Optional.of("the page cannot be looked at: " + failed.reason());
        }
        int status = ((Http.Answer.Got) answer).status();
        return status == 200
                ? Optional.empty()
                : Optional.of("the page answers " + status + ": deploy the site first (" + url + ")");
    }
}
