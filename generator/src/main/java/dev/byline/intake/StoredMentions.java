package dev.byline.intake;

import dev.byline.feedback.Addresses;
import dev.byline.feedback.MentionId;
import dev.byline.feedback.ReceivedMention;
import dev.byline.feedback.SiteSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Verified webmentions, straight from the store of the intake. */
public final class StoredMentions implements SiteSource {
    private static final int PAGE = 500;

    private final String where;
    private final Optional<String> password;

    /**
     * Prepares.
     *
     * @param where as {@link Store#open} takes it
     */
    public StoredMentions(String where, Optional<String> password) {
        this.where = where;
        this.password = password;
    }

    @Override
    public String id() {
        return MentionId.SOURCE;
    }

    @Override
    public Delivered gather(Addresses addresses, Optional<String> cursor) {
        long after = cursor.filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
        List<Item> items = new ArrayList<>();
        if (!Database.isThere(where)) {
            return new Delivered.Unavailable("there is no store at " + where);
        }
        try (Store store = Store.open(where, password, Clock.systemUTC())) {
            List<Mentions.Mention> page;
            do {
                page = store.mentions().after(after, PAGE);
                for (Mentions.Mention mention : page) {
                    boolean found = mention.state() == Mentions.State.FOUND;
                    new ReceivedMention(mention.source(), mention.target(), found, mention.outcome())
                            .item(addresses)
                            .ifPresent(items::add);
                    after = mention.number();
                }
            } while (page.size() == PAGE);
            return new Delivered.News(items, Optional.of(String.valueOf(after)), List.of());
        } catch (StoreFailure failed) {
            return new Delivered.Unavailable(failed.getMessage());
        }
    }
}
