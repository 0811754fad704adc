package dev.byline.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * The anchors of a text's headings: {@code "What we learned?"} becomes {@code what-we-learned}, a second one {@code
 * what-we-learned-1}, as GitHub makes them, so that links hold in both places.
 */
final class Anchors {
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
        Map<Heading, String> anchors = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Heading heading : headings) {
            String anchor = anchor(PlainText.of(heading));
            String free = anchor;
            for (int n = 1; !taken.add(free); n++) {
                free = anchor + "-" + n;
            }
            anchors.put(heading, free);
        }
        return anchors;
    }

    private static String anchor(String text) {
        String anchor = text.toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("[^\\p{L}\\p{N}\\p{M}_ -]", "")
                .replace(' ', '-');
        return anchor.isEmpty() ? "section" : anchor;
    }
}
