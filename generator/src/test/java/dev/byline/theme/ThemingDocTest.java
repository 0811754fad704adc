package dev.byline.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documentation of what templates see is made of the records themselves, so it cannot go stale. */
final class ThemingDocTest {
    private static final Path DOC = Path.of("../docs/theming.md");
    private static final Path VIEWS = Path.of("src/main/java/dev/byline/theme/View.java");
    private static final String MARK = "<!-- generated from View.java";

    @Test
    void the_documentation_shows_every_view_with_its_fields() throws IOException {
        String doc = Files.readString(DOC);
        String head = doc.substring(0, doc.indexOf("-->\n", doc.indexOf(MARK)) + 4);
        String generated = head + "\n" + views();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(DOC, generated);
        }
        assertThat(Files.readString(DOC)).isEqualTo(generated);
    }

    @Test
    void every_page_template_is_in_the_documentation() throws IOException {
        String doc = Files.readString(DOC);
        assertThat(ThemeFiles.names())
                .filteredOn(name -> name.matches("[a-z-]+\\.ftl"))
                .isNotEmpty()
                .allMatch(name -> doc.contains("`" + name + "`"));
    }

    private static String views() throws IOException {
        Pattern view = Pattern.compile("/\\*\\*((?:[^*]|\\*(?!/))*)\\*/\\s*record (\\w+)\\(([^{]*?)\\) \\{");
        Matcher views = view.matcher(Files.readString(VIEWS));
        StringBuilder text = new StringBuilder();
        while (views.find()) {
            text.append("### ").append(views.group(2)).append("\n\n");
            text.append(prose(views.group(1))).append("\n\n| field | is |\n|---|---|\n");
            text.append(Arrays.stream(views.group(3).split(",(?![^<]*>)"))
                    .map(String::strip)
                    .map(ThemingDocTest::row)
                    .collect(Collectors.joining()));
            text.append('\n');
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static String prose(String javadoc) {
        return javadoc.replaceAll("\\s*\\n\\s*\\*\\s?", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .strip();
    }

    private static String row(String component) {
        int space = component.lastIndexOf(' ');
        String type = component.substring(0, space);
        String name = component.substring(space + 1);
        return "| `" + name + "` | " + type(type) + " |\n";
    }

    private static String type(String type) {
        if (type.startsWith("List<")) {
            return "a list of " + type(type.substring(5, type.length() - 1));
        }
        return switch (type) {
            case "String" -> "text";
            case "int" -> "a number";
            case "boolean" -> "true or false";
            case "Map<String, Object>" -> "whatever front matter has under `custom`";
            default -> "[" + type + "](#" + type.toLowerCase(java.util.Locale.ROOT) + ")";
        };
    }
}
