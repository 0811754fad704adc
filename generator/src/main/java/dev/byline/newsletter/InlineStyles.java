package dev.byline.newsletter;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/**
 * A style sheet that is written onto the elements themselves, since many mail programs read no other.
 *
 * <p>{@code p { margin: 0 }} makes {@code <p>} a {@code <p style="margin:0">}. The last rule that says something of a
 * property wins, however its selector is written; what an element's own {@code style} says wins over all.
 */
public final class InlineStyles {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("\\G\\s*([^{}]+)\\{([^{}]*)\\}");

    private final List<Rule> rules;

    private record Rule(Evaluator selector, Map<String, String> declarations) {}

    private InlineStyles(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads a style sheet; what a letter cannot have is told.
     *
     * @param place the file
     */
    public static InlineStyles of(String css, Place place, Diagnostics diagnostics) {
        String bare = COMMENT.matcher(css)
                .replaceAll(comment -> "\n".repeat((int) comment.group().lines().count() - 1));
        List<Rule> rules = new ArrayList<>();
        Matcher matcher = RULE.matcher(bare);
        int end = 0;
        while (matcher.find()) {
            end = matcher.end();
            Place line = place.at(line(bare, matcher.start(1)), 1);
            try {
                rules.add(new Rule(QueryParser.parse(matcher.group(1).strip()), declarations(matcher.group(2))));
            } catch (Selector.SelectorParseException unknown) {
                diagnostics.error(
                        line,
                        "\"" + matcher.group(1).strip() + "\" selects nothing in a letter",
                        "write elements, classes and attributes");
            }
        }
        String rest = bare.substring(end);
        if (!rest.isBlank()) {
            int start = end + rest.length() - rest.stripLeading().length();
            diagnostics.error(
                    place.at(line(bare, start), 1),
                    "not a rule: a letter's styles are written onto its elements",
                    "write selector { property: value; }, and no @media");
        }
        return new InlineStyles(rules);
    }

    private static int line(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private static Map<String, String> declarations(String text) {
        Map<String, String> declarations = new LinkedHashMap<>();
        Arrays.stream(text.split(";"))
                .map(declaration -> declaration.split(":", 2))
                .forEach(pair -> {
                    if (pair.length == 2) {
                        put(declarations, pair[0].strip(), pair[1].strip().replaceAll("\\s+", " "));
                    }
                });
        return declarations;
    }

    /** What was said last stands last, so that it holds against a shorthand before it. */
    private static void put(Map<String, String> declarations, String property, String value) {
        declarations.remove(property);
        declarations.put(property, value);
    }

    /** Writes the styles onto a document's elements, and takes the classes off that led to them. */
    void applyTo(Document document) {
        IdentityHashMap<Element, Map<String, String>> styles = new IdentityHashMap<>();
        for (Rule rule : rules) {
            for (Element element : document.select(rule.selector)) {
                Map<String, String> style = styles.computeIfAbsent(element, e -> new LinkedHashMap<>());
                rule.declarations.forEach((property, value) -> put(style, property, value));
            }
        }
        styles.forEach((element, style) -> {
            declarations(element.attr("style")).forEach((property, value) -> put(style, property, value));
            element.attr("style", css(style));
        });
        document.select("[class]").removeAttr("class");
    }

    private static String css(Map<String, String> declarations) {
        return declarations.entrySet().stream()
                .map(declaration -> declaration.getKey() + ":" + declaration.getValue())
                .collect(Collectors.joining(";"));
    }
}
