package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.limits.Instances;
import dev.byline.limits.ServersFile;
import dev.byline.network.Networks;
import dev.byline.network.PostNetwork;
import dev.byline.output.WholeFile;
import dev.byline.publish.Secrets;
import dev.byline.remote.Http;
import dev.byline.site.Account;
import dev.byline.site.Handle;
import dev.byline.site.Server;
import dev.byline.site.Site;
import dev.byline.source.SiteFolder;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Asks the servers of a site's accounts what they let a post be, and keeps what they tell. */
final class LimitsStage {
    /** In less than this there is no room for a title and a link. */
    private static final int LITTLE = 100;

    private final Site site;
    private final LimitsRequest request;
    private final Diagnostics diagnostics;
    private final Instances instances;
    private final Map<String, Server> servers;
    private final List<LimitsReport.Told> told = new ArrayList<>();
    private int failures;

    /** A server that is to be asked: where, and the handle that leads to it. */
    private record Asked(URI address, PostNetwork network, Handle handle) {}

    LimitsStage(Site site, LimitsRequest request, Diagnostics diagnostics) {
        this.site = site;
        this.request = request;
        this.diagnostics = diagnostics;
        this.instances = new Instances(new Http(Byline.version(), request.patience()));
        this.servers = new TreeMap<>(site.servers());
    }

    LimitsReport run() throws IOException {
        asked().forEach(this::ask);
        if (!servers.equals(site.servers())) {
            WholeFile.write(request.site().resolve(SiteFolder.SERVERS), ServersFile.text(servers.values()));
        }
        return new LimitsReport(diagnostics.all(), told, failures);
    }

    /** By host; each is asked once, however many accounts it has. */
    private Map<String, Asked> asked() {
        Map<String, Asked> asked = new TreeMap<>();
        Stream.concat(
                        site.settings().accounts().stream(),
                        site.authors().stream().map(Account::of))
                .forEach(account -> account.handles()
                        .forEach(handle -> Networks.postingById(handle.network())
                                .ifPresent(network -> add(asked, account, handle, network))));
        return asked;
    }

    private void add(Map<String, Asked> asked, Account account, Handle handle, PostNetwork network) {
        network.toldBy(handle.name())
                .ifPresent(host -> address(host, account, handle)
                        .ifPresent(address -> asked.putIfAbsent(host, new Asked(address, network, handle))));
    }

    private Optional<URI> address(String host, Account account, Handle handle) {
        String variable = Secrets.serverVariable(handle.network(), account.id());
        String written = request.environment().getOrDefault(variable, "").strip();
        String address = written.isEmpty() ? "https://" + host : written;
        try {
            return Optional.of(URI.create(address.endsWith("/") ? address : address + "/"));
        } catch (IllegalArgumentException broken) {
            diagnostics.error(Place.of(variable), "no address of a server", "write https://" + host + "/");
            return Optional.empty();
        }
    }

    private void ask(String host, Asked asked) {
        Instances.Answer answer = instances.ask(host, asked.address());
        if (answer instanceof Instances.Answer.Told got) {
            keep(got.server(), asked);
            return;
        }
        String reason = ((Instances.Answer.Unusable) answer).reason();
        failures++;
        diagnostics.warning(
                asked.handle().place(),
                host + " does not say what it allows: " + reason,
                servers.containsKey(host) ? "what it told before stays" : "drafts go by what is usual there");
    }

    private void keep(Server server, Asked asked) {
        Server before = servers.put(server.host(), server);
        told.add(new LimitsReport.Told(
                server.host(), server.characters(), server.images(), server.description(), !server.equals(before)));
        int characters = server.characters().orElse(asked.network().limit());
        if (characters < Math.min(LITTLE, asked.network().limit())) {
            diagnostics.warning(
                    asked.handle().place(),
                    server.host() + " lets a post count " + characters + " only, usual are "
                            + asked.network().limit(),
                    "there will be few drafts for it, or none; a limit: beside the handle comes first");
        }
    }
}
