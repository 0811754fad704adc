package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Suggestion;
import dev.byline.feedback.Addresses;
import dev.byline.feedback.FeedbackSource;
import dev.byline.feedback.Gatherer;
import dev.byline.feedback.Intake;
import dev.byline.feedback.Mastodon;
import dev.byline.feedback.Submission;
import dev.byline.intake.StoredAnswers;
import dev.byline.page.Routes;
import dev.byline.remote.Http;
import dev.byline.site.Article;
import dev.byline.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Asks the sources of a site's feedback. A new source is one line here. */
final class GatherStage {
    /** How long words stay in a store that is read without its server. */
    private static final Duration KEPT_AFTER_GATHERING = Duration.ofDays(30);

    private final Site site;
    private final GatherRequest request;
    private final Diagnostics diagnostics;
    private final Routes routes;

    GatherStage(Site site, GatherRequest request, Diagnostics diagnostics) {
        this.site = site;
        this.request = request;
        this.diagnostics = diagnostics;
        this.routes = new Routes(site.settings());
    }

    GatherReport run() throws IOException {
        List<FeedbackSource> sources = sources();
        List<String> known = sources.stream().map(FeedbackSource::id).toList();
        for (String wanted : request.sources()) {
            if (!known.contains(wanted)) {
                String hint = Suggestion.hint(wanted, known).orElse("one of " + String.join(", ", known));
                diagnostics.error(Place.of("--source"), "there is no source \"" + wanted + "\" here", hint);
            }
        }
        if (diagnostics.hasErrors()) {
            return GatherReport.failed(diagnostics.all());
        }
        List<FeedbackSource> asked = sources.stream()
                .filter(source ->
                        request.sources().isEmpty() || request.sources().contains(source.id()))
                .toList();
        Gatherer.Report done = new Gatherer(request.site(), site, addresses(), asked, diagnostics)
                .gather(request.since(), request.all());
        return new GatherReport(
                diagnostics.all(), done.added(), done.updated(), done.removed(), done.unchanged(), done.failures());
    }

    private List<FeedbackSource> sources() {
        Http http = new Http(Byline.version(), request.patience());
        List<FeedbackSource> sources = new ArrayList<>();
        sources.add(new Mastodon(http));
        intake(http).ifPresent(sources::add);
        return List.copyOf(sources);
    }

    /** From its store where that is named, else over the network; not without a token, unless it is asked for by name. */
    private Optional<FeedbackSource> intake(Http http) {
        Map<String, String> environment = request.environment();
        String store = environment.getOrDefault(IntakeRequest.STORE, "");
        if (!store.isBlank()) {
            Optional<String> password = Optional.ofNullable(environment.get(IntakeRequest.PASSWORD));
            return Optional.of(new StoredAnswers(store, password, KEPT_AFTER_GATHERING));
        }
        String token = environment.getOrDefault(IntakeRequest.TOKEN, "").strip();
        boolean wanted = !token.isEmpty() || request.sources().contains(Submission.SOURCE);
        return site.settings()
                .answers()
                .intake()
                .filter(address -> wanted)
                .map(address -> new Intake(http, address, token));
    }

    /** Where each article is, was, and is answered to. */
    private Addresses addresses() {
        Map<String, String> articles = new TreeMap<>();
        String base = site.settings().url().getPath();
        for (Article article : site.articles()) {
            articles.put(base + routes.article(article).path(), article.id());
            articles.put(base + routes.feedback(article).path(), article.id());
        }
        for (Article article : site.articles()) {
            article.aliases().forEach(alias -> articles.putIfAbsent(base + alias, article.id()));
        }
        return new Addresses(site.settings().url(), articles);
    }
}
