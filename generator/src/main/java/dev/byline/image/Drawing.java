package dev.byline.image;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.site.ImageFacts;
import dev.byline.site.ImageFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An SVG: a drawing, and nothing that runs, asks other hosts or reads files.
 *
 * <p>A drawing in an {@code img} cannot run anything; opened by itself it could, on the site's own origin.
 */
final class Drawing {
    private static final Set<String> FORBIDDEN =
            Set.of("script", "foreignobject", "iframe", "embed", "object", "handler");
    private static final Pattern LENGTH = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)(?:px)?\\s*");
    private static final Pattern VIEW_BOX =
            Pattern.compile("\\s*-?[\\d.]+[\\s,]+-?[\\d.]+[\\s,]+(\\d+(?:\\.\\d+)?)[\\s,]+(\\d+(?:\\.\\d+)?)\\s*");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "url\\(\\s*['\"]?\\s*(?:https?:|//|data:text|javascript:)|@import", Pattern.CASE_INSENSITIVE);

    private final Place place;
    private final Diagnostics diagnostics;
    private Optional<ImageFacts> facts = Optional.empty();
    private boolean refused;

    private Drawing(Place place, Diagnostics diagnostics) {
        this.place = place;
        this.diagnostics = diagnostics;
    }

    /** The drawing's size; empty where it has none, and where it is refused. */
    static Optional<ImageFacts> read(Path file, Place place, Diagnostics diagnostics) throws IOException {
        Drawing drawing = new Drawing(place, diagnostics);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                drawing.look(xml.next(), xml);
            }
        } catch (XMLStreamException broken) {
            FactsReader.broken(place, "it is no sound XML", diagnostics);
            return Optional.empty();
        }
        return drawing.refused ? Optional.empty() : drawing.facts;
    }

    private void look(int event, XMLStreamReader xml) {
        if (event == XMLStreamConstants.START_ELEMENT) {
            element(xml);
        } else if (event == XMLStreamConstants.CHARACTERS
                && ELSEWHERE.matcher(xml.getText()).find()) {
            refuse("a style that asks another host");
        } else if (event == XMLStreamConstants.DTD && xml.getText().contains("<!ENTITY")) {
            refuse("entities of its own");
        } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            refuse("a processing instruction");
        }
    }

    private void element(XMLStreamReader xml) {
        String name = xml.getLocalName().toLowerCase(Locale.ROOT);
        if (FORBIDDEN.contains(name)) {
            refuse("<" + name + ">");
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT), xml.getAttributeValue(i));
        }
        if (facts.isEmpty() && name.equals("svg")) {
            facts = size(xml);
        }
    }

    private void attribute(String name, String value) {
        String bare = value.replaceAll("[\\u0000-\\u0020]+", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("on")) {
            refuse(name + "=");
        } else if (bare.startsWith("javascript:") || bare.startsWith("data:text") || bare.startsWith("vbscript:")) {
            refuse("an address that runs something");
        } else if (name.equals("href")
                && (bare.startsWith("http:") || bare.startsWith("https:") || bare.startsWith("//"))) {
            refuse("an address of another host");
        } else if (ELSEWHERE.matcher(value).find()) {
            refuse("a style that asks another host");
        } else if ((name.equals("to") || name.equals("values") || name.equals("from"))
                && bare.contains("javascript:")) {
            refuse("an address that runs something");
        }
    }

    private void refuse(String what) {
        if (!refused) {
            diagnostics.error(place, "a drawing that holds " + what, "export it as plain SVG, or publish it as PNG");
        }
        refused = true;
    }

    private static Optional<ImageFacts> size(XMLStreamReader svg) {
        Optional<Double> width = number(svg.getAttributeValue(null, "width"));
        Optional<Double> height = number(svg.getAttributeValue(null, "height"));
        String box = svg.getAttributeValue(null, "viewBox");
        Matcher viewBox = VIEW_BOX.matcher(box == null ? "" : box);
        if ((width.isEmpty() || height.isEmpty()) && viewBox.matches()) {
            width = number(viewBox.group(1));
            height = number(viewBox.group(2));
        }
        if (width.isEmpty() || height.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ImageFacts(ImageFormat.SVG, whole(width.get()), whole(height.get()), 1));
    }

    private static int whole(double length) {
        return (int) Math.max(1, Math.min(100_000, Math.round(length)));
    }

    private static Optional<Double> number(String text) {
        Matcher length = LENGTH.matcher(text == null ? "" : text);
        return length.matches() ? Optional.of(Double.valueOf(length.group(1))) : Optional.empty();
    }
}
