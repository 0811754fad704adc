package dev.byline.intake;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;

/** The store's tables, which both engines read alike, and what is decided once for all instances that share them. */
final class Schema {
    /** What this version writes; a later one may change the tables, and then counts on. */
    private static final String VERSION = "1";

    private static final int KEY_BYTES = 32;

    private static final String[] TABLES = {
        "CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS counter (one INTEGER PRIMARY KEY, value BIGINT NOT NULL)",
        """
        CREATE TABLE IF NOT EXISTS answers (
          id TEXT PRIMARY KEY, changed BIGINT NOT NULL UNIQUE, article TEXT NOT NULL, parent TEXT, name TEXT NOT NULL,
          website TEXT, words TEXT NOT NULL, rating INTEGER, received BIGINT NOT NULL, state TEXT NOT NULL,
          gathered BIGINT)""",
        """
        CREATE TABLE IF NOT EXISTS votes (
          article TEXT NOT NULL, voter BIGINT NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (article, voter))""",
        """
        CREATE TABLE IF NOT EXISTS mentions (
          id TEXT PRIMARY KEY, changed BIGINT, source TEXT NOT NULL, target TEXT NOT NULL, state TEXT NOT NULL,
          due BIGINT NOT NULL, tries INTEGER NOT NULL, outcome TEXT NOT NULL, received BIGINT NOT NULL)""",
        "CREATE INDEX IF NOT EXISTS mentions_by_due ON mentions (state, due)",
        "CREATE INDEX IF NOT EXISTS mentions_by_change ON mentions (changed)",
        "INSERT INTO counter (one, value) VALUES (1, 0) ON CONFLICT (one) DO NOTHING",
    };

    private Schema() {}

    /** Makes what is missing; another instance may do the same at this moment. */
    static Void make(Connection connection, SecureRandom random) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        decide(connection, "key", Base64.getEncoder().encodeToString(key));
        decide(connection, "version", VERSION);
        String version = fact(connection, "version");
        if (!version.equals(VERSION)) {
            throw new SQLException("it was made by another version of Byline (tables " + version + ")");
        }
        return null;
    }

    private static void decide(Connection connection, String name, String value) throws SQLException {
        String insert = "INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.executeUpdate();
        }
    }

    /** The secret that everything is signed with. */
    static byte[] key(Connection connection) throws SQLException {
        return Base64.getDecoder().decode(fact(connection, "key"));
    }

    private static String fact(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT value FROM facts WHERE name = ?")) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new SQLException("it has lost its " + name);
                }
                return result.getString(1);
            }
        }
    }

    /**
     * The number of the next change. Until the transaction ends nobody else gets one: numbers come to be seen in their
     * order, so that nobody who has read up to one ever misses a lower one.
     *
     * <p>They grow with the clock: those that are given out after an old copy was restored are higher than those that were
     * lost with it. A clock that goes back, or was wrong once, does no harm.
     */
    static long nextNumber(Connection connection, long now) throws SQLException {
        String next = "UPDATE counter SET value = CASE WHEN value >= ? THEN value + 1 ELSE ? END WHERE one = 1";
        try (PreparedStatement statement = connection.prepareStatement(next)) {
            statement.setLong(1, now);
            statement.setLong(2, now);
            statement.executeUpdate();
        }
        return number(connection, "SELECT value FROM counter WHERE one = 1");
    }

    /** Writes without changing anything: tells whether the store can be written. */
    static Void probe(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE counter SET value = value WHERE one = 1");
            return null;
        }
    }

    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
