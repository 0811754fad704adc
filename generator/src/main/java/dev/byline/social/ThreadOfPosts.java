package dev.byline.social;

import dev.byline.network.Facet;
import dev.byline.network.Graphemes;
import dev.byline.network.PostNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A long text as several posts, each within its network's limit.
 *
 * <p>It is cut between paragraphs where that leaves no short post, else between sentences, else between words, and within
 * a word only where there is no other way; never within a grapheme, a link, a mention or a tag. Each post ends with its
 * number: {@code (2/3)}.
 *
 * @param parts in order; joined they are the text
 */
record ThreadOfPosts(List<Part> parts) {
    /** A part tells at least so much of what fits before a better place to cut is worth it. */
    private static final double SHORT = 0.3;

    private static final int MOST = 99;

    /**
     * A part of the text.
     *
     * @param gap the spaces and line breaks between this and the next one, which nobody posts
     */
    record Part(String text, String gap) {}

    ThreadOfPosts {
        parts = List.copyOf(parts);
    }

    /** Splits a text; empty where it holds something that no post can, or where a hundred posts would not do. */
    static Optional<ThreadOfPosts> of(String text, PostNetwork network) {
        if (network.fits(text)) {
            return Optional.of(new ThreadOfPosts(List.of(new Part(text, ""))));
        }
        return new Cutter(text, network).cut(9).or(() -> new Cutter(text, network).cut(MOST));
    }

    /** The posts as they are sent: numbered where there are several. */
    List<String> posts() {
        List<String> posts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            posts.add(parts.size() == 1 ? parts.get(i).text() : parts.get(i).text() + number(i + 1, parts.size()));
        }
        return posts;
    }

    /** The text. */
    String joined() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()).append(part.gap()));
        return text.toString();
    }

    private static String number(int i, int of) {
        return " (" + i + "/" + of + ")";
    }

    /** The places where one text may be cut, from the best kind to the worst. */
    private static final class Cutter {
        private static final int PARAGRAPH = 3;
        private static final int SENTENCE = 2;
        private static final int WORD = 1;
        private static final int LETTER = 0;

        private final String text;
        private final PostNetwork network;
        private final List<Place> places = new ArrayList<>();

        private record Place(int at, int kind) {}

        Cutter(String text, PostNetwork network) {
            this.text = text;
            this.network = network;
            List<Facet> whole = network.facets(text);
            int at = 0;
            for (String cluster : Graphemes.of(text)) {
                int here = at;
                boolean within = whole.stream().anyMatch(facet -> facet.start() < here && here < facet.end());
                if (here > 0 && !within && !isLinkAlone(here, whole)) {
                    kind(here).ifPresent(kind -> places.add(new Place(here, kind)));
                }
                at += cluster.length();
            }
            places.add(new Place(text.length(), PARAGRAPH));
        }

        /** Whether a link is all that would be left: nobody follows a post that says nothing. */
        private boolean isLinkAlone(int at, List<Facet> facets) {
            int end = text.stripTrailing().length();
            return facets.stream()
                    .anyMatch(facet -> facet.kind() == Facet.Kind.LINK && facet.start() == at && facet.end() == end);
        }

        /** A part never begins with spaces, nor with what would be read otherwise there. */
        private Optional<Integer> kind(int at) {
            char next = text.charAt(at);
            char last = text.charAt(at - 1);
            if (Character.isWhitespace(next)) {
                return Optional.empty();
            }
            if (!Character.isWhitespace(last)) {
                boolean otherwise = "@#＠＃!/.:".indexOf(next) >= 0 || "@#＠＃/.:".indexOf(last) >= 0;
                return "。！？".indexOf(last) >= 0
                        ? Optional.of(SENTENCE)
                        : otherwise ? Optional.empty() : Optional.of(LETTER);
            }
            String before = text.substring(0, at);
            String words = before.stripTrailing();
            String gap = before.substring(words.length());
            if (gap.indexOf('\n') != gap.lastIndexOf('\n')) {
                return Optional.of(PARAGRAPH);
            }
            // What stands on a line of its own is as good as a sentence.
            if (gap.indexOf('\n') >= 0) {
                return Optional.of(SENTENCE);
            }
            String unquoted = words.replaceAll("[\"'”’»)\\]]+$", "");
            boolean sentence = !unquoted.isEmpty() && ".!?…؟।。！？".indexOf(unquoted.charAt(unquoted.length() - 1)) >= 0;
            return Optional.of(sentence ? SENTENCE : WORD);
        }

        Optional<ThreadOfPosts> cut(int most) {
            List<Part> parts = new ArrayList<>();
            int start = 0;
            int next = 0;
            while (start < text.length()) {
                int end = best(start, next, number(most, most));
                if (end < 0 || parts.size() == most) {
                    return Optional.empty();
                }
                int stop = places.get(end).at();
                String part = text.substring(start, stop);
                String words = part.stripTrailing();
                parts.add(new Part(words, part.substring(words.length())));
                start = stop;
                next = end + 1;
            }
            return Optional.of(new ThreadOfPosts(parts));
        }

        /** The place that ends the part which begins at {@code start}, among those from {@code first}; -1 for none. */
        private int best(int start, int first, String number) {
            int last = lastThatFits(start, first, number);
            if (last < 0 || places.get(last).at() == text.length()) {
                return last;
            }
            int least = start + (int) ((places.get(last).at() - start) * SHORT);
            for (int kind = PARAGRAPH; kind > LETTER; kind--) {
                for (int i = last; i >= first; i--) {
                    Place place = places.get(i);
                    boolean enough = kind == WORD || place.at() >= least;
                    if (place.kind() == kind && enough && fits(start, place, number)) {
                        return i;
                    }
                }
            }
            return last;
        }

        private int lastThatFits(int start, int first, String number) {
            int low = first;
            int high = places.size() - 1;
            while (low < high) {
                int middle = (low + high + 1) / 2;
                if (fits(start, places.get(middle), number)) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            // A longer text can count less, where its end makes a link of it: so the search is only near.
            while (low >= first && !fits(start, places.get(low), number)) {
                low--;
            }
            return low >= first ? low : -1;
        }

        private boolean fits(int start, Place place, String number) {
            return network.fits(text.substring(start, place.at()).stripTrailing() + number);
        }
    }
}
