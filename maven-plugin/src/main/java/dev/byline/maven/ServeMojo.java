package dev.byline.maven;

import dev.byline.BuildReport;
import dev.byline.Byline;
import dev.byline.PreviewReport;
import dev.byline.PreviewRequest;
import dev.byline.RunningPreview;
import java.io.File;
import java.time.Instant;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Shows a site to its writer and keeps up with what is written, until it is interrupted. */
@Mojo(name = "serve", threadSafe = true, requiresProject = false)
public final class ServeMojo extends AbstractMojo {
    /** The folder that holds {@code site.yml}. */
    @Parameter(property = "byline.site", defaultValue = "${basedir}")
    private File site;

    /** The port to take; where it is in use, the next free one. */
    @Parameter(property = "byline.port", defaultValue = "8080")
    private int port;

    /** Whether the other machines of this network may look, too. */
    @Parameter(property = "byline.lan", defaultValue = "false")
    private boolean lan;

    /** Whether to open the site in a browser. */
    @Parameter(property = "byline.open", defaultValue = "false")
    private boolean open;

    /** Whether to do nothing. */
    @Parameter(property = "byline.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("Skipped.");
            return;
        }
        PreviewReport report = new Byline()
                .preview(PreviewRequest.of(site.toPath(), Instant::now)
                        .on(port, lan)
                        .telling(this::tell, getLog()::warn));
        Telling.tell(report.diagnostics(), getLog());
        try (RunningPreview preview =
                report.running().orElseThrow(() -> new MojoFailureException("The preview could not be started."))) {
            preview.greeting().forEach(getLog()::info);
            if (open) {
                preview.open();
            }
            preview.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(BuildReport report) {
        Telling.tell(report.diagnostics(), getLog());
        getLog().info(
                        report.succeeded()
                                ? report.written() + " files changed, " + report.removed() + " removed"
                                : "The last good pages stay until this is mended.");
    }
}
