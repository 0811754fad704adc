package dev.byline;

import dev.byline.memory.Answers;
import dev.byline.memory.Memory;
import dev.byline.memory.Recorder;
import dev.byline.memory.Remembering;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.Site;
import dev.byline.site.StaticFile;
import dev.byline.site.StaticPage;
import dev.byline.source.Fingerprint;
import dev.byline.source.SourceState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What a build may take from the one before, until it has begun; then, what it leaves to the next. */
final class Recollection {
    private final Memory before;
    private final Map<String, SourceState> states;
    private final long setting;
    private final AtomicReference<Remembering> begun = new AtomicReference<>();

    /**
     * Prepares.
     *
     * @param states how the files of the site are now
     * @param setting the fingerprint of what everything hangs on
     */
    Recollection(Memory before, Map<String, SourceState> states, long setting) {
        this.before = before;
        this.states = states;
        this.setting = setting;
    }

    Map<String, SourceState> states() {
        return states;
    }

    Remembering begin(Site site, Recorder recorder, Answers answers) {
        Remembering remembering = new Remembering(before, states, setting, addresses(site), recorder, answers);
        begun.set(remembering);
        return remembering;
    }

    /** What was begun. */
    Optional<Remembering> remembering() {
        return Optional.ofNullable(begun.get());
    }

    /** Everything that decides where a link leads, and what is shown of an image or a person that a text names. */
    private long addresses(Site site) {
        Routes routes = new Routes(site.settings());
        long all = Fingerprint.NONE;
        for (Article article : site.articles()) {
            all = Fingerprint.mixed(Fingerprint.mixed(all, article.place().file()), article.id());
            all = Fingerprint.mixed(all, routes.article(article).path());
            all = Fingerprint.mixed(
                    all,
                    article.visibility(site.now()).name()
                            + site.visibility(article).name());
        }
        for (StaticPage page : site.pages()) {
            all = Fingerprint.mixed(
                    Fingerprint.mixed(all, page.place().file()),
                    routes.page(page).path());
        }
        for (List<StaticFile> files : List.of(site.staticFiles(), site.articleFiles())) {
            for (StaticFile file : files) {
                String folder = files == site.staticFiles() ? "static/" : "articles/";
                SourceState state = states.get(folder + file.path());
                all = Fingerprint.mixed(all, folder + file.path());
                all = Fingerprint.mixed(all, state == null ? Fingerprint.NONE : state.all());
            }
        }
        for (String file : states.keySet().stream()
                .filter(path -> path.startsWith("authors/"))
                .sorted()
                .toList()) {
            all = Fingerprint.mixed(
                    Fingerprint.mixed(all, file), states.get(file).all());
        }
        return all;
    }
}
