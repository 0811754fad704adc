package dev.byline.preview;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Opens an address in the person's browser, by the system's own means. */
final class Browser {
    /** Whoever cannot open anything says so by then; whoever can may go on for hours. */
    private static final int SECONDS = 5;

    private Browser() {}

    /** Opens an address; says whether that seems to have worked. */
    static boolean open(String address, String system) {
        try {
            Process process = new ProcessBuilder(command(address, system))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return !process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /**
     * What opens an address.
     *
     * @param system as the property {@code os.name} tells it
     */
    static List<String> command(String address, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return List.of(name.startsWith("mac") ? "open" : "xdg-open", address);
    }
}
