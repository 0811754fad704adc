package dev.byline.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Mentions by other sites, waiting to be verified, and what came of it.
 *
 * <p>Several instances may share the work: who takes a mention has it for a while, and if nothing is heard until then, because
 * the instance was killed, it can be taken again. Threads may share it.
 */
public final class Mentions {
    /** No address is longer: what browsers and servers agree on. */
    static final int MAX_ADDRESS = 2_000;

    private final Database database;
    private final Clock clock;

    Mentions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How far a mention has come. */
    public enum State {
        /** To be verified, for the first time, again, or now. */
        WAITING,
        /** The source mentions the target. */
        FOUND,
        /** The source did, and does no longer. */
        GONE,
        /** The source does not, or cannot be read. */
        REFUSED
    }

    /**
     * A mention.
     *
     * @param number of its last change that somebody has to hear of; 0 where there was none
     * @param due when somebody may take it; as it changes with each taking, it tells who holds the mention
     * @param tries how often it was taken since it was received
     * @param outcome what the verifier said
     */
    public record Mention(
            long number, String id, String source, String target, State state, long due, int tries, String outcome) {
        private Mention takenUntil(long until) {
            return new Mention(number, id, source, target, state, until, tries + 1, outcome);
        }
    }

    /**
     * Puts a mention into the queue. One that is known is verified again: its source may have changed.
     *
     * @return its id
     */
    public String receive(String source, String target) throws StoreFailure {
        String id = Signer.digest(source + "\n" + target);
        long now = clock.millis();
        return database.transaction(connection -> {
            String insert = "INSERT INTO mentions (id, changed, source, target, state, due, tries, outcome, received)"
                    + " VALUES (?, NULL, ?, ?, 'waiting', ?, 0, '', ?)"
                    + " ON CONFLICT (id) DO UPDATE SET state = 'waiting', due = excluded.due, tries = 0";
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                statement.setString(1, id);
                statement.setString(2, source);
                statement.setString(3, target);
                statement.setLong(4, now);
                statement.setLong(5, now);
                statement.executeUpdate();
            }
            return id;
        });
    }

    /**
     * Takes the mention that has waited longest.
     *
     * @param lease after this time without a word others may take it
     */
    Optional<Mention> claim(Duration lease) throws StoreFailure {
        long now = clock.millis();
        return database.transaction(connection -> {
            Optional<Mention> next = one(connection, "WHERE state = 'waiting' AND due <= ? ORDER BY due LIMIT 1", now);
            if (next.isEmpty()) {
                return next;
            }
            // Who comes second finds another time there, and nothing to change.
            String take =
                    "UPDATE mentions SET due = ?, tries = tries + 1 WHERE id = ? AND due = ? AND state = 'waiting'";
            long until = now + lease.toMillis();
            try (PreparedStatement statement = connection.prepareStatement(take)) {
                statement.setLong(1, until);
                statement.setString(2, next.get().id());
                statement.setLong(3, next.get().due());
                return statement.executeUpdate() == 1
                        ? next.map(mention -> mention.takenUntil(until))
                        : Optional.empty();
            }
        });
    }

    /** Writes down what came of a mention, unless it was taken or received again in the meantime. */
    void finish(Mention taken, State state, String outcome) throws StoreFailure {
        database.transaction(connection -> {
            long number = Schema.nextNumber(connection, clock.millis());
            String finish = "UPDATE mentions SET state = ?, outcome = ?, changed = ?"
                    + " WHERE id = ? AND due = ? AND state = 'waiting'";
            try (PreparedStatement statement = connection.prepareStatement(finish)) {
                statement.setString(1, state.name().toLowerCase(Locale.ROOT));
                statement.setString(2, outcome);
                statement.setLong(3, number);
                statement.setString(4, taken.id());
                statement.setLong(5, taken.due());
                statement.executeUpdate();
            }
            return null;
        });
    }

    /** Lets a mention wait, because its source could not be reached. */
    void postpone(Mention taken, Duration wait) throws StoreFailure {
        long due = clock.millis() + wait.toMillis();
        database.transaction(connection -> {
            String postpone = "UPDATE mentions SET due = ? WHERE id = ? AND due = ? AND state = 'waiting'";
            try (PreparedStatement statement = connection.prepareStatement(postpone)) {
                statement.setLong(1, due);
                statement.setString(2, taken.id());
                statement.setLong(3, taken.due());
                statement.executeUpdate();
            }
            return null;
        });
    }

    public Optional<Mention> find(String id) throws StoreFailure {
        return database.transaction(connection -> one(connection, "WHERE id = ?", id));
    }

    /** The verified mentions that changed after a number, the oldest change first. */
    public List<Mention> after(long number, int limit) throws StoreFailure {
        return database.transaction(connection -> {
            String select = "SELECT * FROM mentions WHERE changed > ? ORDER BY changed LIMIT " + limit;
            try (PreparedStatement statement = connection.prepareStatement(select)) {
                statement.setLong(1, number);
                List<Mention> found = new ArrayList<>();
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        found.add(mention(result));
                    }
                }
                return List.copyOf(found);
            }
        });
    }

    private static Optional<Mention> one(Connection connection, String condition, Object value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM mentions " + condition)) {
            statement.setObject(1, value);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(mention(result)) : Optional.empty();
            }
        }
    }

    private static Mention mention(ResultSet row) throws SQLException {
        return new Mention(
                row.getLong("changed"),
                row.getString("id"),
                row.getString("source"),
                row.getString("target"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("due"),
                row.getInt("tries"),
                row.getString("outcome"));
    }
}
