package dev.byline.maven;

import dev.byline.Byline;
import dev.byline.PublishReport;
import dev.byline.PublishRequest;
import dev.byline.PublishRequest.Choice;
import dev.byline.Selection;
import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Posts approved drafts on their networks, each once. Tokens come from the environment, never from a POM. */
@Mojo(name = "publish", threadSafe = true, requiresProject = false, requiresOnline = true)
public final class PublishMojo extends AbstractMojo {
    /** The folder that holds {@code site.yml}. */
    @Parameter(property = "byline.site", defaultValue = "${basedir}")
    private File site;

    /** Only the posts of this account. */
    @Parameter(property = "byline.account")
    private String account;

    /** Only the posts on this network. */
    @Parameter(property = "byline.network")
    private String network;

    /** Only the posts about this article. */
    @Parameter(property = "byline.article")
    private String article;

    /** Whether to only say what is due. */
    @Parameter(property = "byline.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Whether to edit posts whose drafts have changed. */
    @Parameter(property = "byline.update", defaultValue = "false")
    private boolean update;

    /** Whether to look that the page of a piece is there before it is told of. */
    @Parameter(property = "byline.pageCheck", defaultValue = "true")
    private boolean pageCheck;

    /** Whether to tell the pages that articles link to, by webmention. */
    @Parameter(property = "byline.webmentions", defaultValue = "true")
    private boolean webmentions;

    /** How long one answer may take, and a busy network may want to be left alone, in seconds. */
    @Parameter(property = "byline.patience", defaultValue = "20")
    private int patience;

    /** Whether a post that could not be made fails the build; the next run takes it up either way. */
    @Parameter(property = "byline.failOnError", defaultValue = "true")
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
        PublishReport report = new Byline()
                .publish(new PublishRequest(
                        site.toPath(),
                        new Selection(
                                Optional.ofNullable(account),
                                Optional.ofNullable(network),
                                Optional.ofNullable(article)),
                        Instant.now(),
                        Clock.systemUTC(),
                        System.getenv(),
                        Duration.ofSeconds(Math.max(1, patience)),
                        choices()));
        tell(report);
        if (failOnError && (!report.succeeded() || report.failures() > 0)) {
            throw new MojoFailureException("Not every post could be made, and failOnError is set.");
        }
    }

    private Set<Choice> choices() {
        Set<Choice> choices = EnumSet.noneOf(Choice.class);
        if (dryRun) {
            choices.add(Choice.DRY_RUN);
        }
        if (update) {
            choices.add(Choice.UPDATE);
        }
        if (!pageCheck) {
            choices.add(Choice.NO_PAGE_CHECK);
        }
        if (!webmentions) {
            choices.add(Choice.NO_WEBMENTIONS);
        }
        return choices;
    }

    private void tell(PublishReport report) {
        Telling.tell(report.diagnostics(), getLog());
        for (PublishReport.Entry post : report.posts()) {
            String line = post.result() + " " + post.article() + " " + post.account() + " " + post.network() + " "
                    + post.detail();
            if (post.failed()) {
                getLog().warn(line);
            } else {
                getLog().info(line);
            }
        }
        getLog().info(report.count("posted") + " posted, " + report.count("mentioned") + " mentioned, "
                + report.failures() + " failed; " + report.unapproved() + " drafts not approved");
    }
}
