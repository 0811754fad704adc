package dev.byline.feedback;

import dev.byline.output.WholeFile;
import dev.byline.site.Feedback.Moderation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The last rounds of moderation, so that they can be undone: {@code target/moderated.yml}, which is not committed. It names
 * files and states, no persons and no texts. Losing it loses the way back by command, and nothing else.
 */
final class DecisionLog {
    /** Its name below the site's folder. */
    static final String FILE = "target/moderated.yml";

    /** As many rounds can be undone. */
    private static final int MAX_ROUNDS = 50;

    private static final int LONGEST = 20_000_000;

    private final Path file;

    DecisionLog(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /** The rounds, oldest first; none where the file is not there, or cannot be understood. */
    List<List<Decisions.Change>> rounds() throws IOException {
        List<List<Decisions.Change>> rounds = new ArrayList<>();
        if (Files.isRegularFile(file) && read(Files.readString(file)) instanceof Map<?, ?> all) {
            for (Object round : all.get("rounds") instanceof List<?> list ? list : List.of()) {
                List<Decisions.Change> changes = new ArrayList<>();
                for (Object change : round instanceof List<?> list ? list : List.of()) {
                    change(change).ifPresent(changes::add);
                }
                rounds.add(changes);
            }
        }
        return rounds;
    }

    private static Object read(String text) {
        try {
            return new Load(LoadSettings.builder().setCodePointLimit(LONGEST).build()).loadFromString(text);
        } catch (YamlEngineException broken) {
            return Map.of();
        }
    }

    private static Optional<Decisions.Change> change(Object written) {
        if (!(written instanceof Map<?, ?> keys)) {
            return Optional.empty();
        }
        String article = String.valueOf(keys.get("article"));
        String id = String.valueOf(keys.get("id"));
        Optional<Moderation> before = ModerationLine.stateCalled(String.valueOf(keys.get("before")));
        Optional<Moderation> after = ModerationLine.stateCalled(String.valueOf(keys.get("after")));
        boolean inside = !(article + "/" + id).matches(".*(?:^|/)\\.\\.?(?:/.*|$)|/.*");
        return inside && before.isPresent() && after.isPresent()
                ? Optional.of(new Decisions.Change(article, id, before.get(), after.get()))
                : Optional.empty();
    }

    /** Leaves out what was decided about items that are to be forgotten. */
    void forget(Predicate<Decisions.Change> gone) throws IOException {
        List<List<Decisions.Change>> kept = new ArrayList<>();
        rounds().forEach(round -> kept.add(round.stream().filter(gone.negate()).toList()));
        write(kept);
    }

    /** Keeps the last of these rounds; those that changed nothing are not kept. */
    void write(List<List<Decisions.Change>> rounds) throws IOException {
        List<List<Decisions.Change>> kept =
                rounds.stream().filter(round -> !round.isEmpty()).toList();
        if (kept.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        List<Object> last = new ArrayList<>();
        for (List<Decisions.Change> round : kept.subList(Math.max(0, kept.size() - MAX_ROUNDS), kept.size())) {
            last.add(round.stream().map(DecisionLog::keys).toList());
        }
        DumpSettings settings =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        WholeFile.write(
                file, new Dump(settings).dumpToString(Map.of("rounds", last)).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> keys(Decisions.Change change) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("article", change.article());
        keys.put("id", change.id());
        keys.put("before", ModerationLine.word(change.before()));
        keys.put("after", ModerationLine.word(change.after()));
        return keys;
    }
}
