package dev.byline;

import dev.byline.site.Feedback.Moderation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which items to list, or to decide about.
 *
 * @param site the site's folder
 * @param at the moment of the run
 * @param names their ids, or an article's id, a {@code /} and theirs, in whatever state they are; all where it is empty
 * @param from only from whoever goes by this handle or profile; empty for everybody
 * @param source only from this source; empty for all
 * @param article only below this article; empty for all
 * @param states only in one of these, where no names are given
 * @param marks by name, what {@link ModerationReport.Item#mark} was when somebody looked
 */
public record ModerationRequest(
        Path site,
        Instant at,
        List<String> names,
        String from,
        String source,
        String article,
        Set<Moderation> states,
        Map<String, String> marks) {
    public ModerationRequest {
        names = List.copyOf(names);
        states = Set.copyOf(states);
        marks = Map.copyOf(marks);
    }

    /** All that is pending. */
    public static ModerationRequest pending(Path site, Instant at) {
        return new ModerationRequest(site, at, List.of(), "", "", "", Set.of(Moderation.PENDING), Map.of());
    }

    /** One item, in whatever state it is. */
    public static ModerationRequest named(Path site, Instant at, String name) {
        return new ModerationRequest(site, at, List.of(name), "", "", "", Set.of(), Map.of());
    }

    /** One item, as it was when somebody looked at it. */
    public static ModerationRequest one(Path site, Instant at, String name, String mark) {
        return new ModerationRequest(site, at, List.of(name), "", "", "", Set.of(), Map.of(name, mark));
    }
}
