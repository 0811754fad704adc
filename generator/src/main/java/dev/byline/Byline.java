package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.feed.Feeds;
import dev.byline.markdown.Markdown;
import dev.byline.markdown.Written;
import dev.byline.output.OutputFolder;
import dev.byline.page.Crosscheck;
import dev.byline.page.Links;
import dev.byline.page.Page;
import dev.byline.page.Pages;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.page.Target;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Picture;
import dev.byline.site.Prose;
import dev.byline.site.Settings;
import dev.byline.site.Site;
import dev.byline.site.StaticPage;
import dev.byline.social.Draft;
import dev.byline.social.Drafts;
import dev.byline.source.SiteFolder;
import dev.byline.theme.Messages;
import dev.byline.theme.Stylesheet;
import dev.byline.theme.Templates;
import dev.byline.theme.Theme;
import dev.byline.understand.Understanding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The door to Byline: builds a site, cleans up after itself, gathers what readers answered.
 *
 * <pre>{@code
 * BuildReport report = new Byline().build(BuildRequest.of(Path.of("content"), Instant.now()));
 * report.diagnostics().forEach(System.err::println);
 * }</pre>
 *
 * <p>What a writer did wrong is among a report's diagnostics; only a machine that fails throws. Has no state; threads may
 * share it.
 */
public final class Byline {
    private static final Route STYLESHEET = new Route("assets/byline.css");
}
