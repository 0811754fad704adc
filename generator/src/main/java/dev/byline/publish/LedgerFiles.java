package dev.byline.publish;

import dev.byline.output.WholeFile;
import dev.byline.site.Post;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Writes {@code ledger/<article>.yml}: each file whole, the same posts always as the same bytes.
 *
 * <p>Posts are sorted; each is a block that begins with a line of its own ({@code key}), so that git can put the blocks of two
 * branches one after the other ({@code merge=union}).
 */
public final class LedgerFiles implements LedgerStore {
    private static final DumpSettings YAML = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setSplitLines(false)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .build();

    private static final Comparator<Post> ORDER = Comparator.comparing(Post::account)
            .thenComparing(Post::network)
            .thenComparingInt(Post::part)
            .thenComparing(post -> post.at().map(Object::toString).orElse(""))
            .thenComparing(Post::id);

    private final Path folder;

    /**
     * Prepares to write.
     *
     * @param folder the site's {@code ledger/}
     */
    public LedgerFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public void keep(String article, List<Post> posts) throws IOException {
        WholeFile.write(folder.resolve(article + ".yml"), yaml(posts));
    }

    static String yaml(List<Post> posts) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        posts.stream().sorted(ORDER).forEach(post -> blocks.add(block(post)));
        return new Dump(YAML).dumpToString(Map.of("posts", blocks));
    }

    private static Map<String, Object> block(Post post) {
        Map<String, Object> keys = new LinkedHashMap<>();
        putUnlessEmpty(keys, "key", post.key());
        keys.put("account", post.account());
        keys.put("network", post.network());
        if (post.part() > 1) {
            keys.put("part", post.part());
        }
        keys.put("state", post.state().name().toLowerCase(Locale.ROOT));
        post.at().ifPresent(at -> keys.put("at", at.toString()));
        putUnlessEmpty(keys, "text", post.text());
        putUnlessEmpty(keys, "reason", post.reason());
        putUnlessEmpty(keys, "id", post.id());
        post.url().ifPresent(url -> keys.put("url", url));
        return keys;
    }

    private static void putUnlessEmpty(Map<String, Object> keys, String key, String value) {
        if (!value.isEmpty()) {
            keys.put(key, value);
        }
    }
}
