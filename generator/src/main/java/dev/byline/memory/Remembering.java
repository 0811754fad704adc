package dev.byline.memory;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.markdown.Written;
import dev.byline.output.Counted;
import dev.byline.output.Output;
import dev.byline.page.Page;
import dev.byline.page.Relations;
import dev.byline.site.Prose;
import dev.byline.site.Question;
import dev.byline.source.Fingerprint;
import dev.byline.source.SourceState;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** One build's use of its memory: does what has to be done, and takes the rest from the build before. */
public final class Remembering {
    private final Memory before;
    private final Memory after;
    private final Recorder recorder;
    private final Answers answers;
    private final Relations relations;
    /** The fingerprints of texts that there was no room for, by file. */
    private final Map<String, Long> unkept = new ConcurrentHashMap<>();

    private boolean pagesHold;

    /**
     * Begins a build.
     *
     * @param before what the last one left
     * @param states how the files of the site are now
     * @param setting the fingerprint of what everything hangs on
     * @param addresses the fingerprint of everything that a link can lead to
     */
    public Remembering(
            Memory before,
            Map<String, SourceState> states,
            long setting,
            long addresses,
            Recorder recorder,
            Answers answers) {
        this.before = before;
        this.after = new Memory(states, setting, addresses, Optional.empty(), before.shelf());
        this.recorder = recorder;
        this.answers = answers;
        this.relations = new Relations(before.relations());
    }

    /** Finds the pieces to read on with. */
    public Relations relations() {
        return relations;
    }

    /**
     * A text, rendered now or before.
     *
     * @param file the file that it stands in
     * @param diagnostics hears what is wrong with it, either way
     * @param write renders it, and tells what is wrong
     */
    public Written text(String file, Diagnostics diagnostics, Function<Diagnostics, Written> write) {
        SourceState state = after.sources().get(file);
        RememberedText known = before.texts().get(file);
        boolean same =
                known != null && state != null && known.source() == state.all() && before.setting() == after.setting();
        // Nearly always nothing has moved: then no question need be asked again.
        if (same && (before.addresses() == after.addresses() || known.trace().holds(answers))) {
            after.texts().put(file, known);
            diagnostics.addAll(known.problems());
            return known.written();
        }
        Diagnostics problems = new Diagnostics();
        Recorder.Heard<Written> heard = recorder.during(() -> write.apply(problems));
        diagnostics.addAll(problems.all());
        return state == null ? heard.made() : kept(file, state.all(), heard, problems);
    }

    private Written kept(String file, long source, Recorder.Heard<Written> heard, Diagnostics problems) {
        Written made = heard.made();
        Prose prose = made.prose();
        Optional<Shelf.Slot> slot = after.shelf().put(prose.html().marked());
        if (slot.isEmpty()) {
            unkept.put(file, fingerprint(prose, Fingerprint.of(prose.html().marked())));
            return made;
        }
        Prose lying = new Prose(
                after.shelf().html(slot.get()), prose.headings(), prose.readingMinutes(), prose.words(), prose.lead());
        Written written = new Written(lying, made.anchors(), made.references(), made.attachments());
        long fingerprint = fingerprint(prose, slot.get().fingerprint());
        Trace trace = Trace.of(heard.questions(), answers);
        after.texts().put(file, new RememberedText(source, trace, slot.get(), fingerprint, written, problems.all()));
        return written;
    }

    private static long fingerprint(Prose prose, long html) {
        long all = Fingerprint.mixed(html, prose.headings().toString());
        return Fingerprint.mixed(Fingerprint.mixed(all, prose.lead()), prose.words());
    }

    /**
     * Says that the output is what the build before left: what that build made for it can stay. To be called before the
     * first page, if it is so.
     */
    public void trustOutput() {
        pagesHold = true;
    }

    /** The fingerprint of each text, by its file. Complete when all texts were asked for. */
    public Map<String, Long> texts() {
        Map<String, Long> fingerprints = new HashMap<>(unkept);
        after.texts().forEach((file, text) -> fingerprints.put(file, text.fingerprint()));
        return fingerprints;
    }

    /**
     * Makes a page, unless it is there as it would be made.
     *
     * @param make hands over its files
     * @return its files, with their lengths in bytes
     */
    public Map<String, Long> page(Page page, Output output, Diagnostics diagnostics, Consumer<Output> make) {
        Recorder.Heard<Optional<Long>> shape = recorder.during(() -> Shape.of(page, recorder));
        if (shape.made().isEmpty()) {
            Counted counted = new Counted(output);
            make.accept(counted);
            return counted.files();
        }
        return page(page.route().path(), shape.made().get(), shape.questions(), output, diagnostics, make);
    }

    /**
     * The same for something that is no page.
     *
     * @param name its own, among all that is made
     * @param shape the fingerprint of what it is in itself
     * @param asks what it asks of the site beyond what is heard while it is made
     */
    public Map<String, Long> page(
            String name,
            long shape,
            Collection<Question> asks,
            Output output,
            Diagnostics diagnostics,
            Consumer<Output> make) {
        RememberedPage known = pagesHold && before.setting() == after.setting()
                ? before.pages().get(name)
                : null;
        if (known != null
                && known.shape() == shape
                && known.trace().holds(answers)
                && known.files().keySet().stream().allMatch(output::holds)) {
            known.files().keySet().forEach(output::keep);
            after.pages().put(name, known);
            return known.files();
        }
        int told = diagnostics.count();
        Counted counted = new Counted(output);
        Set<Question> questions = new HashSet<>(asks);
        questions.addAll(recorder.during(() -> {
                    make.accept(counted);
                    return name;
                })
                .questions());
        // What told something has to tell it again.
        if (diagnostics.count() == told) {
            after.pages().put(name, new RememberedPage(shape, Trace.of(questions, answers), counted.files()));
        }
        return counted.files();
    }

    /** Everything, with what came of it. */
    public Memory done(Memory.Outcome outcome) {
        Memory whole =
                new Memory(after.sources(), after.setting(), after.addresses(), Optional.of(outcome), after.shelf());
        whole.texts().putAll(after.texts());
        whole.pages().putAll(after.pages());
        whole.relations().putAll(relations.known());
        return whole;
    }
}
