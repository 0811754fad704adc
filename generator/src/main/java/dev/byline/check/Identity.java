package dev.byline.check;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.network.Network;
import dev.byline.network.Networks;
import dev.byline.page.Routes;
import dev.byline.remote.Http;
import dev.byline.site.Account;
import dev.byline.site.Author;
import dev.byline.site.Handle;
import dev.byline.site.Site;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks every published profile whether it links back: an author's to the author's page, the company's to the home page.
 * A page says of anybody that a profile is theirs; only the profile can say that it is so. Each profile is asked once,
 * each host one question at a time. Handles that are not published are never asked about.
 */
public final class Identity {
    private static final String RULE = "identity";
    private static final String HTML = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1";

    /** Answers that say that there is no such profile. */
    private static final Set<Integer> NO_PROFILE = Set.of(404, 410);

    private final Site site;
    private final Routes routes;
    private final Http http;
    private final Diagnostics found;

    /**
     * Prepares to ask.
     *
     * @param http may follow redirects to other hosts, and ask without TLS
     * @param found hears of profiles that do not link back or could not be asked, where their handles are written
     */
    public Identity(Site site, Http http, Diagnostics found) {
        this.site = site;
        this.routes = new Routes(site.settings());
        this.http = http;
        this.found = found;
    }

    /**
     * A profile that is to be asked.
     *
     * @param page the address on this site that it should link to
     */
    private record Question(String account, Handle handle, Network network, String profile, String page) {}

    /** Asks; what came of it is in the order of the accounts of {@code site.yml} and then the authors. */
    public List<Claim> ask() {
        List<Question> questions = questions();
        Map<String, List<Question>> byHost = new TreeMap<>();
        questions.stream()
                .filter(question -> question.network.linkingBack().isPresent())
                .forEach(question -> byHost.computeIfAbsent(Outside.host(question.profile), h -> new ArrayList<>())
                        .add(question));
        Map<Question, Claim.Outcome> outcomes = new ConcurrentHashMap<>();
        byHost.values().parallelStream().forEach(host -> {
            Map<String, Http.Answer> answers = new HashMap<>();
            host.forEach(question ->
                    outcomes.put(question, outcome(question, answers.computeIfAbsent(question.profile, this::get))));
        });
        return questions.stream()
                .map(question -> new Claim(
                        question.account,
                        question.network.id(),
                        question.profile,
                        outcomes.getOrDefault(question, Claim.Outcome.UNVERIFIABLE)))
                .toList();
    }

    private List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        URI url = site.settings().url();
        String home = routes.home(site.settings().defaultLanguage()).under(url);
        for (Account account : site.settings().accounts()) {
            account.handles()
                    .forEach(handle -> question(account.id(), handle, home).ifPresent(questions::add));
        }
        for (Author author : site.authors()) {
            String page = routes.author(author).under(url);
            author.handles()
                    .forEach(handle -> question(author.id(), handle, page).ifPresent(questions::add));
        }
        return questions;
    }

    private static Optional<Question> question(String account, Handle handle, String page) {
        return Networks.byId(handle.network())
                .flatMap(network -> handle.profile()
                        .filter(profile -> handle.published())
                        .map(profile -> new Question(account, handle, network, profile, page)));
    }

    private Http.Answer get(String profile) {
        try {
            return http.get(URI.create(profile), HTML);
        } catch (IllegalArgumentException noAddress) {
            return new Http.Answer.Failed("no address that can be asked");
        }
    }

    private Claim.Outcome outcome(Question question, Http.Answer answer) {
        if (answer instanceof Http.Answer.Failed failed) {
            return unanswered(question, failed.reason());
        }
        Http.Answer.Got got = (Http.Answer.Got) answer;
        if (NO_PROFILE.contains(got.status())) {
            warn(question, "answers " + got.status() + ": there is no such profile", "correct the handle");
            return Claim.Outcome.UNVERIFIED;
        }
        if (got.status() != 200) {
            return unanswered(question, "it answers " + got.status());
        }
        RelMe links = RelMe.of(got);
        String page = RelMe.normal(question.page);
        if (links.mine().contains(page)) {
            return Claim.Outcome.VERIFIED;
        }
        warn(
                question,
                links.all().contains(page)
                        ? "links to " + question.page + ", but not with rel=\"me\""
                        : "has no rel=\"me\" link to " + question.page,
                question.network.linkingBack().orElseThrow());
        return Claim.Outcome.UNVERIFIED;
    }

    private Claim.Outcome unanswered(Question question, String reason) {
        warn(question, "could not be asked: " + reason, "ask again later");
        return Claim.Outcome.UNANSWERED;
    }

    private void warn(Question question, String what, String hint) {
        found.add(Diagnostic.warning(
                        question.handle.place(),
                        question.network.displayName() + " profile " + question.profile + " " + what,
                        hint)
                .by(RULE));
    }
}
