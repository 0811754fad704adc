package dev.byline.intake;

import dev.byline.feedback.Addresses;
import dev.byline.feedback.SiteSource;
import dev.byline.feedback.Submission;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What readers sent, straight from the store of the intake, on the same machine or in the same database. */
public final class StoredAnswers implements SiteSource {
    private static final int PAGE = 500;

    private final String where;
    private final Optional<String> password;
    private final Duration keep;

    /**
     * Prepares.
     *
     * @param where as {@link Store#open} takes it
     * @param keep how long words stay in the store after they were gathered
     */
    public StoredAnswers(String where, Optional<String> password, Duration keep) {
        this.where = where;
        this.password = password;
        this.keep = keep;
    }

    @Override
    public String id() {
        return Submission.SOURCE;
    }

    @Override
    public Delivered gather(Addresses addresses, Optional<String> cursor) {
        long after = cursor.map(StoredAnswers::number).orElse(0L);
        List<Item> items = new ArrayList<>();
        try (Store store = open()) {
            List<Submission> page;
            do {
                page = store.after(after, PAGE);
                for (Submission sent : page) {
                    items.add(sent.item());
                    after = sent.number();
                }
            } while (page.size() == PAGE);
            return new Delivered.News(items, Optional.of(String.valueOf(after)), List.of());
        } catch (StoreFailure failed) {
            return new Delivered.Unavailable(failed.getMessage());
        }
    }

    @Override
    public void acknowledge(String cursor) {
        try (Store store = open()) {
            store.acknowledge(number(cursor), keep);
        } catch (StoreFailure unheard) {
            // It costs nothing: the store keeps for longer what is in files already.
            return;
        }
    }

    /** Reading makes no store where there is none: a name that is written wrongly would find nothing new for ever. */
    private Store open() throws StoreFailure {
        if (!Database.isThere(where)) {
            throw new StoreFailure("there is no store at " + where, null);
        }
        return Store.open(where, password, Clock.systemUTC());
    }

    private static long number(String cursor) {
        return cursor.matches("\\d{1,18}") ? Long.parseLong(cursor) : 0;
    }
}
