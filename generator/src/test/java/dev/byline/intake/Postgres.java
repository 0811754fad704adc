package dev.byline.intake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real PostgreSQL of the machine's own, in a folder and at a port of its own. Tests without one are skipped. */
final class Postgres implements AutoCloseable {
    /** Where Debian puts each version. */
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;

    private Postgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    static Postgres start() throws IOException {
        Optional<Path> programs = programs();
        assumeTrue(programs.isPresent(), "No PostgreSQL here: apt-get install postgresql brings one.");
        Path folder = Files.createTempDirectory("byline-postgresql");
        Postgres postgres = new Postgres(programs.get(), folder, freePort());
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        postgres.asUser("initdb", "-D", postgres.data(), "-U", "byline", "-A", "trust", "-E", "UTF8", "--locale=C");
        postgres.up();
        return postgres;
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=byline";
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    void up() throws IOException {
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder;
        asUser("pg_ctl", "-D", data(), "-l", folder.resolve("log").toString(), "-w", "-o", options, "start");
    }

    /**
     * Ends the server.
     *
     * @param how {@code fast}, or {@code immediate} for an end without goodbye
     */
    void down(String how) throws IOException {
        asUser("pg_ctl", "-D", data(), "-w", "-m", how, "stop");
    }

    private void asUser(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command + " ended with " + process.exitValue());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(command + " was interrupted", interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            down("immediate");
        } catch (IOException alreadyDown) {
            // A test may have ended it.
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
