package dev.byline.preview;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the preview's script into a page on its way out; the file stays as it is. */
final class Injection {
    private static final Pattern META = Pattern.compile("(?i)<meta\\s[^>]*>");

    private static final Pattern IS_POLICY =
            Pattern.compile("(?i)\\shttp-equiv=([\"']?)Content-Security-Policy\\1(?=[\\s/>])");

    private static final Pattern CONTENT = Pattern.compile("(?i)(\\scontent=)(?:\"([^\"]*)\"|'([^']*)')");

    private static final Pattern END = Pattern.compile("(?i)</body\\s*>");

    private Injection() {}

    /**
     * A page with the script.
     *
     * @param html in any encoding that has ASCII in it
     * @param edition which edition of the pages this is
     * @param origin the server, as the page's address has it
     */
    static byte[] into(byte[] html, String edition, String origin) {
        String page = new String(html, StandardCharsets.ISO_8859_1);
        String roomy = META.matcher(page).replaceAll(meta -> Matcher.quoteReplacement(meta(meta.group(), origin)));
        int end = roomy.length();
        Matcher body = END.matcher(roomy);
        while (body.find()) {
            end = body.start();
        }
        String script =
                "<script src=\"" + PreviewFiles.SCRIPT + "\" data-edition=\"" + edition + "\" defer></script>\n";
        return (roomy.substring(0, end) + script + roomy.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String meta(String element, String origin) {
        return IS_POLICY.matcher(element).find()
                ? CONTENT.matcher(element).replaceFirst(policy -> Matcher.quoteReplacement(roomy(policy, origin)))
                : element;
    }

    private static String roomy(MatchResult policy, String origin) {
        boolean inQuotes = policy.group(2) != null;
        String quote = inQuotes ? "\"" : "'";
        String before = inQuotes ? policy.group(2) : policy.group(3);
        // Templates write an apostrophe as a reference.
        String plain = before.replace("&#39;", "'").replace("&apos;", "'");
        String after = Policy.roomy(plain, origin);
        return policy.group(1)
                + quote
                + (after.equals(plain) ? before : inQuotes ? after : after.replace("'", "&#39;"))
                + quote;
    }
}
