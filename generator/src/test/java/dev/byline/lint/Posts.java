package dev.byline.lint;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Severity;
import dev.byline.network.Networks;
import dev.byline.site.Account;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Body;
import dev.byline.site.Handle;
import dev.byline.site.Localized;
import dev.byline.site.Picture;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Posts for tests, by an author with two handles and a private one, or by the company. */
final class Posts {
    static final String URL = "https://blog.example/articles/a/";

    private static final Author GIULIA = new Author(
            "giulia-ferri",
            "Giulia Ferri",
            Localized.NONE,
            Localized.NONE,
            List.of(),
            List.of("editing"),
            Optional.empty(),
            Optional.empty(),
            List.of(handle("mastodon", "@giulia@social.example"), handle("bluesky", "@giulia.example")),
            List.of(new Handle(
                    "x", "@giu_off_duty", Optional.empty(), Handle.Use.PERSONAL, false, Place.of("authors/g.yml"))),
            Place.of("authors/giulia-ferri.yml"));

    private static final Account COMPANY =
            new Account("byline", "Byline", Optional.empty(), List.of(), List.of(handle("x", "@byline")));

    private Posts() {}

    private static Handle handle(String network, String name) {
        return new Handle(network, name, Optional.empty(), Handle.Use.WORK, true, Place.of("site.yml"));
    }

    static Post on(String network, String text) {
        return by("giulia-ferri", network, text);
    }

    static Post by(String account, String network, String text) {
        return post(account, network, "en", "a", text, List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    static Post in(String language, String text) {
        return post(
                "giulia-ferri",
                "bluesky",
                language,
                "a",
                text,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static Post about(List<String> subjects, String text) {
        return post("giulia-ferri", "x", "en", "a", text, subjects, List.of(), Optional.empty(), Optional.empty());
    }

    static Post with(Picture picture, String text) {
        return post(
                "giulia-ferri", "x", "en", "a", text, List.of(), List.of(picture), Optional.empty(), Optional.empty());
    }

    static Post at(String article, Instant time, String text) {
        return post(
                "giulia-ferri", "x", "en", article, text, List.of(), List.of(), Optional.of(time), Optional.empty());
    }

    static Post taken(String text, Place place) {
        return post("giulia-ferri", "x", "en", "a", text, List.of(), List.of(), Optional.empty(), Optional.of(place));
    }

    private static Post post(
            String account,
            String network,
            String language,
            String article,
            String text,
            List<String> subjects,
            List<Picture> media,
            Optional<Instant> time,
            Optional<Place> taken) {
        return new Post(
                article + "/" + account + "." + network + ".md",
                article(article),
                account.equals("byline") ? COMPANY : Account.of(GIULIA),
                Networks.postingById(network).orElseThrow(),
                Locale.forLanguageTag(language),
                PostText.of(text),
                List.of(text),
                media,
                time,
                subjects,
                true,
                URL,
                taken);
    }

    static List<Finding> findings(Post... posts) {
        return findings(Map.of(), posts);
    }

    static List<Finding> findings(Map<String, Optional<Severity>> levels, Post... posts) {
        Map<String, Lexicon> words = new HashMap<>();
        for (Post post : posts) {
            String language = post.language().getLanguage();
            words.put(language, Lexicon.of(language, Optional.empty(), new Diagnostics()));
        }
        return new Linter(words, List.of(GIULIA), List.of(COMPANY), levels).check(List.of(posts));
    }

    private static Article article(String id) {
        return new Article(
                id,
                Place.of("articles/" + id + ".md"),
                Map.of(),
                "The title",
                List.of(GIULIA),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                id,
                Locale.ENGLISH,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "",
                Optional.empty(),
                List.of("/old/"),
                true,
                Optional.empty(),
                "",
                false,
                Optional.empty(),
                Map.of(),
                List.of(),
                Map.of(),
                new Body("", 1));
    }
}
