package dev.byline.memory;

import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Severity;
import dev.byline.markdown.Written;
import dev.byline.page.Relations;
import dev.byline.page.Route;
import dev.byline.page.Target;
import dev.byline.site.Prose;
import dev.byline.site.Question;
import dev.byline.site.StaticFile;
import dev.byline.source.PackedValues;
import dev.byline.source.SourceState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A {@link Memory} as bytes, and back. Which Byline wrote it, and whether they are whole, is not known here. */
final class MemoryFile {
    private final Map<Question, Integer> numbers = new HashMap<>();
    private final List<Question> questions = new ArrayList<>();

    private MemoryFile() {}

    static byte[] bytes(Memory memory) {
        return new MemoryFile().write(memory);
    }

    /**
     * Reads one.
     *
     * @param folder where its texts lie
     * @throws DamagedMemory if it is none
     */
    static Memory read(byte[] bytes, Path folder) throws java.io.IOException {
        try {
            return new MemoryFile().read(new Unpacker(bytes), folder);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException | IllegalArgumentException noSuchThing) {
            throw new DamagedMemory("it says nothing that was written down");
        }
    }

    private byte[] write(Memory memory) {
        Packer rest = new Packer();
        rest.addAll(new TreeMap<>(memory.texts()).entrySet(), (out, entry) -> {
            out.add(entry.getKey());
            text(out, entry.getKey(), entry.getValue());
        });
        rest.addAll(new TreeMap<>(memory.pages()).entrySet(), (out, entry) -> {
            out.add(entry.getKey());
            page(out, entry.getValue());
        });
        rest.addAll(new TreeMap<>(memory.relations()).entrySet(), (out, entry) -> {
            out.add(entry.getKey());
            relations(out, entry.getValue());
        });
        Packer all = new Packer();
        all.add(memory.shelf().file().getFileName().toString())
                .add(memory.shelf().length())
                .add(memory.setting())
                .add(memory.addresses());
        all.addAll(memory.outcome().stream().toList(), MemoryFile::outcome);
        all.addAll(new TreeMap<>(memory.sources()).entrySet(), (out, entry) -> {
            out.add(entry.getKey());
            source(out, entry.getValue());
        });
        all.addAll(
                questions,
                (out, question) ->
                        out.add(question.kind().name()).add(question.about()).add(question.detail()));
        return all.add(rest.bytes()).bytes();
    }

    private Memory read(Unpacker in, Path folder) throws java.io.IOException {
        Path shelfFile = folder.resolve(in.text());
        long length = in.bits();
        long setting = in.bits();
        long addresses = in.bits();
        Optional<Memory.Outcome> outcome = in.all(MemoryFile::outcome).stream().findFirst();
        Map<String, SourceState> sources = new HashMap<>();
        for (int count = in.number(); count > 0; count--) {
            sources.put(in.text(), source(in));
        }
        questions.addAll(in.all(each -> new Question(Question.Kind.valueOf(each.text()), each.text(), each.text())));
        if (!shelfFile.getParent().equals(folder)) {
            throw new DamagedMemory("its texts lie elsewhere");
        }
        Memory memory = new Memory(sources, setting, addresses, outcome, Shelf.open(shelfFile, length));
        Unpacker rest = new Unpacker(in.part());
        for (int count = rest.number(); count > 0; count--) {
            String file = rest.text();
            memory.texts().put(file, text(rest, file, memory.shelf()));
        }
        for (int count = rest.number(); count > 0; count--) {
            memory.pages().put(rest.text(), page(rest));
        }
        for (int count = rest.number(); count > 0; count--) {
            memory.relations().put(rest.text(), relations(rest));
        }
        return memory;
    }

    private static void outcome(Packer out, Memory.Outcome outcome) {
        out.add(outcome.from().toEpochMilli())
                .add(outcome.until().toEpochMilli())
                .add(outcome.promised())
                .add(outcome.articles())
                .add(outcome.posts())
                .add(outcome.output().state())
                .addAll(outcome.output().files(), Packer::add)
                .add(outcome.drafts().state())
                .addAll(outcome.drafts().files(), Packer::add)
                .addAll(outcome.diagnostics(), MemoryFile::diagnostic);
    }

    private static Memory.Outcome outcome(Unpacker in) {
        return new Memory.Outcome(
                Instant.ofEpochMilli(in.bits()),
                Instant.ofEpochMilli(in.bits()),
                in.bits(),
                in.number(),
                in.number(),
                new Memory.Folder(in.bits(), in.all(Unpacker::text)),
                new Memory.Folder(in.bits(), in.all(Unpacker::text)),
                in.all(MemoryFile::diagnostic));
    }

    private static void source(Packer out, SourceState state) {
        out.add(state.size())
                .add(state.modified())
                .add(state.key())
                .add(state.head())
                .add(state.all());
        out.addAll(
                state.values().stream().toList(),
                (packer, values) ->
                        packer.add(values.bytes()).add(values.bodyAt()).add(values.bodyLine()));
    }

    private static SourceState source(Unpacker in) {
        return new SourceState(
                in.bits(),
                in.bits(),
                in.text(),
                in.bits(),
                in.bits(),
                in.all(each -> new PackedValues(each.part(), each.number(), each.number())).stream()
                        .findFirst());
    }

    private void trace(Packer out, Trace trace) {
        out.addAll(
                trace.questions(), (packer, question) -> packer.add(numbers.computeIfAbsent(question, this::number)));
        out.add(trace.answers());
    }

    private int number(Question question) {
        questions.add(question);
        return questions.size() - 1;
    }

    private Trace trace(Unpacker in) {
        return new Trace(in.all(each -> questions.get(each.number())), in.bits());
    }

    private void text(Packer out, String file, RememberedText text) {
        out.add(text.source());
        trace(out, text.trace());
        out.add(text.slot().from()).add(text.slot().length()).add(text.slot().fingerprint());
        out.add(text.fingerprint());
        Prose prose = text.written().prose();
        out.addAll(
                prose.headings(),
                (packer, heading) ->
                        packer.add(heading.level()).add(heading.anchor()).add(heading.text()));
        out.add(prose.readingMinutes()).add(prose.words()).add(prose.lead());
        out.addAll(text.written().anchors().stream().sorted().toList(), Packer::add);
        out.addAll(text.written().references(), (packer, reference) -> {
            place(packer, reference.place(), file);
            target(packer, reference.target());
        });
        out.addAll(
                text.written().attachments(),
                (packer, attached) -> packer.add(attached.route().path())
                        .add(attached.file().path())
                        .add(attached.file().source().toString()));
        out.addAll(text.problems(), MemoryFile::diagnostic);
    }

    private RememberedText text(Unpacker in, String file, Shelf shelf) {
        long source = in.bits();
        Trace trace = trace(in);
        Shelf.Slot slot = new Shelf.Slot(in.bits(), in.number(), in.bits());
        long fingerprint = in.bits();
        List<Prose.Heading> headings = in.all(each -> new Prose.Heading(each.number(), each.text(), each.text()));
        Prose prose = new Prose(shelf.html(slot), headings, in.number(), in.number(), in.text());
        Written written = new Written(
                prose,
                new HashSet<>(in.all(Unpacker::text)),
                in.all(each -> new Written.Reference(place(each, file), target(each))),
                in.all(each -> new Target.Attached(
                        new Route(each.text()), new StaticFile(each.text(), Path.of(each.text())))));
        return new RememberedText(source, trace, slot, fingerprint, written, in.all(MemoryFile::diagnostic));
    }

    private static void place(Packer out, Place place, String file) {
        out.add(place.file().equals(file) ? "" : place.file()).add(place.line()).add(place.column());
    }

    private static Place place(Unpacker in, String file) {
        String other = in.text();
        return new Place(other.isEmpty() ? file : other, in.number(), in.number());
    }

    private static void target(Packer out, Target target) {
        if (target instanceof Target.Internal internal) {
            out.add(true).add(internal.path()).add(internal.rest());
        } else if (target instanceof Target.SamePage same) {
            out.add(false).add(same.anchor());
        } else {
            throw new IllegalStateException("a reference that is checked already: " + target);
        }
    }

    private static Target target(Unpacker in) {
        return in.flag() ? new Target.Internal(in.text(), in.text()) : new Target.SamePage(in.text());
    }

    private void page(Packer out, RememberedPage page) {
        out.add(page.shape());
        trace(out, page.trace());
        out.addAll(
                new TreeMap<>(page.files()).entrySet(),
                (packer, file) -> packer.add(file.getKey()).add((long) file.getValue()));
    }

    private RememberedPage page(Unpacker in) {
        long shape = in.bits();
        Trace trace = trace(in);
        Map<String, Long> files = new HashMap<>();
        for (int count = in.number(); count > 0; count--) {
            files.put(in.text(), in.bits());
        }
        return new RememberedPage(shape, trace, files);
    }

    private static void relations(Packer out, Relations.Known known) {
        out.add(known.fingerprint());
        out.addAll(
                new TreeMap<>(known.pieces()).entrySet(),
                (packer, entry) -> packer.add(entry.getKey())
                        .addAll(
                                entry.getValue(),
                                (each, near) -> each.add(near.article()).addAll(near.because(), Packer::add)));
    }

    private static Relations.Known relations(Unpacker in) {
        long fingerprint = in.bits();
        Map<String, List<Relations.Near>> pieces = new HashMap<>();
        for (int count = in.number(); count > 0; count--) {
            pieces.put(in.text(), in.all(each -> new Relations.Near(each.text(), each.all(Unpacker::text))));
        }
        return new Relations.Known(fingerprint, pieces);
    }

    private static void diagnostic(Packer out, Diagnostic diagnostic) {
        out.add(diagnostic.severity().name());
        place(out, diagnostic.place(), "");
        out.add(diagnostic.message())
                .addAll(diagnostic.hint().stream().toList(), Packer::add)
                .add(diagnostic.rule());
    }

    private static Diagnostic diagnostic(Unpacker in) {
        return new Diagnostic(
                Severity.valueOf(in.text()),
                place(in, ""),
                in.text(),
                in.all(Unpacker::text).stream().findFirst(),
                in.text());
    }
}
