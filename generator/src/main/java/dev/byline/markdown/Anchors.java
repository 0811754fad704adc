package dev.byline.markdown;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * The anchors of a text's headings: {@code "What we learned?"} becomes {@code what-we-learned}, a second one {@code
 * what-we-learned-1}, as GitHub makes them, so that links hold in both places.
 *
 * <p>{@code ## What we learned {#lessons}} has the anchor {@code lessons}, and loses the braces.
 */
final class Anchors {
    private static final Pattern CHOSEN =
            Pattern.compile("(.*?)\\s*\\{#([\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}_.:-]*)}\\s*");

    private Anchors() {}

    /** The anchor of each heading, in reading order. */
    static Map<Heading, String> of(Node document) {
        List<Heading> headings = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(heading);
            }
        });
        Map<Heading, String> chosen = new HashMap<>();
        headings.forEach(heading -> take(heading).ifPresent(anchor -> chosen.put(heading, anchor)));
        return unique(headings, chosen);
    }

    /** What a writer chose is kept, wherever it stands; made anchors go out of its way. */
    private static Map<Heading, String> unique(List<Heading> headings, Map<Heading, String> chosen) {
        Map<Heading, String> anchors = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        Set<String> reserved = new HashSet<>(chosen.values());
        for (Heading heading : headings) {
            boolean own = chosen.containsKey(heading);
            String anchor = own ? chosen.get(heading) : anchor(PlainText.of(heading));
            String free = anchor;
            for (int n = 1; taken.contains(free) || (reserved.contains(free) && !(own && n == 1)); n++) {
                free = anchor + "-" + n;
            }
            taken.add(free);
            anchors.put(heading, free);
        }
        return anchors;
    }

    /** Takes the braces off a heading; says what stands in them. */
    private static Optional<String> take(Heading heading) {
        if (!(heading.getLastChild() instanceof Text text)) {
            return Optional.empty();
        }
        Matcher found = CHOSEN.matcher(text.getLiteral());
        if (!found.matches()) {
            return Optional.empty();
        }
        text.setLiteral(found.group(1));
        return Optional.of(Normalizer.normalize(found.group(2), Normalizer.Form.NFC));
    }

    private static String anchor(String text) {
        String anchor = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("[^\\p{L}\\p{N}\\p{M}_ -]", "")
                .replace(' ', '-');
        return anchor.isEmpty() ? "section" : anchor;
    }
}
