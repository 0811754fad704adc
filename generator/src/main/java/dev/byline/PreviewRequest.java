package dev.byline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How to show a site to its writer.
 *
 * @param site the site's folder, which is watched
 * @param moment what time it is
 * @param port the port to take; where it is in use, the next free one is taken
 * @param lan whether other machines may look, too
 * @param reload whether pages load themselves again when they have changed
 * @param poll whether to look at the folder again and again instead of being told of changes
 * @param built hears of every build that changed anything, or has something else to say than the one before
 * @param notes hears a line where something is not as one would expect
 */
public record PreviewRequest(
        Path site,
        Supplier<Instant> moment,
        int port,
        boolean lan,
        boolean reload,
        boolean poll,
        Consumer<BuildReport> built,
        Consumer<String> notes) {
    /** The port that is taken unless told otherwise. */
    public static final int PORT = 8080;

    /** A preview on this machine; nobody hears of its builds. */
    public static PreviewRequest of(Path site, Supplier<Instant> moment) {
        return new PreviewRequest(site, moment, PORT, false, true, false, report -> {}, note -> {});
    }

    /** The same, for this port and these readers. */
    public PreviewRequest on(int otherPort, boolean forOthers) {
        return new PreviewRequest(site, moment, otherPort, forOthers, reload, poll, built, notes);
    }

    /** The same, with other ways to keep up. */
    public PreviewRequest keepingUp(boolean reloading, boolean polling) {
        return new PreviewRequest(site, moment, port, lan, reloading, polling, built, notes);
    }

    /** The same, heard by somebody. */
    public PreviewRequest telling(Consumer<BuildReport> ofBuilds, Consumer<String> ofTheRest) {
        return new PreviewRequest(site, moment, port, lan, reload, poll, ofBuilds, ofTheRest);
    }
}
