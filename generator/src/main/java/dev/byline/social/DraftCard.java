package dev.byline.social;

import dev.byline.network.Facet;
import dev.byline.network.Mark;
import dev.byline.network.PostNetwork;
import dev.byline.site.Handle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One draft on the desk, as its template sees it. */
final class DraftCard {
    private final Draft draft;
    private final String handle;

    DraftCard(Draft draft) {
        this.draft = draft;
        this.handle =
                draft.account().handleOn(draft.network().id()).map(Handle::name).orElse("");
    }

    /**
     * The model.
     *
     * @param marks class names that filters go by
     * @param url the piece's address
     * @param findings what the linter says of it
     */
    Map<String, Object> model(String marks, String url, List<Desk.Finding> findings) {
        PostNetwork network = draft.network();
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("network", network.displayName());
        card.put("account", draft.account().name());
        card.put("handle", handle);
        card.put("initial", initial(draft.account().name()));
        card.put("company", draft.account().isCompany());
        card.put("language", draft.language().toLanguageTag());
        card.put("marks", "n-" + network.id() + " s-" + draft.state().word() + " " + marks);
        card.put("posts", draft.parts().stream().map(this::post).toList());
        card.put("limit", network.limit());
        card.put("state", draft.state().word());
        card.put("path", draft.path());
        card.put(
                "compose",
                network.composeLink(handle, draft.parts().get(0), url).orElse(""));
        card.put("error", findings.stream().anyMatch(Desk.Finding::error));
        card.put("findings", findings.stream().map(DraftCard::finding).toList());
        card.put("changes", changes());
        return card;
    }

    private static String initial(String name) {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(c -> Character.toString(Character.toUpperCase(c)))
                .findFirst()
                .orElse("·");
    }

    private Map<String, Object> post(String text) {
        int used = draft.network().count(text);
        Map<String, Object> post = new LinkedHashMap<>();
        post.put("text", text);
        post.put("segments", segments(text));
        post.put("linked", Mark.in(text).stream().anyMatch(mark -> mark.kind() == Facet.Kind.LINK));
        post.put("used", used);
        post.put(
                "percent",
                Math.min(100, Math.round(100.0 * used / draft.network().limit())));
        post.put("over", !draft.network().fits(text));
        return post;
    }

    /** The text in runs: what the network shows in its colour, and what stands between. */
    private static List<Map<String, Object>> segments(String text) {
        List<Map<String, Object>> segments = new ArrayList<>();
        int at = 0;
        for (Mark mark : Mark.in(text)) {
            segments.add(Map.of("marked", false, "text", text.substring(at, mark.start())));
            segments.add(Map.of("marked", true, "text", mark.text()));
            at = mark.end();
        }
        segments.add(Map.of("marked", false, "text", text.substring(at)));
        return segments;
    }

    private static Map<String, Object> finding(Desk.Finding finding) {
        return Map.of(
                "rule", finding.rule(),
                "reason", finding.reason(),
                "excerpt", finding.excerpt(),
                "suggestion", finding.suggestion());
    }

    private List<Map<String, Object>> changes() {
        if (draft.text().equals(draft.composed())) {
            return List.of();
        }
        return Changes.between(draft.composed(), draft.text()).runs().stream()
                .map(run ->
                        Map.<String, Object>of("kind", run.kind().name().toLowerCase(Locale.ROOT), "text", run.text()))
                .toList();
    }
}
