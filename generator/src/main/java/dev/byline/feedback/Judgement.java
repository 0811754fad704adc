package dev.byline.feedback;

import dev.byline.site.Article;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What becomes of something new before anybody has looked at it: what {@code feedback:} of {@code site.yml} says. What people
 * have decided is never asked about here.
 *
 * <p>The site's own people are let in; then who is denied is kept out; then what comes after a piece was closed waits; then
 * who is allowed, or was approved before, is let in; the rest is as its source is trusted. Being let in by name needs a
 * source that knows who speaks; being kept out does not.
 */
public final class Judgement {
    private final Site site;
    private final Settings.Rules rules;
    private final Moderation otherwise;
    /** Source and name of those of whom something was approved, and nothing rejected. */
    private final Set<String> approvedBefore;

    /** Prepares for the site as it is. */
    public Judgement(Site site) {
        this.site = site;
        this.rules = site.settings().answers().rules();
        this.otherwise = site.settings().answers().gathered();
        this.approvedBefore = rules.approvedBefore() ? approved(site) : Set.of();
    }

    /**
     * What becomes of an item.
     *
     * @param reason why, for the people who read its file; empty where no rule was needed
     */
    public record Verdict(Moderation state, String reason) {}

    private static Set<String> approved(Site site) {
        Set<String> approved = new HashSet<>();
        Set<String> rejected = new HashSet<>();
        for (Article article : site.articles()) {
            for (Feedback item : site.feedback(article)) {
                boolean said = item.kind().isSpoken() || item.kind() == Kind.RATING;
                if (said && item.moderation() == Moderation.APPROVED) {
                    approved.addAll(keys(item));
                } else if (item.moderation() == Moderation.REJECTED) {
                    rejected.addAll(keys(item));
                }
            }
        }
        approved.removeAll(rejected);
        return approved;
    }

    private static List<String> keys(Feedback item) {
        return Identities.proven(item).stream()
                .map(name -> item.origin().source() + " " + name)
                .toList();
    }

    /** Judges something new. */
    public Verdict of(Article article, Feedback item) {
        if (Authorship.isOurs(site, item)) {
            return new Verdict(Moderation.APPROVED, "one of ours");
        }
        if (names(rules.deny(), item)) {
            return new Verdict(Moderation.REJECTED, "denied");
        }
        if (isLate(article, item)) {
            return new Verdict(rules.closed(), "came after the piece was closed");
        }
        boolean proven = Provenance.of(item).isPresent();
        if (proven && names(rules.allow(), item)) {
            return new Verdict(Moderation.APPROVED, "allowed");
        }
        if (keys(item).stream().anyMatch(approvedBefore::contains)) {
            return new Verdict(Moderation.APPROVED, "approved before");
        }
        Moderation trusted = rules.trust().get(item.origin().source());
        return trusted == null
                ? new Verdict(otherwise, "")
                : new Verdict(trusted, "the source " + item.origin().source() + " is " + word(trusted));
    }

    private static String word(Moderation state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean names(List<String> list, Feedback item) {
        return list.stream()
                .anyMatch(written -> Identities.isNamed(written, item)
                        || (Identities.isDomain(written) && Identities.isFrom(written, item)));
    }

    /** Closed without a day, it is closed; with one, what was said before counts as before, whenever it is found. */
    private boolean isLate(Article article, Feedback item) {
        Instant said =
                item.published().filter(moment -> moment.isBefore(site.now())).orElse(site.now());
        return !article.takesFeedback(article.feedbackOpen() ? said : site.now());
    }
}
