package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.output.Digest;
import dev.byline.output.WholeFile;
import dev.byline.page.Page;
import dev.byline.page.Route;
import dev.byline.remote.Http;
import dev.byline.site.Settings;
import dev.byline.websub.Due;
import dev.byline.websub.Pinger;
import dev.byline.websub.Told;
import dev.byline.websub.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells the hubs of a site which of its built feeds have changed. */
final class PingStage {
    /** A site of a thousand feeds and ten hubs needs a megabyte. */
    private static final long MAX_STATE = 16L * 1024 * 1024;

    private final Settings settings;
    private final PingRequest request;
    private final Diagnostics diagnostics;

    PingStage(Settings settings, PingRequest request, Diagnostics diagnostics) {
        this.settings = settings;
        this.request = request;
        this.diagnostics = diagnostics;
    }

    /**
     * Tells.
     *
     * @param pages all that the site has
     */
    PingReport run(List<Page> pages) throws IOException {
        if (settings.feeds().hubs().isEmpty()) {
            diagnostics.warning(
                    settings.place(), "no hub to tell of anything", "add feeds: {hub: https://hub.example.com/}");
            return PingReport.none(diagnostics.all());
        }
        List<Route> feeds = pages.stream()
                .filter(Page.Feed.class::isInstance)
                .map(Page::route)
                .sorted()
                .toList();
        List<Topic> topics = built(feeds);
        Told told = remembered();
        Pinger pinger = new Pinger(settings.feeds().hubs(), settings.place(), diagnostics);
        List<Due> due = pinger.due(topics, told);
        int messages = settings.feeds().hubs().size() * topics.size();
        if (request.dryRun()) {
            return new PingReport(diagnostics.all(), messages(due), messages - count(due), 0);
        }
        Http http = new Http(Byline.version(), request.patience(), Http.Liberty.UNENCRYPTED);
        List<Due> done = pinger.tell(due, http, request.patience());
        Told after = told.and(
                done,
                settings.feeds().hubs(),
                feeds.stream().map(Route::encoded).toList());
        if (!after.isEmpty() || Files.exists(request.state())) {
            WholeFile.write(request.state(), after.text());
        }
        return new PingReport(diagnostics.all(), messages(done), messages - count(due), count(due) - count(done));
    }

    /** The feeds that lie in the output; of one that does not, hubs would find nothing. */
    private List<Topic> built(List<Route> feeds) throws IOException {
        List<Topic> topics = new ArrayList<>();
        List<Route> missing = new ArrayList<>();
        for (Route feed : feeds) {
            Path file = request.output().resolve(feed.file());
            if (Files.isRegularFile(file)) {
                topics.add(new Topic(feed.encoded(), feed.under(settings.url()), Digest.of(file)));
            } else {
                missing.add(feed);
            }
        }
        if (!missing.isEmpty()) {
            String more = missing.size() == 1 ? "" : " and " + (missing.size() - 1) + " more feeds";
            diagnostics.warning(
                    Place.of(request.output().toString()),
                    "/" + missing.get(0).path() + more + " not built yet, so no hub is told",
                    "build and deploy the site first");
        }
        return topics;
    }

    private Told remembered() throws IOException {
        Path file = request.state();
        Place place = Place.of(file.getFileName().toString());
        if (!Files.exists(file)) {
            return Told.nothing();
        }
        if (Files.size(file) > MAX_STATE) {
            diagnostics.warning(place, "too large to be what byline ping wrote", "every feed is told anew");
            return Told.nothing();
        }
        return Told.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), place, diagnostics);
    }

    private static int count(List<Due> messages) {
        return messages.stream().mapToInt(due -> due.topics().size()).sum();
    }

    private static List<PingReport.Message> messages(List<Due> all) {
        return all.stream()
                .flatMap(due -> due.topics().stream()
                        .map(topic -> new PingReport.Message(due.hub().toString(), topic.url())))
                .toList();
    }
}
