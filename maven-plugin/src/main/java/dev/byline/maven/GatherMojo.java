package dev.byline.maven;

import dev.byline.Byline;
import dev.byline.GatherReport;
import dev.byline.GatherRequest;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Gathers what readers answered to the posts of the ledger into the site's {@code feedback} folder. */
@Mojo(name = "gather", threadSafe = true, requiresProject = false, requiresOnline = true)
public final class GatherMojo extends AbstractMojo {
    /** The folder that holds {@code site.yml}. */
    @Parameter(property = "byline.site", defaultValue = "${basedir}")
    private File site;

    /** How long one answer of a server may take, in seconds. */
    @Parameter(property = "byline.patience", defaultValue = "20")
    private int patience;

    /** Whether a source that does not answer fails the build; what the others gave is kept either way. */
    @Parameter(property = "byline.failOnSource", defaultValue = "false")
    private boolean failOnSource;

    /** Whether to do nothing. */
    @Parameter(property = "byline.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("Skipped.");
            return;
        }
        GatherReport report = new Byline()
                .gather(GatherRequest.of(
                        site.toPath(), Instant.now(), System.getenv(), Duration.ofSeconds(Math.max(1, patience))));
        Telling.tell(report.diagnostics(), getLog());
        if (!report.succeeded()) {
            throw new MojoFailureException("The content has problems; nothing was gathered.");
        }
        getLog().info(report.added() + " new, " + report.updated() + " updated, " + report.removed() + " removed, "
                + report.unchanged() + " unchanged");
        if (failOnSource && report.failures() > 0) {
            throw new MojoFailureException(report.failures() + " sources failed, and failOnSource is set.");
        }
    }
}
