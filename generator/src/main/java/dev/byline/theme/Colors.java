package dev.byline.theme;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The colours of the theme, with those that a site chose, and whether text in them can be read.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">WCAG 2.2, 1.4.3</a>
 */
public final class Colors {
    /** What text needs against its ground. */
    private static final double LEAST_CONTRAST = 4.5;

    /** As {@code tokens.css} has them. */
    private static final Map<String, String> THEME = Map.of(
            "paper", "#fbf9f5", "paperDark", "#171614", "ink", "#1f1c18", "inkDark", "#ece7de", "accent", "#0b6e4f");

    /** What an accent is mixed with for dark mode, and how much of the accent stays. */
    private static final int DARK_MIX = 0xe8fff5;

    private static final double DARK_SHARE = 0.45;
    private static final double WASH = 0.08;
    private static final double WASH_DARK = 0.14;

    private final Map<String, String> chosen;

    public Colors(Map<String, String> chosen) {
        this.chosen = chosen;
    }

    /** What the site chose, as CSS to stand behind the theme's own. */
    String css() {
        Map<String, String> light = new LinkedHashMap<>();
        chose("accent", "--accent-base", light);
        chose("paper", "--paper", light);
        chose("ink", "--ink", light);
        Map<String, String> dark = new LinkedHashMap<>();
        chose("accentDark", "--accent", dark);
        // Standing behind the theme's dark colours, a light choice would hide them: so those are said again.
        for (String name : List.of("paper", "ink")) {
            if (chosen.containsKey(name) || chosen.containsKey(name + "Dark")) {
                dark.put("--" + name, color(name + "Dark"));
            }
        }
        String night = rule(dark);
        return rule(light) + (night.isEmpty() ? "" : "@media (prefers-color-scheme: dark) {\n" + night + "}\n");
    }

    private void chose(String name, String property, Map<String, String> properties) {
        if (chosen.containsKey(name)) {
            properties.put(property, chosen.get(name));
        }
    }

    private static String rule(Map<String, String> properties) {
        StringBuilder css = new StringBuilder();
        properties.forEach((property, color) ->
                css.append("  ").append(property).append(": ").append(color).append(";\n"));
        return css.isEmpty() ? "" : ":root {\n" + css + "}\n";
    }

    /** Tells of every pair of text and ground that is hard to read, and of a colour that would do. */
    void check(Diagnostics diagnostics) {
        int paper = rgb(color("paper"));
        int dark = rgb(color("paperDark"));
        int accent = rgb(color("accent"));
        int accentDark =
                chosen.containsKey("accentDark") ? rgb(chosen.get("accentDark")) : mix(accent, DARK_MIX, DARK_SHARE);
        check("accent", accent, mix(accent, paper, WASH), "in light mode", diagnostics);
        check("ink", rgb(color("ink")), paper, "in light mode", diagnostics);
        String night = chosen.containsKey("accentDark") ? "accentDark" : "accent";
        check(night, accentDark, mix(accent, dark, WASH_DARK), "in dark mode", diagnostics);
        check("inkDark", rgb(color("inkDark")), dark, "in dark mode", diagnostics);
    }

    private static void check(String name, int text, int ground, String when, Diagnostics diagnostics) {
        double contrast = contrast(text, ground);
        if (contrast < LEAST_CONTRAST) {
            diagnostics.warning(
                    Place.of("site.yml"),
                    String.format(
                            Locale.ROOT,
                            "theme: \"%s\" is hard to read %s: its contrast is %.1f, text needs 4.5",
                            name,
                            when,
                            contrast),
                    "try " + hex(readable(text, ground)));
        }
    }

    /** The nearest darker or lighter shade that can be read. */
    private static int readable(int text, int ground) {
        int end = luminance(ground) > 0.18 ? 0x000000 : 0xffffff;
        for (double share = 0.98; share > 0; share -= 0.02) {
            int shade = mix(text, end, share);
            if (contrast(shade, ground) >= LEAST_CONTRAST) {
                return shade;
            }
        }
        return end;
    }

    /** The colour that holds for a name. */
    public String color(String name) {
        return chosen.getOrDefault(name, THEME.get(name));
    }

    private static int rgb(String hex) {
        return Integer.parseInt(hex.substring(1), 16);
    }

    private static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    private static int mix(int one, int other, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double channel = ((one >> shift) & 0xff) * share + ((other >> shift) & 0xff) * (1 - share);
            mixed |= (int) Math.round(channel) << shift;
        }
        return mixed;
    }

    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double c = (channel & 0xff) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
