package dev.byline.intake;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where the store's tables are: SQLite in a folder, or PostgreSQL. Whole transactions, which are durable when they return.
 * Threads may share it.
 *
 * <p>What is done in a transaction must come out the same when it is done twice: where a connection breaks, nobody knows
 * whether the last one arrived, and it is asked for again.
 */
final class Database implements AutoCloseable {
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** The file in the folder. */
    static final String FILE = "intake.db";

    /**
     * Each commit is on the disk when it returns, and readers do not wait for writers.
     *
     * @see <a href="https://www.sqlite.org/pragma.html#pragma_synchronous">SQLite: synchronous</a>
     */
    private static final String SQLITE_OPTIONS = "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000";

    /**
     * Two that read first and write later would be in each other's way. SQLite's driver begins the next transaction as soon
     * as one ends, which would keep all others out: these are said as they are meant.
     *
     * @see <a href="https://www.sqlite.org/lang_transaction.html">SQLite: transactions</a>
     */
    private static final String SQLITE_BEGIN = "BEGIN IMMEDIATE";

    /** As many as PostgreSQL serves well on a small machine; commits wait for each other anyhow. */
    private static final int POSTGRESQL_CONNECTIONS = 8;

    /** Longer than PostgreSQL takes to start again, shorter than readers and proxies wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final HikariDataSource connections;
    private final String name;
    private final boolean remote;

    private Database(HikariConfig settings, String name, boolean remote) throws StoreFailure {
        settings.setAutoCommit(!remote);
        // A store that is not there at the start is told at once.
        settings.setInitializationFailTimeout(1);
        settings.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        settings.setValidationTimeout(Duration.ofSeconds(3).toMillis());
        this.name = name;
        this.remote = remote;
        try {
            this.connections = new HikariDataSource(settings);
        } catch (HikariPool.PoolInitializationException failed) {
            throw failed.getCause() instanceof SQLException told
                    ? StoreFailure.of(name, told)
                    : new StoreFailure("the store " + name + " cannot be opened", failed);
        }
    }

    /** Something done in one transaction. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * Opens.
     *
     * @param where a folder, or an address that begins with {@code jdbc:postgresql:}
     * @param password for PostgreSQL, where the address holds none
     */
    static Database open(String where, Optional<String> password) throws StoreFailure {
        return open(where, password, "");
    }

    /** Whether there may be one, as far as can be told without opening it. */
    static boolean isThere(String where) {
        return where.startsWith(POSTGRESQL) || Files.exists(Path.of(where).resolve(FILE));
    }

    /**
     * Opens, with more of SQLite's options.
     *
     * @param more begins with {@code &}, or is empty
     */
    static Database open(String where, Optional<String> password, String more) throws StoreFailure {
        HikariConfig settings = new HikariConfig();
        if (where.startsWith(POSTGRESQL)) {
            settings.setJdbcUrl(where);
            password.ifPresent(settings::setPassword);
            settings.setMaximumPoolSize(POSTGRESQL_CONNECTIONS);
            settings.setMinimumIdle(1);
            settings.addDataSourceProperty("connectTimeout", "5");
            settings.addDataSourceProperty("socketTimeout", "15");
            settings.addDataSourceProperty("tcpKeepAlive", "true");
            return new Database(settings, withoutSecrets(where), true);
        }
        Path file = Path.of(where).resolve(FILE);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException refused) {
            throw new StoreFailure("the store " + where + " cannot be made: check its permissions", refused);
        }
        settings.setJdbcUrl("jdbc:sqlite:" + file + SQLITE_OPTIONS + more);
        // One writer at a time is all that SQLite has.
        settings.setMaximumPoolSize(1);
        settings.setMaxLifetime(0);
        Database database = new Database(settings, where, false);
        try {
            database.transaction(Database::check);
        } catch (StoreFailure failed) {
            database.close();
            throw failed;
        }
        return database;
    }

    /** The address without what may be a password in its query or before its host. */
    private static String withoutSecrets(String address) {
        try {
            URI uri = URI.create(address.substring("jdbc:".length()));
            return uri.getHost() == null
                    ? POSTGRESQL
                    : POSTGRESQL + "//" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                            + uri.getPath();
        } catch (IllegalArgumentException broken) {
            return POSTGRESQL;
        }
    }

    private static Void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            String found = result.next() ? result.getString(1) : "nothing";
            if (!"ok".equals(found)) {
                throw new SQLException("[SQLITE_CORRUPT] " + found);
            }
            return null;
        }
    }

    /** What it is called in messages. */
    String name() {
        return name;
    }

    /** Does something whole or not at all; on the disk when it returns. */
    <T> T transaction(Work<T> work) throws StoreFailure {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return once(work);
            } catch (SQLException failed) {
                if (!isWorthAnotherTry(failed) || System.nanoTime() > giveUp || !waited()) {
                    throw StoreFailure.of(name, failed);
                }
            }
        }
    }

    /** The same without waiting for a store that is away: tells how it is now. */
    <T> T attempt(Work<T> work) throws StoreFailure {
        try {
            return once(work);
        } catch (SQLException failed) {
            throw StoreFailure.of(name, failed);
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            try {
                begin(connection);
                T done = work.with(connection);
                commit(connection);
                return done;
            } catch (SQLException | RuntimeException failed) {
                // Nobody knows what state it is in; to close it takes back what was not committed.
                connections.evictConnection(connection);
                throw failed;
            }
        }
    }

    private void begin(Connection connection) throws SQLException {
        if (!remote) {
            execute(connection, SQLITE_BEGIN);
        }
    }

    private void commit(Connection connection) throws SQLException {
        if (remote) {
            connection.commit();
        } else {
            execute(connection, "COMMIT");
        }
    }

    private static void execute(Connection connection, String words) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(words);
        }
    }

    /**
     * Whether the connection broke, the server starts again, or two transactions were in each other's way.
     *
     * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's error codes</a>
     */
    private boolean isWorthAnotherTry(SQLException failed) {
        String state = Optional.ofNullable(failed.getSQLState()).orElse("08");
        return remote && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("40"));
    }

    private static boolean waited() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES.toMillis());
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
