package dev.byline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Byline;
import dev.byline.PublishReport;
import dev.byline.RehearsalReport;
import dev.byline.RehearsalRequest;
import dev.byline.Selection;
import dev.byline.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a site's folder to networks that play themselves. */
final class RehearsalTest {
    private static final Map<String, String> HANDLES = Map.of(
            "mastodon", "\"@acme@social.example\"",
            "akkoma", "\"@acme@social.example\"",
            "gotosocial", "\"@acme@social.example\"",
            "pixelfed", "\"@acme@pix.example\"",
            "bluesky", "acme.example",
            "reddit", "r/acme_blog",
            "lemmy", "\"@acme@lemmy.example\"",
            "telegram", "acme_news");

    @TempDir
    private Path folder;

    private TestSite site(String network, String syndicate) throws IOException {
        TestSite site = TestSite.in(folder)
                .article(
                        "a",
                        "title: A tale of two\nauthor: giulia-ferri\ndate: 2026-05-01\nsummary: What it is.\nsyndicate: "
                                + syndicate,
                        "Words.")
                .file("site.yml", """
                        title: The Blog
                        description: What we think.
                        url: https://blog.example.com/
                        timeZone: Europe/Rome
                        languages: [en]
                        accounts:
                          acme:
                            name: Acme
                            handles: {%s: %s}
                        """.formatted(network, HANDLES.get(network)));
        Path dot = folder.resolve("static/images/dot.png");
        Files.createDirectories(dot.getParent());
        Files.copy(Scene.image().file(), dot);
        return site;
    }

    private RehearsalReport rehearse(String network) {
        return new Byline()
                .rehearse(new RehearsalRequest(
                        folder,
                        new Selection(
                                java.util.Optional.of("acme"),
                                java.util.Optional.of(network),
                                java.util.Optional.empty()),
                        TestSite.NOW,
                        true,
                        false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mastodon", "akkoma", "gotosocial", "bluesky", "reddit", "telegram"})
    void what_is_composed_for_a_network_is_taken_there(String network) throws IOException {
        site(network, "{}");
        RehearsalReport report = rehearse(network);
        assertThat(report.report().posts())
                .extracting(PublishReport.Entry::result)
                .containsExactly("posted");
        assertThat(report.posts())
                .singleElement()
                .satisfies(post -> assertThat(post.text()).contains("https://blog.example.com/articles/a/"));
    }

    @Test
    void the_first_line_is_the_title_on_reddit_and_only_that() throws IOException {
        site("reddit", "{reddit: {text: \"A title\\n\\nThe text.\"}}");
        assertThat(rehearse("reddit").posts())
                .containsExactly(
                        new RehearsalReport.Post("reddit", "u/acme in r/acme_blog", "A title\n\nThe text.", List.of()));
    }

    @Test
    void a_piece_names_its_community_on_lemmy() throws IOException {
        site("lemmy", "{lemmy: {community: \"!blogs@lemmy.example\", text: \"A title\\n\\nThe text.\"}}");
        assertThat(rehearse("lemmy").posts())
                .containsExactly(new RehearsalReport.Post(
                        "lemmy", "acme in !blogs@lemmy.example", "A title\n\nThe text.", List.of()));
    }

    @Test
    void a_draft_with_an_image_is_taken_on_pixelfed() throws IOException {
        site("pixelfed", "{}").file("drafts/a/acme.pixelfed.md", """
                        ---
                        article: a
                        account: acme
                        network: pixelfed
                        media: [{src: /images/dot.png, alt: A dot}]
                        status: approved
                        ---
                        A dot: https://blog.example.com/articles/a/
                        """);
        assertThat(rehearse("pixelfed").posts())
                .extracting(RehearsalReport.Post::images)
                .containsExactly(List.of("A dot"));
    }
}
