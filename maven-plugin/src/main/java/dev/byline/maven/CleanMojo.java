package dev.byline.maven;

import dev.byline.BuildReport;
import dev.byline.Byline;
import java.io.File;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Removes what builds have written, and no file of anybody else. */
@Mojo(name = "clean", defaultPhase = LifecyclePhase.CLEAN, threadSafe = true, requiresProject = false)
public final class CleanMojo extends AbstractMojo {
    /** Where the site went. */
    @Parameter(property = "byline.output", defaultValue = "${basedir}/target/site")
    private File output;

    /** Where the post drafts went. */
    @Parameter(property = "byline.drafts", defaultValue = "${basedir}/target/drafts")
    private File drafts;

    /** Whether to do nothing. */
    @Parameter(property = "byline.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("Skipped.");
            return;
        }
        BuildReport report = new Byline().clean(output.toPath(), drafts.toPath(), getLog()::info);
        Telling.tell(report, false, getLog());
        getLog().info(report.removed() + " files removed");
    }
}
