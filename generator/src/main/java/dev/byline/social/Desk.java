package dev.byline.social;

import dev.byline.page.Direction;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.Settings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /**
     * What the linter says of a draft.
     *
     * @param error whether it is more than a warning
     * @param excerpt the words in question; may be empty
     */
    public record Finding(String rule, boolean error, String excerpt, String reason, String suggestion) {}

    /**
     * The page; empty where its template fails.
     *
     * @param findings by the path of the draft
     */
    public Optional<byte[]> page(List<Draft> drafts, Map<String, List<Finding>> findings, List<Letter> letters) {
        Locale language = settings.defaultLanguage();
        Map<String, Map<String, Object>> pieces = new LinkedHashMap<>();
        List<String> accounts =
                drafts.stream().map(draft -> draft.account().id()).distinct().toList();
        for (Draft draft : drafts) {
            String mark = "a-" + accounts.indexOf(draft.account().id());
            String url = routes.article(draft.article()).under(settings.url());
            List<Finding> found = findings.getOrDefault(draft.path(), List.of());
            cards(pieces, draft.article()).add(new DraftCard(draft).model(mark, url, found));
        }
        for (Letter letter : letters) {
            cards(pieces, letter.article());
            pieces.get(letter.article().id()).put("newsletter", List.of(card(letter)));
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", settings.title().in(language));
        model.put("language", language.toLanguageTag());
        model.put("count", drafts.size());
        model.put("direction", Direction.of(language));
        model.put("host", settings.url().getHost());
        Function<Draft, String> account = draft -> draft.account().name();
        Function<Draft, String> network = draft -> draft.network().displayName();
        Comparator<Draft> companyFirst =
                Comparator.comparing(draft -> !draft.account().isCompany());
        model.put(
                "accounts",
                choices(
                        drafts,
                        companyFirst.thenComparing(account),
                        draft -> "a-" + accounts.indexOf(draft.account().id()),
                        account));
        model.put(
                "networks",
                choices(
                        drafts,
                        Comparator.comparing(network),
                        draft -> "n-" + draft.network().id(),
                        network));
        model.put(
                "states",
                choices(
                        drafts,
                        Comparator.comparing(Draft::state),
                        draft -> "s-" + draft.state().word(),
                        draft -> draft.state().word()));
        model.put("pieces", List.copyOf(pieces.values()));
        return templates.fill("desk.ftl", language, model).map(html -> html.getBytes(StandardCharsets.UTF_8));
    }

    /** What one filter offers: each thing by its class name, with how many drafts have it. */
    private static List<Map<String, Object>> choices(
            List<Draft> drafts, Comparator<Draft> order, Function<Draft, String> mark, Function<Draft, String> name) {
        Map<String, List<Draft>> byMark = drafts.stream()
                .sorted(order)
                .collect(Collectors.groupingBy(mark, LinkedHashMap::new, Collectors.toList()));
        return byMark.entrySet().stream()
                .map(entry -> Map.<String, Object>of(
                        "mark", entry.getKey(),
                        "name", name.apply(entry.getValue().get(0)),
                        "count", entry.getValue().size()))
                .toList();
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
}
