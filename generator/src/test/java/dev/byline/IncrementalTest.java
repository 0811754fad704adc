package dev.byline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that remembers comes to the same as one that does not, whatever was changed in between. */
final class IncrementalTest {
    /** How many edits; a run of its own may ask for more. */
    private static final int EDITS = Integer.getInteger("incremental.edits", 60);

    /** After so many edits another writer begins, with another seed, on a new site. */
    private static final int OF_ONE_SITE = 20;

    @TempDir
    private Path temp;

    private final List<String> news = new ArrayList<>();

    @Test
    void after_any_edit_the_result_is_that_of_a_clean_build() throws IOException {
        int failed = 0;
        for (int seed = 0; seed * OF_ONE_SITE < EDITS; seed++) {
            failed += sequence(seed, Math.min(OF_ONE_SITE, EDITS - seed * OF_ONE_SITE));
        }
        System.out.println(EDITS + " edits: every build that remembers equals a clean one; " + failed
                + " found mistakes, the same ones");
        assertTrue(failed < EDITS / 2, "most edits are to lead to a site: " + failed);
    }

    private int sequence(int seed, int edits) throws IOException {
        Path folder = temp.resolve("site" + seed);
        EditedSite site = new EditedSite(folder, seed);
        List<String> history = new ArrayList<>();
        int failed = 0;
        BuildRequest request = BuildRequest.of(folder, site.now());
        Workbench workbench = Workbench.open(request, news::add);
        try {
            workbench.build(site.now());
            for (int i = 0; i < edits; i++) {
                history.add(site.edit());
                if (i % 5 == 4) {
                    // Another process goes on from what this one has written down.
                    workbench.close();
                    workbench = Workbench.open(request, news::add);
                }
                BuildReport report = workbench.build(site.now());
                failed += compare(site, report, history) ? 0 : 1;
            }
        } finally {
            workbench.close();
        }
        return failed;
    }

    private boolean compare(EditedSite site, BuildReport report, List<String> history) throws IOException {
        Path clean = temp.resolve("clean");
        Path output = clean.resolve("site");
        Path drafts = clean.resolve("drafts");
        for (Path folder : List.of(output, drafts, clean.resolve("cache/memory"))) {
            if (Files.exists(folder)) {
                TestSite.delete(folder);
            }
        }
        BuildRequest request =
                BuildRequest.of(site.folder(), site.now()).into(output, drafts).keepingIn(clean.resolve("cache"));
        BuildReport expected = new Byline().build(request);
        assertEquals(expected.diagnostics(), report.diagnostics(), history::toString);
        assertEquals(List.of(), news, history::toString);
        if (expected.succeeded()) {
            assertEquals(expected.articles(), report.articles(), history::toString);
            assertEquals(expected.drafts(), report.drafts(), history::toString);
            same(output, BuildRequest.defaultOutput(site.folder()), history);
            same(drafts, BuildRequest.defaultDrafts(site.folder()), history);
        }
        return expected.succeeded();
    }

    private static void same(Path expected, Path folder, List<String> history) {
        Map<String, String> wanted = TestSite.contents(expected);
        Map<String, String> is = TestSite.contents(folder);
        assertEquals(wanted.keySet(), is.keySet(), history::toString);
        List<String> different = wanted.keySet().stream()
                .filter(path -> !wanted.get(path).equals(is.get(path)))
                .toList();
        assertEquals(List.of(), different, history::toString);
    }
}
