package dev.byline.understand;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.site.Localized;
import dev.byline.site.Settings;
import dev.byline.source.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@code site.yml} says of the frame around every page: navigation, footer, newsletter, colours. */
final class FrameReader {
    /** The colours that a site may choose, each with what it stands for; dark ones are for dark mode. */
    private static final List<String> COLORS = List.of("accent", "accentDark", "paper", "paperDark", "ink", "inkDark");

    private final Fields fields;
    private final Diagnostics diagnostics;

    FrameReader(Fields fields, Diagnostics diagnostics) {
        this.fields = fields;
        this.diagnostics = diagnostics;
    }

    Settings.Frame read() {
        return new Settings.Frame(
                links("navigation"), links("footer"), new NewsletterReader(fields, diagnostics).read(), colors());
    }

    private List<Settings.NavigationLink> links(String key) {
        Optional<Value> value = fields.value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        List<Settings.NavigationLink> links = new ArrayList<>();
        if (value.get() instanceof Value.Sequence sequence) {
            sequence.items().forEach(item -> link(key, item).ifPresent(links::add));
        } else {
            diagnostics.error(
                    value.get().place(), "\"" + key + "\" is a list", "write - {label: About, link: /about/}");
        }
        return links;
    }

    private Optional<Settings.NavigationLink> link(String key, Value item) {
        if (!(item instanceof Value.Mapping mapping)) {
            diagnostics.error(
                    item.place(),
                    "an entry of the " + key + " has a label and a link",
                    "write - {label: About, link: /about/}");
            return Optional.empty();
        }
        Fields link = new Fields(mapping, diagnostics);
        Localized label = Texts.localized(link, "label");
        Localized target = Texts.localized(link, "link");
        link.rejectUnknown();
        if (target.texts().isEmpty()) {
            diagnostics.error(link.place(), "no \"link\"", "add link: /about/");
            return Optional.empty();
        }
        return Optional.of(new Settings.NavigationLink(label, target));
    }

    private Map<String, String> colors() {
        Map<String, String> colors = new LinkedHashMap<>();
        fields.group("theme").ifPresent(group -> {
            for (String name : COLORS) {
                group.text(name).ifPresent(color -> {
                    if (color.matches("#[0-9a-fA-F]{6}")) {
                        colors.put(name, color);
                    } else {
                        diagnostics.error(
                                group.place(name), "\"" + color + "\" is no colour", "write it as \"#0b6e4f\"");
                    }
                });
            }
            group.rejectUnknown();
        });
        return colors;
    }
}
