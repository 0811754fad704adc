package dev.byline;

import dev.byline.intake.IntakeServer;
import dev.byline.intake.Store;
import java.net.URI;
import java.util.concurrent.ExecutorService;

/** An intake that runs, until it is closed. */
public final class RunningIntake implements AutoCloseable {
    private final IntakeServer server;
    private final Store store;
    private final ExecutorService looking;

    RunningIntake(IntakeServer server, Store store, ExecutorService looking) {
        this.server = server;
        this.store = store;
        this.looking = looking;
    }

    /** Where it listens on this machine, ending in {@code /}. */
    public URI address() {
        return server.address();
    }

    /** Answers what is being answered, takes nothing new, and ends. */
    @Override
    public void close() {
        looking.shutdownNow();
        server.close();
        store.close();
    }
}
