package dev.byline.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One text from several accounts: whoever follows two of them learns that nobody wrote it. */
final class SameText implements Rule {
    /**
     * How much two texts share, as the Jaccard index of their runs of letters: at 0.8 search engines begin to call
     * documents near duplicates. A post with a word or two exchanged is above it; two that quote the same summary and
     * the same question, each in a frame of its own, are below.
     */
    private static final double NEAR = 0.8;

    /** Short enough that one changed word in a short post is not half of it, in a script with spaces or without. */
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

    /** The runs of letters and digits of a text, without its links, mentions and hashtags. */
    static Set<String> runs(PostText text) {
        int[] letters = String.join("", text.words())
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .toArray();
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= letters.length; i++) {
            runs.add(new String(letters, i, RUN));
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
