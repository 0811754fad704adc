package dev.byline.understand;

import dev.byline.diagnostic.Severity;
import dev.byline.diagnostic.Suggestion;
import dev.byline.lint.Rules;
import dev.byline.site.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code drafts: {lint: {shouting: off}}} of {@code site.yml}. */
final class DraftingReader {
    private static final Map<String, Optional<Severity>> LEVELS = levels();

    private DraftingReader() {}

    private static Map<String, Optional<Severity>> levels() {
        Map<String, Optional<Severity>> levels = new LinkedHashMap<>();
        levels.put("off", Optional.empty());
        levels.put("warning", Optional.of(Severity.WARNING));
        levels.put("error", Optional.of(Severity.ERROR));
        return levels;
    }

    static Settings.Drafting read(Fields drafts) {
        Map<String, Optional<Severity>> levels = new LinkedHashMap<>();
        drafts.group("lint").ifPresent(lint -> {
            List<String> rules = Rules.ids();
            lint.entries().forEach((id, entry) -> {
                if (rules.contains(id)) {
                    lint.choice(id, LEVELS).ifPresent(level -> levels.put(id, level));
                } else {
                    lint.diagnostics()
                            .error(
                                    entry.key(),
                                    "unknown rule \"" + id + "\"",
                                    Suggestion.hint(id, rules).orElse("the rules are " + String.join(", ", rules)));
                }
            });
        });
        drafts.rejectUnknown();
        return new Settings.Drafting(levels);
    }
}
