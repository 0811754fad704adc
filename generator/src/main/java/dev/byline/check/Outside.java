package dev.byline.check;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks whether the pages of others that a site links to are still there: each address once, each host one question at a
 * time, with a HEAD where the host takes one.
 */
final class Outside {
    /** Answers that say "not to programs", which tells nothing of readers. */
    private static final Set<Integer> NOT_TO_PROGRAMS = Set.of(401, 403, 429, 999);

    private static final Set<Integer> NO_HEAD = Set.of(400, 404, 405, 501);

    private final HttpClient client;
    private final Duration patience;
    private final String agent;
    private final Diagnostics found;
    private final AtomicInteger failures = new AtomicInteger();

    Outside(String version, Duration patience, Diagnostics found) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.patience = patience;
        this.agent = "Byline/" + version + " (+https://byline.dev/)";
        this.found = found;
    }

    /**
     * Asks.
     *
     * @param links where each address stands first
     * @return how many hosts did not answer
     */
    int ask(Map<String, Place> links) {
        Map<String, Map<String, Place>> byHost = new TreeMap<>();
        links.forEach((address, place) -> byHost.computeIfAbsent(host(address), h -> new LinkedHashMap<>())
                .put(address, place));
        byHost.values().parallelStream().forEach(host -> host.forEach(this::ask));
        return failures.get();
    }

    static String host(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    private void ask(String address, Place place) {
        try {
            int status = status(address, "HEAD");
            if (NO_HEAD.contains(status)) {
                status = status(address, "GET");
            }
            if (status >= 500) {
                failures.incrementAndGet();
                warn(place, address, "answers " + status, "look again later");
            } else if (status >= 400 && !NOT_TO_PROGRAMS.contains(status)) {
                found.add(Diagnostic.error(
                                place, address + " answers " + status, "link to where it is now, or to an archive")
                        .by("external"));
            }
        } catch (IllegalArgumentException noAddress) {
            found.add(Diagnostic.error(place, "no address: " + address, "write spaces as %20")
                    .by("external"));
        } catch (IOException failed) {
            failures.incrementAndGet();
            String reason = failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
            warn(place, address, "does not answer: " + reason, "look again later");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void warn(Place place, String address, String what, String hint) {
        found.add(Diagnostic.warning(place, address + " " + what, hint).by("external"));
    }

    private int status(String address, String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(patience)
                .header("User-Agent", agent)
                .header("Accept", "text/html,*/*;q=0.5")
                .build();
        HttpResponse<java.io.InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        // What is there is not read: that it is there is enough.
        response.body().close();
        return response.statusCode();
    }
}
