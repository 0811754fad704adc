package dev.byline.newsletter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

/**
 * What is seen of a message at a glance; of one that is none, nothing.
 *
 * @param bothParts whether it has a text and an HTML part
 */
public record Glance(Optional<String> subject, boolean bothParts) {

    /** Looks at a message, whoever wrote it. */
    public static Glance at(byte[] message) {
        try {
            Message parsed = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(message));
            return new Glance(
                    Optional.ofNullable(parsed.getSubject()).map(Envelope::clean),
                    parsed.getBody() instanceof Multipart parts && hasBoth(parts));
        } catch (IOException noMessage) {
            return new Glance(Optional.empty(), false);
        }
    }

    private static boolean hasBoth(Multipart parts) {
        List<String> types =
                parts.getBodyParts().stream().map(Entity::getMimeType).toList();
        return types.contains("text/plain") && types.contains("text/html");
    }
}
