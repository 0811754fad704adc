package dev.byline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came of a rehearsal.
 *
 * @param rounds as of publishing; at least one, and several only of a rough rehearsal
 * @param posts what people would see
 */
public record RehearsalReport(List<PublishReport> rounds, List<Post> posts) {
    /** Results of a post that was sent, whether or not the answer came. */
    private static final Set<String> SENT = Set.of("posted", "found", "unclear", "to settle");

    public RehearsalReport {
        rounds = List.copyOf(rounds);
        posts = List.copyOf(posts);
    }

    /** What became of each post in the end. */
    public PublishReport report() {
        PublishReport last = rounds.get(rounds.size() - 1);
        Map<List<Object>, PublishReport.Entry> entries = new LinkedHashMap<>();
        for (PublishReport round : rounds) {
            for (PublishReport.Entry entry : round.posts()) {
                entries.put(List.of(entry.article(), entry.account(), entry.network(), entry.part()), entry);
            }
        }
        return new PublishReport(last.diagnostics(), new ArrayList<>(entries.values()), last.unapproved());
    }

    /** How many posts more there are than were to be made: each of these stands there twice. */
    public int surplus() {
        Map<String, Long> wanted = report().posts().stream()
                .filter(entry -> SENT.contains(entry.result()))
                .collect(Collectors.groupingBy(PublishReport.Entry::network, Collectors.counting()));
        Map<String, Long> there = posts.stream().collect(Collectors.groupingBy(Post::network, Collectors.counting()));
        return there.entrySet().stream()
                .mapToInt(network -> (int) Math.max(0, network.getValue() - wanted.getOrDefault(network.getKey(), 0L)))
                .sum();
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
