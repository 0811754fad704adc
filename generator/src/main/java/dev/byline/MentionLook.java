package dev.byline;

import dev.byline.feedback.Addresses;
import dev.byline.feedback.ReceivedMention;
import dev.byline.intake.Blog;
import dev.byline.intake.MentionVerifier;
import dev.byline.remote.PublicWeb;
import dev.byline.webmention.Verifier;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Has the mentions that an intake takes verified, against the blog as it is at that moment. */
final class MentionLook implements MentionVerifier {
    private final PublicWeb web;
    private final Supplier<Blog> blog;
    private final Clock clock;

    MentionLook(PublicWeb web, Supplier<Blog> blog, Clock clock) {
        this.web = web;
        this.blog = blog;
        this.clock = clock;
    }

    @Override
    public Verified verify(String source, String target) {
        Blog now = blog.get();
        Map<String, Blog.Piece> pieces = now.pieces().orElse(Map.of());
        Map<String, String> paths = new TreeMap<>();
        pieces.forEach((id, piece) -> {
            paths.put(piece.url().getPath(), id);
            paths.put(piece.url().getPath() + "feedback/", id);
        });
        Verifier verifier = new Verifier(
                web,
                new Addresses(now.url(), paths),
                id -> pieces.get(id).until().isAfter(clock.instant()));
        Optional<String> objection = verifier.objection(source, target);
        return objection.isPresent() ? new Verified.Refused(objection.get()) : told(verifier.verify(source, target));
    }

    private static Verified told(dev.byline.webmention.Verified verified) {
        if (verified instanceof dev.byline.webmention.Verified.Accepted accepted) {
            return new Verified.Found(ReceivedMention.write(accepted.item()));
        }
        if (verified instanceof dev.byline.webmention.Verified.Absent absent) {
            return new Verified.Gone(absent.reason());
        }
        return verified instanceof dev.byline.webmention.Verified.Unanswered unanswered
                ? new Verified.Later(unanswered.reason())
                : new Verified.Refused(((dev.byline.webmention.Verified.Refused) verified).reason());
    }
}
