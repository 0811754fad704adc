package dev.byline.feedback;

import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Tells what an answer says from whom it is sent to: {@code <p><a class="mention">@giulia</a> Well roasted!</p>} says
 * {@code <p>Well roasted!</p>}. Pictures that stand for a word become that word.
 */
final class Addressing {
    /** More people than this are not addressed at once, but listed. */
    private static final int MAX_MENTIONS = 50;

    private Addressing() {}

    /**
     * The HTML without the mentions at its start; as it is where it holds nothing else, or none.
     *
     * @param mentioned addresses of profiles that the answer is known to be sent to
     */
    static String without(String html, Set<String> mentioned) {
        if (!html.contains("<a") && !html.contains("<img")) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        boolean changed = false;
        for (Element emoji : document.body().select("img[alt~=^:[A-Za-z0-9_@.-]{1,100}:$]")) {
            emoji.replaceWith(new TextNode(emoji.attr("alt")));
            changed = true;
        }
        String before = document.body().html();
        boolean stripped = false;
        for (int i = 0; i < MAX_MENTIONS; i++) {
            Optional<Element> first = firstMention(document.body(), mentioned);
            if (first.isEmpty()) {
                break;
            }
            remove(first.get());
            stripped = true;
        }
        if (!stripped || document.body().text().isBlank()) {
            return changed ? before : html;
        }
        firstWords(document.body())
                .ifPresent(words -> words.text(words.getWholeText().stripLeading()));
        return document.body().html();
    }

    /** The link that the text begins with, if it mentions somebody. */
    private static Optional<Element> firstMention(Element body, Set<String> mentioned) {
        return body.nodeStream()
                .filter(node -> isWords(node) || node.nameIs("a") || node.nameIs("img"))
                .findFirst()
                .filter(node -> node.nameIs("a"))
                .map(Element.class::cast)
                .filter(link -> mentioned.contains(link.attr("href"))
                        || (link.hasClass("mention") && !link.hasClass("hashtag")));
    }

    /** Removes a link, and the element that was there for it alone. */
    private static void remove(Element link) {
        Element around = link.parent();
        link.remove();
        if (around != null && around.nameIs("span") && around.childNodeSize() == 0) {
            around.remove();
        }
    }

    private static Optional<TextNode> firstWords(Element body) {
        return body.nodeStream()
                .filter(Addressing::isWords)
                .map(TextNode.class::cast)
                .findFirst();
    }

    private static boolean isWords(Node node) {
        return node instanceof TextNode text && !text.isBlank();
    }
}
