package dev.byline.feed;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Entities;

/**
 * The byline that a feed reader shows: most programs show nothing of an entry but its text, so the people stand in it.
 *
 * <p>{@code By Giulia Ferri (@giulia@social.example) and Marta Ruiz}
 */
final class CreditLine {
    private CreditLine() {}

    static String html(List<Entry.Credit> credits, Locale language, Words words) {
        List<String> people = credits.stream().map(CreditLine::person).toList();
        String all = people.size() < 2
                ? String.join("", people)
                : words.get(
                        language,
                        "feed.and",
                        String.join(", ", people.subList(0, people.size() - 1)),
                        people.get(people.size() - 1));
        return "<p>" + words.get(language, "feed.by", all) + "</p>\n";
    }

    private static String person(Entry.Credit credit) {
        String name = link(credit.page(), credit.name(), "author");
        if (credit.handle().isEmpty()) {
            return name;
        }
        String handle = credit.profile().isEmpty()
                ? Entities.escape(credit.handle())
                : link(credit.profile(), credit.handle(), "");
        return name + " (" + handle + ")";
    }

    private static String link(String url, String text, String rel) {
        String relation = rel.isEmpty() ? "" : " rel=\"" + rel + "\"";
        return "<a" + relation + " href=\"" + Entities.escape(url) + "\">" + Entities.escape(text) + "</a>";
    }
}
