package dev.byline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.diagnostic.Place;
import java.util.LinkedHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in the head of a file comes out of its packing as it went in, with its places and in its order. */
final class PackedValuesTest {
    private static final Place FILE = Place.of("articles/a.md");

    @Provide
    Arbitrary<Value.Mapping> mappings() {
        return mapping(3);
    }

    private static Arbitrary<Place> places() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9999),
                        Arbitraries.integers().between(1, 999))
                .as(FILE::at);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ab: '\"\n#水ë")
                .ofMaxLength(20)
                .map(text -> text.isEmpty() ? "\uD83D\uDE80" : text);
    }

    private static Arbitrary<Value> value(int depth) {
        Arbitrary<Value> scalars = Combinators.combine(texts(), Arbitraries.of(true, false), places())
                .as(Value.Scalar::new);
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<Value> sequences = Combinators.combine(value(depth - 1).list().ofMaxSize(4), places())
                .as((items, place) -> new Value.Sequence(items, place));
        return Arbitraries.oneOf(scalars, sequences, mapping(depth - 1).map(mapping -> (Value) mapping));
    }

    private static Arbitrary<Value.Mapping> mapping(int depth) {
        Arbitrary<Value.Entry> entries =
                Combinators.combine(places(), value(depth)).as(Value.Entry::new);
        return Combinators.combine(Arbitraries.maps(texts(), entries).ofMaxSize(4), places())
                .as((map, place) -> new Value.Mapping(new LinkedHashMap<>(map), place));
    }

    @Property(tries = 300)
    void every_tree_of_values_comes_out_as_it_went_in(@ForAll("mappings") Value.Mapping values) {
        PackedValues packed = PackedValues.of(values, 17, 3);
        PackedValues again = new PackedValues(packed.bytes(), packed.bodyAt(), packed.bodyLine());
        Value.Mapping read = again.values(FILE);
        assertThat(read).isEqualTo(values);
        assertThat(read.entries().keySet())
                .containsExactlyElementsOf(values.entries().keySet());
        assertThat(read.size()).isEqualTo(values.size());
        assertThat(again.bodyAt()).isEqualTo(17);
        assertThat(again.bodyLine()).isEqualTo(3);
    }

    @Property(tries = 20)
    void its_places_are_in_the_file_that_it_is_read_for(@ForAll("mappings") Value.Mapping values) {
        Value.Mapping read = PackedValues.of(values, 0, 0).values(Place.of("pages/b.md"));
        assertThat(read.place().file()).isEqualTo("pages/b.md");
        assertThat(read.entries().values()).allMatch(entry -> entry.key().file().equals("pages/b.md"));
    }
}
