package dev.byline.markdown;

import dev.byline.diagnostic.Place;
import dev.byline.page.Target;
import dev.byline.site.Prose;
import java.util.List;
import java.util.Set;

/**
 * What became of one Markdown text.
 *
 * @param anchors the fragments that can be linked to
 * @param references the links into this site that still have to be checked, with their places
 * @param attachments the files that have to be published with it
 */
public record Written(Prose prose, Set<String> anchors, List<Reference> references, List<Target.Attached> attachments) {
    public Written {
        anchors = Set.copyOf(anchors);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
    }

    /** A link into this site: {@link Target.Internal} or {@link Target.SamePage}. */
    public record Reference(Place place, Target target) {}
}
