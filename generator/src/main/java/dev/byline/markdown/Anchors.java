package dev.byline.markdown;

import java.util.ArrayList;
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
 */
final class Anchors {
    private static final Pattern CHOSEN = Pattern.compile("\\{#([\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*)}\\s*$");

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
            String anchor = chosen(heading).orElseGet(() -> anchor(PlainText.of(heading)));
            String free = anchor;
            for (int n = 1; !taken.add(free); n++) {
                free = anchor + "-" + n;
            }
            anchors.put(heading, free);
        }
        return anchors;
    }

    /** The anchor that a writer chose, which is taken out of the heading: {@code ## What we learned {#lesson}}. */
    private static Optional<String> chosen(Heading heading) {
        if (!(heading.getLastChild() instanceof Text text)) {
            return Optional.empty();
        }
        Matcher chosen = CHOSEN.matcher(text.getLiteral());
        if (!chosen.find()) {
            return Optional.empty();
        }
        text.setLiteral(text.getLiteral().substring(0, chosen.start()).stripTrailing());
        return Optional.of(chosen.group(1));
    }

    private static String anchor(String text) {
        String anchor = text.toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("[^\\p{L}\\p{N}\\p{M}_ -]", "")
                .replace(' ', '-');
        return anchor.isEmpty() ? "section" : anchor;
    }
}
