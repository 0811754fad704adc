package dev.byline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.BuildRequest;
import dev.byline.Byline;
import dev.byline.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds against grammars, which know nothing of how Byline makes or checks them. */
final class FeedGrammarsTest {
    /** When all of it is out. */
    private static final Instant LATER = Instant.parse("2026-12-01T12:00:00Z");

    @TempDir
    private Path folder;

    private static String example(String file) throws IOException {
        return Files.readString(Path.of("src/test/resources/fixtures/feeds", file));
    }

    @Test
    void the_feeds_of_the_projects_own_blog_fit() throws Exception {
        Path site = folder.resolve("site");
        assertThat(new Byline()
                        .build(BuildRequest.of(Path.of("../content"), LATER)
                                .into(site, folder.resolve("drafts"))
                                .keepingIn(folder.resolve("cache")))
                        .succeeded())
                .isTrue();
        assertThat(FeedGrammars.feeds(site, "atom.xml")).hasSizeGreaterThan(50);
        assertThat(new FeedGrammars().problems(site)).isEmpty();
    }

    @Test
    void the_feeds_of_a_site_without_pieces_fit() throws Exception {
        TestSite site = TestSite.in(folder);
        site.build();
        assertThat(new FeedGrammars().problems(site.output())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "atom-id",
                "atom-title",
                "atom-updated",
                "atom-date",
                "atom-author",
                "atom-media-type",
                "atom-length",
                "atom-hreflang",
                "atom-person",
                "atom-category",
                "atom-text",
                "atom-generator",
                "atom-language"
            })
    void the_grammar_of_atom_refuses_what_breaks_a_rule_that_it_can_say(String rule) throws Exception {
        assertThat(new FeedGrammars().atom(example("sound-atom.xml"))).isEmpty();
        assertThat(new FeedGrammars().atom(example(rule + ".xml"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json-version",
                "json-title",
                "json-items",
                "json-id",
                "json-content",
                "json-url",
                "json-date",
                "json-language",
                "json-author",
                "json-author-old",
                "json-attachment",
                "json-hub",
                "json-unknown",
                "json-next-url"
            })
    void the_schema_of_json_feed_refuses_what_breaks_a_rule_that_it_can_say(String rule) throws Exception {
        assertThat(new FeedGrammars().json(example("sound-json.json"))).isEmpty();
        assertThat(new FeedGrammars().json(example(rule + ".json"))).isNotEmpty();
    }
}
