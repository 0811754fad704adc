package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.preview.Backstage;
import dev.byline.preview.Build;
import dev.byline.preview.Plan;
import dev.byline.preview.Preview;
import dev.byline.site.Feedback.Moderation;
import dev.byline.source.Litter;
import dev.byline.source.SiteFolder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Starts the preview of a site. */
final class PreviewStage implements Backstage {
    private final PreviewRequest request;
    /** What the last build that somebody heard of had to say. */
    private Optional<List<Diagnostic>> told = Optional.empty();

    PreviewStage(PreviewRequest request) {
        this.request = request;
    }

    PreviewReport start() {
        Diagnostics diagnostics = new Diagnostics();
        if (!SiteFolder.isSite(request.site())) {
            diagnostics.error(
                    Place.of(request.site().toString()),
                    "no site: there is no site.yml",
                    "name the folder that holds site.yml");
            return new PreviewReport(diagnostics.all(), Optional.empty());
        }
        BuildRequest build =
                BuildRequest.ofPreview(request.site(), request.moment().get());
        Plan plan = new Plan(
                request.site().toAbsolutePath().normalize(),
                build.output(),
                build.drafts(),
                Litter::is,
                request.port(),
                request.lan(),
                request.reload(),
                request.poll());
        Workbench workbench;
        try {
            workbench = Workbench.staying(build, request.notes());
        } catch (IOException refused) {
            return new PreviewReport(Byline.refused(refused, diagnostics).diagnostics(), Optional.empty());
        }
        try {
            Preview preview = Preview.start(plan, () -> build(workbench), this, request.notes());
            return new PreviewReport(List.of(), Optional.of(new RunningPreview(preview, workbench, request.lan())));
        } catch (IOException refused) {
            workbench.close();
            diagnostics.error(Place.of("--port"), refused.getMessage(), "name another one");
            return new PreviewReport(diagnostics.all(), Optional.empty());
        }
    }

    /** The clock makes us build, too: of what is as it was nobody wants to hear. */
    private Build.Outcome build(Workbench workbench) {
        BuildReport report = workbench.build(request.moment().get());
        boolean changed = report.written() + report.removed() > 0;
        if (changed || !Optional.of(report.diagnostics()).equals(told)) {
            told = Optional.of(report.diagnostics());
            request.built().accept(report);
        }
        return new Build.Outcome(report.diagnostics(), changed);
    }

    @Override
    public Optional<byte[]> unpublished() {
        return Byline.site(request.site(), request.moment().get(), new Diagnostics())
                .flatMap(site -> new UnpublishedPage(request.site(), site).html());
    }

    @Override
    public Optional<byte[]> moderation(String token, String said) {
        return new Byline().moderationPage(request.site(), request.moment().get(), token, said);
    }

    @Override
    public boolean decide(String item, String mark, Moderation decision) {
        ModerationRequest one =
                ModerationRequest.one(request.site(), request.moment().get(), item, mark);
        return !new Byline().moderate(one, decision).changes().isEmpty();
    }

    @Override
    public boolean undo() {
        return !new Byline()
                .undoModeration(request.site(), request.moment().get())
                .changes()
                .isEmpty();
    }
}
