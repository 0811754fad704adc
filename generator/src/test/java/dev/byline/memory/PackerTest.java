package dev.byline.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is packed comes out again, and bytes that nobody packed are told. */
final class PackerTest {
    @Test
    void bytes_that_end_early_are_told_by_an_exception_that_readers_expect() {
        byte[] whole = new Packer()
                .add(300)
                .add("Zoë")
                .add(7L)
                .addAll(List.of("a", "b"), Packer::add)
                .bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> {
                        Unpacker in = new Unpacker(part);
                        in.number();
                        in.text();
                        in.bits();
                        in.all(Unpacker::text);
                    })
                    .isInstanceOfAny(
                            IndexOutOfBoundsException.class,
                            NegativeArraySizeException.class,
                            IllegalArgumentException.class);
        }
    }

    @Test
    void a_size_that_no_bytes_can_have_is_told() {
        assertThatThrownBy(() -> new Unpacker(new Packer().add(-1).bytes()).part())
                .isInstanceOfAny(IndexOutOfBoundsException.class, IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new Unpacker(new Packer().add(Integer.MAX_VALUE).bytes()).text())
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Property
    void numbers_texts_flags_and_lists_come_out_as_they_went_in(
            @ForAll int number,
            @ForAll long bits,
            @ForAll boolean flag,
            @ForAll byte[] part,
            @ForAll List<Integer> list) {
        String text = number + " Zoë \uD83D\uDE80 " + bits;
        Packer out =
                new Packer().add(number).add(bits).add(flag).add(part).add(text).addAll(list, Packer::add);
        Unpacker in = new Unpacker(out.bytes());
        assertThat(in.number()).isEqualTo(number);
        assertThat(in.bits()).isEqualTo(bits);
        assertThat(in.flag()).isEqualTo(flag);
        assertThat(in.part()).isEqualTo(part);
        assertThat(in.text()).isEqualTo(text);
        assertThat(in.all(Unpacker::number)).isEqualTo(list);
    }

    @Test
    void more_than_fits_at_first_fits() {
        byte[] large = new byte[300_000];
        Arrays.fill(large, (byte) 9);
        Unpacker in = new Unpacker(new Packer().add(1).add(large).add(2).bytes());
        assertThat(in.number()).isEqualTo(1);
        assertThat(in.part()).isEqualTo(large);
        assertThat(in.number()).isEqualTo(2);
    }
}
