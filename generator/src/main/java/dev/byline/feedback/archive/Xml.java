package dev.byline.feedback.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks through an XML file of any size, and calls for each element that is left. Knows no DTD: entities of others' are none. */
final class Xml {
    /** A comment is no book: of a longer text the rest is not kept. */
    private static final int MAX_TEXT = 1_000_000;

    private static final int MAX_DEPTH = 200;

    private Xml() {}

    /** What a reader does with elements, by their local names; namespaces of exports change with their versions. */
    interface Elements {
        /** An element begins. */
        void begin(String name, XMLStreamReader at);

        /**
         * An element ends.
         *
         * @param text what stands directly in it
         */
        void end(String name, String text);
    }

    static void walk(Path file, Elements elements) throws IOException, BrokenArchive {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            Deque<StringBuilder> texts = new ArrayDeque<>();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (texts.size() == MAX_DEPTH) {
                            throw new BrokenArchive("elements more than " + MAX_DEPTH + " deep");
                        }
                        texts.push(new StringBuilder());
                        elements.begin(reader.getLocalName(), reader);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(texts, reader);
                    case XMLStreamConstants.END_ELEMENT ->
                        elements.end(reader.getLocalName(), texts.pop().toString());
                    default -> {}
                }
            }
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null
                    ? 1
                    : Math.max(1, broken.getLocation().getLineNumber());
            int column = broken.getLocation() == null
                    ? 1
                    : Math.max(1, broken.getLocation().getColumnNumber());
            throw new BrokenArchive(line, column, "not well-formed XML");
        }
    }

    private static void append(Deque<StringBuilder> texts, XMLStreamReader reader) {
        StringBuilder text = texts.peek();
        if (text != null && text.length() < MAX_TEXT) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }
}
