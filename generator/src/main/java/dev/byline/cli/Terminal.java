package dev.byline.cli;

import dev.byline.feedback.SafeHtml;
import dev.byline.site.Feedback;
import java.io.Console;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Shows what strangers wrote to a person at a terminal. Nothing that they wrote can steer it: no control character, no
 * escape sequence, no mark that turns or hides text comes through.
 */
final class Terminal {
    /** More of one text is not shown: it would push everything else away. */
    private static final int MAX_TEXT = 2_000;

    private static final int WIDTH = 88;

    /** Control and format characters but the joiners that some scripts need, lone halves, and what is not assigned. */
    private static final String STEERING = "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\u2028\\u2029&&[^\\u200C\\u200D]]";

    private Terminal() {}

    /** Whether a person sits there. Since Java 22 there is a console without a terminal, too, and a method to tell. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    /** One line. */
    static String line(String raw) {
        return raw.replaceAll("[\\s\\p{Z}]+", " ").replaceAll(STEERING, "").strip();
    }

    /** Whoever said something: name and handle, as they present themselves. */
    static String who(Feedback item) {
        String name = SafeHtml.name(line(item.author().name()));
        String handle = SafeHtml.name(line(item.author().handle()));
        String both = name.equals(handle) ? name : (name + " " + handle).strip();
        return both.isEmpty() ? "somebody" : both;
    }

    /** A text without its marks, in lines that fit; of a long one the beginning. */
    static List<String> text(Feedback item) {
        Document document = Jsoup.parseBodyFragment(SafeHtml.of(item));
        document.select("br").append("\n");
        document.select("p, li, blockquote, pre").append("\n");
        document.select("a[href]").forEach(Terminal::showAddress);
        String whole = document.body().wholeText();
        boolean cut = whole.length() > MAX_TEXT;
        List<String> lines = new ArrayList<>();
        for (String paragraph : (cut ? whole.substring(0, MAX_TEXT) : whole).split("\n")) {
            if (!line(paragraph).isEmpty()) {
                wrap(line(paragraph), lines);
            }
        }
        if (cut || item.text().length() > whole.length() + MAX_TEXT) {
            lines.add("[... " + item.text().length() + " characters in all]");
        }
        return lines;
    }

    /** What a link says and where it leads are two things. */
    private static void showAddress(Element link) {
        if (!link.text().equals(link.attr("href"))) {
            link.appendText(" <" + link.attr("href") + ">");
        }
    }

    private static void wrap(String paragraph, List<String> lines) {
        String rest = paragraph;
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            int end = space > 0 ? space : rest.offsetByCodePoints(0, rest.codePointCount(0, WIDTH));
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        lines.add(rest);
    }
}
