package dev.byline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Byline;
import dev.byline.GatherReport;
import dev.byline.GatherRequest;
import dev.byline.TestSite;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * 50 readers send 2,000 comments to the runnable jar, which is killed by the system every few seconds, while others gather.
 * Whatever a reader was told is kept stands in the site's folder in the end, once.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
final class LoadIT {
    private static final int READERS = 50;
    private static final int EACH = 40;
    private static final Duration BETWEEN_KILLS = Duration.ofMillis(1_500);
    /** Then it is left in peace, so that a slow machine comes to an end. */
    private static final int MISHAPS = 6;

    /** So that the load lasts for several kills. */
    private static final Duration BETWEEN_COMMENTS = Duration.ofMillis(300);

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern TEXT = Pattern.compile("(?m)^text: (.*)$");

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final List<Instance> instances = new ArrayList<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();

    /** One process of the jar, at one port, started again when it is killed. */
    private final class Instance {
        private final int port;
        private final String store;
        private volatile Process process;

        Instance(String store) throws IOException {
            this.store = store;
            try (ServerSocket socket = new ServerSocket(0)) {
                this.port = socket.getLocalPort();
            }
            start();
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + port + "/");
        }

        void start() throws IOException {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    System.getProperty("byline.jar"),
                    "intake",
                    "--url=https://blog.example.com/",
                    "--address=" + address(),
                    "--listen=127.0.0.1:" + port,
                    "--store=" + store,
                    "--wait=0",
                    "--limit=1000000");
            builder.environment().put("BYLINE_INTAKE_TOKEN", RunningServer.TOKEN);
            Path log = folder.resolve("log-" + port);
            process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        }

        /** {@code kill -9}: no handler runs. */
        void kill() throws Exception {
            process.destroyForcibly().waitFor();
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (Instance instance : instances) {
            instance.kill();
        }
    }

    @Test
    void what_one_instance_acknowledged_is_in_the_site_once_however_often_it_is_killed() throws Exception {
        instances.add(new Instance(folder.resolve("store").toString()));
        int kills = loadAndKill(round -> kill(instances.get(0)));
        assertThat(kills).isGreaterThanOrEqualTo(2);
    }

    @Test
    void what_two_instances_on_one_postgresql_acknowledged_is_in_the_site_once() throws Exception {
        try (Postgres postgres = Postgres.start()) {
            instances.add(new Instance(postgres.address()));
            instances.add(new Instance(postgres.address()));
            int kills = loadAndKill(round -> kill(instances.get(round % 2)));
            assertThat(kills).isGreaterThanOrEqualTo(2);
            stop();
        }
    }

    @Test
    void a_postgresql_that_is_started_again_loses_nothing_either() throws Exception {
        try (Postgres postgres = Postgres.start()) {
            instances.add(new Instance(postgres.address()));
            instances.add(new Instance(postgres.address()));
            int restarts = loadAndKill(round -> {
                postgres.down(round % 2 == 0 ? "immediate" : "fast");
                postgres.up();
            });
            assertThat(restarts).isGreaterThanOrEqualTo(2);
            stop();
        }
    }

    private void kill(Instance instance) throws Exception {
        instance.kill();
        instance.start();
        // A slow machine would otherwise see it killed before it could do anything.
        await(List.of(instance));
    }

    private interface Mishap {
        void happen(int round) throws Exception;
    }

    /** Sends all comments while something happens again and again; says how often it did. */
    private int loadAndKill(Mishap mishap) throws Exception {
        Instant started = Instant.now();
        TestSite site = TestSite.in(folder.resolve("site"))
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
        String settings = Files.readString(site.folder().resolve("site.yml"));
        site.file(
                "site.yml", settings + "feedback: {intake: " + instances.get(0).address() + "}\n");
        await(instances);
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        int happened = 0;
        int gathers = 0;
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                int number = reader;
                work.add(readers.submit(() -> {
                    read(number);
                    return null;
                }));
            }
            while (!work.stream().allMatch(Future::isDone)) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_KILLS.toMillis());
                if (happened < MISHAPS && !work.stream().allMatch(Future::isDone)) {
                    mishap.happen(happened++);
                    // A round in the middle: what it does not hear, a later one has to.
                    gathers += gather(site).failures() == 0 ? 1 : 0;
                }
            }
            for (Future<?> one : work) {
                one.get();
            }
        } finally {
            readers.shutdownNow();
        }
        await(instances);
        GatherReport last = gather(site);
        assertThat(last.failures()).as("%s", last.diagnostics()).isZero();
        Map<String, Integer> texts = texts(site);
        assertThat(acknowledged).hasValue(READERS * EACH);
        assertThat(texts).hasSize(READERS * EACH);
        assertThat(texts.values()).containsOnly(1);
        System.out.println("Intake: " + acknowledged + " comments acknowledged, each gathered once, " + repeated
                + " sent again, " + happened + " times something was killed, " + (gathers + 1)
                + " rounds of gathering, "
                + Duration.between(started, Instant.now()).toSeconds() + " s");
        return happened;
    }

    private void await(List<Instance> awaited) throws Exception {
        for (Instance instance : awaited) {
            for (int i = 0; ; i++) {
                try {
                    HttpRequest health = HttpRequest.newBuilder(
                                    instance.address().resolve("health"))
                            .build();
                    if (client.send(health, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        break;
                    }
                } catch (IOException notYet) {
                    if (!instance.process.isAlive()) {
                        // The store was away when it started: whoever runs it starts it again.
                        instance.start();
                    }
                    assertThat(i)
                            .as(Files.readString(folder.resolve("log-" + instance.port)))
                            .isLessThan(200);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private GatherReport gather(TestSite site) {
        return new Byline()
                .gather(new GatherRequest(
                        site.folder(),
                        TestSite.NOW,
                        Map.of("BYLINE_INTAKE_TOKEN", RunningServer.TOKEN),
                        Duration.ofSeconds(20),
                        Set.of("intake"),
                        Instant.MIN,
                        false));
    }

    private void read(int reader) throws Exception {
        for (int i = 0; i < EACH; i++) {
            comment(reader, "Comment " + i + " of reader " + reader);
            TimeUnit.MILLISECONDS.sleep(BETWEEN_COMMENTS.toMillis());
        }
    }

    /** Sends a comment until somebody says that it is kept; as a person would, with the form that is still open. */
    private void comment(int reader, String text) throws Exception {
        String token = "";
        for (int attempt = 0; ; attempt++) {
            URI address = instances.get((reader + attempt) % instances.size()).address();
            try {
                if (token.isEmpty()) {
                    Matcher found = TOKEN.matcher(send(HttpRequest.newBuilder(address.resolve("token?article=a")))
                            .body());
                    token = found.find() ? found.group(1) : "";
                }
                String form = RunningServer.encoded(
                        Map.of("article", "a", "name", "Reader " + reader, "text", text, "token", token));
                HttpResponse<String> answer = send(HttpRequest.newBuilder(address.resolve("answers"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
                if (answer.statusCode() == 303) {
                    acknowledged.incrementAndGet();
                    return;
                }
            } catch (IOException killed) {
                // Perhaps it was kept, perhaps not.
            }
            repeated.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, Integer> texts(TestSite site) throws IOException {
        Map<String, Integer> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(site.folder().resolve("feedback/a"))) {
            for (Path file : files.toList()) {
                Matcher text = TEXT.matcher(Files.readString(file));
                texts.merge(text.find() ? text.group(1) : "no text in " + file, 1, Integer::sum);
            }
        }
        return texts;
    }
}
