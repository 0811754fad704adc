package dev.byline.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/**
 * A word that stands for longer ones. The line {@code *[HTML]: HyperText Markup Language} makes each {@code HTML} of the
 * text {@code <abbr title="HyperText Markup Language">HTML</abbr>}.
 *
 * @see <a href="https://michelf.ca/projects/php-markdown/extra/#abbr">abbreviations</a>
 */
final class Abbreviation extends CustomNode {
    private static final Pattern LINE = Pattern.compile(" {0,3}\\*\\[([^\\]]+)]:\\s*(\\S.*)", Pattern.DOTALL);

    private final String meaning;

    private Abbreviation(String word, String meaning) {
        this.meaning = meaning;
        appendChild(new Text(word));
    }

    /** The line that says what a word stands for; nobody sees it. */
    private static final class Definition extends CustomBlock {
        private final String word;
        private final String meaning;

        private Definition(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }
    }

    static BlockParserFactory factory() {
        return Abbreviation::tryStart;
    }

    private static BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        CharSequence line = state.getLine().getContent();
        Matcher found = LINE.matcher(line.subSequence(state.getIndex(), line.length()));
        if (!found.matches() || found.group(1).isBlank()) {
            return BlockStart.none();
        }
        Definition definition =
                new Definition(found.group(1).strip(), found.group(2).strip());
        return BlockStart.of(new OneLine(definition)).atIndex(line.length());
    }

    private static final class OneLine extends AbstractBlockParser {
        private final Definition definition;

        private OneLine(Definition definition) {
            this.definition = definition;
        }

        @Override
        public Block getBlock() {
            return definition;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }
    }

    /** Marks each word that the text explains; takes the explanations out. */
    static void markIn(Node document) {
        Map<String, String> meanings = take(document);
        if (meanings.isEmpty()) {
            return;
        }
        // The longest first: "HTML5" is not "HTML" and a digit.
        String words = meanings.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        Pattern pattern = Pattern.compile("(?<![\\p{L}\\p{N}\\p{M}_])(?:" + words + ")(?![\\p{L}\\p{N}\\p{M}_])");
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                // Its words are an attribute.
            }

            @Override
            public void visit(Text text) {
                mark(text, pattern, meanings);
            }
        });
    }

    private static Map<String, String> take(Node document) {
        List<Definition> definitions = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomBlock block) {
                if (block instanceof Definition definition) {
                    definitions.add(definition);
                }
                visitChildren(block);
            }
        });
        Map<String, String> meanings = new LinkedHashMap<>();
        for (Definition definition : definitions) {
            meanings.putIfAbsent(definition.word, definition.meaning);
            definition.unlink();
        }
        return meanings;
    }

    private static void mark(Text text, Pattern pattern, Map<String, String> meanings) {
        Matcher word = pattern.matcher(text.getLiteral());
        int done = 0;
        while (word.find()) {
            if (word.start() > done) {
                text.insertBefore(new Text(text.getLiteral().substring(done, word.start())));
            }
            text.insertBefore(new Abbreviation(word.group(), meanings.get(word.group())));
            done = word.end();
        }
        if (done == text.getLiteral().length()) {
            text.unlink();
        } else if (done > 0) {
            text.setLiteral(text.getLiteral().substring(done));
        }
    }

    /** Writes abbreviations. */
    record Renderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Abbreviation.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Abbreviation abbreviation) {
                context.getWriter().tag("abbr", Map.of("title", abbreviation.meaning));
                context.render(abbreviation.getFirstChild());
                context.getWriter().tag("/abbr");
            }
        }
    }
}
