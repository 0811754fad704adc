package dev.byline.social;

import dev.byline.network.PostNetwork;
import dev.byline.site.Account;
import dev.byline.site.Article;
import dev.byline.site.Picture;
import dev.byline.site.TakenDraft;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * One article, for one account, on one network.
 *
 * @param thread whether front matter lets a long text become several posts
 * @param at when front matter wants it posted
 * @param credits who wrote the article, as the network names them
 * @param generated the digest of the text that was composed, whether or not a person has edited it since
 * @param text as it will be posted; the posts of a thread are parted by {@link TakenDraft#SEPARATOR}
 * @param edited whether a person wrote the text, or let it pass
 * @param composed the text that was composed
 * @param taken the file of the person who has taken the draft over, if anybody has
 */
public record Draft(
        Article article,
        Account account,
        PostNetwork network,
        Locale language,
        Optional<String> visibility,
        Optional<String> contentWarning,
        List<Picture> media,
        List<String> credits,
        boolean thread,
        Optional<Instant> at,
        TakenDraft.Status status,
        String generated,
        String text,
        boolean edited,
        String composed,
        Optional<TakenDraft> taken) {
    private static final DumpSettings YAML = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setSplitLines(false)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .build();

    public Draft {
        media = List.copyOf(media);
        credits = List.copyOf(credits);
    }

    /** The posts that it becomes: one, or those of a thread. */
    public List<String> parts() {
        return TakenDraft.parts(text);
    }

    /** How far it has come, in one word. */
    public enum State {
        /** As it was composed. */
        GENERATED,
        /** A person wrote it. */
        EDITED,
        /** A person wrote it, or let it pass, and what it was made from has changed since. */
        STALE,
        APPROVED,
        PUBLISHED;

        /** The word that people and programs read. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it has come. */
    public State state() {
        if (status == TakenDraft.Status.PUBLISHED) {
            return State.PUBLISHED;
        }
        boolean changedBeneath = edited
                && taken.flatMap(TakenDraft::generated)
                        .filter(from -> !from.equals(generated))
                        .isPresent();
        if (changedBeneath) {
            return State.STALE;
        }
        return status == TakenDraft.Status.APPROVED ? State.APPROVED : edited ? State.EDITED : State.GENERATED;
    }

    /** Its file, below the drafts' folder. */
    public String path() {
        return article.id() + "/" + account.id() + "." + network.id() + ".md";
    }

    /**
     * The file's content: front matter and text.
     *
     * <pre>
     * ---
     * article: slow-roasting
     * account: giulia-ferri
     * network: mastodon
     * ...
     * ---
     * Text as it will be posted.
     * </pre>
     */
    public byte[] file() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("article", article.id());
        keys.put("account", account.id());
        keys.put("network", network.id());
        keys.put("language", language.toLanguageTag());
        visibility.ifPresent(value -> keys.put("visibility", value));
        contentWarning.ifPresent(value -> keys.put("contentWarning", value));
        if (!media.isEmpty()) {
            keys.put("media", media.stream().map(Draft::keys).toList());
        }
        keys.put("credits", credits);
        if (thread) {
            keys.put("thread", true);
        }
        at.ifPresent(instant -> keys.put("at", instant.toString()));
        keys.put("status", status.name().toLowerCase(Locale.ROOT));
        keys.put("generated", generated);
        String file = "---\n" + new Dump(YAML).dumpToString(keys) + "---\n" + text + "\n";
        return file.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> keys(Picture picture) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("src", picture.src());
        keys.put("alt", picture.alt());
        return keys;
    }
}
