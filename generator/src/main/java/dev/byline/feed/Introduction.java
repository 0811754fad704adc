package dev.byline.feed;

import dev.byline.page.Page;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a feed says to a person who opens it: what it is, whose it is, how to follow, and what is new in it. */
final class Introduction {
    private final DateTimeFormatter date;

    Introduction(Page.Feed feed, ZoneId zone) {
        this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(feed.language())
                .withZone(zone);
    }

    /** What the template gets. */
    Map<String, Object> model(Channel channel, String direction) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("language", channel.language());
        model.put("direction", direction);
        model.put("title", channel.title());
        model.put("description", channel.description());
        model.put("address", channel.documents().current());
        model.put("page", channel.url());
        model.put("people", people(channel.people()));
        model.put("entries", channel.entries().stream().map(this::entry).toList());
        return model;
    }

    private Map<String, Object> entry(Entry entry) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", entry.title());
        model.put("url", entry.url());
        model.put("language", entry.language());
        model.put("date", entry.published().map(date::format).orElse(""));
        // An answer's title is the reader's name already.
        model.put("people", entry.answered().isPresent() ? List.of() : people(entry.credits()));
        return model;
    }

    private static List<Map<String, Object>> people(List<Entry.Credit> credits) {
        return credits.stream()
                .map(credit -> Map.<String, Object>of(
                        "name", credit.name(),
                        "page", credit.page(),
                        "handle", credit.handle(),
                        "profile", credit.profile(),
                        "portrait", credit.portrait()))
                .toList();
    }
}
