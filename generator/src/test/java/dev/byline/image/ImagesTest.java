package dev.byline.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.BuildRequest;
import dev.byline.Byline;
import dev.byline.TestSite;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images of a site, from the writer's file to the reader's. */
final class ImagesTest {
    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void write() {
        site = TestSite.in(folder)
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "![A drum](/images/drum.jpg)");
        put("static/images/drum.jpg", TestImages.jpeg(1000, 600));
    }

    private void put(String path, byte[] content) {
        TestImages.write(folder.resolve(path), content);
    }

    private String onlyProblem() {
        assertThat(site.problems()).hasSize(1);
        return site.problems().get(0);
    }

    private BufferedImage published(String path) throws IOException {
        return ImageIO.read(site.output().resolve(path).toFile());
    }

    private static void assertNear(BufferedImage image, double x, double y, Color expected) {
        Color found = new Color(image.getRGB((int) (image.getWidth() * x), (int) (image.getHeight() * y)));
        assertThat(Math.abs(found.getRed() - expected.getRed())
                        + Math.abs(found.getGreen() - expected.getGreen())
                        + Math.abs(found.getBlue() - expected.getBlue()))
                .as("%s at %s, %s", found, x, y)
                .isLessThan(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void an_image_that_ends_too_early_is_told_at_its_file(String format) {
        byte[] whole = TestImages.bytes(TestImages.quarters(300, 200, BufferedImage.TYPE_INT_RGB), format);
        String name = format.equals("jpeg") ? "cut.jpg" : "cut." + format;
        put("static/" + name, format.equals("gif") ? java.util.Arrays.copyOf(whole, 7) : TestImages.half(whole));
        assertThat(onlyProblem())
                .startsWith("static/" + name + ":1:1: error: a broken image: ")
                .endsWith("export it again");
        assertThat(site.output()).doesNotExist();
    }

    @Test
    void a_decompression_bomb_is_refused_by_its_head_alone() {
        put("static/bomb.png", bomb());
        assertThat(onlyProblem())
                .isEqualTo("static/bomb.png:1:1: error: an image of 60000 x 60000 pixels; "
                        + "make it smaller: 200 million pixels are the most that is opened");
    }

    /** A PNG of a few bytes that says to be as large as a field. */
    private static byte[] bomb() {
        byte[] png = TestImages.png(1, 1);
        java.nio.ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        java.nio.ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT xlink:href='x.js'/>",
                "<g onload='alert(1)'/>",
                "<a href='javascript:alert(1)'><rect/></a>",
                "<a href='java\tscript:alert(1)'><rect/></a>",
                "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
                "<image href='https://spy.example/x.png'/>",
                "<use href='//spy.example/x.svg#a'/>",
                "<style>rect { fill: url(https://spy.example/x) }</style>",
                "<style>@import 'x.css';</style>",
                "<animate attributeName='href' to='javascript:alert(1)'/>",
                "<rect style='fill: url(//spy.example/x)'/>"
            })
    void a_drawing_that_runs_or_asks_something_is_refused(String content) {
        put(
                "static/x.svg",
                ("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 8 8'>"
                                + content + "</svg>")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(onlyProblem()).startsWith("static/x.svg:1:1: error: a drawing that holds ");
    }

    @Test
    void a_drawing_with_entities_or_broken_xml_is_refused() {
        put(
                "static/x.svg",
                "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(site.problems()).isNotEmpty().allMatch(line -> line.startsWith("static/x.svg:1:1: error: "));
        put("static/x.svg", "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>".getBytes(StandardCharsets.UTF_8));
        assertThat(onlyProblem()).contains("no sound XML");
    }

    @Test
    void a_page_shows_an_image_in_its_sizes_and_with_its_dimensions() throws IOException {
        site.build();
        assertThat(site.page("articles/a/index.html"))
                .contains("<source type=\"image/webp\" sizes=\"(min-width: 44rem) 41rem, 100vw\" srcset=\""
                        + "../../images/drum-jpg-480w.webp 480w, ../../images/drum-jpg-800w.webp 800w\"")
                .contains(
                        "<img src=\"../../images/drum.jpg\" alt=\"A drum\" width=\"1000\" height=\"600\" loading=\"lazy\"");
        assertThat(published("images/drum-jpg-800w.jpg").getHeight()).isEqualTo(480);
        assertThat(Files.readString(site.output().resolve("images/drum-jpg-480w.webp"), StandardCharsets.ISO_8859_1))
                .startsWith("RIFF");
        assertThat(site.page("feed.xml"))
                .contains("img src=\"https://blog.example.com/images/drum-jpg-800w.jpg\" alt=\"A drum\"&gt;");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_photograph_is_published_as_it_is_shown_and_says_nothing_of_where_it_was_taken(int orientation)
            throws IOException {
        put("static/images/drum.jpg", TestImages.photograph(1000, 600, orientation));
        assertThat(site.problems()).isEmpty();
        assertThat(TestSite.contains(site.output(), "SECRET")).isEmpty();
        assertThat(TestSite.contains(site.output(), "Exif")).isEmpty();
        BufferedImage shown = published("images/drum.jpg");
        boolean onItsSide = orientation > 4;
        assertThat(shown.getWidth()).isEqualTo(onItsSide ? 600 : 1000);
        Color[] corners = {TestImages.TOP_LEFT, TestImages.TOP_RIGHT, TestImages.BOTTOM_LEFT, TestImages.BOTTOM_RIGHT};
        // For each orientation, which stored quarter is shown top left, top right, bottom left, bottom right.
        String[] turns = {"0123", "1032", "3210", "2301", "0213", "2031", "3120", "1302"};
        String turn = turns[orientation - 1];
        for (BufferedImage image : new BufferedImage[] {shown}) {
            assertNear(image, 0.25, 0.25, corners[turn.charAt(0) - '0']);
            assertNear(image, 0.75, 0.25, corners[turn.charAt(1) - '0']);
            assertNear(image, 0.25, 0.75, corners[turn.charAt(2) - '0']);
            assertNear(image, 0.75, 0.75, corners[turn.charAt(3) - '0']);
        }
        assertThat(site.page("articles/a/index.html"))
                .contains("width=\"" + shown.getWidth() + "\" height=\"" + shown.getHeight() + "\"");
    }

    @Test
    void feeds_say_how_long_an_image_is_as_it_is_published() throws IOException {
        put("static/images/drum.jpg", TestImages.photograph(1000, 600, 1));
        site.article(
                "a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\nimage: {src: /images/drum.jpg, alt: D}", "x");
        site.build();
        long length = Files.size(site.output().resolve("images/drum.jpg"));
        assertThat(length).isLessThan(Files.size(folder.resolve("static/images/drum.jpg")));
        assertThat(site.page("feed.xml")).contains("length=\"" + length + "\"");
    }

    @Test
    void an_upright_photograph_keeps_its_pixels_to_the_byte() throws IOException {
        byte[] bare = TestImages.jpeg(1000, 600);
        put("static/images/drum.jpg", TestImages.photograph(1000, 600, 1));
        site.build();
        assertThat(Files.readAllBytes(site.output().resolve("images/drum.jpg"))).isEqualTo(bare);
    }

    @Test
    void a_png_loses_its_comments_and_keeps_its_transparency() throws IOException {
        BufferedImage clear = new BufferedImage(900, 300, BufferedImage.TYPE_INT_ARGB);
        byte[] png = TestImages.bytes(clear, "png");
        java.nio.ByteBuffer commented = java.nio.ByteBuffer.allocate(png.length + 12 + 14);
        commented
                .put(png, 0, 33)
                .putInt(14)
                .put("tEXtAuthor\0SECRET!".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(0);
        commented.put(png, 33, png.length - 33);
        put("static/images/clear.png", commented.array());
        assertThat(site.problems()).isEmpty();
        assertThat(Files.readAllBytes(site.output().resolve("images/clear.png")))
                .isEqualTo(png);
        assertThat(site.output().resolve("images/clear-png-480w.webp")).exists();
    }

    @Test
    void small_images_and_drawings_have_one_size() {
        put("static/images/small.png", TestImages.png(480, 200));
        put("static/images/one.png", TestImages.png(1, 1));
        put(
                "static/images/d.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'/>".getBytes(StandardCharsets.UTF_8));
        site.article(
                "b",
                "title: B\nauthor: giulia-ferri\ndate: 2026-05-01",
                "![s](/images/small.png) ![o](/images/one.png) ![d](/images/d.svg)");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page("articles/b/index.html"))
                .contains("src=\"../../images/d.svg\" alt=\"d\" width=\"40\" height=\"20\"")
                .doesNotContain("<picture>");
    }

    private Map<String, FileTime> made() throws IOException {
        Map<String, FileTime> made = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("target/cache"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith("digests") && !f.getParent().endsWith("memory"))
                    .toList()) {
                made.put(file.toString(), Files.getLastModifiedTime(file));
            }
        }
        return made;
    }

    @Test
    void a_second_build_makes_no_image_anew() throws IOException {
        site.build();
        Map<String, FileTime> first = made();
        assertThat(first).hasSizeGreaterThan(5);
        assertThat(site.build().written()).isZero();
        assertThat(made()).isEqualTo(first);
    }

    @Test
    void what_is_damaged_or_gone_from_the_cache_is_made_anew() throws IOException {
        site.build();
        Map<String, String> before = TestSite.contents(site.output());
        for (String file : made().keySet()) {
            Files.write(Path.of(file), new byte[] {1});
        }
        Files.writeString(folder.resolve("target/cache/images/digests"), "garbage\n" + "0".repeat(64) + "\tx\ty\tz\n");
        assertThat(site.build().succeeded()).isTrue();
        assertThat(TestSite.contents(site.output())).isEqualTo(before);
        TestSite.contents(folder.resolve("target/cache"))
                .keySet()
                .forEach(file -> delete(folder.resolve("target/cache").resolve(file)));
        assertThat(site.build().written()).isZero();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @Test
    void a_site_that_may_only_be_read_is_built_all_the_same() throws IOException {
        site.file("target/cache", "a file where the folder should be");
        assertThat(site.problems()).isEmpty();
        assertThat(site.output().resolve("articles/a/share-card.png")).exists();
    }

    @Test
    void another_image_of_the_same_name_and_size_is_seen() throws IOException {
        byte[] red = TestImages.bytes(filled(Color.RED), "png");
        byte[] blue = TestImages.bytes(filled(Color.BLUE), "png");
        assertThat(red).hasSameSizeAs(blue);
        put("static/x.png", red);
        site.build();
        put("static/x.png", blue);
        site.build();
        assertThat(Files.readAllBytes(site.output().resolve("x.png"))).isEqualTo(blue);
    }

    private static BufferedImage filled(Color color) {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        java.awt.Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, 8, 8);
        graphics.dispose();
        return image;
    }

    @Test
    void the_same_images_give_the_same_bytes() throws IOException {
        site.build();
        Map<String, String> once = TestSite.contents(site.output());
        Path elsewhere = folder.resolve("target/elsewhere");
        new Byline()
                .build(new BuildRequest(
                        folder,
                        elsewhere,
                        folder.resolve("target/other-drafts"),
                        folder.resolve("target/other-cache"),
                        TestSite.NOW,
                        false));
        assertThat(TestSite.contents(elsewhere)).isEqualTo(once);
    }

    @Test
    void each_piece_has_a_share_card_that_its_page_names() throws IOException {
        site.build();
        BufferedImage card = published("articles/a/share-card.png");
        assertThat(card.getWidth()).isEqualTo(1200);
        assertThat(card.getHeight()).isEqualTo(630);
        assertThat(site.page("articles/a/index.html"))
                .contains(
                        "<meta property=\"og:image\" content=\"https://blog.example.com/articles/a/share-card.png\">");
    }

    @Test
    void a_title_that_no_font_can_letter_has_no_card_and_no_boxes() {
        site.article("b", "title: 東京\nslug: tokyo\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
        assertThat(site.problems()).isEmpty();
        assertThat(site.output().resolve("articles/tokyo/share-card.png")).doesNotExist();
        assertThat(site.page("articles/tokyo/index.html")).doesNotContain("share-card");
    }

    @Test
    void long_titles_many_authors_and_right_to_left_scripts_fit_a_card() throws IOException {
        String longest =
                "Supercalifragilistic ".repeat(30) + "Donaudampfschifffahrtsgesellschaftskapitaensmuetze".repeat(4);
        site.article(
                        "long",
                        "title: " + longest + "\nauthors: [giulia-ferri, marco-neri, zoe-o-hara]\ndate: 2026-05-01",
                        "x")
                .article(
                        "arabic",
                        "title: مرحبا بكم في المدونة\nslug: arabic\nlanguage: it\nauthor: marco-neri\ndate: 2026-05-01",
                        "x");
        assertThat(site.problems()).isEmpty();
        assertThat(published("articles/long/share-card.png").getWidth()).isEqualTo(1200);
        assertThat(published("it/articles/arabic/share-card.png").getWidth()).isEqualTo(1200);
    }

    @Test
    void icons_are_made_of_the_logo_and_a_sites_own_win() throws IOException {
        put(
                "static/images/logo.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><rect width='8' height='8' fill='#c00'/></svg>"
                        .getBytes(StandardCharsets.UTF_8));
        put("static/icon-192.png", TestImages.png(192, 192));
        site.file(
                "site.yml", Files.readString(folder.resolve("site.yml")) + "organization: {logo: /images/logo.svg}\n");
        assertThat(site.problems()).isEmpty();
        assertNear(published("apple-touch-icon.png"), 0.5, 0.5, new Color(204, 0, 0));
        assertNear(published("icon-192.png"), 0.25, 0.25, TestImages.TOP_LEFT);
        assertThat(Files.readAllBytes(site.output().resolve("favicon.ico"))).startsWith(0, 0, 1, 0, 1, 0, 32, 32);
        assertThat(site.page("site.webmanifest")).contains("icon-512.png");
    }
}
