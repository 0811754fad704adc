package dev.byline.social;

import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.Handle;
import dev.byline.site.Settings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The desk: one page, for those who post and not for readers, that shows every draft with its count. */
public final class Desk {
    private final Settings settings;
    private final Routes routes;
    private final TextTemplates templates;

    public Desk(Settings settings, Routes routes, TextTemplates templates) {
        this.settings = settings;
        this.routes = routes;
        this.templates = templates;
    }

    /**
     * An article's newsletter.
     *
     * @param path its file, below the drafts' folder
     * @param bothParts whether it has a text and an HTML part
     * @param edited whether a person has taken it over
     */
    public record Letter(Article article, String path, String subject, boolean bothParts, boolean edited) {}

    /** The page; empty where its template fails. */
    public Optional<byte[]> page(List<Draft> drafts, List<Letter> letters) {
        Locale language = settings.defaultLanguage();
        Map<String, Map<String, Object>> pieces = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            cards(pieces, draft.article()).add(card(draft));
        }
        for (Letter letter : letters) {
            cards(pieces, letter.article());
            pieces.get(letter.article().id()).put("newsletter", List.of(card(letter)));
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", settings.title().in(language));
        model.put("language", language.toLanguageTag());
        model.put("count", drafts.size());
        model.put("edited", drafts.stream().filter(Draft::edited).count());
        model.put("pieces", List.copyOf(pieces.values()));
        return templates.fill("desk.ftl", language, model).map(html -> html.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> piece(Article article) {
        Map<String, Object> piece = new LinkedHashMap<>();
        piece.put("id", article.id());
        piece.put("title", article.title());
        piece.put("language", article.language().toLanguageTag());
        piece.put("url", routes.article(article).under(settings.url()));
        piece.put("drafts", new ArrayList<Map<String, Object>>());
        piece.put("newsletter", List.of());
        return piece;
    }

    @SuppressWarnings("unchecked") // It was put there as such, a few lines above.
    private List<Map<String, Object>> cards(Map<String, Map<String, Object>> pieces, Article article) {
        return (List<Map<String, Object>>)
                pieces.computeIfAbsent(article.id(), id -> piece(article)).get("drafts");
    }

    private static Map<String, Object> card(Letter letter) {
        return Map.of(
                "path", letter.path(),
                "href", new Route(letter.path()).encoded(),
                "subject", letter.subject(),
                "bothParts", letter.bothParts(),
                "edited", letter.edited());
    }

    private Map<String, Object> card(Draft draft) {
        String url = routes.article(draft.article()).under(settings.url());
        String handle =
                draft.account().handleOn(draft.network().id()).map(Handle::name).orElse("");
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("network", draft.network().displayName());
        card.put("networkId", draft.network().id());
        card.put("account", draft.account().name());
        card.put("handle", handle);
        card.put("company", draft.account().isCompany());
        card.put(
                "parts",
                draft.parts().stream()
                        .map(part ->
                                Map.of("text", part, "used", draft.network().count(part)))
                        .toList());
        card.put("limit", draft.network().limit());
        card.put("status", draft.status().name().toLowerCase(Locale.ROOT));
        card.put("edited", draft.edited());
        card.put("path", draft.path());
        card.put(
                "compose",
                draft.network().composeLink(handle, draft.parts().get(0), url).orElse(""));
        return card;
    }
}
