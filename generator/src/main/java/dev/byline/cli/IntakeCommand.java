package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.IntakeReport;
import dev.byline.IntakeRequest;
import dev.byline.RunningIntake;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code byline intake --site SITE --store DIR}. */
@Command(
        name = "intake",
        mixinStandardHelpOptions = true,
        description = {
            "Takes readers' comments and ratings, until it is stopped; byline gather brings them into the site.",
            "Options may stand in a file, a word a line: byline intake @intake.conf"
        })
final class IntakeCommand implements Callable<Integer> {
    private static final Pattern LISTEN = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\[\\]:\\s]+):(\\d{1,5})");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--site",
            paramLabel = "SITE",
            description = "The folder that holds site.yml: tells the pieces, words and templates.")
    private Path site;

    @Option(names = "--url", paramLabel = "URL", description = "The blog's address, where its folder is not here.")
    private URI url;

    @Option(
            names = "--address",
            paramLabel = "URL",
            description = "Where readers reach the intake (feedback: intake: of site.yml).")
    private URI address;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:8180",
            description = "Where to listen on this machine (${DEFAULT-VALUE}).")
    private String listen;

    @Option(
            names = "--store",
            paramLabel = "DIR|jdbc:postgresql:...",
            defaultValue = "${env:BYLINE_INTAKE_STORE}",
            description = "Where what is sent is kept: a folder, or a PostgreSQL ($BYLINE_INTAKE_STORE).")
    private String store;

    @Option(
            names = "--proxy",
            paramLabel = "ADDRESS",
            description = "A proxy in front, or a network of them, whose X-Forwarded-For is believed. May be repeated.")
    private List<String> proxies = new ArrayList<>();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How much one reader may send in an hour (${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description = "Who sends a form faster than this is asked to read it over (${DEFAULT-VALUE}).")
    private int leastAge;

    @Option(
            names = "--work",
            paramLabel = "BITS",
            defaultValue = "0",
            description =
                    "Wants a proof of work of so many bits, up to 24; who runs no script waits longer (${DEFAULT-VALUE}).")
    private int work;

    @Option(
            names = "--keep",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "How long words stay in the store after they were gathered (${DEFAULT-VALUE}).")
    private int days;

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        IntakeReport report = new Byline().intake(request(err));
        if (report.running().isEmpty()) {
            reporting.tell(out, err, report.diagnostics(), "The intake does not run.", Map.of("running", 0));
            return ExitCode.CONTENT;
        }
        report.diagnostics().forEach(err::println);
        RunningIntake intake = report.running().get();
        CountDownLatch ended = new CountDownLatch(1);
        Thread goodbye = new Thread(
                () -> {
                    reporting.note(out, "The intake ends; what is being sent is answered first.");
                    intake.close();
                    ended.countDown();
                },
                "goodbye");
        Runtime.getRuntime().addShutdownHook(goodbye);
        reporting.note(out, "The intake listens at " + intake.address() + " (Ctrl+C ends it).");
        ended.await();
        return ExitCode.FINE;
    }

    private IntakeRequest request(PrintWriter err) {
        if (store == null || store.isBlank()) {
            throw wrong("Say where to keep what is sent: --store DIR");
        }
        Matcher place = LISTEN.matcher(listen);
        if (!place.matches() || Integer.parseInt(place.group(2)) > 65_535) {
            throw wrong("--listen wants a host and a port: 127.0.0.1:8180");
        }
        if (limit < 1 || leastAge < 0 || work < 0 || work > 24 || days < 0) {
            throw wrong("--limit is at least 1, --wait and --keep are not negative, --work is 0 to 24");
        }
        return new IntakeRequest(
                Optional.ofNullable(site),
                web("--url", url),
                web("--address", address),
                InetSocketAddress.createUnresolved(
                        place.group(1).replaceAll("[\\[\\]]", ""), Integer.parseInt(place.group(2))),
                store,
                proxies,
                limit,
                Duration.ofSeconds(leastAge),
                work,
                Duration.ofDays(days),
                System.getenv(),
                Clock.systemUTC(),
                line -> err.println("byline intake: " + line));
    }

    private Optional<URI> web(String option, URI given) {
        if (given != null && (given.getHost() == null || !given.getScheme().matches("(?i)https?"))) {
            throw wrong(option + " wants an address that begins with https://");
        }
        return Optional.ofNullable(given);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
