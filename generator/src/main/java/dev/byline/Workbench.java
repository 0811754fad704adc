package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.memory.DamagedMemory;
import dev.byline.memory.Memory;
import dev.byline.memory.MemoryFolder;
import dev.byline.memory.Remembering;
import dev.byline.output.Counted;
import dev.byline.output.OutputFolder;
import dev.byline.output.WholeFile;
import dev.byline.page.UrlLock;
import dev.byline.site.Article;
import dev.byline.site.Site;
import dev.byline.source.Fingerprint;
import dev.byline.source.SiteFolder;
import dev.byline.source.SourceState;
import dev.byline.source.Sources;
import dev.byline.understand.Acquaintance;
import dev.byline.understand.Understanding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Builds one site, as often as is asked, and remembers in between what need not be done again; on a disk, so that the next
 * process knows it as well. What comes out is what a build without any memory would make.
 *
 * <p>One build at a time; not for several threads.
 */
public final class Workbench implements AutoCloseable {
    /** What builds remember, in the folder of what is dear to make. */
    private static final String SITE = "memory";

    /** The same of previews: they show more than a site does. */
    private static final String PREVIEW = "preview";

    private final BuildRequest request;
    private final Consumer<String> news;
    private final MemoryFolder folder;
    /** Whether what is remembered is written down after each build, or only after the first and the last. */
    private final boolean each;

    private final Acquaintance acquaintance = new Acquaintance();

    private Memory memory;
    private boolean begun;
    private boolean writtenDown = true;

    private Workbench(BuildRequest request, boolean each, Consumer<String> news) throws IOException {
        this.request = request;
        this.each = each;
        this.news = news;
        this.folder = MemoryFolder.open(
                request.cache().resolve(request.preview() ? PREVIEW : SITE), Setting.ofByline(), news);
        this.memory = folder.load();
    }

    /**
     * Opens a workbench.
     *
     * @param request what to build; the moment in it is that of no build
     * @param news told in a line what a person should know meanwhile
     * @throws IOException if there is not even room for what a build needs meanwhile
     */
    public static Workbench open(BuildRequest request, Consumer<String> news) throws IOException {
        return new Workbench(request, true, news);
    }

    /** One that stays for many builds: to write down what is remembered would take longer than most of them. */
    static Workbench staying(BuildRequest request, Consumer<String> news) throws IOException {
        return new Workbench(request, false, news);
    }

    /**
     * Builds the site: read, understand, route, render, write.
     *
     * @param at the moment that decides what is scheduled or expired
     * @return what was done; with an error among its diagnostics both folders are as they were before
     */
    public BuildReport build(Instant at) {
        Diagnostics diagnostics = new Diagnostics();
        try {
            return build(at, diagnostics);
        } catch (DamagedMemory damaged) {
            news.accept("What was remembered of the last build is damaged, so all is built anew: "
                    + damaged.getMessage() + ".");
            return anew(at);
        } catch (IOException failed) {
            return Byline.refused(failed, diagnostics);
        } catch (UncheckedIOException failed) {
            return Byline.refused(failed.getCause(), diagnostics);
        }
    }

    private BuildReport anew(Instant at) {
        Diagnostics diagnostics = new Diagnostics();
        try {
            forget();
            return build(at, diagnostics);
        } catch (IOException failed) {
            return Byline.refused(failed, diagnostics);
        } catch (UncheckedIOException failed) {
            return Byline.refused(failed.getCause(), diagnostics);
        }
    }

    /** Where builds with a cache remember. */
    static List<Path> memories(Path cache) {
        return List.of(cache.resolve(SITE), cache.resolve(PREVIEW));
    }

    /** Throws away what is remembered in a folder, unless a process is at work with it: that one makes it anew. */
    static void forget(Path memory) throws IOException {
        if (Files.isDirectory(memory)) {
            try (MemoryFolder folder = MemoryFolder.open(memory, Fingerprint.NONE, note -> {})) {
                folder.clear();
            }
        }
    }

    /** Throws away what is remembered. */
    void forget() throws IOException {
        memory.close();
        memory = folder.blank();
    }

    private BuildReport build(Instant at, Diagnostics diagnostics) throws IOException {
        Byline.checkFolders(request, diagnostics);
        if (!Byline.isSite(request.site(), diagnostics)) {
            return BuildReport.failed(diagnostics.all());
        }
        long setting = Setting.of(request);
        if (memory.setting() != setting || MemoryFolder.isMostlyOld(memory)) {
            forget();
        }
        SiteFolder source = new SiteFolder(request.site(), memory.sources(), diagnostics);
        Optional<BuildReport> nothing = nothingToDo(source, at, diagnostics);
        if (nothing.isPresent()) {
            return nothing.get();
        }
        Sources sources = source.read();
        Map<String, SourceState> states = new HashMap<>(sources.states());
        Optional<Site> site = Understanding.of(sources, at, acquaintance, diagnostics)
                .map(understood -> {
                    Site kept = KeptOut.of(request.site(), understood, diagnostics);
                    states.keySet().removeAll(KeptOut.files(understood, kept));
                    return kept;
                })
                .map(understood -> request.preview() ? Byline.previewed(understood) : understood);
        return site.isEmpty()
                ? BuildReport.failed(diagnostics.all())
                : build(site.get(), new Recollection(memory, states, setting), diagnostics);
    }

    private BuildReport build(Site site, Recollection recollection, Diagnostics diagnostics) throws IOException {
        Optional<UrlLock> lock = request.preview() ? Optional.empty() : Byline.promised(request.site(), diagnostics);
        Edition edition = Edition.of(site, request.site(), request.cache(), lock, recollection, diagnostics);
        if (diagnostics.hasErrors()) {
            return BuildReport.failed(diagnostics.all());
        }
        Remembering remembering = recollection.remembering().orElseThrow();
        try (OutputFolder output = Byline.open(request.output(), news, diagnostics);
                OutputFolder drafts = Byline.open(request.drafts(), news, diagnostics)) {
            if (isAsLeft(output, Memory.Outcome::output) && isAsLeft(drafts, Memory.Outcome::drafts)) {
                remembering.trustOutput();
            }
            Counted pages = new Counted(output);
            Counted posts = new Counted(drafts);
            edition.renderTo(pages);
            int count = edition.draftsTo(posts);
            if (diagnostics.hasErrors()) {
                return BuildReport.failed(diagnostics.all());
            }
            OutputFolder.Changes ofPages = output.publish();
            OutputFolder.Changes ofPosts = drafts.publish();
            if (lock.isPresent()) {
                WholeFile.write(
                        request.site().resolve(UrlLock.FILE),
                        lock.get().and(edition.pages()).text());
            }
            Memory.Outcome outcome = new Memory.Outcome(
                    lastChange(site),
                    nextChange(site),
                    promised(),
                    site.published().size(),
                    count,
                    new Memory.Folder(output.state(), List.copyOf(pages.files().keySet())),
                    new Memory.Folder(drafts.state(), List.copyOf(posts.files().keySet())),
                    diagnostics.all());
            memory = remembering.done(outcome);
            writtenDown = each || !begun;
            begun = true;
            if (writtenDown) {
                folder.save(memory);
            }
            return new BuildReport(
                    diagnostics.all(),
                    outcome.articles(),
                    outcome.posts(),
                    ofPages.written() + ofPosts.written(),
                    ofPages.unchanged() + ofPosts.unchanged(),
                    ofPages.removed() + ofPosts.removed());
        }
    }

    /** The report of a build for which nothing is to be done: neither the site nor what was made of it has changed. */
    private Optional<BuildReport> nothingToDo(SiteFolder source, Instant at, Diagnostics diagnostics)
            throws IOException {
        Optional<Memory.Outcome> before =
                memory.outcome().filter(outcome -> outcome.isOf(at) && outcome.promised() == promised());
        if (before.isEmpty() || diagnostics.hasErrors() || !source.isUnchanged()) {
            return Optional.empty();
        }
        Memory.Outcome outcome = before.get();
        try (OutputFolder output = Byline.open(request.output(), news, diagnostics);
                OutputFolder drafts = Byline.open(request.drafts(), news, diagnostics)) {
            boolean whole = isAsLeft(output, Memory.Outcome::output)
                    && isAsLeft(drafts, Memory.Outcome::drafts)
                    && outcome.output().files().parallelStream().allMatch(output::holds)
                    && outcome.drafts().files().parallelStream().allMatch(drafts::holds);
            int files =
                    outcome.output().files().size() + outcome.drafts().files().size();
            return whole
                    ? Optional.of(
                            new BuildReport(outcome.diagnostics(), outcome.articles(), outcome.posts(), 0, files, 0))
                    : Optional.empty();
        }
    }

    private boolean isAsLeft(OutputFolder now, java.util.function.Function<Memory.Outcome, Memory.Folder> left)
            throws IOException {
        return memory.outcome().isPresent()
                && left.apply(memory.outcome().get()).state() == now.state();
    }

    private long promised() {
        Path file = request.site().resolve(UrlLock.FILE);
        try {
            return request.preview() || !Files.isRegularFile(file) ? Fingerprint.NONE : Fingerprint.of(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The moments at which something comes out, expires, or no longer takes answers. */
    private static Stream<Instant> moments(Site site) {
        return site.articles().stream()
                .flatMap((Article article) -> Stream.of(article.date(), article.expires(), article.feedbackUntil()))
                .flatMap(Optional::stream)
                .map(ZonedDateTime::toInstant);
    }

    private static Instant lastChange(Site site) {
        return moments(site)
                .filter(moment -> !moment.isAfter(site.now()))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Instant nextChange(Site site) {
        return moments(site)
                .filter(moment -> moment.isAfter(site.now()))
                .min(Instant::compareTo)
                .orElse(Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    /** Ends; what cannot be written down any more is not. */
    @Override
    public void close() {
        if (!writtenDown) {
            folder.save(memory);
        }
        try {
            memory.close();
            folder.close();
        } catch (IOException stays) {
            news.accept("Something is left in " + request.cache() + ".");
        }
    }
}
