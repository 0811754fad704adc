package dev.byline.feed;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/**
 * The byline that a feed reader shows: most programs show nothing of an entry but its text, so the people stand in it.
 *
 * <p>{@code By Giulia Ferri (@giulia@social.example) and Marta Ruiz}
 */
final class CreditLine {
    private CreditLine() {}

    static String html(List<Entry.Credit> credits, Locale language) {
        List<String> people = credits.stream().map(CreditLine::person).toList();
        String all = people.size() < 2
                ? String.join("", people)
                : people.stream().limit(people.size() - 1L).collect(Collectors.joining(", "))
                        + and(language)
                        + people.get(people.size() - 1);
        return "<p>" + by(language) + all + "</p>\n";
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

    /** Languages without a word here have names only, which says enough. */
    private static String by(Locale language) {
        return switch (language.getLanguage()) {
            case "en" -> "By ";
            case "it" -> "Di ";
            case "de" -> "Von ";
            case "fr" -> "Par ";
            case "es" -> "Por ";
            default -> "";
        };
    }

    private static String and(Locale language) {
        return switch (language.getLanguage()) {
            case "en" -> " and ";
            case "it" -> " e ";
            case "de" -> " und ";
            case "fr" -> " et ";
            case "es" -> " y ";
            default -> ", ";
        };
    }
}
