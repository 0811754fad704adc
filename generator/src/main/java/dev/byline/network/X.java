package dev.byline.network;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How X counts and mentions.
 *
 * <p>{@code "Ciao https://blog.example/a-long-address/"} counts 5 + 23. A whole emoji sequence, a family or a flag, counts 2.
 *
 * @see <a href="https://docs.x.com/fundamentals/counting-characters">counting characters</a>, configuration version 3
 */
final class X implements PostNetwork {
    /** {@code maxWeightedTweetLength}. */
    private static final int LIMIT = 280;

    /** {@code transformedURLLength}. */
    private static final int LINK = 23;

    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,15}");
    private static final Pattern EMOJI = Pattern.compile(
            "[\\x{1F1E6}-\\x{1F1FF}]{2}.*|.*[\\x{1F300}-\\x{1FAFF}\\x{1F000}-\\x{1F2FF}].*|.*\\x{FE0F}.*|.*\\x{20E3}|"
                    + "[\\x{231A}\\x{231B}\\x{23E9}-\\x{23EC}\\x{23F0}\\x{23F3}\\x{25FD}\\x{25FE}\\x{2614}\\x{2615}"
                    + "\\x{2648}-\\x{2653}\\x{267F}\\x{2693}\\x{26A1}\\x{26AA}\\x{26AB}\\x{26BD}\\x{26BE}\\x{26C4}"
                    + "\\x{26C5}\\x{26CE}\\x{26D4}\\x{26EA}\\x{26F2}\\x{26F3}\\x{26F5}\\x{26FA}\\x{26FD}\\x{2705}"
                    + "\\x{270A}\\x{270B}\\x{2728}\\x{274C}\\x{274E}\\x{2753}-\\x{2755}\\x{2757}\\x{2795}-\\x{2797}"
                    + "\\x{27B0}\\x{27BF}\\x{2B1B}\\x{2B1C}\\x{2B50}\\x{2B55}].*",
            Pattern.DOTALL);

    /** Generic top-level domains that people write without a scheme; country codes come from the JDK. */
    private static final Set<String> GENERIC = Set.of(
            "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "name", "pro", "app", "dev", "blog", "shop",
            "online", "site", "tech", "store", "cloud", "page", "social", "news", "coop", "museum", "jobs", "mobi",
            "travel", "xyz", "club", "design", "digital", "live", "today", "world", "wiki", "art", "coffee", "email",
            "eu", "uk", "su", "ac");

    private static final Pattern WITHOUT_SCHEME = Pattern.compile(
            "(?<![\\w@./#$-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+([A-Za-z]{2,})(?![\\w@-])(?:/[^\\s<>\"]*[\\w/=-])?");

    private final Set<String> topLevel = Stream.concat(
                    GENERIC.stream(),
                    Stream.of(java.util.Locale.getISOCountries())
                            .map(country -> country.toLowerCase(java.util.Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public String id() {
        return "x";
    }

    @Override
    public String displayName() {
        return "X";
    }

    @Override
    public Reading read(String written) {
        Optional<Reading> fault = Written.fault(written, "@name");
        if (fault.isPresent()) {
            return fault.get();
        }
        String name = Written.withoutAt(
                Written.pathOn(written, "x.com", "twitter.com").orElse(written));
        if (name.length() > 15 && name.matches("[A-Za-z0-9_]+")) {
            return new Reading.Invalid("has " + name.length() + " characters", "a handle there has at most 15");
        }
        if (!HANDLE.matcher(name).matches()) {
            return new Reading.Invalid("cannot be one", "it holds only letters without accents, digits and _");
        }
        return new Reading.Valid("@" + name, Optional.of("https://x.com/" + name));
    }

    @Override
    public int limit() {
        return LIMIT;
    }

    @Override
    public int count(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        String link = "x".repeat(LINK);
        String priced = withoutScheme(WebAddresses.replace(normal, address -> hasHost(address) ? link : address), link);
        int weight = 0;
        for (String cluster : Graphemes.of(priced)) {
            weight += EMOJI.matcher(cluster).matches() ? 2 : weight(cluster);
        }
        return weight;
    }

    private String withoutScheme(String text, String link) {
        Matcher found = WITHOUT_SCHEME.matcher(text);
        StringBuilder result = new StringBuilder();
        while (found.find()) {
            boolean known = topLevel.contains(found.group(1).toLowerCase(java.util.Locale.ROOT));
            boolean address = known && hasHost("//" + found.group());
            found.appendReplacement(result, Matcher.quoteReplacement(address ? link : found.group()));
        }
        return found.appendTail(result).toString();
    }

    /** Whether an address names a host that can exist: no label longer than 63 characters in its ASCII form (RFC 1035). */
    private static boolean hasHost(String address) {
        String host = address.replaceFirst("^[^/]*//", "").replaceFirst("[/?#:].*$", "");
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).length() <= 253;
        } catch (IllegalArgumentException labelTooLong) {
            return false;
        }
    }

    /** Code points in the light ranges weigh 1, all others 2. */
    private static int weight(String cluster) {
        return cluster.codePoints().map(c -> isLight(c) ? 1 : 2).sum();
    }

    private static boolean isLight(int c) {
        return c <= 0x10FF
                || (c >= 0x2000 && c <= 0x200D)
                || (c >= 0x2010 && c <= 0x201F)
                || (c >= 0x2032 && c <= 0x2037);
    }

    @Override
    public String mention(String name, String handle) {
        return handle;
    }

    @Override
    public Optional<String> hashtag(String term) {
        return Hashtags.camelCase(term).map(word -> "#" + word);
    }

    @Override
    public Optional<String> composeLink(String handle, String text, String url) {
        String address = "https://x.com/intent/post?text=" + WebAddresses.encoded(text);
        return Optional.of(text.contains(url) ? address : address + "&url=" + WebAddresses.encoded(url));
    }
}
