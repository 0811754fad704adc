package dev.byline.understand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.TestSite;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.site.Settings;
import dev.byline.source.SiteFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code feedback: {discussions}} of {@code site.yml}. */
final class DiscussionsSettingTest {
    @TempDir
    private Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    private Optional<Settings.Discussions> read(String discussions) throws IOException {
        TestSite site = TestSite.in(folder);
        site.file(
                "site.yml",
                Files.readString(folder.resolve("site.yml")) + "feedback: {discussions: {" + discussions + "}}\n");
        return Understanding.of(new SiteFolder(folder, diagnostics).read(), TestSite.NOW, diagnostics)
                .flatMap(read -> read.settings().answers().discussions());
    }

    @Test
    void it_names_a_repository_and_a_category() throws IOException {
        assertThat(read("repository: acme/the.blog, category: Blog posts"))
                .contains(new Settings.Discussions("acme", "the.blog", "Blog posts"));
        assertThat(diagnostics.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "category: Blog", "repository: acme", "repository: acme/blog/x", "repository: ../blog\"}"})
    void anything_else_is_an_error_in_its_place(String written) throws IOException {
        assertThat(read(written)).isEmpty();
        assertThat(diagnostics.all())
                .isNotEmpty()
                .allMatch(d -> d.place().toString().startsWith("site.yml:"));
    }
}
