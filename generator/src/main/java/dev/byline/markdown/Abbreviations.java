package dev.byline.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Abbreviations, as PHP Markdown Extra has them. A line of its own says what one stands for, and each of its uses shows
 * it:
 *
 * <pre>
 * *[RSS]: Really Simple Syndication
 * </pre>
 */
final class Abbreviations {
    private static final Pattern DEFINITION = Pattern.compile("\\*\\[([^\\]\\n]{1,60})]:[ \\t]*(.*\\S)[ \\t]*");

    private Abbreviations() {}

    /** A line that defines one; it shows nothing itself. */
    static final class Definition extends CustomBlock {
        private final String word;
        private final String meaning;

        Definition(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }
    }

    /** A use of one. */
    static final class Use extends CustomNode {
        private final String word;
        private final String meaning;

        Use(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }

        String word() {
            return word;
        }

        String meaning() {
            return meaning;
        }
    }

    /** Finds the lines that define. */
    static final class Finder extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            Matcher definition = DEFINITION.matcher(line.subSequence(state.getNextNonSpaceIndex(), line.length()));
            if (state.getIndent() > 3 || !definition.matches()) {
                return BlockStart.none();
            }
            Definition block = new Definition(definition.group(1).strip(), definition.group(2));
            return BlockStart.of(new OneLine(block)).atIndex(line.length());
        }
    }

    private static final class OneLine extends AbstractBlockParser {
        private final Definition block;

        OneLine(Definition block) {
            this.block = block;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }
    }

    /** Marks the uses in a text, and takes the definitions out of it. */
    static void replaceIn(Node document) {
        Map<String, String> meanings = new LinkedHashMap<>();
        List<Node> definitions = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomBlock block) {
                if (block instanceof Definition definition) {
                    meanings.putIfAbsent(definition.word, definition.meaning);
                    definitions.add(block);
                } else {
                    visitChildren(block);
                }
            }
        });
        definitions.forEach(Node::unlink);
        if (!meanings.isEmpty()) {
            String words = meanings.keySet().stream()
                    .sorted((a, b) -> b.length() - a.length())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"));
            mark(document, Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])"), meanings);
        }
    }

    private static void mark(Node document, Pattern words, Map<String, String> meanings) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                Matcher use = words.matcher(text.getLiteral());
                int done = 0;
                List<Node> parts = new ArrayList<>();
                while (use.find()) {
                    addText(parts, text.getLiteral().substring(done, use.start()));
                    parts.add(new Use(use.group(), meanings.get(use.group())));
                    done = use.end();
                }
                if (!parts.isEmpty()) {
                    addText(parts, text.getLiteral().substring(done));
                    parts.forEach(text::insertBefore);
                    text.unlink();
                }
            }
        });
    }

    private static void addText(List<Node> parts, String literal) {
        if (!literal.isEmpty()) {
            parts.add(new Text(literal));
        }
    }
}
