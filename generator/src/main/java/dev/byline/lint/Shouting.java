package dev.byline.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Capitals and exclamation marks. */
final class Shouting implements Rule {
    /** Words in capitals, in a row; Latin, Greek, Cyrillic, Armenian and the other scripts that have them. */
    private static final Pattern CAPITALS = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])\\p{Lu}[\\p{Lu}\\p{M}'’-]+(?:\\s+\\p{Lu}[\\p{Lu}\\p{M}'’-]*)*(?![\\p{L}\\p{N}_])");

    /** Longer than this, it is no abbreviation such as HTML or UNESCO: shouting begins with two words or a long one. */
    private static final int ABBREVIATION = 6;

    private static final Pattern EXCLAMATIONS = Pattern.compile("[!！‼⁉]");

    /** One may stand in a post that is glad of something, two already raise the voice. */
    private static final int MOST_EXCLAMATIONS = 1;

    @Override
    public String id() {
        return "shouting";
    }

    @Override
    public List<Fault> check(Post post, Surroundings around) {
        String text = post.text().plain();
        List<Fault> faults = new ArrayList<>();
        Matcher capitals = CAPITALS.matcher(text);
        while (capitals.find()) {
            long letters =
                    capitals.group().codePoints().filter(Character::isLetter).count();
            if (letters > ABBREVIATION) {
                faults.add(new Fault(capitals.start(), capitals.group(), "capitals shout", "write it as it is spoken"));
            }
        }
        List<MatchResult> exclamations = EXCLAMATIONS.matcher(text).results().toList();
        if (exclamations.size() > MOST_EXCLAMATIONS) {
            faults.add(new Fault(
                    exclamations.get(MOST_EXCLAMATIONS).start(),
                    "",
                    exclamations.size() + " exclamation marks",
                    "leave one at most: what is said carries by itself"));
        }
        return faults;
    }
}
