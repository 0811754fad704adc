package dev.byline;

import java.util.List;

/**
 * What came of a rehearsal.
 *
 * @param report as of publishing
 * @param posts what people would see
 */
public record RehearsalReport(PublishReport report, List<Post> posts) {
    public RehearsalReport {
        posts = List.copyOf(posts);
    }

    /**
     * A post as people would see it.
     *
     * @param by the account
     * @param images what each image shows, in words
     */
    public record Post(String network, String by, String text, List<String> images) {
        public Post {
            images = List.copyOf(images);
        }
    }
}
