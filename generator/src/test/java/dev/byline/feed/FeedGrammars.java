package dev.byline.feed;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.thaiopensource.util.SinglePropertyMap;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Holds feeds against the grammars of their formats: RELAX NG for Atom, JSON Schema for JSON Feed. Of one thread. */
final class FeedGrammars implements ErrorHandler {
    private static final Path FOLDER = Path.of("src/test/resources/feeds");

    private final List<String> told = new ArrayList<>();
    private final ValidationDriver atom = new ValidationDriver(
            SinglePropertyMap.newInstance(ValidateProperty.ERROR_HANDLER, this), CompactSchemaReader.getInstance());
    private final Schema json;

    FeedGrammars() throws IOException, SAXException {
        if (!atom.loadSchema(
                ValidationDriver.fileInputSource(FOLDER.resolve("atom.rnc").toFile()))) {
            throw new IllegalStateException("the grammar itself is broken: " + told);
        }
        json = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FOLDER.resolve("json-feed.schema.json")), InputFormat.JSON);
    }

    /** What is wrong with an Atom document. */
    List<String> atom(String document) throws IOException, SAXException {
        told.clear();
        atom.validate(new InputSource(new StringReader(document)));
        return List.copyOf(told);
    }

    /** What is wrong with a JSON feed. */
    List<String> json(String document) {
        return json.validate(document, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** The feeds of a built site whose file's name matches. */
    static List<Path> feeds(Path site, String names) throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.getFileName().toString().matches(names))
                    .sorted()
                    .toList();
        }
    }

    /** What is wrong with the feeds of a built site. */
    List<String> problems(Path site) throws IOException, SAXException {
        List<String> problems = new ArrayList<>();
        for (Path feed : feeds(site, "atom(\\.\\d+)?\\.xml")) {
            atom(Files.readString(feed)).forEach(problem -> problems.add(feed + ": " + problem));
        }
        for (Path feed : feeds(site, "feed(\\.\\d+)?\\.json")) {
            json(Files.readString(feed)).forEach(problem -> problems.add(feed + ": " + problem));
        }
        return problems;
    }

    @Override
    public void warning(SAXParseException warning) {
        error(warning);
    }

    @Override
    public void error(SAXParseException error) {
        told.add(error.getLineNumber() + ":" + error.getColumnNumber() + ": " + error.getMessage());
    }

    @Override
    public void fatalError(SAXParseException error) {
        error(error);
    }
}
