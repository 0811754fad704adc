package dev.byline.source;

import dev.byline.site.StaticFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that was read from a site's folder; each list is sorted by path. Files that could not be read are among
 * the diagnostics, not here.
 *
 * @param settings {@code site.yml}
 * @param servers {@code networks.yml}, where there is one
 * @param letters below {@code drafts/}: newsletters that a person has taken over
 * @param staticFiles below {@code static/}
 * @param articleFiles below {@code articles/}, other than Markdown
 * @param states how each file was, by path; of those that could be read
 */
public record Sources(
        Optional<DataFile> settings,
        Optional<DataFile> servers,
        List<DataFile> authors,
        List<TextFile> articles,
        List<TextFile> pages,
        List<TextFile> drafts,
        List<StaticFile> letters,
        List<DataFile> ledger,
        List<DataFile> feedback,
        List<StaticFile> staticFiles,
        List<StaticFile> articleFiles,
        Map<String, SourceState> states) {}
