package dev.byline.understand;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.site.Picture;
import dev.byline.site.Settings;
import dev.byline.site.TakenDraft;
import dev.byline.source.TextFile;
import dev.byline.source.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code drafts/<article>/<account>.<network>.md}: a draft that a person has taken over. */
final class DraftReader {
    private DraftReader() {}

    static Optional<TakenDraft> read(TextFile file, References references, Settings settings, Diagnostics diagnostics) {
        Fields fields = new Fields(file.frontMatter(), diagnostics);
        Optional<String> article = references.article(fields);
        Optional<String> account = references.account(fields);
        Optional<String> network = references.network(fields);
        Locale language = fields.parsed("language", tag -> Texts.language(tag, diagnostics))
                .orElse(settings.defaultLanguage());
        Optional<String> visibility = fields.text("visibility");
        Optional<String> warning = fields.text("contentWarning");
        List<Picture> media = media(fields);
        Map<String, TakenDraft.Status> states = new LinkedHashMap<>();
        states.put("draft", TakenDraft.Status.DRAFT);
        states.put("approved", TakenDraft.Status.APPROVED);
        states.put("published", TakenDraft.Status.PUBLISHED);
        TakenDraft.Status status = fields.choice("status", states).orElse(TakenDraft.Status.DRAFT);
        Optional<String> generated = fields.text("generated");
        // Written for those who review the draft; what holds is in the article's front matter.
        fields.texts("credits");
        fields.flag("thread", false);
        fields.scalar("at");
        fields.rejectUnknown();
        if (article.isEmpty() || account.isEmpty() || network.isEmpty()) {
            return Optional.empty();
        }
        String path = "drafts/" + article.get() + "/" + account.get() + "." + network.get() + ".md";
        if (!file.path().equals(path)) {
            diagnostics.error(
                    file.place().at(1, 1), "the draft's keys and its path do not agree", "move it to " + path);
            return Optional.empty();
        }
        String body = file.body().markdown();
        String text = body.strip();
        int blankLines = (int) body.substring(0, body.indexOf(text))
                .chars()
                .filter(c -> c == '\n')
                .count();
        return Optional.of(new TakenDraft(
                article.get(),
                account.get(),
                network.get(),
                language,
                visibility,
                warning,
                media,
                status,
                generated,
                text,
                file.body().firstLine() + blankLines,
                file.place()));
    }

    private static List<Picture> media(Fields fields) {
        Optional<Value> value = fields.value("media");
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof Value.Sequence sequence)) {
            fields.diagnostics()
                    .error(value.get().place(), "\"media\" is a list", "write media: [{src: drum.jpg, alt: ...}]");
            return List.of();
        }
        List<Picture> media = new ArrayList<>();
        for (Value item : sequence.items()) {
            if (item instanceof Value.Mapping mapping) {
                Pictures.read(new Fields(mapping, fields.diagnostics())).ifPresent(media::add);
            } else {
                fields.diagnostics().error(item.place(), "an image has src and alt", "write {src: drum.jpg, alt: ...}");
            }
        }
        return media;
    }
}
