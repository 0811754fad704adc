package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.feedback.Forgetting;
import dev.byline.feedback.Forgotten;
import dev.byline.feedback.Seen;
import dev.byline.feedback.Traces;
import dev.byline.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Forgets a person, builds anew what was built with them, and looks for what is left. */
final class ForgetStage {
    /** Of more places, the first are told. */
    private static final int MOST_PLACES = 50;

    private final ForgetRequest request;
    private final Path folder;
    private final Diagnostics diagnostics = new Diagnostics();

    ForgetStage(ForgetRequest request) {
        this.request = request;
        this.folder = request.site();
    }

    ForgetReport run() {
        Diagnostics ofSite = new Diagnostics();
        // Tells whether there is a site at all; the list of those to forget is read below.
        if (Byline.site(folder, request.at(), ofSite).isEmpty()) {
            return ForgetReport.failed(ofSite.all());
        }
        try {
            return run(Byline.everything(folder, request.at(), ofSite).orElseThrow());
        } catch (IOException failed) {
            Byline.refused(failed, diagnostics);
            diagnostics.warning(Place.of("feedback"), "not all is done", "run it again: it goes on where it stopped");
            return ForgetReport.failed(diagnostics.all());
        }
    }

    private ForgetReport run(Site site) throws IOException {
        Optional<Forgotten> before = Forgotten.of(folder);
        if (before.isEmpty()) {
            diagnostics.error(
                    Place.of(Forgotten.FILE),
                    "it cannot be understood, so it is not known who asked to be forgotten",
                    Forgotten.MENDING);
            return ForgetReport.failed(diagnostics.all());
        }
        Forgetting forgetting = new Forgetting(folder, site, before.get());
        Forgetting.Plan plan = forgetting.plan(request.who());
        if (plan.isEmpty()) {
            diagnostics.error(
                    Place.of("feedback"),
                    "nobody here goes by \"" + request.who() + "\"",
                    "write @name@host, the address of a profile, or the id of something they said");
            return ForgetReport.failed(diagnostics.all());
        }
        Traces traces = Traces.of(plan);
        if (!request.dryRun()) {
            forgetting.carryOut(plan);
            if (traces.isIn(folder.resolve(Seen.FILE))) {
                // Without it all is asked for again, and lands in the same files.
                Files.delete(folder.resolve(Seen.FILE));
            }
            rebuild();
            tellLeft(traces);
        }
        return new ForgetReport(diagnostics.all(), plan.names(), plan.items());
    }

    /** What was built holds them as well. A site that cannot be built is cleaned away. */
    private void rebuild() throws IOException {
        Path output = BuildRequest.defaultOutput(folder);
        Path drafts = BuildRequest.defaultDrafts(folder);
        for (Path memory : Workbench.memories(BuildRequest.defaultCache(folder))) {
            Workbench.forget(memory);
        }
        if (!Files.isDirectory(output) && !Files.isDirectory(drafts)) {
            return;
        }
        Byline byline = new Byline();
        if (!byline.build(BuildRequest.of(folder, request.at())).succeeded()) {
            BuildReport cleaned = byline.clean(output, drafts);
            diagnostics.addAll(cleaned.diagnostics());
            diagnostics.warning(
                    Place.of("target"),
                    "the site cannot be built, so what was built before is removed",
                    "byline build tells what to mend");
        }
    }

    private void tellLeft(Traces traces) throws IOException {
        List<Traces.Place> left = traces.below(folder);
        for (Traces.Place place : left.subList(0, Math.min(MOST_PLACES, left.size()))) {
            diagnostics.warning(
                    Place.of(place.file()).at(place.line(), 0),
                    "something here is like a name, an address or a word of theirs",
                    "somebody else wrote it: look, and change it by hand if it has to go");
        }
        if (left.size() > MOST_PLACES) {
            diagnostics.warning(Place.of("."), "so are " + (left.size() - MOST_PLACES) + " more lines");
        }
    }
}
