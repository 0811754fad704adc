package dev.byline.preview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The content policy of a page, with room for the three files that the preview brings along, and for nothing else. Most
 * policies let a page load from its own server anyway, and stay as they are.
 *
 * <p>{@code default-src 'none'; img-src 'self'} becomes {@code default-src 'none'; img-src 'self'; script-src
 * http://localhost:8080/-/preview.js; ...}.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/#directive-fallback-list">which directive stands for which</a>
 */
final class Policy {
    private static final List<String> SCRIPTS = List.of("script-src-elem", "script-src", "default-src");
    private static final List<String> STYLES = List.of("style-src-elem", "style-src", "default-src");
    private static final List<String> CONNECTIONS = List.of("connect-src", "default-src");

    /** The first mention of a directive counts. */
    private final Map<String, List<String>> directives = new LinkedHashMap<>();

    private Policy(String text) {
        for (String directive : text.split(";")) {
            List<String> words = List.of(directive.strip().split("\\s+"));
            directives.putIfAbsent(words.get(0).toLowerCase(Locale.ROOT), words.subList(1, words.size()));
        }
        directives.remove("");
    }

    /**
     * Makes room.
     *
     * @param text the policy as the page has it
     * @param origin the server, as the page's address has it
     */
    static String roomy(String text, String origin) {
        Policy policy = new Policy(text);
        boolean script = policy.allow(SCRIPTS, origin + PreviewFiles.SCRIPT);
        boolean styles = policy.allow(STYLES, origin + PreviewFiles.STYLES);
        boolean events = policy.allow(CONNECTIONS, origin + PreviewFiles.EVENTS);
        return script || styles || events ? policy.text() : text;
    }

    private boolean allow(List<String> fallbacks, String file) {
        String rule =
                fallbacks.stream().filter(directives::containsKey).findFirst().orElse("");
        List<String> sources = directives.getOrDefault(rule, List.of("*"));
        if (Set.copyOf(sources).contains("'self'") || Set.copyOf(sources).contains("*")) {
            return false;
        }
        List<String> more = new ArrayList<>(sources);
        more.remove("'none'");
        more.add(file);
        String own = rule.equals("default-src") ? fallbacks.get(fallbacks.size() - 2) : rule;
        directives.put(own, more);
        return true;
    }

    private String text() {
        List<String> parts = new ArrayList<>();
        directives.forEach((name, sources) -> parts.add((name + " " + String.join(" ", sources)).strip()));
        return String.join("; ", parts);
    }
}
