package dev.byline.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * The marks of a printed text: {@code "It's *so*" -- he said...} becomes {@code “It’s <em>so</em>” – he said…}.
 *
 * <p>Looks at one block at a time, since a quotation goes over emphasis and links. Code, maths, addresses and what a
 * writer escaped stay as they are.
 */
final class Typography {
    /** Stands for what is not text; a closing mark can follow it, and an opening one cannot. */
    private static final char THING = '\uFFFC';

    private static final Pattern CODE_TAG = Pattern.compile(
            "<(/?)(code|kbd|samp|var|pre|script|style|math|textarea)\\b[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern DASHES = Pattern.compile("(?<![-<!])(-{2,3})(?![->])");
    private static final Pattern DECADE = Pattern.compile("'\\d\\ds\\b");
    private static final Pattern DOTS = Pattern.compile("(?<!\\.)\\.\\.\\.(?!\\.)");

    private final QuoteMarks marks;
    private final StringBuilder line = new StringBuilder();
    private final List<Text> texts = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    private Typography(QuoteMarks marks) {
        this.marks = marks;
    }

    /** Sets the marks of a document that is written in this language. */
    static void set(Node document, Locale language) {
        QuoteMarks marks = QuoteMarks.of(language);
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node.getFirstChild() instanceof Block) {
                set(node, language);
            } else if (node instanceof Block) {
                new Typography(marks).block(node);
            }
        }
    }

    private void block(Node block) {
        block.accept(new Inlines());
        if (!mayChange()) {
            return;
        }
        // From the last: what stands before keeps its place.
        List<Replacement> replacements = replacements();
        for (int i = replacements.size() - 1; i >= 0; i--) {
            replace(replacements.get(i));
        }
    }

    /** Most lines have no mark that would be set otherwise; to look costs less than to search. */
    private boolean mayChange() {
        char[] chars = new char[line.length()];
        line.getChars(0, chars.length, chars, 0);
        char before = ' ';
        for (char c : chars) {
            if (c == '"' || c == '\'' || (c == before && (c == '-' || c == '.'))) {
                return true;
            }
            before = c;
        }
        return false;
    }

    /** Characters of the line that become others; all in one text. */
    private record Replacement(int start, int end, String by) {}

    private void replace(Replacement replacement) {
        for (int i = texts.size() - 1; i >= 0; i--) {
            int start = replacement.start() - starts.get(i);
            String literal = texts.get(i).getLiteral();
            if (start >= 0) {
                int end = replacement.end() - starts.get(i);
                if (end <= literal.length()) {
                    texts.get(i).setLiteral(literal.substring(0, start) + replacement.by() + literal.substring(end));
                }
                return;
            }
        }
    }

    private List<Replacement> replacements() {
        List<Replacement> all = new ArrayList<>(quotes());
        Matcher dashes = DASHES.matcher(line);
        while (dashes.find()) {
            if (!isOption(dashes.start(), dashes.end())) {
                all.add(new Replacement(
                        dashes.start(), dashes.end(), dashes.group().length() == 3 ? "—" : "–"));
            }
        }
        Matcher dots = DOTS.matcher(line);
        while (dots.find()) {
            all.add(new Replacement(dots.start(), dots.end(), "…"));
        }
        all.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return all;
    }

    /** Whether dashes begin an option of a command, as in {@code --verbose}: space before, none behind. */
    private boolean isOption(int start, int end) {
        return end - start == 2 && isSpace(before(start)) && Character.isLetter(at(end));
    }

    private List<Replacement> quotes() {
        List<Replacement> quotes = new ArrayList<>();
        Deque<Character> open = new ArrayDeque<>();
        int lastClosing = lastClosing();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' || c == '\'') {
                String by = c == '"' ? doubleMark(i, open) : singleMark(i, open, lastClosing);
                quotes.add(new Replacement(i, i + 1, by));
            }
        }
        return quotes;
    }

    private String doubleMark(int i, Deque<Character> open) {
        boolean isOpen = open.contains('"');
        if (opens(i) && !(isOpen && isSpace(at(i + 1)))) {
            open.push('"');
            return marks.open();
        }
        boolean inches = Character.isDigit(before(i));
        if (isSpace(before(i)) || (inches && !isOpen)) {
            return "\"";
        }
        while (!open.isEmpty() && open.pop() != '"') {
            // A single quotation inside was never closed.
        }
        return marks.close();
    }

    private String singleMark(int i, Deque<Character> open, int lastClosing) {
        boolean letters = Character.isLetterOrDigit(before(i)) && Character.isLetter(at(i + 1));
        if (letters || DECADE.matcher(line).region(i, line.length()).lookingAt()) {
            return "’";
        }
        if (opens(i) && lastClosing > i + 1) {
            open.push('\'');
            return marks.innerOpen();
        }
        if (isSpace(before(i)) && isSpace(at(i + 1))) {
            return "'";
        }
        boolean feet = Character.isDigit(before(i)) && !open.contains('\'');
        if (feet) {
            return "'";
        }
        if (!open.isEmpty() && open.peek() == '\'') {
            open.pop();
            return marks.innerClose();
        }
        return "’";
    }

    private boolean opens(int i) {
        char before = before(i);
        boolean start = isSpace(before) || "([{<¿¡—–-/\"'“‘„‚«‹「『".indexOf(before) >= 0;
        boolean quoteEnd = (before == '"' || before == '\'') && i > 1 && !isSpace(line.charAt(i - 2));
        return start && !quoteEnd && !isSpace(at(i + 1));
    }

    /** Where the last single mark stands that can close a quotation; looked for once, for the sake of long texts. */
    private int lastClosing() {
        for (int i = line.length() - 1; i > 0; i--) {
            if (line.charAt(i) == '\'' && !isSpace(before(i)) && !Character.isLetterOrDigit(at(i + 1))) {
                return i;
            }
        }
        return -1;
    }

    private char before(int i) {
        return i > 0 ? line.charAt(i - 1) : ' ';
    }

    private char at(int i) {
        return i < line.length() ? line.charAt(i) : ' ';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Collects the words of a block, with a stand-in for what is none. */
    private final class Inlines extends AbstractVisitor {
        private int inCode;

        @Override
        public void visit(Text text) {
            if (inCode > 0) {
                line.append(THING);
                return;
            }
            texts.add(text);
            starts.add(line.length());
            line.append(text.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak node) {
            line.append(' ');
        }

        @Override
        public void visit(HardLineBreak node) {
            line.append(' ');
        }

        @Override
        public void visit(Code node) {
            line.append(THING);
        }

        @Override
        public void visit(Image node) {
            line.append(THING);
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof Escaped || node.getFirstChild() == null) {
                line.append(THING);
            } else {
                // A cell of a table is no neighbour of the next.
                line.append(node instanceof TableCell ? " " : "");
                visitChildren(node);
            }
        }

        @Override
        public void visit(Link link) {
            if (Embed.isBare(link)) {
                line.append(THING);
            } else {
                visitChildren(link);
            }
        }

        @Override
        public void visit(HtmlInline html) {
            Matcher tag = CODE_TAG.matcher(html.getLiteral());
            if (tag.matches()) {
                inCode = tag.group(1).isEmpty() ? inCode + 1 : Math.max(0, inCode - 1);
            }
        }
    }
}
