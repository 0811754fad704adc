package dev.byline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.byline.feedback.Submission;
import dev.byline.feedback.Submission.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The store, in a folder and in a PostgreSQL. */
final class StoreTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    private static Postgres postgres;

    @TempDir
    private Path folder;

    private enum Engine {
        SQLITE,
        POSTGRESQL
    }

    @AfterAll
    static void stop() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }

    private static synchronized Postgres postgres() throws Exception {
        if (postgres == null) {
            postgres = Postgres.start();
        }
        return postgres;
    }

    /** A store that is empty in SQLite; in PostgreSQL tests share one, with articles and ids of their own. */
    private String where(Engine engine) throws Exception {
        return engine == Engine.SQLITE ? folder.toString() : postgres().address();
    }

    private Store open(Engine engine, Clock clock) throws Exception {
        return Store.open(where(engine), Optional.empty(), clock);
    }

    private static Submission comment(Engine engine, String id, String text) {
        return new Submission(
                0,
                id,
                "a-" + engine,
                Optional.of("mastodon-1"),
                "Noor",
                Optional.of("https://noor.example/"),
                text,
                Optional.empty(),
                NOON.instant(),
                State.KEPT);
    }

    private static Submission rating(String article, String id, int stars, String text) {
        return new Submission(
                0,
                id,
                article,
                Optional.empty(),
                "",
                Optional.empty(),
                text,
                Optional.of(stars),
                NOON.instant(),
                State.KEPT);
    }

    private static List<Submission> of(Store store, String article) throws StoreFailure {
        return store.after(0, 10_000).stream()
                .filter(sent -> sent.article().equals(article))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_kept_is_there_when_the_store_is_opened_again(Engine engine) throws Exception {
        Submission sent = comment(engine, "kept1", "Ein Wort, 東京, 🙂, 'quoted'; DROP TABLE answers");
        byte[] key;
        try (Store store = open(engine, NOON)) {
            assertThat(store.keep(sent, OptionalLong.empty())).isEqualTo(Store.Kept.NEW);
            key = store.key();
        }
        try (Store store = open(engine, NOON)) {
            Submission found = store.find("kept1").orElseThrow();
            assertThat(found).isEqualTo(sent.as(State.KEPT, found.number()));
            assertThat(store.key()).isEqualTo(key);
            assertThat(store.waiting()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_sent_twice_is_kept_once_as_it_was_first(Engine engine) throws Exception {
        try (Store store = open(engine, NOON)) {
            store.keep(comment(engine, "twice1", "First"), OptionalLong.empty());
            assertThat(store.keep(comment(engine, "twice1", "Second"), OptionalLong.empty()))
                    .isEqualTo(Store.Kept.BEFORE);
            assertThat(store.find("twice1").orElseThrow().text()).isEqualTo("First");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_reader_has_one_vote_a_piece_until_it_is_taken_back(Engine engine) throws Exception {
        String article = "voted-" + engine;
        try (Store store = open(engine, NOON)) {
            OptionalLong voter = OptionalLong.of(7);
            assertThat(store.keep(rating(article, "v1", 5, ""), voter)).isEqualTo(Store.Kept.NEW);
            assertThat(store.keep(rating(article, "v2", 1, ""), voter)).isEqualTo(Store.Kept.RATED_BEFORE);
            assertThat(store.keep(rating(article, "v3", 1, "Words"), voter)).isEqualTo(Store.Kept.NEW);
            assertThat(store.keep(rating("other-" + engine, "v4", 2, ""), voter))
                    .isEqualTo(Store.Kept.NEW);
            assertThat(of(store, article))
                    .extracting(Submission::rating)
                    .containsExactly(Optional.of(5), Optional.empty());
            store.remove("v1");
            assertThat(store.keep(rating(article, "v5", 2, ""), voter)).isEqualTo(Store.Kept.NEW);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_taken_back_is_told_as_a_new_change_without_its_words(Engine engine) throws Exception {
        try (Store store = open(engine, NOON)) {
            store.keep(comment(engine, "gone1", "Regretted"), OptionalLong.empty());
            long before = store.find("gone1").orElseThrow().number();
            store.remove("gone1");
            store.remove("gone1");
            Submission removed = store.find("gone1").orElseThrow();
            assertThat(removed.state()).isEqualTo(State.REMOVED);
            assertThat(removed.text() + removed.name()).isEmpty();
            assertThat(removed.website()).isEmpty();
            assertThat(removed.number()).isGreaterThan(before);
            assertThat(store.after(removed.number() - 1, 10)).containsExactly(removed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void words_that_were_gathered_long_ago_are_removed_and_can_still_be_taken_back(Engine engine) throws Exception {
        Clock later = Clock.offset(NOON, Duration.ofDays(31));
        long number;
        try (Store store = open(engine, NOON)) {
            store.keep(comment(engine, "old1", "Words"), OptionalLong.empty());
            number = store.find("old1").orElseThrow().number();
            store.acknowledge(number, Duration.ofDays(30));
            assertThat(store.find("old1").orElseThrow().text()).isEqualTo("Words");
        }
        try (Store store = open(engine, later)) {
            store.keep(comment(engine, "young1", "Words"), OptionalLong.empty());
            store.acknowledge(number, Duration.ofDays(30));
            assertThat(store.find("old1").orElseThrow().text()).isEmpty();
            assertThat(of(store, "a-" + engine))
                    .extracting(Submission::id)
                    .doesNotContain("old1")
                    .contains("young1");
            store.remove("old1");
            assertThat(store.after(number, 1_000)).extracting(Submission::id).contains("old1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbers_are_seen_in_their_order_however_many_write(Engine engine) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(6);
        Set<String> seen = new HashSet<>();
        try (Store one = open(engine, NOON);
                Store two = open(engine, NOON)) {
            long cursor = one.after(0, 10_000).stream()
                    .mapToLong(Submission::number)
                    .max()
                    .orElse(0);
            List<Future<?>> work = new ArrayList<>();
            for (int writer = 0; writer < 6; writer++) {
                int number = writer;
                work.add(writers.submit(() -> {
                    for (int i = 0; i < 20; i++) {
                        Store store = (number + i) % 2 == 0 ? one : two;
                        store.keep(comment(engine, "w" + number + "x" + i, "x"), OptionalLong.empty());
                    }
                    return null;
                }));
            }
            while (!work.stream().allMatch(Future::isDone)
                    || !one.after(cursor, 1).isEmpty()) {
                for (Submission sent : one.after(cursor, 7)) {
                    assertThat(sent.number()).isGreaterThan(cursor);
                    cursor = sent.number();
                    seen.add(sent.id());
                }
            }
            for (Future<?> done : work) {
                done.get();
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(seen).hasSize(120);
    }

    @ParameterizedTest
    @EnumSource
    void numbers_grow_when_the_clock_goes_back_and_in_2106(Engine engine) throws Exception {
        Clock far = Clock.fixed(Instant.parse("2106-02-07T06:28:16Z"), ZoneOffset.UTC);
        String where = engine == Engine.SQLITE ? folder.toString() : postgres().address() + "&currentSchema=far";
        if (engine == Engine.POSTGRESQL) {
            try (java.sql.Connection connection =
                            java.sql.DriverManager.getConnection(postgres().address());
                    java.sql.Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA far");
            }
        }
        try (Store store = Store.open(where, Optional.empty(), far)) {
            store.keep(comment(engine, "far1", "x"), OptionalLong.empty());
        }
        try (Store store = Store.open(where, Optional.empty(), NOON)) {
            store.keep(comment(engine, "far2", "x"), OptionalLong.empty());
            assertThat(store.after(0, 10)).extracting(Submission::id).containsExactly("far1", "far2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_mention_is_taken_by_one_and_comes_back_when_nothing_is_heard(Engine engine) throws Exception {
        try (Store early = open(engine, NOON);
                Store other = open(engine, NOON);
                Store late = open(engine, Clock.offset(NOON, Duration.ofMinutes(10)))) {
            String id = early.mentions().receive("https://a.example/" + engine, "https://blog.example.com/");
            Duration lease = Duration.ofMinutes(5);
            Mentions.Mention held = early.mentions().claim(lease).orElseThrow();
            assertThat(held.id()).isEqualTo(id);
            assertThat(other.mentions().claim(lease)).isEmpty();
            Mentions.Mention again = late.mentions().claim(lease).orElseThrow();
            assertThat(again.tries()).isEqualTo(2);
            early.mentions().finish(held, Mentions.State.REFUSED, "too late");
            assertThat(late.mentions().find(id).orElseThrow().state()).isEqualTo(Mentions.State.WAITING);
            late.mentions().finish(again, Mentions.State.FOUND, "{}");
            assertThat(early.mentions().find(id).orElseThrow().state()).isEqualTo(Mentions.State.FOUND);
            assertThat(early.mentions().after(0, 100))
                    .extracting(Mentions.Mention::id)
                    .contains(id);
            assertThat(early.mentions().receive("https://a.example/" + engine, "https://blog.example.com/"))
                    .isEqualTo(id);
            assertThat(early.mentions().claim(lease)).isPresent();
        }
    }

    @Test
    void a_damaged_file_is_told_and_left_as_it_is() throws Exception {
        Path file = folder.resolve(Database.FILE);
        Files.writeString(file, "This is no database. ".repeat(1_000));
        assertThatThrownBy(() -> open(Engine.SQLITE, NOON))
                .isInstanceOf(StoreFailure.class)
                .hasMessage("the store " + folder
                        + " fails: it is damaged; stop the intake, keep a copy, and restore the" + " last backup");
        assertThat(Files.readString(file)).startsWith("This is no database.");
    }

    @Test
    void a_file_with_a_damaged_page_is_told() throws Exception {
        try (Store store = open(Engine.SQLITE, NOON)) {
            for (int i = 0; i < 50; i++) {
                store.keep(comment(Engine.SQLITE, "p" + i, "Words. ".repeat(300)), OptionalLong.empty());
            }
        }
        Path file = folder.resolve(Database.FILE);
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 8_192, bytes.length - 4_096, (byte) 0x5a);
        Files.write(file, bytes);
        assertThatThrownBy(() -> open(Engine.SQLITE, NOON))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("it is damaged");
    }

    @Test
    void a_place_where_nothing_can_be_written_is_told() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Store.open(file.resolve("below").toString(), Optional.empty(), NOON))
                .hasMessageEndingWith("cannot be made: check its permissions");
        Files.createDirectories(folder.resolve("store").resolve(Database.FILE));
        assertThatThrownBy(() -> Store.open(folder.resolve("store").toString(), Optional.empty(), NOON))
                .hasMessageContaining("it cannot be written");
    }

    @Test
    void a_full_store_keeps_what_it_had_and_says_so_and_goes_on_when_there_is_room() throws Exception {
        int kept = 0;
        Database small = Database.open(folder.toString(), Optional.empty(), "&max_page_count=40");
        try (Store store = Store.open(small, NOON)) {
            StoreFailure failure = null;
            while (failure == null) {
                try {
                    store.keep(comment(Engine.SQLITE, "f" + kept, "Words. ".repeat(500)), OptionalLong.empty());
                    kept++;
                } catch (StoreFailure full) {
                    failure = full;
                }
            }
            assertThat(failure).hasMessageContaining("its disk is full");
            assertThat(store.after(0, 1_000)).hasSize(kept);
        }
        try (Store store = open(Engine.SQLITE, NOON)) {
            store.keep(comment(Engine.SQLITE, "f" + kept, "Words"), OptionalLong.empty());
            assertThat(store.after(0, 1_000)).hasSize(kept + 1);
        }
        assertThat(kept).isPositive();
    }

    @Test
    void a_postgresql_that_starts_again_is_waited_for() throws Exception {
        try (Postgres own = Postgres.start();
                Store store = Store.open(own.address(), Optional.empty(), NOON)) {
            store.keep(comment(Engine.POSTGRESQL, "r1", "Before"), OptionalLong.empty());
            own.down("immediate");
            Thread up = new Thread(() -> {
                try {
                    own.up();
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            up.start();
            assertThat(store.keep(comment(Engine.POSTGRESQL, "r2", "After"), OptionalLong.empty()))
                    .isEqualTo(Store.Kept.NEW);
            up.join();
            assertThat(store.after(0, 10)).extracting(Submission::text).containsExactly("Before", "After");
        }
    }

    @Test
    void a_postgresql_that_is_not_there_is_told_without_its_password() {
        assertThatThrownBy(() -> Store.open(
                        "jdbc:postgresql://127.0.0.1:1/x?user=u&password=geheim&connectTimeout=1",
                        Optional.empty(),
                        NOON))
                .isInstanceOf(StoreFailure.class)
                .hasMessageStartingWith("the store jdbc:postgresql://127.0.0.1:1/x fails")
                .hasMessageNotContaining("geheim");
    }
}
