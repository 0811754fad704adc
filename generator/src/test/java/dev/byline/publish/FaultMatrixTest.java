package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.publish.Line.Result;
import dev.byline.rehearsal.Mishap;
import dev.byline.remote.Http;
import dev.byline.site.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything that can interrupt the posting of a thread of two, at every step of it: afterwards, each post is out once.
 *
 * <p>Steps are the requests to the network and the writes of the ledger. At each the process dies before or after it, the
 * connection is cut before or after the network has acted, or the network answers 500, 502 or with a page for people.
 */
@Execution(ExecutionMode.CONCURRENT)
final class FaultMatrixTest {
    private static final List<String> TEXTS = List.of("One " + Scene.PAGE, "Two");
    private static final List<String> TITLED = List.of("One of them\n\nRead " + Scene.PAGE);
    private static final List<String> ONE_POST = List.of("linkedin", "instagram", "pixelfed", "newsletter");

    /** What nobody can look up there, a person has to. */
    private static final List<String> BY_PERSON = List.of("telegram", "slack", "discord", "teams", "newsletter");

    private static final Path DOC = Path.of("../docs/publishing.md");

    /** How a run is interrupted. */
    private enum Fault {
        DIES_BEFORE_REQUEST,
        DIES_AFTER_REQUEST,
        DIES_BEFORE_WRITE,
        DIES_AFTER_WRITE,
        CUT_BEFORE,
        CUT_AFTER,
        BROKEN_BEFORE,
        BROKEN_AFTER,
        HTML
    }

    /** What kills a process has no handler. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A wire on which somebody sits: whatever is sent, and each step of what is no HTTP, has a before and an after. */
    private record Seen(Wire wire, Runnable before, Runnable after) implements Wire {
        @Override
        public Http.Answer send(Http.Call call) {
            return this.<Http.Answer, RuntimeException>step(() -> wire.send(call));
        }

        @Override
        public <T, E extends Exception> T step(Step<T, E> step) throws E {
            before.run();
            T brought = step.take();
            after.run();
            return brought;
        }
    }

    /** How often an interrupted thread was completed by runs alone, and how often a person had to look. */
    private record Count(int requests, int writes, int interrupted, int byItself, int byPerson) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mastodon",
                "bluesky",
                "x",
                "linkedin",
                "telegram",
                "slack",
                "discord",
                "teams",
                "threads",
                "facebook",
                "instagram",
                "akkoma",
                "gotosocial",
                "pixelfed",
                "reddit",
                "lemmy",
                "nostr",
                "newsletter"
            })
    void whatever_interrupts_a_thread_each_post_is_out_once_in_the_end_and_the_documentation_says_how(String network)
            throws IOException {
        Count count = count(network);
        assertThat(count.interrupted).isGreaterThan(10);
        if (!BY_PERSON.contains(network)) {
            assertThat(count.byPerson).isZero();
        }
        String row = "| %s | %d | %d | %d | %d | %d | 0 |"
                .formatted(network, count.requests, count.writes, count.interrupted, count.byItself, count.byPerson);
        assertThat(documented(network, row).lines()).contains(row);
    }

    /** The page of the documentation; one network at a time brings it up to date, if that is wanted. */
    private static synchronized String documented(String network, String row) throws IOException {
        String doc = Files.readString(DOC);
        if (Boolean.getBoolean("golden.update")) {
            doc = doc.replaceAll("(?m)^\\| " + network + " \\| \\d.*$", row);
            Files.writeString(DOC, doc);
        }
        return doc;
    }

    private static Count count(String network) throws IOException {
        int requests;
        AtomicInteger steps = new AtomicInteger();
        AtomicInteger writes = new AtomicInteger();
        try (Scene scene = Scene.of(network)) {
            Wire wire = new Seen(scene.wire(), steps::incrementAndGet, () -> {});
            scene.round(wire, counted(scene, writes)).publish(List.of(draft(scene)), false);
            requests = scene.server.requests().size();
        }
        int byItself = 0;
        int interrupted = 0;
        for (Fault fault : Fault.values()) {
            int most = fault.name().endsWith("WRITE")
                    ? writes.get()
                    : fault.name().endsWith("REQUEST") ? steps.get() : requests;
            for (int step = 1; step <= most; step++) {
                interrupted++;
                byItself += isCompletedByItself(network, fault, step) ? 1 : 0;
            }
        }
        return new Count(requests, writes.get(), interrupted, byItself, interrupted - byItself);
    }

    private static LedgerStore counted(Scene scene, AtomicInteger writes) {
        return (article, posts) -> {
            writes.incrementAndGet();
            scene.kept.put(article, posts);
        };
    }

    private static Outgoing draft(Scene scene) {
        String[] texts = texts(scene.network).toArray(String[]::new);
        return List.of("instagram", "slack", "teams", "reddit").contains(scene.network)
                ? scene.draft(texts)
                : scene.draft(List.of(Scene.image()), texts);
    }

    /** Two posts, where the network has threads or takes two messages for one. */
    private static List<String> texts(String network) {
        if (List.of("reddit", "lemmy").contains(network)) {
            return TITLED;
        }
        return ONE_POST.contains(network) ? TEXTS.subList(0, 1) : TEXTS;
    }

    /** Interrupts, runs again until nothing is to do, and holds what is out against what should be. */
    private static boolean isCompletedByItself(String network, Fault fault, int step) throws IOException {
        try (Scene scene = Scene.of(network)) {
            String name = network + " " + fault + " at " + step;
            interrupt(scene, fault, step);
            noneTwice(scene, name);
            boolean byItself = true;
            for (int run = 0; run < 5; run++) {
                List<Line> lines = scene.publish(draft(scene));
                noneTwice(scene, name);
                if (lines.stream().anyMatch(line -> line.result() == Result.TO_SETTLE)) {
                    byItself = false;
                    settle(scene);
                }
            }
            assertThat(scene.texts()).as(name).containsExactlyInAnyOrderElementsOf(texts(network));
            assertThat(scene.ledger()).as(name).extracting(Post::state).containsOnly(Post.State.PUBLISHED);
            assertThat(scene.publish(draft(scene))).as(name).isEmpty();
            return byItself;
        }
    }

    private static void noneTwice(Scene scene, String name) {
        assertThat(scene.texts()).as(name).doesNotHaveDuplicates();
    }

    private static void interrupt(Scene scene, Fault fault, int step) throws IOException {
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        Wire wire = new Seen(
                scene.wire(),
                () -> dieIf(sent.incrementAndGet() == step && fault == Fault.DIES_BEFORE_REQUEST),
                () -> dieIf(sent.get() == step && fault == Fault.DIES_AFTER_REQUEST));
        LedgerStore store = (article, posts) -> {
            boolean now = written.incrementAndGet() == step;
            dieIf(now && fault == Fault.DIES_BEFORE_WRITE);
            scene.kept.put(article, posts);
            dieIf(now && fault == Fault.DIES_AFTER_WRITE);
        };
        Map<String, Mishap> mishaps = new TreeMap<>();
        for (Mishap mishap : Mishap.values()) {
            mishaps.put(mishap.name(), mishap);
        }
        scene.server.suffer(
                asked -> asked.number() == step ? mishaps.getOrDefault(fault.name(), Mishap.NONE) : Mishap.NONE);
        try {
            scene.round(wire, store).publish(List.of(draft(scene)), false);
        } catch (Died died) {
            assertThat(fault.name()).startsWith("DIES");
        }
        scene.server.suffer(asked -> Mishap.NONE);
    }

    private static void dieIf(boolean now) {
        if (now) {
            throw new Died();
        }
    }

    /** Does what a person does: looks at the network, and says what is there. */
    private static void settle(Scene scene) throws IOException {
        for (Post post : scene.ledger()) {
            if (post.state() == Post.State.INTENDED) {
                boolean isOut = scene.texts().contains(texts(scene.network).get(post.part() - 1));
                scene.round().settle("a", post, isOut);
            }
        }
    }
}
