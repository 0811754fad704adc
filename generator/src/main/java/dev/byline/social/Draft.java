package dev.byline.social;

import dev.byline.network.PostNetwork;
import dev.byline.site.Account;
import dev.byline.site.Article;
import dev.byline.site.Picture;
import dev.byline.site.TakenDraft;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One article, for one account, on one network.
 *
 * @param credits who wrote the article, as the network names them
 * @param generated the digest of the text that was composed, whether or not a person has edited it since
 * @param text as it will be posted
 * @param edited whether a person wrote the text
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
        TakenDraft.Status status,
        String generated,
        String text,
        boolean edited) {
    public Draft {
        media = List.copyOf(media);
        credits = List.copyOf(credits);
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
        StringBuilder file = new StringBuilder("---\n");
        line(file, "article", article.id());
        line(file, "account", account.id());
        line(file, "network", network.id());
        line(file, "language", language.toLanguageTag());
        visibility.ifPresent(v -> line(file, "visibility", v));
        contentWarning.ifPresent(warning -> line(file, "contentWarning", warning));
        if (!media.isEmpty()) {
            file.append("media:\n");
            media.forEach(picture -> file.append("  - {src: ")
                    .append(Quoted.of(picture.src()))
                    .append(", alt: ")
                    .append(Quoted.of(picture.alt()))
                    .append("}\n"));
        }
        file.append("credits:\n");
        credits.forEach(credit -> file.append("  - ").append(Quoted.of(credit)).append('\n'));
        line(file, "status", status.name().toLowerCase(Locale.ROOT));
        line(file, "generated", generated);
        file.append("---\n").append(text).append('\n');
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder file, String key, String value) {
        file.append(key).append(": ").append(Quoted.of(value)).append('\n');
    }
}
