package dev.byline.preview;

import dev.byline.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What stands where no page was ever built: what is wrong, in words. */
final class WaitingPage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="%s">
            <title>Nothing is built yet</title>
            </head>
            <body>
            <main>
            <h1>Nothing is built yet</h1>
            <p>This page is replaced by the site as soon as the sources can be built.</p>
            <ul>
            %s</ul>
            </main>
            </body>
            </html>
            """;

    private WaitingPage() {}

    static byte[] of(List<Diagnostic> problems) {
        StringBuilder items = new StringBuilder();
        problems.forEach(problem ->
                items.append("<li>").append(escaped(problem.toString())).append("</li>\n"));
        return PAGE.formatted(PreviewFiles.STYLES, items).getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
