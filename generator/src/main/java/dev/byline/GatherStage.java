package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Suggestion;
import dev.byline.feedback.ActivityPub;
import dev.byline.feedback.Addresses;
import dev.byline.feedback.Bluesky;
import dev.byline.feedback.Discussions;
import dev.byline.feedback.FeedbackSource;
import dev.byline.feedback.Gatherer;
import dev.byline.feedback.HttpWeb;
import dev.byline.feedback.Intake;
import dev.byline.feedback.Lemmy;
import dev.byline.feedback.Mastodon;
import dev.byline.feedback.Memory;
import dev.byline.feedback.PoliteWeb;
import dev.byline.feedback.ReceivedMentions;
import dev.byline.feedback.Reddit;
import dev.byline.feedback.Seen;
import dev.byline.feedback.StrangersWeb;
import dev.byline.feedback.Submission;
import dev.byline.feedback.Web;
import dev.byline.feedback.WebmentionIo;
import dev.byline.intake.StoredAnswers;
import dev.byline.intake.StoredMentions;
import dev.byline.page.Routes;
import dev.byline.publish.Pause;
import dev.byline.remote.Http;
import dev.byline.remote.PublicWeb;
import dev.byline.remote.WebAddress;
import dev.byline.site.Article;
import dev.byline.site.Site;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Asks the sources of a site's feedback. A new source is one line here. */
final class GatherStage {
    private static final String IO_TOKEN = "BYLINE_WEBMENTION_IO_TOKEN";
    private static final String IO_SERVER = "BYLINE_WEBMENTION_IO_SERVER";
    /** How long words stay in a store that is read without its server. */
    private static final Duration KEPT_AFTER_GATHERING = Duration.ofDays(30);

    private final Site site;
    private final GatherRequest request;
    private final Diagnostics diagnostics;

    GatherStage(Site site, GatherRequest request, Diagnostics diagnostics) {
        this.site = site;
        this.request = request;
        this.diagnostics = diagnostics;
    }

    GatherReport run() throws IOException {
        Http http = new Http(Byline.version(), request.patience());
        Memory memory = new Memory(
                new PoliteWeb(new HttpWeb(http), request.patience(), Pause::sleeping), Seen.of(request.site()));
        List<FeedbackSource> sources = sources(memory);
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
        Gatherer.Report done = new Gatherer(
                        request.site(), site, addresses(site), asked, memory, request.at(), diagnostics)
                .gather(request.since(), request.all());
        return new GatherReport(
                diagnostics.all(), done.added(), done.updated(), done.removed(), done.unchanged(), done.failures());
    }

    private List<FeedbackSource> sources(Web web) {
        List<FeedbackSource> sources = new ArrayList<>();
        sources.add(new Mastodon(web, new OwnTokens(site, request.environment())::of));
        sources.add(new Bluesky(web));
        sources.add(new Lemmy(web));
        sources.add(new Reddit(web, secret("BYLINE_REDDIT_TOKEN")));
        site.settings()
                .answers()
                .discussions()
                .ifPresent(place -> sources.add(new Discussions(web, place, secret("BYLINE_GITHUB_TOKEN"))));
        Web strangers = new StrangersWeb(new PublicWeb(Byline.version(), "ActivityPub", request.patience()));
        sources.add(new ActivityPub(new PoliteWeb(strangers, request.patience(), Pause::sleeping), sources));
        Http http = new Http(Byline.version(), request.patience());
        sources.add(webmentionIo(http));
        sources.addAll(intake(http));
        return List.copyOf(sources);
    }

    /** From its store where that is named, else over the network; not without a token, unless it is asked for by name. */
    private List<FeedbackSource> intake(Http http) {
        Map<String, String> environment = request.environment();
        String store = environment.getOrDefault(IntakeRequest.STORE, "");
        if (!store.isBlank()) {
            return List.of(
                    new StoredAnswers(store, secret(IntakeRequest.PASSWORD), KEPT_AFTER_GATHERING),
                    new StoredMentions(store, secret(IntakeRequest.PASSWORD)));
        }
        Optional<String> token = secret(IntakeRequest.TOKEN);
        boolean wanted = token.isPresent() || request.sources().contains(Submission.SOURCE);
        return site.settings()
                .answers()
                .intake()
                .filter(address -> wanted)
                .map(address -> List.<FeedbackSource>of(
                        new Intake(http, address, token.orElse("")),
                        new ReceivedMentions(http, address, token.orElse(""))))
                .orElse(List.of());
    }

    private Optional<String> secret(String variable) {
        return Optional.ofNullable(request.environment().get(variable))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private WebmentionIo webmentionIo(Http http) {
        String own = request.environment().getOrDefault(IO_SERVER, WebmentionIo.USUAL.toString());
        Optional<URI> server = WebAddress.of(own);
        if (server.isEmpty()) {
            diagnostics.warning(Place.of(IO_SERVER), "no address of the web, so nobody is asked for webmentions");
        }
        Optional<String> token =
                Optional.ofNullable(request.environment().get(IO_TOKEN)).filter(secret -> !secret.isBlank());
        return new WebmentionIo(
                http,
                server.orElse(WebmentionIo.USUAL),
                site.settings().url().getHost(),
                server.flatMap(known -> token));
    }

    /** Where each article of a site is, was, and is answered to. */
    static Addresses addresses(Site site) {
        Routes routes = new Routes(site.settings());
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
