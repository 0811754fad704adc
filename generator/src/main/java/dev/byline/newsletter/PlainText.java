package dev.byline.newsletter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Tells a page in plain text: headings underlined, quotes behind {@code >}, images by what they show, each link as a
 * number whose address stands at the end.
 *
 * <pre>
 * Two hats, two handles [1]
 * =========================
 * ...
 * [1] https://blog.example/articles/two-hats/
 * </pre>
 */
final class PlainText {
    /** A reader who answers and quotes adds two columns to each line; 78 are the most there should be (RFC 5322, 2.1.1). */
    private static final int COLUMNS = 76;

    private static final int LEAST_COLUMNS = 24;

    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
            "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup",
            "time", "u", "var", "wbr");

    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n\\f]+");
    private static final Pattern DECORATION = Pattern.compile("^(?:mailto:|https?://)|/$");

    private final Map<String, Integer> links = new LinkedHashMap<>();

    /** The text of an element, with the addresses of its links at the end. */
    String of(Element root) {
        List<String> lines = new ArrayList<>(blocks(root, COLUMNS));
        if (!links.isEmpty()) {
            lines.add("");
            lines.add("-".repeat(COLUMNS / 2));
            links.forEach((address, number) -> lines.add("[" + number + "] " + address));
        }
        return String.join("\n", lines) + "\n";
    }

    /** The blocks of an element with a line between them; the words between blocks are blocks, too. */
    private List<String> blocks(Element parent, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (Node child : parent.childNodes()) {
            if (child instanceof Element element && !isInline(element)) {
                add(lines, Columns.lines(words.toString(), columns));
                words.setLength(0);
                add(lines, block(element, Math.max(columns, LEAST_COLUMNS)));
            } else {
                inline(child, words);
            }
        }
        add(lines, Columns.lines(words.toString(), columns));
        return lines;
    }

    private static void add(List<String> lines, List<String> more) {
        if (!lines.isEmpty() && !more.isEmpty()) {
            lines.add("");
        }
        lines.addAll(more);
    }

    private static boolean isInline(Element element) {
        return INLINE.contains(element.normalName());
    }

    /** What only adorns is not told. */
    private static boolean isHidden(Element element) {
        return element.attr("aria-hidden").equals("true") || element.hasAttr("hidden");
    }

    private List<String> block(Element element, int columns) {
        if (isHidden(element)) {
            return List.of();
        }
        return switch (element.normalName()) {
            case "h1" -> underlined(element, "=", columns);
            case "h2" -> underlined(element, "-", columns);
            case "blockquote" -> indented(blocks(element, columns - 2), "> ", "> ");
            case "ul", "ol" -> list(element, columns);
            case "dd" -> indented(blocks(element, columns - 4), "    ", "    ");
            case "pre" -> indented(List.of(element.wholeText().stripTrailing().split("\n")), "    ", "    ");
            case "hr" -> List.of("* * *");
            case "table" ->
                element.attr("role").equals("presentation") ? blocks(element, columns) : table(element, columns);
            default -> blocks(element, columns);
        };
    }

    private List<String> underlined(Element heading, String mark, int columns) {
        List<String> lines = new ArrayList<>(blocks(heading, columns));
        int widest = lines.stream().mapToInt(Columns::of).max().orElse(0);
        if (widest > 0) {
            lines.add(mark.repeat(Math.min(widest, columns)));
        }
        return lines;
    }

    private static List<String> indented(List<String> lines, String first, String others) {
        List<String> all = new ArrayList<>();
        for (String line : lines) {
            all.add(((all.isEmpty() ? first : others) + line).stripTrailing());
        }
        return all;
    }

    private List<String> list(Element list, int columns) {
        boolean loose = list.children().stream().anyMatch(item -> item.selectFirst("> p") != null);
        boolean numbered = list.normalName().equals("ol");
        int number = list.attr("start").matches("\\d{1,6}") ? Integer.parseInt(list.attr("start")) : 1;
        List<String> lines = new ArrayList<>();
        for (Element item : list.children()) {
            String mark = numbered ? number++ + ". " : "* ";
            List<String> told = indented(
                    item.normalName().equals("li") ? blocks(item, columns - mark.length()) : block(item, columns),
                    mark,
                    " ".repeat(mark.length()));
            if (loose) {
                add(lines, told);
            } else {
                lines.addAll(told);
            }
        }
        return lines;
    }

    private List<String> table(Element table, int columns) {
        List<List<String>> rows = new ArrayList<>();
        table.select("tr")
                .forEach(row -> rows.add(row.children().stream()
                        .map(cell -> words(cell).replace('\n', ' '))
                        .toList()));
        rows.removeIf(List::isEmpty);
        return rows.isEmpty() ? List.of() : TextTable.lines(rows, table.selectFirst("th") != null, columns);
    }

    private String words(Element element) {
        StringBuilder words = new StringBuilder();
        element.childNodes().forEach(child -> inline(child, words));
        return words.toString().strip();
    }

    private void inline(Node node, StringBuilder words) {
        if (node instanceof TextNode text) {
            String plain = SPACE.matcher(text.getWholeText()).replaceAll(" ");
            boolean atSpace = words.isEmpty() || Character.isWhitespace(words.charAt(words.length() - 1));
            words.append(atSpace ? plain.stripLeading() : plain);
        } else if (node instanceof Element element && !isHidden(element)) {
            switch (element.normalName()) {
                case "br" -> words.append('\n');
                case "img" ->
                    words.append(
                            element.attr("alt").isBlank()
                                    ? ""
                                    : "[" + element.attr("alt").strip() + "]");
                case "a" -> link(element, words);
                case "sup" -> words.append('^').append(words(element));
                default -> {
                    element.childNodes().forEach(child -> inline(child, words));
                    words.append(isInline(element) ? "" : " ");
                }
            }
        }
    }

    /** A link whose words are its address needs no number. */
    private void link(Element link, StringBuilder words) {
        String text = words(link);
        String address = link.attr("href");
        words.append(text);
        if (!text.isEmpty() && !address.isEmpty() && !bare(text).equals(bare(address))) {
            words.append(" [")
                    .append(links.computeIfAbsent(address, a -> links.size() + 1))
                    .append(']');
        }
    }

    private static String bare(String address) {
        return DECORATION.matcher(address).replaceAll("");
    }
}
