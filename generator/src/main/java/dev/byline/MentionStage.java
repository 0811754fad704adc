package dev.byline;

import dev.byline.PublishRequest.Choice;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.output.WholeFile;
import dev.byline.page.Route;
import dev.byline.page.Routes;
import dev.byline.remote.Http;
import dev.byline.remote.PublicWeb;
import dev.byline.site.Article;
import dev.byline.site.Prose;
import dev.byline.site.Site;
import dev.byline.webmention.Mentioning;
import dev.byline.webmention.Mentioning.Seen;
import dev.byline.webmention.Piece;
import dev.byline.webmention.Sender;
import dev.byline.webmention.Sent;
import dev.byline.webmention.Told;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the pages that articles link to of them, by webmention. */
final class MentionStage {
    /** The word that stands for it where posts have a network. */
    static final String NETWORK = "webmention";

    /** A site of ten thousand links needs two megabytes. */
    private static final long MAX_STATE = 16L * 1024 * 1024;

    private final Site site;
    private final Map<String, Prose> prose;
    private final PublishRequest request;
    private final PublicWeb web;
    private final Http http;
    private final Diagnostics diagnostics;
    private final Routes routes;

    MentionStage(Site site, Map<String, Prose> prose, PublishRequest request, PublicWeb web, Diagnostics diagnostics) {
        this.site = site;
        this.prose = Map.copyOf(prose);
        this.request = request;
        this.web = web;
        this.http = new Http(Byline.version(), request.patience());
        this.diagnostics = diagnostics;
        this.routes = new Routes(site.settings());
    }

    List<PublishReport.Entry> run() throws IOException {
        Path file = request.site().resolve(Sent.FILE);
        Sent before = remembered(file);
        Mentioning mentioning =
                new Mentioning(new Sender(web), this::look, before, sent -> WholeFile.write(file, sent.text()));
        List<Piece> pieces = pieces(before);
        List<Told> told = request.wants(Choice.DRY_RUN) ? mentioning.foresee(pieces) : mentioning.tell(pieces);
        return told.stream()
                .map(each -> new PublishReport.Entry(
                        each.page(),
                        "",
                        NETWORK,
                        1,
                        each.result().word(),
                        each.detail(),
                        each.result() == Told.Result.FAILED))
                .toList();
    }

    /** Those that are out; and the pages that somebody was told of and that are no piece's any more. */
    private List<Piece> pieces(Sent before) {
        List<Piece> pieces = new ArrayList<>();
        for (Article article : site.listed()) {
            if (request.selection().takes(article.id(), "", NETWORK)) {
                pieces.add(piece(article));
            }
        }
        Set<String> gone = new HashSet<>(before.paths());
        site.published().forEach(article -> gone.remove(routes.article(article).encoded()));
        if (request.selection().takes("", "", NETWORK)) {
            gone.stream()
                    .sorted()
                    .forEach(path -> pieces.add(
                            Piece.gone(path, URI.create(site.settings().url() + path))));
        }
        return pieces;
    }

    private Piece piece(Article article) {
        Route route = routes.article(article);
        String root = site.settings().url().toString();
        return Piece.of(
                article.id(),
                route.encoded(),
                URI.create(route.under(site.settings().url())),
                article.title(),
                prose.get(article.id()).html().under(root));
    }

    private Seen look(String address) {
        if (request.wants(Choice.NO_PAGE_CHECK)) {
            return new Seen.Unseen();
        }
        Http.Answer answer = http.get(URI.create(address), "text/html");
        if (answer instanceof Http.Answer.Failed failed) {
            return new Seen.Unclear("the page cannot be looked at: " + failed.reason());
        }
        Http.Answer.Got got = (Http.Answer.Got) answer;
        return switch (got.status()) {
            case 200 -> Seen.There.of(got.body(), got.from().toString());
            case 404, 410 -> new Seen.Nothing();
            default -> new Seen.Unclear("the page answers " + got.status());
        };
    }

    private Sent remembered(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Sent.nothing();
        }
        Place place = Place.of(Sent.FILE);
        if (Files.size(file) > MAX_STATE) {
            diagnostics.warning(place, "too large to be what byline publish wrote", "every linked page is told anew");
            return Sent.nothing();
        }
        return Sent.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), place, diagnostics);
    }
}
