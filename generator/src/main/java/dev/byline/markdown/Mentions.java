package dev.byline.markdown;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Suggestion;
import dev.byline.site.Author;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Finds {@code @author-id} in running text.
 *
 * <p>Not in links and code; not behind a letter or digit, so that addresses stay what they are. An {@code @word} that is
 * nobody's id stays text, unless it is so near to one that a slip of the finger is likely.
 */
final class Mentions extends AbstractVisitor {
    private static final Pattern AT =
            Pattern.compile("(?<![\\p{L}\\p{N}_@/.])@([a-z0-9]+(?:-[a-z0-9]+)*)(?![\\p{L}\\p{N}_@])");

    private final Map<String, Author> authors;
    private final Positions positions;
    private final Diagnostics diagnostics;

    Mentions(Map<String, Author> authors, Positions positions, Diagnostics diagnostics) {
        this.authors = authors;
        this.positions = positions;
        this.diagnostics = diagnostics;
    }

    @Override
    public void visit(Link link) {
        // A link has one destination already.
    }

    @Override
    public void visit(Text text) {
        if (text.getLiteral().indexOf('@') < 0) {
            return;
        }
        List<Node> parts = new ArrayList<>();
        Matcher at = AT.matcher(text.getLiteral());
        int done = 0;
        while (at.find()) {
            Author author = authors.get(at.group(1));
            if (author == null) {
                tellIfNear(at.group(1), positions.of(text, at.start()));
                continue;
            }
            addText(parts, text.getLiteral().substring(done, at.start()));
            parts.add(new Mention(author));
            done = at.end();
        }
        if (!parts.isEmpty()) {
            addText(parts, text.getLiteral().substring(done));
            parts.forEach(text::insertBefore);
            text.unlink();
        }
    }

    private static void addText(List<Node> parts, String literal) {
        if (!literal.isEmpty()) {
            parts.add(new Text(literal));
        }
    }

    private void tellIfNear(String word, Place place) {
        if (word.length() >= 4) {
            Suggestion.nearest(word, authors.keySet())
                    .ifPresent(near -> diagnostics.warning(
                            place, "\"@" + word + "\" mentions nobody", "did you mean \"@" + near + "\"?"));
        }
    }
}
