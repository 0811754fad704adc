package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.publish.Ledger;
import dev.byline.rehearsal.Mishap;
import dev.byline.rehearsal.Shown;
import dev.byline.rehearsal.Understudy;
import dev.byline.rehearsal.Venue;
import dev.byline.site.Site;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Publishes to networks that play themselves on this machine; the ledger stays as it is. */
final class RehearsalStage {
    private static final int MOST_ROUNDS = 5;

    private final Site site;
    private final Edition edition;
    private final RehearsalRequest request;
    private final Cast cast;
    private final Map<String, String> environment = new HashMap<>();

    RehearsalStage(Site site, Edition edition, RehearsalRequest request) {
        this.site = site;
        this.edition = edition;
        this.request = request;
        this.cast = new Cast(site, Clock.systemUTC());
    }

    RehearsalReport run() throws IOException {
        Map<String, Venue> venues = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Understudy> network : cast.networks().entrySet()) {
                Venue server = Venue.open(network.getKey(), network.getValue());
                venues.put(network.getKey(), server);
                if (request.rough()) {
                    server.suffer(asked -> asked.number() % 3 == 0 ? Mishap.CUT_AFTER : Mishap.NONE);
                }
                cast.accounts()
                        .forEach(account ->
                                environment.putAll(Cast.environment(network.getKey(), account, server.address())));
            }
            Set<PublishRequest.Choice> choices = EnumSet.of(PublishRequest.Choice.NO_PAGE_CHECK);
            if (request.approve()) {
                choices.add(PublishRequest.Choice.APPROVE);
            }
            PublishRequest publishing = new PublishRequest(
                    request.site(),
                    request.selection(),
                    request.at(),
                    Clock.systemUTC(),
                    environment,
                    Duration.ofSeconds(20),
                    choices);
            return new RehearsalReport(rounds(publishing), shown(venues));
        } finally {
            venues.values().forEach(Venue::close);
        }
    }

    /** One round; of a rough rehearsal as many as it takes, each by the ledger of those before. */
    private List<PublishReport> rounds(PublishRequest publishing) throws IOException {
        Ledger ledger = PublishStage.ledger(site, (article, posts) -> {});
        List<PublishReport> rounds = new ArrayList<>();
        boolean more = true;
        while (more) {
            PublishReport round = new PublishStage(
                            site, edition, publishing, ledger, pause -> {}, cast::cast, new Diagnostics())
                    .run();
            more = request.rough() && rounds.size() + 1 < MOST_ROUNDS && isLeft(round, rounds);
            rounds.add(round);
        }
        return rounds;
    }

    /** Whether another round can change anything: what is refused is refused again, and what is to settle waits. */
    private static boolean isLeft(PublishReport round, List<PublishReport> before) {
        boolean same =
                !before.isEmpty() && before.get(before.size() - 1).posts().equals(round.posts());
        return round.count("unclear") > 0 || (round.count("failed") > 0 && !same);
    }

    private static List<RehearsalReport.Post> shown(Map<String, Venue> venues) {
        List<RehearsalReport.Post> posts = new ArrayList<>();
        venues.forEach((network, venue) -> {
            for (Shown shown : venue.shown()) {
                posts.add(new RehearsalReport.Post(network, shown.by(), shown.text(), shown.images()));
            }
        });
        return posts;
    }
}
