package dev.byline.feedback.archive;

import dev.byline.feedback.Addresses;
import dev.byline.feedback.FileName;
import dev.byline.feedback.SafeHtml;
import dev.byline.feedback.SiteSource;
import dev.byline.feedback.archive.Comment.Fate;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Moderation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An archive as a source of answers. Everything in it is accounted for.
 *
 * <p>What answered a comment that is not taken answers the nearest one above it that is.
 */
public final class Imported implements SiteSource {
    private final String system;
    private final List<Comment> comments;
    private final Map<String, String> pages;
    private final boolean allPending;
    private final Map<String, Integer> dropped = new TreeMap<>();
    private final Map<String, Integer> strangers = new TreeMap<>();
    private int taken;
    private int pending;

    private Imported(String system, List<Comment> comments, Map<String, String> pages, boolean allPending) {
        this.system = system;
        this.comments = comments;
        this.pages = Map.copyOf(pages);
        this.allPending = allPending;
    }

    /**
     * Reads an archive.
     *
     * @param system one of {@link Archives#ids}
     * @param pages what a page is called there, to the id of its article, where the address does not tell
     * @param allPending whether somebody looks at everything first, also at what was shown there
     * @throws BrokenArchive where it is not what it should be
     */
    public static Imported read(String system, Path file, Map<String, String> pages, boolean allPending)
            throws IOException, BrokenArchive {
        Archive archive = Archives.byId(system).orElseThrow(() -> new IllegalArgumentException(system));
        List<Comment> comments = new ArrayList<>();
        archive.read(file, comments::add);
        return new Imported(system, comments, pages, allPending);
    }

    @Override
    public String id() {
        return system;
    }

    /** The same each time it is asked. */
    @Override
    public Delivered gather(Addresses addresses, Optional<String> cursor) {
        dropped.clear();
        strangers.clear();
        taken = 0;
        pending = 0;
        Map<String, Map<String, Comment>> byArticle = new LinkedHashMap<>();
        for (Comment comment : comments) {
            Optional<String> article = article(comment, addresses);
            if (article.isEmpty()) {
                strangers.merge(comment.pages().isEmpty() ? "" : comment.pages().get(0), 1, Integer::sum);
                drop("its page is none of this site's");
            } else if (byArticle
                            .computeIfAbsent(article.get(), id -> new LinkedHashMap<>())
                            .putIfAbsent(idOf(comment), comment)
                    != null) {
                drop("it is in the file twice");
            }
        }
        List<Item> items = new ArrayList<>();
        byArticle.forEach((article, all) -> all.forEach((id, comment) -> {
            Optional<String> reason = reasonToDrop(comment);
            reason.ifPresent(this::drop);
            if (reason.isEmpty()) {
                items.add(new Item(article, feedback(id, comment, all), true));
            }
        }));
        return new Delivered.News(items, Optional.empty(), List.of());
    }

    /** What became of every comment, once it was gathered. */
    public Reckoning reckoning() {
        List<Reckoning.Stranger> pagesOfOthers = strangers.entrySet().stream()
                .map(entry -> new Reckoning.Stranger(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Reckoning.Stranger::comments).reversed())
                .toList();
        return new Reckoning(comments.size(), taken, pending, dropped, pagesOfOthers);
    }

    private void drop(String reason) {
        dropped.merge(reason, 1, Integer::sum);
    }

    private Optional<String> article(Comment comment, Addresses addresses) {
        return comment.pages().stream()
                .flatMap(page -> Optional.ofNullable(pages.get(page)).or(() -> addresses.articleCalled(page)).stream())
                .findFirst();
    }

    private static Optional<String> reasonToDrop(Comment comment) {
        return switch (comment.fate()) {
            case SPAM -> Optional.of("it is spam there");
            case DELETED -> Optional.of("it is deleted there");
            case SHOWN, PENDING -> comment.text().isBlank() ? Optional.of("it has no text") : Optional.empty();
        };
    }

    /** One without an id is known by what it says. */
    private static String idOf(Comment comment) {
        return comment.id().isEmpty()
                ? comment.name() + "\n" + comment.published() + "\n" + comment.text()
                : comment.id();
    }

    private Feedback feedback(String id, Comment comment, Map<String, Comment> all) {
        boolean waits = allPending || comment.fate() == Fate.PENDING;
        pending += waits ? 1 : 0;
        taken += waits ? 0 : 1;
        return new Feedback(
                item(id),
                comment.kind(),
                new Feedback.Origin(system, id.equals(comment.id()) ? id : FileName.of(id), Optional.empty()),
                new Feedback.Person(
                        SafeHtml.name(comment.name()), "", comment.website().flatMap(Imported::web)),
                comment.published(),
                comment.edited(),
                Optional.empty(),
                comment.format(),
                comment.text(),
                above(comment, all).map(this::item),
                Optional.empty(),
                waits ? Moderation.PENDING : Moderation.APPROVED);
    }

    private String item(String id) {
        return system + "-" + FileName.of(id);
    }

    /** The nearest comment above that is taken; none where the way up ends, or comes round in a circle. */
    private static Optional<String> above(Comment comment, Map<String, Comment> all) {
        Map<String, Comment> way = new HashMap<>();
        Optional<String> up = comment.parent();
        while (up.isPresent() && all.containsKey(up.get()) && way.put(up.get(), comment) == null) {
            Comment above = all.get(up.get());
            if (above.equals(comment)) {
                return Optional.empty();
            }
            if (reasonToDrop(above).isEmpty()) {
                return up;
            }
            up = above.parent();
        }
        return Optional.empty();
    }

    private static Optional<String> web(String url) {
        return url.length() < 2_000 && url.matches("(?i)https?://[^\\s<>\"]+") ? Optional.of(url) : Optional.empty();
    }
}
