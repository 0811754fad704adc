package dev.byline;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Suggestion;
import dev.byline.lint.Finding;
import dev.byline.output.WholeFile;
import dev.byline.social.Draft;
import dev.byline.social.StatusLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What people do with the drafts of one site. Writes into {@code drafts/} only, and no file that it has not read. */
final class DraftsStage {
    private static final String FOLDER = "drafts";

    private final Path folder;
    private final Edition edition;
    private final Diagnostics diagnostics;

    /** Something that is done with the drafts. */
    @FunctionalInterface
    interface Work {
        DraftsReport on(DraftsStage stage) throws IOException;
    }

    DraftsStage(Path folder, Edition edition, Diagnostics diagnostics) {
        this.folder = folder;
        this.edition = edition;
        this.diagnostics = diagnostics;
    }

    DraftsReport report() {
        return report(draft -> true);
    }

    private DraftsReport report(Optional<Draft> only) {
        return report(draft -> only.map(draft::equals).orElse(false));
    }

    private DraftsReport report(Predicate<Draft> wanted) {
        List<Draft> drafts = edition.drafts().stream().filter(wanted).toList();
        List<String> paths = drafts.stream().map(Draft::path).toList();
        List<Finding> findings = edition.findings().stream()
                .filter(finding -> paths.contains(finding.draft()))
                .filter(finding -> !isToldAlready(finding))
                .toList();
        return new DraftsReport(
                diagnostics.all(), drafts.stream().map(DraftsStage::line).toList(), findings);
    }

    /** A draft that is too long is a mistake of the content, linter or not. */
    private boolean isToldAlready(Finding finding) {
        return diagnostics.all().stream()
                .filter(told -> told.place().file().equals(finding.place().file()))
                .map(Diagnostic::message)
                .anyMatch(message -> message.endsWith(finding.reason().replaceFirst("^it ", "")));
    }

    private static DraftsReport.Line line(Draft draft) {
        int count = draft.parts().stream()
                .mapToInt(part -> draft.network().count(part))
                .max()
                .orElse(0);
        return new DraftsReport.Line(
                new DraftName(
                        draft.article().id(),
                        draft.account().id(),
                        draft.network().id()),
                draft.network().displayName(),
                count,
                draft.network().limit(),
                draft.state().word(),
                draft.text(),
                draft.composed());
    }

    DraftsReport show(DraftName name) {
        return report(find(name));
    }

    DraftsReport take(DraftName name) throws IOException {
        Optional<Draft> draft = find(name);
        Path file = folder.resolve(FOLDER).resolve(name.path());
        if (draft.isPresent() && (draft.get().taken().isPresent() || Files.exists(file))) {
            diagnostics.error(place(name), "it is yours already", "change it there, or remove it to begin anew");
        } else if (draft.isPresent() && !diagnostics.hasErrors()) {
            WholeFile.write(file, draft.get().file());
        }
        return report(draft);
    }

    DraftsReport approve(DraftName name) throws IOException {
        Optional<Draft> draft = find(name);
        if (draft.isPresent() && !diagnostics.hasErrors()) {
            approve(draft.get(), name);
        }
        return report(draft);
    }

    private void approve(Draft draft, DraftName name) throws IOException {
        Path file = folder.resolve(FOLDER).resolve(name.path());
        byte[] before = Files.exists(file) ? Files.readAllBytes(file) : draft.file();
        if (draft.state() == Draft.State.PUBLISHED) {
            diagnostics.error(place(name), "it is published already", "what is out cannot be approved any more");
            return;
        }
        Optional<byte[]> after = StatusLine.approved(before);
        if (after.isPresent()) {
            WholeFile.write(file, after.get());
        } else {
            diagnostics.error(
                    place(name), "no place for its status is found", "write status: approved on a line of its own");
        }
    }

    private static Place place(DraftName name) {
        return Place.of(FOLDER + "/" + name.path());
    }

    /** The draft of that name; else it is told which part of the name nobody knows. */
    private Optional<Draft> find(DraftName name) {
        List<Draft> ofArticle = narrowed(
                edition.drafts(), "article", name.article(), d -> d.article().id());
        List<Draft> ofAccount =
                narrowed(ofArticle, "account", name.account(), d -> d.account().id());
        return narrowed(ofAccount, "network", name.network(), d -> d.network().id()).stream()
                .findFirst();
    }

    private List<Draft> narrowed(List<Draft> drafts, String what, String written, Function<Draft, String> part) {
        List<String> known = drafts.stream().map(part).distinct().toList();
        if (!drafts.isEmpty() && !known.contains(written)) {
            String hint = Suggestion.hint(written, known)
                    .orElse(known.size() > 8 ? "byline drafts list shows all" : "there is " + String.join(", ", known));
            diagnostics.error(Place.of(what), "no drafts for \"" + written + "\"", hint);
        } else if (drafts.isEmpty() && !diagnostics.hasErrors()) {
            diagnostics.error(Place.of(what), "there are no drafts", "authors and accounts need handles on networks");
        }
        return drafts.stream()
                .filter(draft -> part.apply(draft).equals(written))
                .toList();
    }
}
