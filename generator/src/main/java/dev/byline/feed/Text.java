package dev.byline.feed;

/** Text that XML 1.0 can hold. */
final class Text {
    private Text() {}

    /** The text without the characters that XML cannot hold at all, not even escaped (XML 1.0, production 2). */
    static String xml(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Most that is beyond these is fit, too, but rare enough to be looked at twice.
            if (c > 0xD7FF || (c < ' ' && c != '\n')) {
                return fit(text);
            }
        }
        return text;
    }

    private static String fit(String text) {
        return text.codePoints()
                .filter(Text::isXml)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
