package dev.byline.maven;

import dev.byline.BuildReport;
import dev.byline.BuildRequest;
import dev.byline.Byline;
import java.io.File;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Builds a site, and the post drafts for it. */
@Mojo(name = "build", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true, requiresProject = false)
public final class BuildMojo extends AbstractMojo {
    /** The folder that holds {@code site.yml}. */
    @Parameter(property = "byline.site", defaultValue = "${basedir}")
    private File site;

    /** Where the site goes. */
    @Parameter(property = "byline.output", defaultValue = "${basedir}/target/site")
    private File output;

    /** Where the post drafts go. */
    @Parameter(property = "byline.drafts", defaultValue = "${basedir}/target/drafts")
    private File drafts;

    /**
     * The moment that decides what is scheduled or expired, as {@code 2026-03-14T09:30:00Z}. Without it {@code
     * SOURCE_DATE_EPOCH} of the environment decides, else the clock.
     */
    @Parameter(property = "byline.at")
    private String at;

    /** Whether a warning fails the build as an error does. */
    @Parameter(property = "byline.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /** Whether to do nothing. */
    @Parameter(property = "byline.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped.");
            return;
        }
        BuildReport report = new Byline()
                .build(BuildRequest.of(site.toPath(), moment()).into(output.toPath(), drafts.toPath()), getLog()::info);
        Telling.tell(report, failOnWarning, getLog());
        getLog().info(report.articles() + " articles, " + report.drafts() + " drafts: " + report.written()
                + " files written, " + report.unchanged() + " unchanged, " + report.removed() + " removed");
    }

    private Instant moment() throws MojoExecutionException {
        try {
            if (at != null && !at.isBlank()) {
                return OffsetDateTime.parse(at).toInstant();
            }
            String seconds = System.getenv("SOURCE_DATE_EPOCH");
            return seconds == null || seconds.isBlank()
                    ? Instant.now()
                    : Instant.ofEpochSecond(Long.parseLong(seconds.strip()));
        } catch (DateTimeException | NumberFormatException wrong) {
            throw new MojoExecutionException(
                    "byline.at is a moment such as 2026-03-14T09:30:00Z, SOURCE_DATE_EPOCH is seconds since 1970",
                    wrong);
        }
    }
}
