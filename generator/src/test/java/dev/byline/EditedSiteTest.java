package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that is edited to show that builds notice has to have what they shall notice. */
final class EditedSiteTest {
    @TempDir
    private Path folder;

    @Test
    void nothing_of_the_site_is_left_out_as_wrong() throws IOException {
        EditedSite site = new EditedSite(folder, 1);
        BuildRequest request = BuildRequest.of(folder, site.now());
        BuildReport report = new Byline().build(request);
        assertThat(report.diagnostics()).isEmpty();
        assertThat(TestSite.contains(request.output(), "Well said.")).isNotEmpty();
        assertThat(TestSite.contains(request.output(), "https://social.example/@giulia/0"))
                .isNotEmpty();
    }
}
