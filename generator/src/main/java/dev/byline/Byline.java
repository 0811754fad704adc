package dev.byline;

import dev.byline.check.Claim;
import dev.byline.check.Held;
import dev.byline.check.Identity;
import dev.byline.check.SiteCheck;
import dev.byline.credits.Audit;
import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Suggestion;
import dev.byline.engagement.Engagement;
import dev.byline.engagement.Engagements;
import dev.byline.feedback.Authorship;
import dev.byline.feedback.Discretion;
import dev.byline.feedback.Gatherer;
import dev.byline.feedback.Memory;
import dev.byline.feedback.Seen;
import dev.byline.feedback.archive.Archives;
import dev.byline.feedback.archive.BrokenArchive;
import dev.byline.feedback.archive.Imported;
import dev.byline.output.OutputFolder;
import dev.byline.output.WholeFile;
import dev.byline.page.Page;
import dev.byline.page.Routes;
import dev.byline.page.Unpublished;
import dev.byline.page.UrlLock;
import dev.byline.remote.Http;
import dev.byline.site.Feedback;
import dev.byline.site.Site;
import dev.byline.source.SiteFolder;
import dev.byline.theme.ThemeFiles;
import dev.byline.understand.Understanding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * The door to Byline: builds a site, and cleans up after itself.
 *
 * <pre>{@code
 * BuildReport report = new Byline().build(BuildRequest.of(Path.of("content"), Instant.now()));
 * report.diagnostics().forEach(System.err::println);
 * }</pre>
 *
 * <p>What a writer did wrong, or a disk that refuses, is among a report's diagnostics; nothing is thrown for it. Has no
 * state; threads may share it.
 */
public final class Byline {

    /**
     * Builds a site: read, understand, route, render, write.
     *
     * @return what was done; with an error among its diagnostics both folders are as they were before
     */
    public BuildReport build(BuildRequest request) {
        return build(request, line -> {});
    }

    /**
     * The same.
     *
     * @param news told in a line what a person should know while it lasts: that another build is waited for, or that what
     *     the last one left cannot be used
     */
    public BuildReport build(BuildRequest request, Consumer<String> news) {
        try (Workbench workbench = Workbench.open(request, news)) {
            return workbench.build(request.at());
        } catch (IOException failed) {
            return refused(failed, new Diagnostics());
        }
    }

    static OutputFolder open(Path folder, Consumer<String> news, Diagnostics diagnostics) throws IOException {
        return OutputFolder.open(
                folder, diagnostics, () -> news.accept("Another build is at work in " + folder + "; waiting for it."));
    }

    /** The site as its writer may see it: with what is not out, on pages that nothing but the preview leads to. */
    static Site previewed(Site site) {
        return site.showing(Unpublished.showable(site, new Routes(site.settings())));
    }

    /**
     * Checks a site as its readers will get it, and writes nothing.
     *
     * @return what a build would tell, and what is wrong with the pages
     */
    public CheckReport check(CheckRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        try {
            Optional<Site> site = site(request.site(), request.at(), diagnostics);
            if (site.isEmpty()) {
                return CheckReport.failed(diagnostics.all());
            }
            Edition edition = Edition.of(
                    site.get(),
                    request.site(),
                    BuildRequest.defaultCache(request.site()),
                    promised(request.site(), diagnostics),
                    true,
                    diagnostics);
            Held held = new Held();
            edition.renderTo(held);
            SiteCheck check = new SiteCheck(site.get(), edition.pages(), held, edition.prose());
            check.run(diagnostics);
            int failures = request.external()
                    .map(patience -> check.runOutside(version(), patience, diagnostics))
                    .orElse(0);
            List<Claim> claims = request.identity()
                    .map(patience -> claims(site.get(), patience, diagnostics))
                    .orElse(List.of());
            long unanswered = claims.stream()
                    .filter(claim -> claim.outcome() == Claim.Outcome.UNANSWERED)
                    .count();
            return new CheckReport(diagnostics.all(), edition.pages().size(), failures + (int) unanswered, claims);
        } catch (IOException failed) {
            return CheckReport.failed(refused(failed, diagnostics).diagnostics());
        } catch (UncheckedIOException failed) {
            return CheckReport.failed(refused(failed.getCause(), diagnostics).diagnostics());
        }
    }

    private static List<Claim> claims(Site site, Duration patience, Diagnostics diagnostics) {
        Http http = new Http(version(), patience, Http.Liberty.UNENCRYPTED, Http.Liberty.OTHER_HOSTS);
        return new Identity(site, http, diagnostics).ask();
    }

    /**
     * Reads a built site back, and finds who is credited where.
     *
     * @param at the moment that it was built for
     */
    public CreditsReport credits(Path site, Instant at, Path output, Path drafts) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Site> understood = site(site, at, diagnostics);
        if (understood.isPresent() && !Files.isDirectory(output)) {
            diagnostics.error(Place.of(output.toString()), "there is no built site", "run byline build first");
        }
        if (understood.isEmpty() || diagnostics.hasErrors()) {
            return CreditsReport.failed(diagnostics.all());
        }
        Routes routes = new Routes(understood.get().settings());
        return new CreditsReport(List.of(), new Audit(understood.get(), routes, output, drafts).matrix());
    }

    /** The addresses that a site has to keep; an empty file is enough to begin with, without one nothing is promised. */
    static Optional<UrlLock> promised(Path site, Diagnostics diagnostics) throws IOException {
        Path file = site.resolve(UrlLock.FILE);
        return Files.isRegularFile(file)
                ? Optional.of(UrlLock.read(Files.readString(file), diagnostics))
                : Optional.empty();
    }

    static Optional<Site> site(Path folder, Instant at, Diagnostics diagnostics) {
        return isSite(folder, diagnostics)
                ? everything(folder, at, diagnostics).map(site -> KeptOut.of(folder, site, diagnostics))
                : Optional.empty();
    }

    static boolean isSite(Path folder, Diagnostics diagnostics) {
        if (!SiteFolder.isSite(folder)) {
            diagnostics.error(
                    Place.of(folder.toString()),
                    Files.isDirectory(folder) ? "no site: there is no site.yml" : "no such folder",
                    "name the folder that holds site.yml");
            return false;
        }
        return true;
    }

    /** The same, with those who asked to be forgotten: only what forgets them again may ask for that. */
    static Optional<Site> everything(Path folder, Instant at, Diagnostics diagnostics) {
        return Understanding.of(new SiteFolder(folder, diagnostics).read(), at, diagnostics);
    }

    /** An output inside a folder that is read would be published with the next build. */
    static void checkFolders(BuildRequest request, Diagnostics diagnostics) {
        Path output = request.output().toAbsolutePath().normalize();
        Path drafts = request.drafts().toAbsolutePath().normalize();
        Path site = request.site().toAbsolutePath().normalize();
        for (String source :
                List.of("articles", "pages", "static", "authors", "drafts", "ledger", "feedback", "templates")) {
            for (Path folder : List.of(output, drafts)) {
                if (folder.startsWith(site.resolve(source)) || folder.equals(site)) {
                    diagnostics.error(
                            Place.of(folder.toString()),
                            "the output would lie among what it is made of",
                            "choose a folder such as target/site");
                }
            }
        }
        if (output.startsWith(drafts) || drafts.startsWith(output)) {
            diagnostics.error(
                    Place.of(drafts.toString()),
                    "drafts and site share a folder, so the drafts would be published",
                    "choose two folders beside each other");
        }
    }

    static BuildReport refused(IOException failed, Diagnostics diagnostics) {
        String where = failed instanceof FileSystemException file && file.getFile() != null ? file.getFile() : "output";
        // A full disk is told in the message of a plain IOException; a FileSystemException's message repeats the file.
        String told = failed instanceof FileSystemException file ? file.getReason() : failed.getMessage();
        String reason = told != null ? told : failed.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        diagnostics.error(Place.of(where), "cannot be read or written: " + reason, "check the disk and permissions");
        return BuildReport.failed(diagnostics.all());
    }

    /** The names of the theme's files, sorted. A site replaces one by its own of that name in {@code templates/}. */
    public List<String> themeFiles() {
        return ThemeFiles.names();
    }

    /**
     * Copies a file of the theme into a site's {@code templates/}, to be changed there.
     *
     * @return why it could not be done; empty where it was
     */
    public List<Diagnostic> eject(Path site, String name) {
        Diagnostics diagnostics = new Diagnostics();
        Path file = site.resolve("templates").resolve(name).normalize();
        Optional<byte[]> content = ThemeFiles.content(name);
        if (!SiteFolder.isSite(site)) {
            diagnostics.error(Place.of(site.toString()), "no site: there is no site.yml", "name it with --site");
        } else if (content.isEmpty()) {
            diagnostics.error(
                    Place.of("theme:" + name),
                    "the theme has no such file",
                    Suggestion.hint(name, ThemeFiles.names()).orElse("byline theme list shows all"));
        } else if (Files.exists(file)) {
            diagnostics.error(
                    Place.of("templates/" + name), "it is there already", "remove it first to begin with the theme's");
        } else {
            try {
                WholeFile.write(file, content.get());
            } catch (IOException failed) {
                refused(failed, diagnostics);
            }
        }
        return diagnostics.all();
    }

    /**
     * Removes what builds have written, and nothing else: files of others stay, and so do files of ours that somebody
     * changed.
     */
    public BuildReport clean(Path output, Path drafts) {
        return clean(output, drafts, line -> {});
    }

    /**
     * The same.
     *
     * @param news told in a line that a build is waited for
     */
    public BuildReport clean(Path output, Path drafts, Consumer<String> news) {
        Diagnostics diagnostics = new Diagnostics();
        int removed = 0;
        try {
            for (Path folder : List.of(output, drafts)) {
                if (Files.isDirectory(folder)) {
                    try (OutputFolder ours = open(folder, news, diagnostics)) {
                        removed += ours.clear().removed();
                    }
                }
            }
        } catch (IOException failed) {
            return refused(failed, diagnostics);
        }
        return new BuildReport(diagnostics.all(), 0, 0, 0, 0, removed);
    }

    /** The post drafts of a site, how far each has come, and what the linter finds in them. */
    public DraftsReport drafts(Path site, Instant at) {
        return onDrafts(site, at, DraftsStage::report);
    }

    /** One of them. */
    public DraftsReport draft(Path site, Instant at, DraftName name) {
        return onDrafts(site, at, stage -> stage.show(name));
    }

    /**
     * Takes a draft over: copies it into {@code drafts/}, where it is its writer's. A file that is there is never written
     * over.
     */
    public DraftsReport take(Path site, Instant at, DraftName name) {
        return onDrafts(site, at, stage -> stage.take(name));
    }

    /** Approves a draft, as it is now: in its file, if a person has taken it over, else in one that is made. */
    public DraftsReport approve(Path site, Instant at, DraftName name) {
        return onDrafts(site, at, stage -> stage.approve(name));
    }

    /** Asks the servers of accounts what they let a post be, and keeps that in {@code networks.yml}. */
    public LimitsReport limits(LimitsRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        try {
            Optional<Site> site = site(request.site(), request.at(), diagnostics);
            return site.isEmpty() || diagnostics.hasErrors()
                    ? LimitsReport.failed(diagnostics.all())
                    : new LimitsStage(site.get(), request, diagnostics).run();
        } catch (IOException failed) {
            return LimitsReport.failed(refused(failed, diagnostics).diagnostics());
        }
    }

    private static DraftsReport onDrafts(Path folder, Instant at, DraftsStage.Work work) {
        Diagnostics diagnostics = new Diagnostics();
        try {
            Optional<Site> site = site(folder, at, diagnostics);
            if (site.isEmpty()) {
                return DraftsReport.failed(diagnostics.all());
            }
            Edition edition = Edition.of(
                    site.get(), folder, BuildRequest.defaultCache(folder), Optional.empty(), true, diagnostics);
            return work.on(new DraftsStage(folder, edition, diagnostics));
        } catch (IOException failed) {
            return DraftsReport.failed(refused(failed, diagnostics).diagnostics());
        } catch (UncheckedIOException failed) {
            return DraftsReport.failed(refused(failed.getCause(), diagnostics).diagnostics());
        }
    }

    /** Gathers what readers answered, wherever they did, into {@code feedback/}. */
    public GatherReport gather(GatherRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        try {
            Optional<Site> site = site(request.site(), request.at(), diagnostics);
            if (site.isEmpty() || diagnostics.hasErrors()) {
                return GatherReport.failed(diagnostics.all());
            }
            return new GatherStage(site.get(), request, diagnostics).run();
        } catch (IOException failed) {
            return GatherReport.failed(refused(failed, diagnostics).diagnostics());
        }
    }

    /** The systems whose comments can be brought along. */
    public List<String> archives() {
        return Archives.ids();
    }

    /** Brings comments along from another system. A second time the same ones are there already. */
    public ImportReport importFeedback(ImportRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        try {
            Optional<Site> site = site(request.site(), request.at(), diagnostics);
            if (site.isEmpty() || diagnostics.hasErrors()) {
                return ImportReport.failed(diagnostics.all());
            }
            Imported imported = Imported.read(request.system(), request.archive(), request.pages(), request.pending());
            Memory memory = new Memory(question -> new Http.Answer.Failed("nobody is asked"), Seen.of(request.site()));
            Gatherer.Report done = new Gatherer(
                            request.site(),
                            site.get(),
                            GatherStage.addresses(site.get()),
                            List.of(imported),
                            memory,
                            request.at(),
                            diagnostics)
                    .gather(Instant.MIN, true);
            return new ImportReport(
                    diagnostics.all(), imported.reckoning(), done.added(), done.updated(), done.unchanged());
        } catch (BrokenArchive broken) {
            diagnostics.error(
                    Place.of(request.archive().toString()).at(broken.line(), broken.column()),
                    broken.getMessage(),
                    "nothing was imported");
            return ImportReport.failed(diagnostics.all());
        } catch (IOException failed) {
            return ImportReport.failed(refused(failed, diagnostics).diagnostics());
        }
    }

    /** What there is to decide about: what readers answered, with what each of it answers. */
    public ModerationReport moderation(ModerationRequest request) {
        return new ModerationStage(request.site(), request.at()).list(request);
    }

    /** Decides about what readers answered: the same about all that is asked for. One round, which can be undone. */
    public ModerationReport moderate(ModerationRequest request, Feedback.Moderation state) {
        return new ModerationStage(request.site(), request.at()).decide(request, state);
    }

    /**
     * The same as a page, with forms that say {@code decision}, {@code item}, {@code mark} and {@code token}.
     *
     * @param token proves that a form comes from this page
     * @param said what became of the last form: {@code done}, {@code undone}, {@code stale}, or nothing
     * @return empty where the site cannot be read, or a template of its own fails
     */
    public Optional<byte[]> moderationPage(Path site, Instant at, String token, String said) {
        ModerationStage stage = new ModerationStage(site, at);
        ModerationReport report = stage.list(ModerationRequest.pending(site, at));
        return stage.site()
                .flatMap(understood -> new ModerationPage(site, understood.settings()).of(report, token, said));
    }

    /** Takes back what the last round decided. */
    public ModerationReport undoModeration(Path site, Instant at) {
        return new ModerationStage(site, at).undo();
    }

    /** Forgets a person: removes what they said, in the files and in what was built, and keeps them out. */
    public ForgetReport forget(ForgetRequest request) {
        return new ForgetStage(request).run();
    }

    /** Counts what telling people has brought: who was heard, where, and how soon readers got an answer. */
    public EngagementReport report(Path folder, Instant at) {
        Diagnostics diagnostics = new Diagnostics();
        try {
            Optional<Site> site = site(folder, at, diagnostics);
            if (site.isEmpty() || diagnostics.hasErrors()) {
                return EngagementReport.failed(diagnostics.all());
            }
            Edition edition = Edition.of(
                    site.get(), folder, BuildRequest.defaultCache(folder), Optional.empty(), true, diagnostics);
            Engagement engagement = Engagements.of(
                    site.get(), Authorship::is, new Discretion(site.get().authors())::of);
            return new EngagementReport(diagnostics.all(), engagement, edition.report());
        } catch (UncheckedIOException failed) {
            return EngagementReport.failed(
                    refused(failed.getCause(), diagnostics).diagnostics());
        }
    }

    /** Shows a site to its writer, and keeps up with what is written, until it is closed. */
    public PreviewReport preview(PreviewRequest request) {
        return new PreviewStage(request).start();
    }

    /** Starts the server that takes what readers send to a site without a third party. */
    public IntakeReport intake(IntakeRequest request) {
        return new IntakeStage(request, new Diagnostics()).start();
    }

    /**
     * Tells the WebSub hubs of a site which of its feeds have changed since they were last told. For a site that is
     * built and deployed: hubs come and read what they are told of.
     */
    public PingReport ping(PingRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        Diagnostics ofContent = new Diagnostics();
        try {
            Optional<Site> site = site(request.site(), request.at(), ofContent);
            if (site.isEmpty() || ofContent.hasErrors()) {
                return PingReport.none(ofContent.all());
            }
            // What warns of content was told by the build.
            List<Page> pages = Edition.of(
                            site.get(),
                            request.site(),
                            BuildRequest.defaultCache(request.site()),
                            Optional.empty(),
                            true,
                            ofContent)
                    .pages();
            return ofContent.hasErrors()
                    ? PingReport.none(ofContent.all())
                    : new PingStage(site.get().settings(), request, diagnostics).run(pages);
        } catch (IOException failed) {
            return PingReport.none(refused(failed, diagnostics).diagnostics());
        } catch (UncheckedIOException failed) {
            return PingReport.none(refused(failed.getCause(), diagnostics).diagnostics());
        }
    }

    /**
     * Posts the approved drafts that are due, each once, and writes the ledger. A run that was cut off is taken up by the
     * next one.
     */
    public PublishReport publish(PublishRequest request) {
        return Posting.publish(request);
    }

    /**
     * Publishes to networks that play themselves on this machine: shows what would be posted, and how it would look. The
     * ledger stays as it is.
     */
    public RehearsalReport rehearse(RehearsalRequest request) {
        return Posting.rehearse(request);
    }

    /** Takes posts back from their networks, where these allow it, and writes that into the ledger. */
    public PublishReport withdraw(WithdrawRequest request) {
        return Posting.withdraw(request);
    }

    /** Writes into the ledger what a person found out about posts that were sent without an answer. */
    public PublishReport settle(SettleRequest request) {
        return Posting.settle(request);
    }

    /** The version, as it was written into the jar when it was built. */
    public static String version() {
        try (InputStream in = Byline.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException broken) {
            throw new IllegalStateException("a broken jar: version.properties", broken);
        }
    }
}
