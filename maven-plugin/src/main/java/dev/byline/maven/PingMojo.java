package dev.byline.maven;

import dev.byline.Byline;
import dev.byline.PingReport;
import dev.byline.PingRequest;
import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Tells WebSub hubs which feeds of the built and deployed site have changed. */
@Mojo(name = "ping", threadSafe = true, requiresProject = false, requiresOnline = true)
public final class PingMojo extends AbstractMojo {
    /** The folder that holds {@code site.yml}. */
    @Parameter(property = "byline.site", defaultValue = "${basedir}")
    private File site;

    /** Where the site was built to. */
    @Parameter(property = "byline.output", defaultValue = "${basedir}/target/site")
    private File output;

    /** Where it is remembered what hubs were told of: {@code websub.lock} in the site's folder. */
    @Parameter(property = "byline.state")
    private File state;

    /** How long one answer of a hub may take, in seconds. */
    @Parameter(property = "byline.patience", defaultValue = "20")
    private int patience;

    /** Whether to only say what hubs would be told of. */
    @Parameter(property = "byline.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Whether a run that could not tell every hub fails the build; it is told again the next time either way. */
    @Parameter(property = "byline.failOnError", defaultValue = "false")
    private boolean failOnError;

    /** Whether to do nothing. */
    @Parameter(property = "byline.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("Skipped.");
            return;
        }
        PingReport report = new Byline()
                .ping(new PingRequest(
                        site.toPath(),
                        output.toPath(),
                        state == null ? PingRequest.defaultState(site.toPath()) : state.toPath(),
                        Instant.now(),
                        Duration.ofSeconds(Math.max(1, patience)),
                        dryRun));
        for (Diagnostic diagnostic : report.diagnostics()) {
            if (failOnError && diagnostic.severity() == Severity.ERROR) {
                getLog().error(diagnostic.toString());
            } else {
                getLog().warn(diagnostic.toString());
            }
        }
        report.told().forEach(message -> getLog().info(message.hub() + " <- " + message.feed()));
        getLog().info(report.told().size() + (dryRun ? " to tell, " : " told, ") + report.unchanged() + " unchanged; "
                + report.failures() + " failed");
        if (failOnError && (!report.succeeded() || report.failures() > 0)) {
            throw new MojoFailureException("Not every hub was told, and failOnError is set.");
        }
    }
}
