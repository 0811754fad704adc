package dev.byline.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the HTML of Telegram: {@code "<b>Two</b> or three"} is {@code "Two or three"}, bold from 0 to 3.
 *
 * <p>Nothing is refused: a tag that is not allowed there, or that closes what is not open, is text.
 *
 * @see <a href="https://core.telegram.org/bots/api#html-style">HTML style</a>
 */
final class TelegramHtml {
    private static final Pattern MARK = Pattern.compile(
            "<(/?)(b|strong|i|em|u|ins|s|strike|del|code|pre|blockquote|tg-spoiler|a)"
                    + "(?:\\s+href=\"([^\"<>\\s]*)\")?\\s*>|&(amp|lt|gt|quot);",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, Facet.Kind> KINDS = Map.ofEntries(
            Map.entry("b", Facet.Kind.BOLD),
            Map.entry("strong", Facet.Kind.BOLD),
            Map.entry("i", Facet.Kind.ITALIC),
            Map.entry("em", Facet.Kind.ITALIC),
            Map.entry("u", Facet.Kind.UNDERLINE),
            Map.entry("ins", Facet.Kind.UNDERLINE),
            Map.entry("s", Facet.Kind.STRIKE),
            Map.entry("strike", Facet.Kind.STRIKE),
            Map.entry("del", Facet.Kind.STRIKE),
            Map.entry("code", Facet.Kind.CODE),
            Map.entry("pre", Facet.Kind.PRE),
            Map.entry("blockquote", Facet.Kind.QUOTE),
            Map.entry("tg-spoiler", Facet.Kind.SPOILER),
            Map.entry("a", Facet.Kind.LINK));

    private static final Map<String, String> CHARACTERS = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"");

    private final String written;
    private final StringBuilder text = new StringBuilder();
    private final List<Facet> facets = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();

    /** A tag that has not been closed yet, and where in the text it stands. */
    private record Open(Facet.Kind kind, int start, String target) {}

    /** A text without marks, and what they stood for, in units of UTF-16. */
    record Styled(String text, List<Facet> facets) {}

    private TelegramHtml(String written) {
        this.written = written;
    }

    static Styled read(String written) {
        return new TelegramHtml(written).read();
    }

    /** Where the marks stand in the text as written. */
    static List<Facet> marks(String written) {
        List<Facet> marks = new ArrayList<>();
        Matcher mark = MARK.matcher(written);
        while (mark.find()) {
            marks.add(new Facet(Facet.Kind.CODE, mark.start(), mark.end(), ""));
        }
        return marks;
    }

    private Styled read() {
        Matcher mark = MARK.matcher(written);
        int done = 0;
        while (mark.find()) {
            text.append(written, done, mark.start());
            done = mark.end();
            if (mark.group(4) != null) {
                text.append(CHARACTERS.get(mark.group(4).toLowerCase(Locale.ROOT)));
            } else if (!taken(mark)) {
                text.append(mark.group());
            }
        }
        text.append(written, done, written.length());
        // What nobody closed holds to the end.
        while (!open.isEmpty()) {
            close();
        }
        facets.sort(Comparator.comparingInt(Facet::start));
        return new Styled(text.toString(), List.copyOf(facets));
    }

    private boolean taken(Matcher mark) {
        Facet.Kind kind = KINDS.get(mark.group(2).toLowerCase(Locale.ROOT));
        boolean closes = !mark.group(1).isEmpty();
        boolean link = kind == Facet.Kind.LINK;
        String target = mark.group(3);
        if (closes) {
            if (open.isEmpty() || open.peek().kind() != kind || target != null) {
                return false;
            }
            close();
            return true;
        }
        if (link != (target != null)) {
            return false;
        }
        open.push(new Open(kind, text.length(), link ? target.replace("&amp;", "&") : ""));
        return true;
    }

    private void close() {
        Open tag = open.pop();
        if (text.length() > tag.start()) {
            facets.add(new Facet(tag.kind(), tag.start(), text.length(), tag.target()));
        }
    }
}
