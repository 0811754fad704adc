package dev.byline;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.intake.Blog;
import dev.byline.intake.IntakeServer;
import dev.byline.intake.IntakeSettings;
import dev.byline.intake.Look;
import dev.byline.intake.MentionVerifier;
import dev.byline.intake.Store;
import dev.byline.intake.StoreFailure;
import dev.byline.intake.Suspicion;
import dev.byline.page.Routes;
import dev.byline.remote.PublicWeb;
import dev.byline.site.Article;
import dev.byline.site.Feedback;
import dev.byline.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Starts the intake of a site. */
final class IntakeStage {
    /** A secret that is shorter can be guessed. */
    private static final int SHORTEST_TOKEN = 16;

    /** New pieces can be answered after this time at most. */
    /** How long a page that mentions may take to answer. */
    private static final Duration ONE_LOOK = Duration.ofSeconds(20);

    private static final int LOOK_AGAIN_MINUTES = 5;

    private final IntakeRequest request;
    private final Diagnostics diagnostics;

    IntakeStage(IntakeRequest request, Diagnostics diagnostics) {
        this.request = request;
        this.diagnostics = diagnostics;
    }

    IntakeReport start() {
        // What warns of content is told by the build.
        Diagnostics ofContent = new Diagnostics();
        Optional<Site> site = request.site().flatMap(folder -> understood(folder, ofContent));
        if (request.site().isPresent() && site.isEmpty()) {
            return new IntakeReport(ofContent.all(), Optional.empty());
        }
        Optional<URI> url = site.map(s -> s.settings().url()).or(request::url).map(IntakeStage::withSlash);
        Optional<URI> address = request.address()
                .or(() -> site.flatMap(s -> s.settings().answers().intake()))
                .map(IntakeStage::withSlash);
        if (url.isEmpty()) {
            diagnostics.error(Place.of("--url"), "nothing says which blog this is for", "name it with --site or --url");
        }
        if (address.isEmpty()) {
            diagnostics.error(
                    Place.of("--address"),
                    "nothing says where readers reach the intake",
                    "add feedback: {intake: https://answers.example.com/} to site.yml, or name it with --address");
        }
        Optional<String> token = token();
        if (diagnostics.hasErrors()) {
            return failed();
        }
        IntakeSettings settings = new IntakeSettings(
                request.listen(),
                address.get(),
                token,
                request.proxies(),
                request.limit(),
                request.leastAge(),
                request.work(),
                request.keep());
        return start(settings, site, url.get());
    }

    private IntakeReport failed() {
        return new IntakeReport(diagnostics.all(), Optional.empty());
    }

    private static URI withSlash(URI uri) {
        return uri.toString().endsWith("/") ? uri : URI.create(uri + "/");
    }

    private Optional<String> token() {
        Optional<String> token = Optional.ofNullable(request.environment().get(IntakeRequest.TOKEN))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        if (token.isEmpty()) {
            diagnostics.warning(
                    Place.of(IntakeRequest.TOKEN),
                    "it is not set, so nobody can gather from this intake over the network",
                    "set it to the same secret here and for byline gather");
        } else if (token.get().length() < SHORTEST_TOKEN) {
            diagnostics.error(
                    Place.of(IntakeRequest.TOKEN),
                    "a secret of fewer than " + SHORTEST_TOKEN + " characters can be guessed",
                    "make one with openssl rand -hex 32");
        }
        return token;
    }

    private IntakeReport start(IntakeSettings settings, Optional<Site> site, URI url) {
        AtomicReference<Blog> blog = new AtomicReference<>(blog(site, url));
        Store store = null;
        try {
            store = Store.open(
                    request.store(),
                    Optional.ofNullable(request.environment().get(IntakeRequest.PASSWORD)),
                    request.clock());
            IntakeServer server = IntakeServer.start(
                    settings, store, blog::get, look(site), verifier(blog), request.clock(), request.trouble());
            return new IntakeReport(
                    diagnostics.all(), Optional.of(new RunningIntake(server, store, looking(url, blog))));
        } catch (StoreFailure failed) {
            diagnostics.error(Place.of("--store"), failed.getMessage());
        } catch (IOException failed) {
            diagnostics.error(Place.of("--listen"), failed.getMessage(), "is it running already?");
        } catch (IllegalArgumentException wrong) {
            diagnostics.error(Place.of("--proxy"), wrong.getMessage(), "write 127.0.0.1 or 10.0.0.0/8");
        }
        if (store != null) {
            store.close();
        }
        return failed();
    }

    /** Who verifies webmentions; where nobody knows the pieces they are not taken. */
    private Optional<MentionVerifier> verifier(AtomicReference<Blog> blog) {
        PublicWeb web = new PublicWeb(Byline.version(), "Webmention", ONE_LOOK);
        return blog.get().pieces().map(known -> new MentionLook(web, blog::get, request.clock()));
    }

    private Look look(Optional<Site> site) {
        Optional<Path> overrides =
                request.site().map(folder -> folder.resolve("templates")).filter(Files::isDirectory);
        List<Locale> languages = site.map(s -> s.settings().languages()).orElse(List.of(Locale.ENGLISH));
        Map<String, String> colors =
                site.map(s -> s.settings().frame().colors()).orElse(Map.of());
        return Look.of(languages, overrides, colors, diagnostics);
    }

    /** Looks at the site's folder again and again; as long as it cannot be read, what was known before counts. */
    private ExecutorService looking(URI url, AtomicReference<Blog> blog) {
        ExecutorService looking = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "looking");
            thread.setDaemon(true);
            return thread;
        });
        request.site()
                .ifPresent(folder -> looking.execute(() -> {
                    while (waited()) {
                        look(folder).ifPresent(site -> blog.set(blog(Optional.of(site), url)));
                    }
                }));
        return looking;
    }

    private static boolean waited() {
        try {
            TimeUnit.MINUTES.sleep(LOOK_AGAIN_MINUTES);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<Site> look(Path folder) {
        Optional<Site> site = Optional.empty();
        try {
            site = understood(folder, new Diagnostics());
        } catch (UncheckedIOException unreadable) {
            request.trouble().accept(folder + " cannot be read: " + unreadable.getMessage());
        }
        return site;
    }

    private Optional<Site> understood(Path folder, Diagnostics told) {
        Optional<Site> site = Byline.site(folder, request.clock().instant(), told);
        return told.hasErrors() ? Optional.empty() : site;
    }

    private static Blog blog(Optional<Site> site, URI url) {
        if (site.isEmpty()) {
            return new Blog(url, Locale.ENGLISH, Optional.empty(), Suspicion.none());
        }
        Routes routes = new Routes(site.get().settings());
        Map<String, Blog.Piece> pieces = new TreeMap<>();
        List<Feedback> decided = new ArrayList<>();
        for (Article article : site.get().published()) {
            Instant until = article.feedbackUntil()
                    .map(end -> end.toInstant())
                    .filter(end -> article.feedbackOpen())
                    .orElse(article.feedbackOpen() ? Instant.MAX : Instant.MIN);
            URI page = URI.create(routes.article(article).under(url));
            pieces.put(article.id(), new Blog.Piece(article.title(), page, article.language(), until));
            decided.addAll(site.get().feedback(article));
        }
        return new Blog(url, site.get().settings().defaultLanguage(), Optional.of(pieces), new Suspicion(decided));
    }
}
