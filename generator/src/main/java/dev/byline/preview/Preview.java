package dev.byline.preview;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * A preview that runs, until it is closed: watches the sources, builds when they change, and tells the open pages.
 *
 * <p>After a mistake the last good pages stay, with what is wrong in front of them, until it is mended.
 */
public final class Preview implements AutoCloseable {
    /** Pieces come out, and expire, while nobody types; dates name minutes. */
    private static final Duration CLOCK = Duration.ofMinutes(1);

    /** What the clock makes us build takes at most a twentieth of the time. */
    private static final int RARELY = 20;

    private static final Duration LAST_BUILD = Duration.ofSeconds(10);

    private final Path sources;
    private final Build build;
    private final Consumer<String> notes;
    private final Watching watching;
    private final Board board;
    private final PreviewServer server;
    private final Duration clock;
    private final Thread keeper = new Thread(this::keepUp, "keeping up");
    /** What changed since the last build that succeeded. */
    private final Set<Path> pending = new HashSet<>();

    private Duration patience;
    private boolean closed;

    private Preview(
            Plan plan,
            Build build,
            Consumer<String> notes,
            Watching watching,
            Board board,
            PreviewServer server,
            Duration clock) {
        this.sources = plan.sources();
        this.build = build;
        this.notes = notes;
        this.watching = watching;
        this.board = board;
        this.server = server;
        this.clock = clock;
        this.patience = clock;
        keeper.setDaemon(true);
    }

    /**
     * Builds, and shows what was built, or what is wrong.
     *
     * @param notes hears a line where something is not as one would expect
     * @throws IOException where no port is free
     */
    public static Preview start(Plan plan, Build build, Backstage backstage, Consumer<String> notes)
            throws IOException {
        return start(plan, build, backstage, notes, Watching.Opener::ofSystem, CLOCK);
    }

    /** The same, with other surroundings. */
    static Preview start(
            Plan plan, Build build, Backstage backstage, Consumer<String> notes, Watching.Opener opener, Duration clock)
            throws IOException {
        String run = Integer.toHexString(ThreadLocalRandom.current().nextInt());
        Board board = new Board(Standing.first(run, List.of()));
        PreviewServer server = PreviewServer.bind(plan, board, backstage);
        // Watched before it is built: what is changed meanwhile is built again.
        Watching watching = Watching.of(new Sources(plan.sources(), plan.litter()), plan.poll(), opener, notes);
        Preview preview = new Preview(plan, build, notes, watching, board, server, clock);
        preview.first();
        server.start();
        preview.keeper.start();
        return preview;
    }

    /** The port that the server listens on. */
    public int port() {
        return server.port();
    }

    /** Where the pages are, for a browser on this machine. */
    public String address() {
        return "http://localhost:" + port() + "/";
    }

    /** Where the desk with the post drafts is. */
    public String desk() {
        return address() + PreviewFiles.DESK.substring(1);
    }

    /** Where the pieces are listed that are not out. */
    public String unpublished() {
        return address() + PreviewFiles.UNPUBLISHED.substring(1);
    }

    /** Where readers' answers are decided about. */
    public String moderation() {
        return address() + ModerationDesk.PATH.substring(1);
    }

    /** Where other machines find the pages, if they may look. */
    public List<String> addressesForOthers() {
        return Hosts.ofThisMachine().stream()
                .map(host -> "http://" + host + ":" + port() + "/")
                .toList();
    }

    /** Opens the pages in the person's browser; where that fails, a note says so. */
    public void open() {
        Thread opening = new Thread(
                () -> {
                    if (!Browser.open(address(), System.getProperty("os.name", ""))) {
                        notes.accept("No browser could be opened; open " + address() + " yourself.");
                    }
                },
                "opening a browser");
        opening.setDaemon(true);
        opening.start();
    }

    private void first() {
        board.pin(board.standing().saying(built().diagnostics()));
        if (board.standing().broken()) {
            pending.add(sources);
        }
    }

    private void keepUp() {
        while (true) {
            try {
                Set<Path> changed = watching.await(patience);
                // Where nothing was changed the clock has gone on, which may change any page.
                pending.addAll(changed.isEmpty() ? Set.of(sources) : changed);
                rebuild();
            } catch (InterruptedException closed) {
                return;
            } catch (IOException unreadable) {
                notes.accept("The folder cannot be looked at: " + unreadable.getMessage());
                patience = clock;
            }
        }
    }

    /** While it holds the lock nobody interrupts it: that would cut off what it writes. */
    private synchronized void rebuild() throws InterruptedException {
        if (closed) {
            throw new InterruptedException();
        }
        long start = System.nanoTime();
        Build.Outcome outcome = built();
        Standing said = board.standing().saying(outcome.diagnostics());
        Standing now = outcome.changed() ? said.next(onlyStyles(), outcome.diagnostics()) : said;
        if (!said.broken()) {
            pending.clear();
        }
        board.pin(now);
        Duration often = Duration.ofNanos(RARELY * (System.nanoTime() - start));
        patience = often.compareTo(clock) > 0 ? often : clock;
    }

    private boolean onlyStyles() {
        return pending.stream().allMatch(file -> file.toString().endsWith(".css"));
    }

    /** Whatever goes wrong in a build, the preview goes on. */
    private Build.Outcome built() {
        try {
            return build.run();
        } catch (RuntimeException | Error broken) {
            Diagnostic internal = internal(broken);
            notes.accept(internal.toString());
            return new Build.Outcome(List.of(internal), false);
        }
    }

    private static Diagnostic internal(Throwable broken) {
        String where = Arrays.stream(broken.getStackTrace())
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        return Diagnostic.error(
                Place.of("byline"),
                "an internal error: " + broken + where,
                "this is no fault of the site: please report it; the preview goes on");
    }

    /** Lets a build that runs come to its end, and ends. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            keeper.interrupt();
        }
        try {
            keeper.join(LAST_BUILD.toMillis());
            watching.close();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (IOException unwatched) {
            notes.accept("The watch could not be ended: " + unwatched.getMessage());
        }
        server.close();
    }
}
