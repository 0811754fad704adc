package dev.byline.theme;

import dev.byline.site.Article;
import dev.byline.site.Site;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

/** What a preview says of a piece that is not out: {@code Scheduled for 1 July 2026, 09:00.} */
public final class UnpublishedMark {
    private final Site site;
    private final Messages messages;

    public UnpublishedMark(Site site, Messages messages) {
        this.site = site;
        this.messages = messages;
    }

    /** The words in a language; none for a piece that is out. */
    public String of(Article article, Locale language) {
        return switch (article.visibility(site.now())) {
            case LISTED, UNLISTED -> "";
            case DRAFT -> messages.get(language, "unpublished.draft");
            case SCHEDULED -> messages.get(language, "unpublished.scheduled", text(article.date(), language));
            case EXPIRED -> messages.get(language, "unpublished.expired", text(article.expires(), language));
        };
    }

    private String text(Optional<ZonedDateTime> moment, Locale language) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language);
        return moment.map(
                        at -> at.withZoneSameInstant(site.settings().timeZone()).format(format))
                .orElse("");
    }
}
