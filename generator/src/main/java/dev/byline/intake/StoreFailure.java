package dev.byline.intake;

import java.sql.SQLException;
import java.util.Locale;

/** The store could not do what it was asked for; nothing of it was done, or the same can safely be asked again. */
public final class StoreFailure extends Exception {
    private static final long serialVersionUID = 1L;

    StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** What an engine's error means, in words that say what to do. */
    static StoreFailure of(String where, SQLException failed) {
        Throwable deepest = failed;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String told = String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
        String code = told.toUpperCase(Locale.ROOT);
        String meaning;
        if (code.contains("SQLITE_FULL") || "53100".equals(failed.getSQLState())) {
            meaning = "its disk is full; make room, nothing that was acknowledged is lost";
        } else if (code.contains("SQLITE_READONLY") || code.contains("SQLITE_CANTOPEN")) {
            meaning = "it cannot be written; check its permissions and the disk";
        } else if (code.contains("SQLITE_CORRUPT") || code.contains("SQLITE_NOTADB")) {
            meaning = "it is damaged; stop the intake, keep a copy, and restore the last backup";
        } else if (code.contains("SQLITE_BUSY") || code.contains("SQLITE_LOCKED") || code.contains("TIMED OUT")) {
            meaning = "it does not answer in time; another program may hold it";
        } else {
            meaning = told;
        }
        return new StoreFailure("the store " + where + " fails: " + meaning, failed);
    }
}
