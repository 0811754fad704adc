package dev.byline.intake;

import dev.byline.feedback.Submission;
import dev.byline.intake.Metrics.Event;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What one reader sent, at the address that only they were told: to see it, and to take it back. */
final class OwnDesk {
    static final String PURPOSE = "own";

    private final Store store;
    private final Supplier<Blog> blog;
    private final Signer signer;
    private final Pages pages;
    private final Metrics metrics;
    private final Consumer<String> trouble;

    OwnDesk(Store store, Supplier<Blog> blog, Pages pages, Metrics metrics, Consumer<String> trouble) {
        this.store = store;
        this.blog = blog;
        this.signer = new Signer(store.key());
        this.pages = pages;
        this.metrics = metrics;
        this.trouble = trouble;
    }

    /** {@code GET} or {@code POST /answers/<id>/<signature>}: whoever posts there takes it back. */
    Reply answer(Asked asked, String id, String signature) {
        if (!id.matches("[0-9a-f]{20}") || !signer.isSigned(PURPOSE, id, signature)) {
            return pages.message(404, blog.get().language(), "intake.lost");
        }
        try {
            if (asked.method().equals("POST")) {
                store.remove(id);
                metrics.count(Event.REMOVED);
            }
            Optional<Submission> own = store.find(id);
            return own.isEmpty()
                    ? pages.message(404, blog.get().language(), "intake.lost")
                    : pages.own(blog.get(), own.get());
        } catch (StoreFailure failed) {
            metrics.count(Event.FAILED);
            trouble.accept(failed.getMessage());
            return pages.message(503, blog.get().language(), "intake.away").with("Retry-After", "30");
        }
    }
}
