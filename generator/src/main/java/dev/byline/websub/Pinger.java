package dev.byline.websub;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.remote.Http;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells every hub of the feeds that it does not know as they are now. Hubs are asked side by side, each one question at
 * a time; one that does not answer is left in peace, and told the next time.
 */
public final class Pinger {
    private final List<URI> hubs;
    private final Place place;
    private final Diagnostics diagnostics;

    /**
     * Prepares to tell.
     *
     * @param place where the hubs are written
     * @param diagnostics hears, as warnings, of hubs that could not be told
     */
    public Pinger(List<URI> hubs, Place place, Diagnostics diagnostics) {
        this.hubs = List.copyOf(hubs);
        this.place = place;
        this.diagnostics = diagnostics;
    }

    /** What each hub is to be told of, in the order written; hubs that know everything are left out. */
    public List<Due> due(List<Topic> topics, Told told) {
        return hubs.stream()
                .map(hub -> new Due(
                        hub,
                        topics.stream()
                                .filter(topic -> !told.knows(hub.toString(), topic))
                                .toList()))
                .filter(due -> !due.topics().isEmpty())
                .toList();
    }

    /**
     * Tells.
     *
     * @param http may ask without TLS where a hub has none
     * @param patience the longest wait that a busy hub may ask for
     * @return what was told, in the order of what was due
     */
    public List<Due> tell(List<Due> due, Http http, Duration patience) {
        return due.parallelStream()
                .map(one -> new Due(one.hub(), tell(new Hub(one.hub(), http, patience), one.topics())))
                .toList();
    }

    private List<Topic> tell(Hub hub, List<Topic> topics) {
        List<Topic> taken = new ArrayList<>();
        Map<String, List<Topic>> refused = new LinkedHashMap<>();
        for (int i = 0; i < topics.size(); i++) {
            Topic topic = topics.get(i);
            Hub.Outcome outcome = hub.tell(topic);
            if (outcome instanceof Hub.Outcome.Away away) {
                warn(hub, away.reason(), topics.subList(i, topics.size()));
                break;
            } else if (outcome instanceof Hub.Outcome.Refused no) {
                refused.computeIfAbsent(no.reason(), reason -> new ArrayList<>())
                        .add(topic);
            } else {
                taken.add(topic);
            }
        }
        refused.forEach((reason, of) -> warn(hub, reason, of));
        return taken;
    }

    private void warn(Hub hub, String reason, List<Topic> untold) {
        String more = untold.size() == 1 ? "" : " and " + (untold.size() - 1) + " more feeds";
        diagnostics.warning(
                place,
                "the hub " + hub.address() + " was not told of " + untold.get(0).url() + more + ": " + reason,
                "the next byline ping tells it again");
    }
}
