package dev.byline.network;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds web addresses in a text, and encodes what goes into one. */
final class WebAddresses {
    /** Marks that turn the direction of text stand around addresses, never in them. */
    private static final Pattern WITH_SCHEME = Pattern.compile(
            "(?i)https?://[^\\s<>\"\\u00ab\\u00bb\\u3000\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");

    private static final String HEX = "0123456789ABCDEF";

    private WebAddresses() {}

    /**
     * Replaces each address with a scheme. A full stop, comma or closing bracket behind one does not belong to it.
     *
     * @param price what stands for the address
     */
    static String replace(String text, UnaryOperator<String> price) {
        Matcher found = WITH_SCHEME.matcher(text);
        StringBuilder result = new StringBuilder();
        while (found.find()) {
            String address = trimmed(found.group());
            String behind = found.group().substring(address.length());
            found.appendReplacement(result, Matcher.quoteReplacement(price.apply(address) + behind));
        }
        return found.appendTail(result).toString();
    }

    /** The same with what stands between the addresses: they stay as they are. */
    static String around(String text, UnaryOperator<String> words) {
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (Facet link : links(text)) {
            result.append(words.apply(text.substring(done, link.start()))).append(text, link.start(), link.end());
            done = link.end();
        }
        return result.append(words.apply(text.substring(done))).toString();
    }

    /** The addresses with a scheme, in the order of the text. */
    static List<Facet> links(String text) {
        List<Facet> links = new ArrayList<>();
        Matcher found = WITH_SCHEME.matcher(text);
        while (found.find()) {
            String address = trimmed(found.group());
            if (!address.endsWith("//")) {
                links.add(new Facet(Facet.Kind.LINK, found.start(), found.start() + address.length(), address));
            }
        }
        return links;
    }

    /** An address without what stands behind it and does not belong to it. */
    static String trimmed(String address) {
        int end = address.length();
        while (end > 0 && isBehind(address, end)) {
            end--;
        }
        return address.substring(0, end);
    }

    private static boolean isBehind(String address, int end) {
        return ".,;:!?'\u2019\u201d…".indexOf(address.charAt(end - 1)) >= 0 || closesNothing(address, end);
    }

    private static boolean closesNothing(String address, int end) {
        char last = address.charAt(end - 1);
        int open = last == ')' ? '(' : last == ']' ? '[' : last == '}' ? '{' : 0;
        return open != 0
                && address.chars().limit(end).filter(c -> c == open).count()
                        < address.chars().limit(end).filter(c -> c == last).count();
    }

    /** A text as it stands in a query: UTF-8, everything but unreserved characters encoded, spaces as {@code %20}. */
    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 2);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
            }
        }
        return encoded.toString();
    }

    /** The asterisk is not, but forms leave it as it is. */
    private static boolean isUnreserved(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '-'
                || b == '.'
                || b == '_'
                || b == '~'
                || b == '*';
    }
}
