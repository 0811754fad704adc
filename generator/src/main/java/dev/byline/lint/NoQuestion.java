package dev.byline.lint;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A text that asks readers nothing: there is nothing to answer. */
final class NoQuestion implements Rule {
    /** Where a question in a post is taken for bait. */
    private static final Set<String> PLAIN_TITLES = Set.of("reddit", "lemmy");

    /** Latin, Arabic, full-width, Armenian, Ethiopic, reversed and double question marks. */
    private static final Pattern QUESTION = Pattern.compile("[?؟？՞፧⸮⁇⁈⁉]");

    /** Greek asks with what normal form C makes a semicolon. */
    private static final Pattern GREEK_QUESTION = Pattern.compile("[?;]");

    @Override
    public String id() {
        return "no-question";
    }

    @Override
    public List<Fault> check(Post post, Surroundings around) {
        // Of a language without words here it cannot be told what invites.
        boolean invites = around.words().invitations().isEmpty()
                || PLAIN_TITLES.contains(post.network().id())
                || question(post).matcher(post.text().plain()).find()
                || around.words().invitations().in(post.text().plain());
        return invites
                ? List.of()
                : List.of(Fault.of(
                        "it asks nothing and invites nobody",
                        "end with a question that can be answered in a sentence (feedback: {question: ...})"));
    }

    private static Pattern question(Post post) {
        return post.language().getLanguage().equals("el") ? GREEK_QUESTION : QUESTION;
    }
}
