package dev.byline.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts on a disk come back as they were put, or not at all. */
final class ShelfTest {
    @TempDir
    private Path folder;

    @Test
    void a_text_that_is_not_as_it_was_written_is_damage() throws IOException {
        Path file = folder.resolve("texts");
        Shelf.Slot slot;
        try (Shelf shelf = Shelf.fresh(file)) {
            slot = shelf.put("<p>Zoë</p>").orElseThrow();
        }
        Files.write(file, new byte[(int) Files.size(file)]);
        try (Shelf shelf = Shelf.open(file, slot.length())) {
            assertThatThrownBy(() -> shelf.html(slot).marked())
                    .isInstanceOf(DamagedMemory.class)
                    .hasMessage("a text is not as it was written");
        }
        assertThatThrownBy(() -> Shelf.open(file, slot.length() + 1)).isInstanceOf(DamagedMemory.class);
        assertThatThrownBy(() -> Shelf.open(folder.resolve("none"), 0)).isInstanceOf(DamagedMemory.class);
    }

    @Test
    void a_disk_that_takes_nothing_more_gives_no_place() throws IOException {
        Shelf shelf = Shelf.fresh(folder.resolve("texts"));
        shelf.close();
        assertThat(shelf.put("text")).isEmpty();
    }

    @Test
    void texts_that_are_put_by_many_threads_come_back_each_as_it_was_also_later() throws IOException {
        Path file = folder.resolve("texts");
        List<String> texts = IntStream.range(0, 200)
                .mapToObj(i -> "Zoë " + i + " 水".repeat(i))
                .toList();
        List<Shelf.Slot> slots;
        long length;
        try (Shelf shelf = Shelf.fresh(file)) {
            slots = texts.parallelStream()
                    .map(text -> shelf.put(text).orElseThrow())
                    .toList();
            length = shelf.length();
        }
        try (Shelf shelf = Shelf.open(file, length)) {
            assertThat(slots).extracting(slot -> shelf.html(slot).marked()).containsExactlyElementsOf(texts);
        }
    }

    @Test
    void one_that_is_only_for_now_leaves_no_file() throws IOException {
        Path file;
        try (Shelf shelf = Shelf.passing()) {
            file = shelf.file();
            assertThat(shelf.html(shelf.put("text").orElseThrow()).marked()).isEqualTo("text");
        }
        assertThat(file).doesNotExist();
    }
}
