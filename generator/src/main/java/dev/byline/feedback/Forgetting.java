package dev.byline.feedback;

import dev.byline.output.WholeFile;
import dev.byline.site.Article;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Kind;
import dev.byline.site.Feedback.Moderation;
import dev.byline.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Forgets a person: removes what they said, keeps a nameless place where others answered, and keeps them out from then on.
 *
 * <p>Who they are is written as digests before the first file goes, so that a run that is cut off is finished by the next.
 */
public final class Forgetting {
    private static final KeyLine PARENT = new KeyLine("parent");

    private final Path folder;
    private final Site site;
    private final Forgotten forgotten;

    /**
     * Prepares.
     *
     * @param folder the site's folder
     * @param forgotten those who asked before
     */
    public Forgetting(Path folder, Site site, Forgotten forgotten) {
        this.folder = folder;
        this.site = site;
        this.forgotten = forgotten;
    }

    /**
     * An item of theirs.
     *
     * @param placeKept whether its place is kept, as somebody else answered it
     * @param answered when somebody else first did
     */
    public record Gone(String article, Feedback item, boolean placeKept, Optional<Instant> answered) {
        /** An article's id, a {@code /} and the item's. */
        public String name() {
            return article + "/" + item.id();
        }
    }

    /**
     * Who is meant, and what goes.
     *
     * @param names all that they go by here, in one form
     */
    public record Plan(Set<String> names, List<Gone> items) {
        public Plan {
            names = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(names));
            items = List.copyOf(items);
        }

        /** Whether it is known whom to keep out. */
        public boolean isEmpty() {
            return names.isEmpty() && items.isEmpty();
        }
    }

    /**
     * Finds who is meant.
     *
     * @param who a handle, the address of a profile, or the id of one of their items
     */
    public Plan plan(String who) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> called = new HashSet<>();
        boolean isId = false;
        for (Article article : site.articles()) {
            for (Feedback item : site.feedback(article)) {
                String name = article.id() + "/" + item.id();
                if (item.id().equals(who) || name.equals(who)) {
                    isId = true;
                    called.add(name);
                    names.addAll(Identities.of(item));
                } else if (Identities.isNamed(who, item)) {
                    called.add(name);
                    // What somebody says of themselves in a form may be somebody else's name.
                    names.addAll(Identities.proven(item));
                }
            }
        }
        if (!isId) {
            names.addAll(Identities.of(who));
        }
        List<Gone> items = new ArrayList<>();
        for (Article article : site.articles()) {
            Set<String> ids = new HashSet<>();
            for (Feedback item : site.feedback(article)) {
                if (called.contains(article.id() + "/" + item.id())
                        || Identities.of(item).stream().anyMatch(names::contains)) {
                    ids.add(item.id());
                }
            }
            items.addAll(gone(article, ids));
        }
        return new Plan(names, items);
    }

    private List<Gone> gone(Article article, Set<String> ids) {
        Map<String, Instant> answered = answeredByOthers(site.feedback(article), ids);
        return site.feedback(article).stream()
                .filter(item -> ids.contains(item.id()))
                .map(item -> new Gone(
                        article.id(),
                        item,
                        answered.containsKey(item.id()),
                        Optional.ofNullable(answered.get(item.id())).filter(moment -> moment.isBefore(Instant.MAX))))
                .toList();
    }

    /** When each item was first answered by one that stays, itself or further below; by those ids that are. */
    private static Map<String, Instant> answeredByOthers(List<Feedback> items, Set<String> going) {
        Map<String, Feedback> byId = new HashMap<>();
        items.forEach(item -> byId.putIfAbsent(item.id(), item));
        Map<String, Instant> answered = new HashMap<>();
        for (Feedback item : items) {
            if (!going.contains(item.id())) {
                Set<String> passed = new HashSet<>();
                Optional<String> up = item.parent();
                while (up.isPresent() && passed.add(up.get())) {
                    Instant said = item.published().orElse(Instant.MAX);
                    answered.merge(up.get(), said, (one, other) -> one.isBefore(other) ? one : other);
                    up = Optional.ofNullable(byId.get(up.get())).flatMap(Feedback::parent);
                }
            }
        }
        return answered;
    }

    /**
     * Does it.
     *
     * @throws IOException where the disk refuses; what is left is done by the next run
     */
    public void carryOut(Plan plan) throws IOException {
        List<String> places = plan.items().stream()
                .filter(gone -> gone.placeKept() || Identities.of(gone.item()).isEmpty())
                .map(Gone::name)
                .toList();
        Forgotten now = forgotten.and(plan.names(), places);
        WholeFile.write(folder.resolve(Forgotten.FILE), now.yaml());
        Set<String> names = new HashSet<>();
        plan.items().forEach(gone -> names.add(gone.name()));
        for (Gone gone : plan.items()) {
            if (gone.placeKept()) {
                keepPlace(gone, now, names);
            }
        }
        for (Gone gone : plan.items()) {
            Path file = Decisions.file(folder, gone.article(), gone.item().id());
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".swp"));
        }
        new DecisionLog(folder).forget(change -> names.contains(change.article() + "/" + change.id()));
    }

    private void keepPlace(Gone gone, Forgotten now, Set<String> names) throws IOException {
        String article = gone.article();
        String id = gone.item().id();
        String place = now.placeOf(article, id);
        Optional<String> parent =
                gone.item().parent().map(up -> names.contains(article + "/" + up) ? now.placeOf(article, up) : up);
        WholeFile.write(
                Decisions.file(folder, article, place), FeedbackFile.yaml(place(place, parent, gone.answered())));
        for (Feedback item : site.feedback(site.article(article).orElseThrow())) {
            boolean stays = !names.contains(article + "/" + item.id());
            if (stays && item.parent().equals(Optional.of(id))) {
                answerTo(place, Decisions.file(folder, article, item.id()), item);
            }
        }
    }

    private static void answerTo(String place, Path file, Feedback answer) throws IOException {
        byte[] after = PARENT.changed(Files.readAllBytes(file), place)
                .orElseGet(() -> FeedbackFile.yaml(answer.withParent(Optional.of(place))));
        WholeFile.write(file, after);
    }

    /** Nothing of theirs: not even when they said it. It stands before the first answer of somebody else. */
    private static Feedback place(String id, Optional<String> parent, Optional<Instant> answered) {
        return new Feedback(
                id,
                Kind.COMMENT,
                new Feedback.Origin("forgotten", "", Optional.empty()),
                new Feedback.Person("", "", Optional.empty()),
                answered,
                Optional.empty(),
                Optional.empty(),
                Feedback.Format.PLAIN,
                "",
                parent,
                Optional.empty(),
                Moderation.REMOVED);
    }
}
