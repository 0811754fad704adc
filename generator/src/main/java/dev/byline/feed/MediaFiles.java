package dev.byline.feed;

import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.site.Article;
import dev.byline.site.ImageFormat;
import dev.byline.site.Picture;
import dev.byline.site.Site;
import dev.byline.site.StaticFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Finds the files that feeds name with a piece: its image, and recordings and films in its text that the site holds. */
final class MediaFiles {
    /** Recordings and films, as IANA registers them. */
    private static final Map<String, String> PLAYED = Map.ofEntries(
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("oga", "audio/ogg"),
            Map.entry("opus", "audio/ogg"),
            Map.entry("flac", "audio/flac"),
            Map.entry("wav", "audio/wav"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("m4v", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("ogv", "video/ogg"));

    private final URI site;
    private final Routes routes;
    private final Map<String, Long> lengths;
    /** By path below the source folder that it lies in: {@code /images/x.png} or {@code articles/x/drum.mp3}. */
    private final Map<String, Path> sources = new HashMap<>();

    /**
     * Knows a site's files.
     *
     * @param lengths of images as they are published, in bytes, by path; one that is not there is published as it is
     */
    MediaFiles(Site site, Routes routes, Map<String, Long> lengths) {
        this.site = site.settings().url();
        this.routes = routes;
        this.lengths = lengths;
        for (StaticFile file : site.staticFiles()) {
            sources.put("/" + file.path(), file.source());
        }
        for (StaticFile file : site.articleFiles()) {
            sources.put("articles/" + file.path(), file.source());
        }
    }

    /**
     * The files of a piece.
     *
     * @param html its text, with full addresses
     */
    List<Entry.Medium> of(Article article, String html) {
        List<Entry.Medium> media = new ArrayList<>();
        article.image()
                .flatMap(picture -> file(article, picture.src(), picture))
                .ifPresent(media::add);
        if (html.contains("<audio") || html.contains("<video")) {
            String folder = routes.article(article).under(site);
            for (Element player :
                    Jsoup.parseBodyFragment(html).select("audio[src], video[src], audio source, video source")) {
                String src = player.attr("src");
                Optional<String> inside = src.startsWith(folder)
                        ? Optional.of(decoded(src.substring(folder.length())))
                        : src.startsWith(site.toString())
                                ? Optional.of("/"
                                        + decoded(src.substring(site.toString().length())))
                                : Optional.empty();
                inside.flatMap(path -> file(article, path, new Picture(path, player.attr("aria-label"), "", "")))
                        .filter(medium -> !media.contains(medium))
                        .ifPresent(media::add);
            }
        }
        return List.copyOf(media);
    }

    private static String decoded(String path) {
        return URI.create("/" + path).getPath().substring(1);
    }

    private Optional<Entry.Medium> file(Article article, String src, Picture said) {
        String file = article.place().file();
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        Path source = sources.get(src.startsWith("/") ? src : folder + src.replaceFirst("^\\./", ""));
        Optional<String> type = type(src);
        if (source == null || type.isEmpty()) {
            return Optional.empty();
        }
        Route route = routes.picture(article, src);
        try {
            Long made = lengths.get(route.path());
            long length = made == null ? Files.size(source) : made;
            return Optional.of(new Entry.Medium(
                    route.under(site),
                    length,
                    type.get(),
                    Text.xml(said.alt()),
                    Text.xml(said.caption()),
                    Text.xml(said.credit())));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<String> type(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ImageFormat.claimedBy(path)
                .map(ImageFormat::mediaType)
                .or(() -> Optional.ofNullable(PLAYED.get(extension)));
    }
}
