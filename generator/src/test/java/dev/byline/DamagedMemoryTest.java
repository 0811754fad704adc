package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered is never trusted when it is damaged: a build says so in a line, and comes to what a clean one does. */
final class DamagedMemoryTest {
    private static final String DAMAGED = "What was remembered of the last build is damaged, so all is built anew: ";

    @TempDir
    private Path temp;

    private TestSite site;
    private BuildRequest request;
    private Path memory;
    private Path index;
    private Map<String, String> pages;
    private Map<String, String> drafts;
    private final List<String> news = new ArrayList<>();

    @BeforeEach
    void build() throws IOException {
        site = small(temp.resolve("site"));
        request = BuildRequest.of(site.folder(), TestSite.NOW);
        memory = request.cache().resolve("memory");
        index = memory.resolve("memory");
        again();
        assertThat(news).isEmpty();
        pages = TestSite.contents(site.output());
        drafts = TestSite.contents(site.drafts());
    }

    private static TestSite small(Path folder) {
        TestSite site = TestSite.in(folder).file("pages/about.md", "---\ntitle: About\n---\nBy @giulia-ferri.\n");
        for (int i = 0; i < 4; i++) {
            site.article(
                    "piece-" + i,
                    "title: Piece " + i + "\nauthor: marco-neri\ndate: 2026-05-0" + (i + 1),
                    "About the drum " + i + ".\n\n## Part\n\nMore, and [another](/articles/piece-0/).\n");
        }
        return site;
    }

    private BuildReport again() {
        return new Byline().build(request, news::add);
    }

    /** A build now is as a clean one was, and tells this; the one after it has nothing to do, or all. */
    private void assertBuildsAllAnew(String told) {
        assertThat(again().diagnostics()).isEmpty();
        assertThat(news).as("news").anyMatch(line -> line.contains(told));
        assertIsClean();
        news.clear();
    }

    private void assertIsClean() {
        assertThat(TestSite.contents(site.output())).isEqualTo(pages);
        assertThat(TestSite.contents(site.drafts())).isEqualTo(drafts);
    }

    /** From now on every page is made anew: of the texts that are remembered. */
    private void removePages() throws IOException {
        TestSite.delete(site.output());
    }

    private Path texts() throws IOException {
        try (Stream<Path> files = Files.list(memory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("texts"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static byte[] flipped(byte[] bytes, int at, int bit) {
        byte[] other = bytes.clone();
        other[at] ^= (byte) (1 << bit);
        return other;
    }

    @Test
    void an_index_that_ends_early_is_thrown_away() throws IOException {
        byte[] whole = Files.readAllBytes(index);
        for (int part = 0; part < 50; part++) {
            Files.write(index, Arrays.copyOf(Files.readAllBytes(index), whole.length * part / 50));
            assertBuildsAllAnew(DAMAGED);
        }
    }

    @Test
    void an_index_of_which_a_bit_has_changed_is_thrown_away() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            byte[] whole = Files.readAllBytes(index);
            int at = i < 32 ? i : random.nextInt(whole.length);
            Files.write(index, flipped(whole, at, random.nextInt(8)));
            assertBuildsAllAnew("so all is built anew");
        }
    }

    @Test
    void a_text_of_which_a_bit_has_changed_is_found_when_a_page_needs_it() throws IOException {
        Random random = new Random(8);
        for (int i = 0; i < 40; i++) {
            removePages();
            Path texts = texts();
            byte[] whole = Files.readAllBytes(texts);
            Files.write(texts, flipped(whole, random.nextInt(whole.length), random.nextInt(8)));
            assertBuildsAllAnew(DAMAGED + "a text is not as it was written.");
            assertThat(site.output().resolve(".byline/staged")).doesNotExist();
        }
    }

    @Test
    void texts_that_are_all_damaged_are_found_by_many_threads_at_once() throws IOException {
        for (int i = 0; i < 20; i++) {
            removePages();
            Path texts = texts();
            Files.write(texts, new byte[(int) Files.size(texts)]);
            assertBuildsAllAnew(DAMAGED + "a text is not as it was written.");
        }
    }

    @Test
    void texts_that_are_missing_too_short_or_of_another_site_are_told() throws IOException {
        Files.delete(texts());
        assertBuildsAllAnew(DAMAGED + "the texts are missing.");
        Path texts = texts();
        Files.write(texts, Arrays.copyOf(Files.readAllBytes(texts), (int) Files.size(texts) - 1));
        assertBuildsAllAnew(DAMAGED + "a part of the texts is missing.");
        removePages();
        texts = texts();
        byte[] others = new byte[(int) Files.size(texts)];
        Arrays.fill(others, (byte) 'x');
        Files.write(texts, others);
        assertBuildsAllAnew(DAMAGED + "a text is not as it was written.");
    }

    @Test
    void texts_with_more_behind_them_are_as_good_as_before() throws IOException {
        removePages();
        Files.write(texts(), new byte[1000], StandardOpenOption.APPEND);
        assertThat(again().succeeded()).isTrue();
        assertIsClean();
        assertThat(news).isEmpty();
    }

    @Test
    void a_folder_in_the_place_of_the_texts_or_of_the_index_is_told_and_left() throws IOException {
        Path texts = texts();
        Files.delete(texts);
        Files.createDirectories(texts.resolve("of/others"));
        assertBuildsAllAnew("so all is built anew");
        assertThat(texts.resolve("of/others")).exists();
        TestSite.delete(texts);
        assertThat(again().succeeded()).isTrue();
        news.clear();
        Files.deleteIfExists(index);
        Files.createDirectories(index.resolve("of/others"));
        assertBuildsAllAnew("so all is built anew");
        assertThat(index.resolve("of/others")).exists();
        assertIsClean();
    }

    @Test
    void an_empty_index_or_a_link_to_nothing_or_to_another_file_is_no_memory() throws IOException {
        Files.write(index, new byte[0]);
        assertBuildsAllAnew(DAMAGED + "it is no memory of a build.");
        Path elsewhere = Files.writeString(temp.resolve("elsewhere"), "of somebody else");
        Files.delete(index);
        Files.createSymbolicLink(index, elsewhere);
        assertBuildsAllAnew(DAMAGED + "it is no memory of a build.");
        assertThat(elsewhere).hasContent("of somebody else");
        Files.delete(index);
        Files.createSymbolicLink(index, temp.resolve("nowhere"));
        assertThat(again().succeeded()).isTrue();
        assertIsClean();
        assertThat(temp.resolve("nowhere")).doesNotExist();
    }

    @Test
    void what_another_byline_remembers_is_not_taken() throws IOException {
        byte[] whole = Files.readAllBytes(index);
        ByteBuffer.wrap(whole).putLong("byline memory 1\n".length(), 42);
        Files.write(index, whole);
        assertBuildsAllAnew("Another Byline built this last, so all is built anew.");
    }

    @Test
    void what_is_remembered_of_another_site_is_not_taken() throws IOException {
        TestSite other = small(temp.resolve("other")).article("piece-1", "title: X\nauthor: zoe-o-hara", "Other.");
        assertThat(other.build().succeeded()).isTrue();
        TestSite.delete(memory);
        copy(other.folder().resolve("target/cache/memory"), memory);
        assertThat(again().diagnostics()).isEmpty();
        assertIsClean();
    }

    @Test
    void the_same_site_copied_with_all_that_was_built_of_it_comes_to_the_same() throws IOException {
        Path copied = temp.resolve("copied");
        copy(site.folder(), copied);
        TestSite there = TestSite.in(copied);
        assertThat(there.build().diagnostics()).isEmpty();
        assertThat(TestSite.contents(there.output())).isEqualTo(pages);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Test
    void a_file_where_the_memory_should_be_stays_and_nothing_is_remembered() throws IOException {
        TestSite.delete(memory);
        Files.writeString(memory, "not ours");
        assertBuildsAllAnew("cannot be written, so nothing is remembered");
        assertThat(memory).hasContent("not ours");
    }

    @Test
    void a_link_to_a_folder_is_a_folder() throws IOException {
        Path elsewhere = temp.resolve("elsewhere");
        Files.move(memory, elsewhere);
        Files.createSymbolicLink(memory, elsewhere);
        BuildReport report = again();
        assertThat(report.written()).isZero();
        assertThat(news).isEmpty();
        assertIsClean();
    }

    @Test
    void a_folder_where_the_lock_should_be_is_told() throws IOException {
        Files.delete(memory.resolve("lock"));
        Files.createDirectory(memory.resolve("lock"));
        assertBuildsAllAnew("cannot be written, so nothing is remembered");
    }

    @Test
    void while_another_process_is_at_work_a_build_does_without() throws IOException {
        try (FileChannel channel = FileChannel.open(memory.resolve("lock"), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            byte[] before = Files.readAllBytes(index);
            assertBuildsAllAnew("at work with");
            assertThat(index).hasBinaryContent(before);
        }
    }

    @Test
    void two_builds_at_once_both_end_well_each_time() throws Exception {
        for (int i = 0; i < 10; i++) {
            site.article("piece-1", "title: T " + i + "\nauthor: marco-neri\ndate: 2026-05-01", "Text " + i + ".");
            List<BuildReport> reports = Stream.of(1, 2)
                    .parallel()
                    .map(build -> new Byline().build(request))
                    .toList();
            assertThat(reports).allMatch(BuildReport::succeeded);
            BuildRequest clean = request.into(temp.resolve("c/site" + i), temp.resolve("c/drafts" + i))
                    .keepingIn(temp.resolve("c/cache" + i));
            assertThat(new Byline().build(clean).succeeded()).isTrue();
            assertThat(TestSite.contents(site.output())).isEqualTo(TestSite.contents(clean.output()));
            assertThat(TestSite.contents(site.drafts())).isEqualTo(TestSite.contents(clean.drafts()));
        }
    }

    @Test
    void what_a_killed_build_was_writing_is_swept_away() throws IOException {
        Files.writeString(memory.resolve("memory.new"), "half an ind");
        Files.writeString(memory.resolve("texts123"), "texts of a build that was killed");
        site.article("piece-1", "title: T\nauthor: marco-neri\ndate: 2026-05-01", "Text.");
        assertThat(again().succeeded()).isTrue();
        assertThat(memory.resolve("texts123")).doesNotExist();
        Files.writeString(memory.resolve("memory.new"), "half an ind");
        Workbench.forget(memory);
        assertThat(memory.resolve("memory.new")).doesNotExist();
        assertThat(index).doesNotExist();
    }

    @Test
    void an_output_that_was_emptied_or_changed_or_came_from_elsewhere_is_mended() throws IOException {
        Path older = temp.resolve("older");
        copy(site.output(), older);
        site.article("piece-1", "title: T\nauthor: marco-neri\ndate: 2026-05-02", "Text.");
        assertThat(again().succeeded()).isTrue();
        pages = TestSite.contents(site.output());
        drafts = TestSite.contents(site.drafts());
        TestSite.delete(site.output());
        copy(older, site.output());
        assertThat(again().succeeded()).isTrue();
        assertIsClean();
        Files.delete(site.output().resolve("index.html"));
        assertThat(again().written()).isEqualTo(1);
        assertIsClean();
        assertThat(new Byline().clean(site.output(), site.drafts()).succeeded()).isTrue();
        assertThat(again().succeeded()).isTrue();
        assertIsClean();
        assertThat(new Byline()
                        .build(request.keepingIn(temp.resolve("another")))
                        .succeeded())
                .isTrue();
        site.article("piece-2", "title: T\nauthor: zoe-o-hara\ndate: 2026-05-03", "Text.");
        assertThat(new Byline()
                        .build(request.keepingIn(temp.resolve("another")))
                        .succeeded())
                .isTrue();
        pages = TestSite.contents(site.output());
        drafts = TestSite.contents(site.drafts());
        assertThat(again().succeeded()).isTrue();
        assertIsClean();
        assertThat(news).isEmpty();
    }
}
