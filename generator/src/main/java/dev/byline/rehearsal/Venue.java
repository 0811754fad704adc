package dev.byline.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** A network on this machine, which nobody else reaches; mishaps can be had. Ends when it is closed. */
public interface Venue extends AutoCloseable {
    /** Starts a network, to be spoken to in the way that it is spoken to everywhere. */
    static Venue open(String network, Understudy understudy) throws IOException {
        return switch (network) {
            case "nostr" -> LoopbackSocket.start(understudy);
            case "newsletter" -> LoopbackMail.start(understudy);
            default -> LoopbackServer.start(understudy);
        };
    }

    /** Its address, ending in {@code /}. */
    URI address();

    /** From now on, what goes wrong. */
    void suffer(Function<Asked, Mishap> which);

    /** Method and path of each request so far: of HTTP, or what corresponds to them. */
    List<String> requests();

    /** What people see there, oldest first. */
    List<Shown> shown();

    @Override
    void close();
}
