package dev.byline.understand;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.source.Fingerprint;
import dev.byline.source.SourceState;
import dev.byline.source.Sources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was understood before of people and articles: as long as their files, and the settings, are as they were, so are
 * they. For a process that builds again and again; not for several threads.
 */
public final class Acquaintance {
    private Map<String, Understood> articles = Map.of();
    private Optional<People> people = Optional.empty();

    /** Of one article's file, with what was told of it. */
    private record Understood(long all, Optional<Article> article, List<Diagnostic> told) {}

    /**
     * Of all authors' files.
     *
     * @param circumstances the fingerprint of those files and of the settings, on which articles hang as well
     */
    private record People(long circumstances, Map<String, Author> authors, List<Diagnostic> told) {}

    /** The authors, read anew only if something about them has changed; then nothing is known of articles any more. */
    Map<String, Author> authors(
            Sources sources, Function<Diagnostics, Map<String, Author>> read, Diagnostics diagnostics) {
        long circumstances = circumstances(sources);
        if (people.filter(known -> known.circumstances() == circumstances).isEmpty()) {
            Diagnostics told = new Diagnostics();
            people = Optional.of(new People(circumstances, read.apply(told), told.all()));
            articles = Map.of();
        }
        diagnostics.addAll(people.get().told());
        return people.get().authors();
    }

    private static long circumstances(Sources sources) {
        long all = Fingerprint.NONE;
        for (String file : sources.states().keySet().stream()
                .filter(path -> path.startsWith("authors/") || !path.contains("/"))
                .sorted()
                .toList()) {
            all = Fingerprint.mixed(
                    Fingerprint.mixed(all, file), sources.states().get(file).all());
        }
        // A file that cannot be read has no state.
        return Fingerprint.mixed(all, sources.authors().size());
    }

    /** Begins a round of articles. */
    Round round(Sources sources) {
        return new Round(sources);
    }

    /** One round, in which each article is asked for once; several threads may ask. */
    final class Round {
        private final Sources sources;
        private final Map<String, Understood> now = new ConcurrentHashMap<>();

        private Round(Sources sources) {
            this.sources = sources;
        }

        /** An article, read anew only if its file has changed. */
        Optional<Article> article(String file, Function<Diagnostics, Optional<Article>> read, Diagnostics diagnostics) {
            SourceState state = sources.states().get(file);
            Understood known = articles.get(file);
            if (known == null || state == null || known.all() != state.all()) {
                Diagnostics told = new Diagnostics();
                long all = state == null ? Fingerprint.NONE : state.all();
                known = new Understood(all, read.apply(told), told.all());
            }
            if (state != null) {
                now.put(file, known);
            }
            diagnostics.addAll(known.told());
            return known.article();
        }

        /** Ends it: what was not asked for is forgotten. */
        void end() {
            articles = now;
        }
    }
}
