package dev.byline.feedback;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Puts what a stranger nested in any way into an order in which every parser reads the same, and which does not end what
 * stands around it: a lone {@code <li>} would close the list item that an answer is shown in.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody">HTML, how tags close others</a>
 */
final class Nesting {
    private static final String BLOCKS = "p, pre, blockquote, ul, ol, li";
    private static final List<String> LISTS = List.of("ul", "ol");
    /** What holds words only, and no blocks. */
    private static final String OF_WORDS = "em, strong, b, i, u, del, s, code, sub, sup, a, p, pre";

    private Nesting() {}

    /** Orders what is below an element. */
    static void order(Element root) {
        root.select(OF_WORDS).forEach(words -> {
            if (words.children().stream()
                    .anyMatch(child -> !child.select(BLOCKS).isEmpty())) {
                words.unwrap();
            }
        });
        for (Element list : root.select("ul, ol")) {
            list.childNodes().stream().filter(Nesting::isStray).toList().forEach(node -> node.wrap("<li></li>"));
        }
        for (Element item : root.select("li")) {
            if (item.parent() == null || !LISTS.contains(item.parent().normalName())) {
                item.wrap("<ul></ul>");
            }
        }
    }

    private static boolean isStray(Node node) {
        return node instanceof Element element
                ? !element.nameIs("li")
                : node instanceof TextNode text && !text.isBlank();
    }
}
