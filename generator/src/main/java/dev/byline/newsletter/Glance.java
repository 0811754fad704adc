package dev.byline.newsletter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;

/**
 * What is seen of a message at a glance; of one that is none, as much as could be read.
 *
 * @param bothParts whether it has a text and an HTML part
 * @param status how far it has come, as its writer says in {@code X-Byline-Status}
 */
public record Glance(Optional<String> subject, boolean bothParts, Optional<String> status) {

    /** The header by which a person says how far a letter has come. */
    private static final String STATUS = "X-Byline-Status";

    /** Looks at a message, whoever wrote it. */
    public static Glance at(byte[] message) {
        Reader reader = new Reader();
        MimeStreamParser parser = new MimeStreamParser();
        parser.setContentHandler(reader);
        try {
            parser.parse(new ByteArrayInputStream(message));
        } catch (MimeException | IOException noMessage) {
            // What was seen until here is what there is to see.
        }
        return new Glance(
                Optional.ofNullable(reader.subject),
                reader.types.contains("text/plain") && reader.types.contains("text/html"),
                Optional.ofNullable(reader.status));
    }

    /** Keeps the first subject and the types of all parts. */
    private static final class Reader extends AbstractContentHandler {
        /** Parts within parts that a message has: text and HTML, with images, with files, forwarded. */
        private static final int DEEPEST = 8;

        private final Set<String> types = new HashSet<>();
        private String subject;
        private String status;
        private int depth;

        @Override
        public void field(Field field) {
            if (subject == null && field.getName().equalsIgnoreCase("Subject")) {
                subject = Envelope.clean(DecoderUtil.decodeEncodedWords(field.getBody(), DecodeMonitor.SILENT));
            } else if (status == null && depth == 0 && field.getName().equalsIgnoreCase(STATUS)) {
                status = field.getBody().strip().toLowerCase(Locale.ROOT);
            }
        }

        @Override
        public void startMultipart(BodyDescriptor multipart) throws MimeException {
            if (++depth > DEEPEST) {
                throw new MimeException("parts within parts without end");
            }
        }

        @Override
        public void endMultipart() {
            depth--;
        }

        @Override
        public void body(BodyDescriptor part, InputStream content) {
            types.add(part.getMimeType());
        }
    }
}
