package dev.byline.lint;

import dev.byline.site.Author;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A piece on something that this person's readers did not come for. Only where the person's file names topics. */
final class OffTopic implements Rule {
    @Override
    public String id() {
        return "off-topic";
    }

    @Override
    public List<Fault> check(Post post, Surroundings around) {
        Optional<Author> person =
                post.account().author().filter(author -> !author.topics().isEmpty());
        List<String> subjects = post.subjects();
        if (person.isEmpty() || subjects.isEmpty()) {
            return List.of();
        }
        Set<String> topics = words(person.get().topics());
        return words(subjects).stream().anyMatch(topics::contains)
                ? List.of()
                : List.of(Fault.of(
                        person.get().name() + " writes on "
                                + String.join(", ", person.get().topics()) + "; this piece is on "
                                + String.join(", ", subjects),
                        "let somebody else post it, or add the topic to the author's file"));
    }

    /** Topics and tags are near when they share a word: "slow roasting" and "roasting". */
    private static Set<String> words(List<String> topics) {
        Set<String> words = new HashSet<>();
        topics.forEach(topic -> Arrays.stream(topic.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .forEach(words::add));
        return words;
    }
}
