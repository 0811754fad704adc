package dev.byline.intake;

import dev.byline.feedback.Submission;
import dev.byline.feedback.Submission.State;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What readers sent, until it is gathered: on the disk when a method returns, whatever happens to the process then. Several
 * instances may share one. Threads may share it.
 */
public final class Store implements AutoCloseable {
    /** Gathered, and its words removed from here: the site's folder has them. Never given out again. */
    private static final String HANDED = "handed";

    private final Database database;
    private final Clock clock;
    private final byte[] key;

    private Store(Database database, Clock clock, byte[] key) {
        this.database = database;
        this.clock = clock;
        this.key = key;
    }

    /** What became of something to be kept. */
    enum Kept {
        NEW,
        /** It was sent before, and lies here as it was then. */
        BEFORE,
        /** It was only a rating, by somebody who had rated the piece before. */
        RATED_BEFORE
    }

    /**
     * Opens a store, and makes it where there is none.
     *
     * @param where a folder, or an address that begins with {@code jdbc:postgresql:}
     * @param password for PostgreSQL, where the address holds none
     */
    public static Store open(String where, Optional<String> password, Clock clock) throws StoreFailure {
        return open(Database.open(where, password), clock);
    }

    static Store open(Database database, Clock clock) throws StoreFailure {
        try {
            SecureRandom random = new SecureRandom();
            database.transaction(connection -> Schema.make(connection, random));
            return new Store(database, clock, database.transaction(Schema::key));
        } catch (StoreFailure failed) {
            database.close();
            throw failed;
        }
    }

    /** Those who sent something can be told by it, and only by who has it; the same for all who share the store. */
    byte[] key() {
        return key.clone();
    }

    /** The queue of mentions in the same store. */
    public Mentions mentions() {
        return new Mentions(database, clock);
    }

    /** Fails where nothing can be kept now. */
    void probe() throws StoreFailure {
        database.attempt(Schema::probe);
    }

    /**
     * Keeps something. The number of it is not yet known, and given here.
     *
     * @param voter who rates, as far as one vote a reader and piece needs it; empty where nothing is rated
     */
    Kept keep(Submission sent, OptionalLong voter) throws StoreFailure {
        return database.transaction(connection -> {
            long number = Schema.nextNumber(connection, clock.millis());
            if (find(connection, sent.id()).isPresent()) {
                return Kept.BEFORE;
            }
            boolean counts = voter.isPresent() && vote(connection, sent, voter.getAsLong());
            if (sent.rating().isPresent() && !counts && sent.text().isBlank()) {
                return Kept.RATED_BEFORE;
            }
            insert(connection, sent, number, counts);
            return Kept.NEW;
        });
    }

    private static boolean vote(Connection connection, Submission sent, long voter) throws SQLException {
        String insert =
                "INSERT INTO votes (article, voter, answer) VALUES (?, ?, ?) ON CONFLICT (article, voter) DO NOTHING";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, sent.article());
            statement.setLong(2, voter);
            statement.setString(3, sent.id());
            return statement.executeUpdate() == 1;
        }
    }

    private static void insert(Connection connection, Submission sent, long number, boolean rated) throws SQLException {
        String insert =
                "INSERT INTO answers (id, changed, article, parent, name, website, words, rating, received, state)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, sent.id());
            statement.setLong(2, number);
            statement.setString(3, sent.article());
            statement.setString(4, sent.parent().orElse(null));
            statement.setString(5, sent.name());
            statement.setString(6, sent.website().orElse(null));
            statement.setString(7, sent.text());
            if (rated) {
                statement.setInt(8, sent.rating().orElseThrow());
            } else {
                statement.setNull(8, Types.INTEGER);
            }
            statement.setLong(9, sent.received().toEpochMilli());
            statement.setString(10, word(sent.state()));
            statement.executeUpdate();
        }
    }

    /** What lies here under an id; nothing where its words have gone to the site's folder already. */
    Optional<Submission> find(String id) throws StoreFailure {
        return database.transaction(connection -> find(connection, id));
    }

    private static Optional<Submission> find(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM answers WHERE id = ?")) {
            statement.setString(1, id);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(submission(result)) : Optional.empty();
            }
        }
    }

    /** Takes back what was sent: its words go, its place stays, and who rated may rate again. */
    void remove(String id) throws StoreFailure {
        database.transaction(connection -> {
            long number = Schema.nextNumber(connection, clock.millis());
            String remove =
                    "UPDATE answers SET state = 'removed', name = '', website = NULL, words = '', rating = NULL,"
                            + " gathered = NULL, changed = ? WHERE id = ? AND state <> 'removed'";
            try (PreparedStatement statement = connection.prepareStatement(remove)) {
                statement.setLong(1, number);
                statement.setString(2, id);
                statement.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement("DELETE FROM votes WHERE answer = ?")) {
                statement.setString(1, id);
                statement.executeUpdate();
            }
            return null;
        });
    }

    /** The changes after one, the oldest first. */
    public List<Submission> after(long number, int limit) throws StoreFailure {
        return database.transaction(connection -> {
            String select =
                    "SELECT * FROM answers WHERE changed > ? AND state <> '" + HANDED + "' ORDER BY changed LIMIT ?";
            try (PreparedStatement statement = connection.prepareStatement(select)) {
                statement.setLong(1, number);
                statement.setInt(2, limit);
                List<Submission> found = new ArrayList<>();
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        found.add(submission(result));
                    }
                }
                return List.copyOf(found);
            }
        });
    }

    /**
     * Hears that all changes up to one are in files. Words that have been there for long enough are removed from here.
     *
     * @param keep how long is long enough
     */
    public void acknowledge(long number, Duration keep) throws StoreFailure {
        long now = clock.millis();
        database.transaction(connection -> {
            String mark = "UPDATE answers SET gathered = ? WHERE changed <= ? AND gathered IS NULL";
            try (PreparedStatement statement = connection.prepareStatement(mark)) {
                statement.setLong(1, now);
                statement.setLong(2, number);
                statement.executeUpdate();
            }
            String forget = "UPDATE answers SET state = '" + HANDED + "', name = '', website = NULL, words = ''"
                    + " WHERE gathered <= ? AND state IN ('kept', 'suspect')";
            try (PreparedStatement statement = connection.prepareStatement(forget)) {
                statement.setLong(1, now - keep.toMillis());
                statement.executeUpdate();
            }
            return null;
        });
    }

    /** How many wait to be gathered. */
    long waiting() throws StoreFailure {
        return database.attempt(
                connection -> Schema.number(connection, "SELECT COUNT(*) FROM answers WHERE gathered IS NULL"));
    }

    private static Submission submission(ResultSet row) throws SQLException {
        int rating = row.getInt("rating");
        String state = row.getString("state");
        return new Submission(
                row.getLong("changed"),
                row.getString("id"),
                row.getString("article"),
                Optional.ofNullable(row.getString("parent")),
                row.getString("name"),
                Optional.ofNullable(row.getString("website")),
                row.getString("words"),
                rating >= 1 && rating <= 5 ? Optional.of(rating) : Optional.empty(),
                Instant.ofEpochMilli(row.getLong("received")),
                state.equals(HANDED) ? State.KEPT : State.valueOf(state.toUpperCase(Locale.ROOT)));
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        database.close();
    }
}
