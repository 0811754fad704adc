package dev.byline.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One text from several accounts: whoever follows two of them learns that nobody wrote it. */
final class SameText implements Rule {
    /**
     * How much two texts share, as the Jaccard index of their runs of three words: 0.8 is where search engines begin to
     * call documents near duplicates. Two posts that quote the same summary and the same question, each in a frame of its own,
     * stay below it; a text with a word or two exchanged is above.
     */
    private static final double NEAR = 0.8;

    private static final int RUN = 3;

    @Override
    public String id() {
        return "same-text";
    }

    /** Told of the later one of two, so that one of them may stay. */
    @Override
    public List<Fault> check(Post post, Surroundings around) {
        Set<String> own = runs(post.text());
        for (Post other : around.samePiece()) {
            if (other.path().equals(post.path())) {
                break;
            }
            boolean another = !other.account().id().equals(post.account().id());
            if (another && shared(own, runs(other.text())) >= NEAR) {
                return List.of(Fault.of(
                        "nearly the same text as " + other.path(),
                        "take one of them over, and say it as that account would"));
            }
        }
        return List.of();
    }

    /** Runs of three words; of letters where a text has fewer words, as in scripts without spaces. */
    static Set<String> runs(PostText text) {
        List<String> words =
                text.words().stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        List<String> units = words.size() > RUN
                ? words
                : String.join("", words)
                        .codePoints()
                        .mapToObj(Character::toString)
                        .toList();
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= units.size(); i++) {
            runs.add(String.join(" ", units.subList(i, i + RUN)));
        }
        return runs;
    }

    static double shared(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        long both = a.stream().filter(b::contains).count();
        return (double) both / (a.size() + b.size() - both);
    }
}
