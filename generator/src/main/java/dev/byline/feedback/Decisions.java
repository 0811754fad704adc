package dev.byline.feedback;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.output.WholeFile;
import dev.byline.site.Feedback;
import dev.byline.site.Feedback.Moderation;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Writes what people decided about items into their files, a round at a time, and takes rounds back.
 *
 * <p>Each file is written whole or not at all. A disk that refuses in the middle of a round leaves what was done done, and
 * the rest as it was; what was done can be undone. A file that cannot be read is told and left alone.
 */
public final class Decisions {
    private static final int MARK_BYTES = 8;

    private final Path folder;
    private final Diagnostics diagnostics;
    private final DecisionLog log;

    /**
     * Prepares.
     *
     * @param folder the site's folder
     * @param diagnostics hears of files that cannot be changed
     */
    public Decisions(Path folder, Diagnostics diagnostics) {
        this.folder = folder;
        this.diagnostics = diagnostics;
        this.log = new DecisionLog(folder);
    }

    /**
     * An item to decide about.
     *
     * @param article the id of its article
     * @param mark what {@link #mark} gave when somebody saw it; empty where nobody is asked whether it is still the same
     */
    public record Choice(String article, Feedback item, Optional<String> mark) {}

    /** What was decided about one item. */
    public record Change(String article, String id, Moderation before, Moderation after) {
        private Change back() {
            return new Change(article, id, /* before= */ after, /* after= */ before);
        }
    }

    /** Stands for what a file says now: another mark, another text. */
    public static String mark(byte[] file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
            return HexFormat.of().formatHex(digest, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The file of an item. */
    public static Path file(Path folder, String article, String id) {
        return folder.resolve("feedback").resolve(article).resolve(id + ".yml");
    }

    private static Place place(String article, String id) {
        return Place.of("feedback/" + article + "/" + id + ".yml");
    }

    /**
     * Decides a round: the same about all of these.
     *
     * @return what was changed
     */
    public List<Change> decide(List<Choice> choices, Moderation state) {
        List<Change> round = choices.stream()
                .filter(choice -> choice.item().moderation() != state)
                .map(choice -> new Change(
                        choice.article(), choice.item().id(), choice.item().moderation(), state))
                .toList();
        List<List<Change>> rounds = new ArrayList<>();
        try {
            rounds.addAll(log.rounds());
            rounds.add(round);
            // Before the first file: a process that dies on the way leaves a round that can be undone.
            log.write(rounds);
        } catch (IOException failed) {
            refuse(Place.of(DecisionLog.FILE), failed, "nothing was changed");
            return List.of();
        }
        List<Change> done = new ArrayList<>();
        try {
            for (Choice choice : choices) {
                change(choice, state).ifPresent(done::add);
            }
        } catch (Stopped stopped) {
            refuse(stopped.place, stopped.failure, done.size() + " are done, the rest is as it was");
        }
        rounds.set(rounds.size() - 1, done);
        remember(rounds);
        return List.copyOf(done);
    }

    /** What was meant stands there already: it is only longer than what was done. */
    private void remember(List<List<Change>> rounds) {
        try {
            log.write(rounds);
        } catch (IOException failed) {
            diagnostics.warning(Place.of(DecisionLog.FILE), "cannot be written: " + reason(failed));
        }
    }

    private Optional<Change> change(Choice choice, Moderation state) throws Stopped {
        String id = choice.item().id();
        Place place = place(choice.article(), id);
        Path file = file(folder, choice.article(), id);
        byte[] before = read(file, place);
        if (choice.mark().isPresent() && !choice.mark().get().equals(mark(before))) {
            diagnostics.warning(place, "it has changed since it was shown", "look at it again");
            return Optional.empty();
        }
        Optional<Moderation> now = ModerationLine.state(before);
        if (now.isEmpty()) {
            diagnostics.warning(place, "cannot be read", "mend it by hand; it is as it was");
            return Optional.empty();
        }
        if (now.get() == Moderation.REMOVED) {
            diagnostics.warning(place, "its author took it back", "there is nothing left to decide about");
            return Optional.empty();
        }
        if (now.get() == state) {
            return Optional.empty();
        }
        // Braces around all of it, say: then the file is written anew, from what it says.
        byte[] after = ModerationLine.changed(before, state)
                .orElseGet(() -> FeedbackFile.yaml(choice.item().withModeration(state)));
        write(file, after, place);
        return Optional.of(new Change(choice.article(), id, now.get(), state));
    }

    /**
     * Takes the last round back. What somebody has changed since stays as it is.
     *
     * @return what was changed; nothing where there is no round
     */
    public List<Change> undo() {
        List<List<Change>> rounds = new ArrayList<>();
        try {
            rounds.addAll(log.rounds());
        } catch (IOException failed) {
            refuse(Place.of(DecisionLog.FILE), failed, "nothing was changed");
        }
        if (rounds.isEmpty()) {
            return List.of();
        }
        List<Change> left = new ArrayList<>(rounds.get(rounds.size() - 1));
        List<Change> done = new ArrayList<>();
        try {
            for (Change change : List.copyOf(left)) {
                takeBack(change).ifPresent(done::add);
                left.remove(change);
            }
        } catch (Stopped stopped) {
            refuse(stopped.place, stopped.failure, done.size() + " are taken back, the rest is as it was");
        }
        rounds.set(rounds.size() - 1, left);
        remember(rounds);
        return List.copyOf(done);
    }

    private Optional<Change> takeBack(Change change) throws Stopped {
        Place place = place(change.article(), change.id());
        Path file = file(folder, change.article(), change.id());
        if (!Files.exists(file)) {
            diagnostics.warning(place, "it is gone");
            return Optional.empty();
        }
        byte[] now = read(file, place);
        Optional<byte[]> before = ModerationLine.changed(now, change.before());
        if (!ModerationLine.state(now).equals(Optional.of(change.after())) || before.isEmpty()) {
            diagnostics.warning(place, "somebody has changed it since", "it is as it was");
            return Optional.empty();
        }
        write(file, before.get(), place);
        return Optional.of(change.back());
    }

    private static byte[] read(Path file, Place place) throws Stopped {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new Stopped(place, failed);
        }
    }

    private static void write(Path file, byte[] bytes, Place place) throws Stopped {
        try {
            WholeFile.write(file, bytes);
        } catch (IOException failed) {
            throw new Stopped(place, failed);
        }
    }

    private void refuse(Place place, IOException failed, String consequence) {
        diagnostics.error(
                place,
                "cannot be read or written: " + reason(failed),
                "check the disk and permissions; " + consequence);
    }

    private static String reason(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return "it is gone";
        }
        return failed instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : failed.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    /** The disk refused. */
    private static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Place place;
        private final transient IOException failure;

        Stopped(Place place, IOException failure) {
            super(failure);
            this.place = place;
            this.failure = failure;
        }
    }
}
