package dev.byline.understand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.TestSite;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import dev.byline.source.SiteFolder;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@code feeds: {hub}} is read. */
final class HubsTest {
    private static final String REST = "title: T\nurl: https://blog.example/\ntimeZone: UTC\nlanguages: [en]\n";

    @TempDir
    private Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    private Optional<Settings.Feeds> read(String feeds) {
        TestSite.in(folder).file("site.yml", "feeds: " + feeds + "\n" + REST);
        return Understanding.of(new SiteFolder(folder, diagnostics).read(), TestSite.NOW, diagnostics)
                .map(Site::settings)
                .map(Settings::feeds);
    }

    @Test
    void a_hub_is_one_address_or_a_list_of_them() {
        assertThat(read("{hub: 'https://hub.example/?a=b'}").orElseThrow().hubs())
                .containsExactly(URI.create("https://hub.example/?a=b"));
        assertThat(read("{hub: ['https://b.example', 'http://a.example/', 'https://b.example']}")
                        .orElseThrow()
                        .hubs())
                .containsExactly(URI.create("https://b.example"), URI.create("http://a.example/"));
        assertThat(read("{entries: 5}").orElseThrow()).isEqualTo(new Settings.Feeds(5, List.of()));
        assertThat(diagnostics.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hub.example",
                "/hub/",
                "ftp://hub.example/",
                "javascript:alert(1)",
                "https://",
                "https:///x",
                "https://hub.example/#part",
                "https://hub example/",
            })
    void what_is_no_address_of_the_web_is_told_where_it_stands(String written) {
        assertThat(read("{hub: ['https://fine.example/', '" + written + "']}")
                        .map(Settings.Feeds::hubs)
                        .orElseThrow())
                .containsExactly(URI.create("https://fine.example/"));
        assertThat(diagnostics.all())
                .singleElement()
                .asString()
                .startsWith("site.yml:1:")
                .endsWith("error: no address of a hub; write it in full: https://hub.example.com/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://anna:secret@hub.example/", "https://secret@hub.example/", "https://a:secret@hub .x/"})
    void a_secret_in_an_address_is_refused_and_not_repeated(String written) {
        read("{hub: '" + written + "'}");
        assertThat(diagnostics.all())
                .singleElement()
                .asString()
                .contains("error: ")
                .doesNotContain("secret");
    }
}
