package dev.byline.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The preview keeps up with builds that are slow or fall over, and with pages that come and go. */
final class KeepingUpTest {
    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();
    private final AtomicReference<Runnable> disturbance = new AtomicReference<>(() -> {});
    private final AtomicInteger builds = new AtomicInteger();

    private Preview start(boolean poll) throws IOException {
        Files.createDirectories(folder.resolve("articles"));
        write("0");
        Plan plan = new Plan(
                folder,
                Files.createDirectories(folder.resolve("target/site")),
                folder.resolve("target/drafts"),
                name -> false,
                18_280,
                false,
                true,
                poll);
        return Preview.start(plan, this::build, new NoBackstage(), notes::add);
    }

    private Build.Outcome build() {
        builds.incrementAndGet();
        try {
            String text = Files.readString(folder.resolve("articles/a.md"));
            disturbance.get().run();
            Files.writeString(folder.resolve("target/site/index.html"), text);
            return new Build.Outcome(List.of(), true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("articles/a.md"), text);
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("target/site/index.html"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_is_written_during_a_build_is_built_after_it(boolean poll) throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        try (Preview preview = start(poll);
                OpenPage page = new OpenPage(preview.address())) {
            page.next();
            disturbance.set(() -> {
                disturbance.set(() -> {});
                reading.countDown();
                await(written);
            });
            write("1");
            await(reading);
            write("2");
            written.countDown();
            page.next();
            page.next();
            assertThat(page()).isEqualTo("2");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_build_that_falls_over_is_told_as_a_fault_of_ours_and_the_next_one_is_made() throws Exception {
        try (Preview preview = start(false);
                OpenPage page = new OpenPage(preview.address())) {
            page.next();
            for (Throwable fault : List.of(new IllegalStateException("Oops"), new StackOverflowError())) {
                disturbance.set(() -> {
                    if (fault instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) fault;
                });
                write(fault.toString());
                JsonNode broken = page.next();
                assertThat(broken.get("problems").get(0).get("message").stringValue())
                        .startsWith("an internal error: java.lang."
                                + fault.getClass().getSimpleName());
                assertThat(broken.get("problems").get(0).get("hint").stringValue())
                        .contains("please report it");
                disturbance.set(() -> {});
                write("mended " + fault);
                assertThat(OpenPage.broken(page.next())).isFalse();
                assertThat(page()).startsWith("mended");
            }
            assertThat(notes).hasSize(2);
        }
    }

    @Test
    void an_open_page_hears_of_an_edit_before_the_eye_is_there() throws Exception {
        long soonest = Long.MAX_VALUE;
        try (Preview preview = start(false);
                OpenPage page = new OpenPage(preview.address())) {
            page.next();
            for (int i = 0; i < 20; i++) {
                long start = System.nanoTime();
                write("edit " + i);
                page.next();
                soonest = Math.min(soonest, System.nanoTime() - start);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        // 20 ms of them are the wait for an editor to be done; a busy machine may take longer, but not each time.
        assertThat(Duration.ofNanos(soonest)).isLessThan(Duration.ofMillis(60));
    }

    @Test
    void many_changes_at_once_are_few_builds() throws Exception {
        try (Preview preview = start(false);
                OpenPage page = new OpenPage(preview.address())) {
            page.next();
            int before = builds.get();
            for (int i = 0; i < 300; i++) {
                Files.writeString(folder.resolve("articles/p" + i + ".md"), "x");
            }
            write("last");
            while (!page().equals("last")) {
                page.next();
            }
            assertThat(builds.get() - before).isBetween(1, 30);
        }
    }

    @Test
    void pages_come_and_go_and_too_many_are_asked_to_wait() throws Exception {
        Board board = new Board(Standing.first("r", List.of(Diagnostic.warning(Place.of("x"), "y\nz"))));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        Events events = new Events(board, Duration.ofMillis(50));
        server.createContext(PreviewFiles.EVENTS, exchange -> {
            try (exchange) {
                events.handle(exchange);
            }
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            List<OpenPage> pages = new ArrayList<>();
            for (int i = 0; i < Events.MOST; i++) {
                pages.add(new OpenPage(address));
                assertThat(pages.get(i).next().get("warnings").intValue()).isEqualTo(1);
            }
            assertThat(status(address)).isEqualTo(503);
            board.pin(board.standing().next(false, List.of()));
            for (OpenPage page : pages) {
                assertThat(page.next().get("edition").stringValue()).isEqualTo("r-2");
            }
            for (OpenPage page : pages) {
                page.close();
            }
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (status(address) == 503 && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(status(address)).isEqualTo(200);
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static int status(String address) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(address).getPort())) {
            String request = "GET " + PreviewFiles.EVENTS + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            return Integer.parseInt(new String(start, StandardCharsets.US_ASCII).substring("HTTP/1.1 ".length()));
        }
    }

    @ParameterizedTest
    @CsvSource({"Linux, xdg-open", "FreeBSD, xdg-open", "Mac OS X, open", "Windows 11, rundll32"})
    void a_browser_is_opened_by_the_system_s_own_means(String system, String command) {
        assertThat(Browser.command("http://localhost:8080/", system))
                .startsWith(command)
                .endsWith("http://localhost:8080/");
    }
}
