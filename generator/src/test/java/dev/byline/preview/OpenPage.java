package dev.byline.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page in a browser hears of the preview. */
final class OpenPage implements AutoCloseable {
    private static final int SECONDS = 60;

    private final Socket socket;
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();

    OpenPage(String address) throws IOException {
        socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(address).getPort());
        String request = "GET " + PreviewFiles.EVENTS + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertThat(lines.readLine()).isEqualTo("HTTP/1.1 200 OK");
        Thread listening = new Thread(() -> listen(lines), "an open page");
        listening.setDaemon(true);
        listening.start();
    }

    private void listen(BufferedReader lines) {
        JsonMapper json = new JsonMapper();
        try {
            lines.lines()
                    .filter(line -> line.startsWith("data: "))
                    .forEach(line -> heard.add(json.readTree(line.substring("data: ".length()))));
        } catch (UncheckedIOException gone) {
            // The server was closed, or this page.
        }
    }

    /** What it hears next. */
    JsonNode next() throws InterruptedException {
        JsonNode standing = heard.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(standing).as("what the page hears").isNotNull();
        return standing;
    }

    /** Hears, until it is this. */
    JsonNode until(Predicate<JsonNode> wanted) throws InterruptedException {
        JsonNode standing = next();
        while (!wanted.test(standing)) {
            standing = next();
        }
        return standing;
    }

    /** Whether anything is wrong. */
    static boolean broken(JsonNode standing) {
        return !standing.get("problems").isEmpty();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
