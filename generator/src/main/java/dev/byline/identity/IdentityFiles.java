package dev.byline.identity;

import dev.byline.page.Page;
import dev.byline.page.Routes;
import dev.byline.site.Author;
import dev.byline.site.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Renders the files that each author has. Only what the author's file publishes is in them. Threads may share it. */
public final class IdentityFiles {
    private final Settings settings;
    private final Routes routes;

    public IdentityFiles(Settings settings, Routes routes) {
        this.settings = settings;
        this.routes = routes;
    }

    /** The content of one of the files; empty where it cannot be made. */
    public Optional<byte[]> render(Page.Identity page) {
        Author author = page.author();
        return (switch (page.form()) {
                    case VCARD -> Optional.of(VCard.of(author, settings, routes));
                    case QR -> QrCode.svg(routes.author(author).under(settings.url()), escaped(author.name()));
                    case WEBFINGER -> Optional.of(WebFinger.of(author, settings, routes));
                })
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String name) {
        return name.replaceAll("\\p{Cntrl}", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
