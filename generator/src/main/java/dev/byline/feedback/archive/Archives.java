package dev.byline.feedback.archive;

import java.util.List;
import java.util.Optional;

/** The systems whose comments can be brought along. A new one is its own file and one word here. */
public final class Archives {
    private static final List<Archive> ALL =
            List.of(new Disqus(), new WordPress(), new Isso(), new Remark42(), new Staticman());

    private Archives() {}

    /** Their ids. */
    public static List<String> ids() {
        return ALL.stream().map(Archive::id).toList();
    }

    static Optional<Archive> byId(String id) {
        return ALL.stream().filter(archive -> archive.id().equals(id)).findFirst();
    }
}
