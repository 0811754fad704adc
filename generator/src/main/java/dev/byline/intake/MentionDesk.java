package dev.byline.intake;

import dev.byline.intake.Metrics.Event;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes webmentions: what can be refused at once is, the rest is verified later.
 *
 * @see <a href="https://www.w3.org/TR/webmention/#receiving-webmentions">Webmention: receiving</a>
 */
final class MentionDesk {
    private final IntakeSettings settings;
    private final Mentions mentions;
    private final Supplier<Blog> blog;
    private final RateLimits limits;
    private final Metrics metrics;

    MentionDesk(IntakeSettings settings, Mentions mentions, Supplier<Blog> blog, RateLimits limits, Metrics metrics) {
        this.settings = settings;
        this.mentions = mentions;
        this.blog = blog;
        this.limits = limits;
        this.metrics = metrics;
    }

    /** {@code POST /webmention}. */
    Reply receive(Asked asked) throws StoreFailure {
        Map<String, String> fields;
        try {
            fields = Form.fields(asked);
        } catch (Form.Unreadable unreadable) {
            return Reply.text(unreadable.status(), unreadable.getMessage());
        }
        String source = fields.getOrDefault("source", "").strip();
        String target = fields.getOrDefault("target", "").strip();
        Optional<String> wrong = wrong(source, target);
        if (wrong.isPresent()) {
            return Reply.text(400, wrong.get());
        }
        if (!limits.allows("mention", asked.reader().network(), settings.limit() * 5)) {
            metrics.count(Event.TOO_MANY);
            return Reply.text(429, "too many").with("Retry-After", "600");
        }
        metrics.count(Event.MENTIONED);
        URI status = settings.address().resolve("webmention/" + mentions.receive(source, target));
        return Reply.text(201, "It will be verified; see " + status).with("Location", status.toString());
    }

    private Optional<String> wrong(String source, String target) {
        if (!Written.isWebAddress(source) || source.length() > Mentions.MAX_ADDRESS) {
            return Optional.of("source is no web address");
        }
        if (!Written.isWebAddress(target) || target.length() > Mentions.MAX_ADDRESS) {
            return Optional.of("target is no web address");
        }
        if (source.equals(target)) {
            return Optional.of("source and target are the same");
        }
        String host = URI.create(target).getHost();
        return host.equalsIgnoreCase(blog.get().url().getHost())
                ? Optional.empty()
                : Optional.of("target is no page of this site");
    }

    /** {@code GET /webmention/<id>}. */
    Reply status(String id) throws StoreFailure {
        return mentions.find(id)
                .map(mention -> Reply.text(200, mention.state().name().toLowerCase(Locale.ROOT)))
                .orElseGet(Reply::notFound);
    }
}
