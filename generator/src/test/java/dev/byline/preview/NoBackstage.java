package dev.byline.preview;

import dev.byline.site.Feedback.Moderation;
import java.util.Optional;

/** Nothing beside the pages. */
final class NoBackstage implements Backstage {
    @Override
    public Optional<byte[]> unpublished() {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> moderation(String token, String said) {
        return Optional.empty();
    }

    @Override
    public boolean decide(String item, String mark, Moderation decision) {
        return false;
    }

    @Override
    public boolean undo() {
        return false;
    }
}
