package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.publish.LedgerFiles;
import dev.byline.publish.LedgerStore;
import dev.byline.publish.Line;
import dev.byline.publish.Pause;
import dev.byline.remote.PublicWeb;
import dev.byline.site.Site;
import dev.byline.source.SiteFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Reads a site, and does with its posts what is asked for, one run at a time. */
final class Posting {
    private Posting() {}

    /**
     * Posts the approved drafts that are due, each once, and writes the ledger. A run that was cut off is taken up by the
     * next one.
     */
    static PublishReport publish(PublishRequest request) {
        LedgerStore store = new LedgerFiles(request.site().resolve("ledger"));
        if (request.wants(PublishRequest.Choice.DRY_RUN)) {
            return publish(request, store);
        }
        return alone(request.site(), () -> publish(request, store));
    }

    private static PublishReport publish(PublishRequest request, LedgerStore store) {
        boolean asksNobody = request.wants(PublishRequest.Choice.DRY_RUN);
        return published(diagnostics -> withDrafts(request.site(), request.at(), asksNobody, (site, edition) -> {
            PublishReport posts = new PublishStage(
                            site,
                            edition,
                            request,
                            PublishStage.ledger(site, store),
                            Pause::sleeping,
                            UnaryOperator.identity(),
                            diagnostics)
                    .run();
            return request.wants(PublishRequest.Choice.NO_WEBMENTIONS)
                    ? posts
                    : posts.and(mentions(site, edition, request, diagnostics), diagnostics.all());
        }));
    }

    private static List<PublishReport.Entry> mentions(
            Site site, Edition edition, PublishRequest request, Diagnostics diagnostics) throws IOException {
        PublicWeb web = new PublicWeb(Byline.version(), "Webmention", request.patience());
        return new MentionStage(site, edition.prose(), request, web, diagnostics).run();
    }

    /**
     * Publishes to networks that play themselves on this machine: shows what would be posted, and how it would look. The
     * ledger stays as it is.
     */
    static RehearsalReport rehearse(RehearsalRequest request) {
        List<RehearsalReport> rehearsals = new ArrayList<>();
        PublishReport report =
                published(diagnostics -> withDrafts(request.site(), request.at(), false, (site, edition) -> {
                    rehearsals.add(new RehearsalStage(site, edition, request).run());
                    return rehearsals.get(0).report();
                }));
        return rehearsals.isEmpty() ? new RehearsalReport(List.of(report), List.of()) : rehearsals.get(0);
    }

    /** What is done with the drafts of a site. */
    @FunctionalInterface
    private interface WithDrafts {
        PublishReport run(Site site, Edition edition) throws IOException;
    }

    /** What warns of content was told by the build; what is wrong with it stops everything. */
    private static PublishReport withDrafts(Path folder, Instant at, boolean traced, WithDrafts run)
            throws IOException {
        Diagnostics ofContent = new Diagnostics();
        Optional<Site> site = Byline.site(folder, at, ofContent);
        if (site.isEmpty() || ofContent.hasErrors()) {
            return PublishReport.none(ofContent.all());
        }
        Path cache = BuildRequest.defaultCache(folder).resolveSibling("cache-of-posts");
        Edition edition = Edition.of(site.get(), folder, cache, Optional.empty(), traced, ofContent);
        return ofContent.hasErrors() ? PublishReport.none(ofContent.all()) : run.run(site.get(), edition);
    }

    /** Takes posts back from their networks, where these allow it, and writes that into the ledger. */
    static PublishReport withdraw(WithdrawRequest request) {
        return alone(
                request.site(),
                () -> published(diagnostics -> {
                    Optional<Site> site =
                            Byline.site(request.site(), request.clock().instant(), diagnostics);
                    return site.isEmpty() || diagnostics.hasErrors()
                            ? PublishReport.none(diagnostics.all())
                            : report(new LedgerStage(
                                            site.get(),
                                            request.site(),
                                            request.selection(),
                                            request.environment(),
                                            request.clock(),
                                            request.patience())
                                    .withdraw(request.dryRun()));
                }));
    }

    /** Writes into the ledger what a person found out about posts that were sent without an answer. */
    static PublishReport settle(SettleRequest request) {
        return alone(
                request.site(),
                () -> published(diagnostics -> {
                    Optional<Site> site = Byline.site(request.site(), request.at(), diagnostics);
                    return site.isEmpty() || diagnostics.hasErrors()
                            ? PublishReport.none(diagnostics.all())
                            : report(new LedgerStage(
                                            site.get(),
                                            request.site(),
                                            request.selection(),
                                            Map.of(),
                                            Clock.systemUTC(),
                                            Duration.ofSeconds(1))
                                    .settle(request.isOut()));
                }));
    }

    private static PublishReport report(List<Line> lines) {
        return new PublishReport(List.of(), PublishStage.entries(lines), 0);
    }

    /** What is done with posts. */
    @FunctionalInterface
    private interface Work {
        PublishReport run(Diagnostics diagnostics) throws IOException;
    }

    private static PublishReport published(Work work) {
        Diagnostics diagnostics = new Diagnostics();
        try {
            return work.run(diagnostics);
        } catch (IOException failed) {
            return PublishReport.none(Byline.refused(failed, diagnostics).diagnostics());
        } catch (UncheckedIOException failed) {
            return PublishReport.none(
                    Byline.refused(failed.getCause(), diagnostics).diagnostics());
        }
    }

    /** Two runs that write one ledger would both post. */
    private static PublishReport alone(Path site, Supplier<PublishReport> run) {
        Diagnostics diagnostics = new Diagnostics();
        if (!SiteFolder.isSite(site)) {
            Byline.site(site, Instant.EPOCH, diagnostics);
            return PublishReport.none(diagnostics.all());
        }
        Path file = site.resolve("target").resolve("publish.lock");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock != null) {
                    return run.get();
                }
            }
        } catch (OverlappingFileLockException taken) {
            // Told below, together with a lock that another process has.
        } catch (IOException failed) {
            return PublishReport.none(Byline.refused(failed, diagnostics).diagnostics());
        }
        diagnostics.error(Place.of("ledger"), "another run is posting from this folder", "wait until it has ended");
        return PublishReport.none(diagnostics.all());
    }
}
