package dev.byline.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * TeX between two lines that are {@code $$}; blank lines, lists and underlines in it mean nothing to Markdown.
 *
 * <pre>
 * $$
 * a
 * = b
 * $$
 * </pre>
 */
final class FormulaBlock extends CustomBlock {
    private static final String FENCE = "$$";

    private String tex = "";
    private boolean closed;

    private FormulaBlock() {}

    String tex() {
        return tex;
    }

    /** Whether the closing line was found before the text ended. */
    boolean closed() {
        return closed;
    }

    static BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        String line = state.getLine().getContent().toString();
        boolean fence = state.getIndent() < 4
                && line.substring(state.getNextNonSpaceIndex()).strip().equals(FENCE);
        return fence ? BlockStart.of(new Lines()).atIndex(line.length()) : BlockStart.none();
    }

    static BlockParserFactory factory() {
        return FormulaBlock::tryStart;
    }

    private static final class Lines extends AbstractBlockParser {
        private final FormulaBlock block = new FormulaBlock();
        private final List<String> lines = new ArrayList<>();

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (state.getLine().getContent().toString().strip().equals(FENCE)) {
                block.closed = true;
                return BlockContinue.finished();
            }
            return BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            lines.add(line.getContent().toString());
        }

        @Override
        public void closeBlock() {
            // The first is what follows the opening marks: nothing.
            block.tex = String.join("\n", lines.subList(Math.min(1, lines.size()), lines.size()));
        }
    }
}
