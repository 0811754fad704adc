package dev.byline.understand;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.site.Post;
import dev.byline.source.DataFile;
import dev.byline.source.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code ledger/<article>.yml}.
 *
 * <p>A broken ledger is an error, not a warning: what was forgotten here would be posted twice.
 */
final class LedgerReader {
    /** No thread that somebody reads is as long. */
    private static final int MAX_PARTS = 100;

    private LedgerReader() {}

    static List<Post> read(DataFile file, References references, Diagnostics diagnostics) {
        Fields fields = new Fields(file.data(), diagnostics);
        List<Post> posts = new ArrayList<>();
        Optional<Value> list = fields.value("posts");
        if (list.isPresent() && list.get() instanceof Value.Sequence sequence) {
            for (Value item : sequence.items()) {
                if (item instanceof Value.Mapping mapping) {
                    post(new Fields(mapping, diagnostics), references).ifPresent(posts::add);
                } else {
                    diagnostics.error(item.place(), "a post is a group of keys", "write - account: ...");
                }
            }
        } else {
            diagnostics.error(
                    fields.place("posts"), "no list of \"posts\"", "write posts: and - account: ... below it");
        }
        fields.rejectUnknown();
        return posts;
    }

    private static Optional<Post> post(Fields fields, References references) {
        Moments moments = new Moments(ZoneOffset.UTC, fields.diagnostics());
        Optional<String> account = references.account(fields);
        Optional<String> network = references.networkOrLetter(fields);
        Map<String, Post.State> states = new LinkedHashMap<>();
        states.put("intended", Post.State.INTENDED);
        states.put("published", Post.State.PUBLISHED);
        states.put("failed", Post.State.FAILED);
        states.put("withdrawn", Post.State.WITHDRAWN);
        Post.State state = fields.choice("state", states).orElse(Post.State.PUBLISHED);
        String id = fields.text("id").orElse("");
        Optional<String> url = fields.text("url").filter(address -> isWeb(address, fields));
        Optional<Instant> at = fields.parsed("at", moments::instant);
        String digest = fields.text("text").orElse("");
        int part = fields.number("part", 1, MAX_PARTS).orElse(1);
        String key = fields.text("key").orElse("");
        String reason = fields.text("reason").orElse("");
        fields.rejectUnknown();
        if (account.isEmpty() || network.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Post(account.get(), network.get(), part, state, id, url, at, digest, key, reason));
    }

    private static boolean isWeb(String url, Fields fields) {
        boolean web = url.matches("(?i)https?://[^\\s<>\"]+");
        if (!web) {
            fields.diagnostics()
                    .error(fields.place("url"), "\"" + url + "\" is no web address", "write https://host/path");
        }
        return web;
    }
}
