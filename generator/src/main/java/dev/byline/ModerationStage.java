package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Suggestion;
import dev.byline.feedback.Decisions;
import dev.byline.feedback.Identities;
import dev.byline.site.Article;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what there is to moderate, and writes what people decide. Mistakes elsewhere in the site do not stand in the way:
 * a build tells those.
 */
final class ModerationStage {
    private static final Comparator<ModerationReport.Item> ORDER = Comparator.comparing(ModerationReport.Item::article)
            .thenComparing(item -> item.feedback().published().orElse(Instant.MAX))
            .thenComparing(item -> item.feedback().id());

    private final Path folder;
    private final Optional<Site> site;
    private final Diagnostics diagnostics = new Diagnostics();

    ModerationStage(Path folder, Instant at) {
        this.folder = folder;
        Diagnostics ofSite = new Diagnostics();
        this.site = Byline.site(folder, at, ofSite);
        ofSite.all().stream()
                .filter(d -> site.isEmpty() || d.place().file().startsWith("feedback/"))
                .forEach(diagnostics::add);
    }

    /** The site, as far as it could be understood. */
    Optional<Site> site() {
        return site;
    }

    ModerationReport list(ModerationRequest request) {
        List<ModerationReport.Item> items = find(request);
        return new ModerationReport(diagnostics.all(), items, List.of());
    }

    ModerationReport decide(ModerationRequest request, Moderation state) {
        List<ModerationReport.Item> items = find(request);
        if (diagnostics.hasErrors()) {
            return ModerationReport.failed(diagnostics.all());
        }
        List<Decisions.Choice> choices = items.stream()
                .map(item -> new Decisions.Choice(
                        item.article(),
                        item.feedback(),
                        Optional.ofNullable(request.marks().get(item.name()))))
                .toList();
        List<Decisions.Change> changes = new Decisions(folder, diagnostics).decide(choices, state);
        return new ModerationReport(diagnostics.all(), items, changes);
    }

    ModerationReport undo() {
        List<Decisions.Change> changes = site.isEmpty() ? List.of() : new Decisions(folder, diagnostics).undo();
        return new ModerationReport(diagnostics.all(), List.of(), changes);
    }

    private List<ModerationReport.Item> find(ModerationRequest request) {
        if (site.isEmpty()) {
            return List.of();
        }
        checkArticle(request.article());
        List<ModerationReport.Item> all = new ArrayList<>();
        for (Article article : site.get().articles()) {
            if (request.article().isEmpty() || request.article().equals(article.id())) {
                List<Feedback> items = site.get().feedback(article);
                Map<String, Feedback> byId = new LinkedHashMap<>();
                items.forEach(item -> byId.putIfAbsent(item.id(), item));
                items.stream()
                        .filter(item -> isWanted(request, item))
                        .flatMap(item -> item(article, item, byId).stream())
                        .forEach(all::add);
            }
        }
        all.sort(ORDER);
        return request.names().isEmpty() ? all : named(request.names(), all);
    }

    private void checkArticle(String id) {
        List<String> known =
                site.orElseThrow().articles().stream().map(Article::id).toList();
        if (!id.isEmpty() && !known.contains(id)) {
            diagnostics.error(
                    Place.of("--article"),
                    "there is no article \"" + id + "\"",
                    Suggestion.hint(id, known).orElse("name it by its id: 2026/two-hats"));
        }
    }

    private static boolean isWanted(ModerationRequest request, Feedback item) {
        return (request.source().isEmpty()
                        || request.source().equals(item.origin().source()))
                && (request.from().isEmpty() || Identities.isNamed(request.from(), item))
                && (!request.names().isEmpty() || request.states().contains(item.moderation()));
    }

    private Optional<ModerationReport.Item> item(Article article, Feedback item, Map<String, Feedback> byId) {
        try {
            byte[] file = Files.readAllBytes(Decisions.file(folder, article.id(), item.id()));
            return Optional.of(new ModerationReport.Item(
                    article.id(), article.title(), item, above(item, byId), Decisions.mark(file)));
        } catch (IOException gone) {
            diagnostics.warning(
                    Place.of("feedback/" + article.id() + "/" + item.id() + ".yml"), "it went while it was read");
            return Optional.empty();
        }
    }

    /** What it answers, the topmost first; parents in a circle end where it begins again. */
    private static List<Feedback> above(Feedback item, Map<String, Feedback> byId) {
        List<Feedback> thread = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(item.id()));
        Optional<Feedback> up = item.parent().map(byId::get);
        while (up.isPresent() && seen.add(up.get().id())) {
            thread.add(0, up.get());
            up = up.get().parent().map(byId::get);
        }
        return thread;
    }

    private List<ModerationReport.Item> named(List<String> names, List<ModerationReport.Item> all) {
        Set<ModerationReport.Item> chosen = new LinkedHashSet<>();
        for (String name : names) {
            List<ModerationReport.Item> fitting = all.stream()
                    .filter(item ->
                            item.name().equals(name) || item.feedback().id().equals(name))
                    .toList();
            if (fitting.size() == 1) {
                chosen.add(fitting.get(0));
            } else {
                tellWrong(name, fitting, all);
            }
        }
        return List.copyOf(chosen);
    }

    private void tellWrong(String name, List<ModerationReport.Item> fitting, List<ModerationReport.Item> all) {
        if (!fitting.isEmpty()) {
            List<String> names =
                    fitting.stream().map(ModerationReport.Item::name).toList();
            diagnostics.error(Place.of(name), "more than one item is called so", "write one of " + names);
            return;
        }
        Optional<Diagnostic> broken = diagnostics.all().stream()
                .filter(d -> d.place().file().endsWith("/" + name + ".yml"))
                .findFirst();
        String hint = broken.map(d -> d.place() + " cannot be read; mend it by hand")
                .or(() -> Suggestion.hint(
                        name, all.stream().map(item -> item.feedback().id()).toList()))
                .orElse("byline moderate SITE --list --state all shows all");
        diagnostics.error(Place.of(name), "there is no such item", hint);
    }
}
