package dev.byline.markdown;

/** Text as HTML shows it. */
final class Markup {
    private Markup() {}

    /** With what HTML would read as a mark written out; fit for text and for quoted attributes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
