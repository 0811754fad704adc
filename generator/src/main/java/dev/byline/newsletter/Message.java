package dev.byline.newsletter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.dom.Header;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.Fields;
import org.apache.james.mime4j.message.BodyPartBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.HeaderImpl;
import org.apache.james.mime4j.message.MultipartBuilder;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;

/**
 * Writes a letter as a message with two parts, of which the reader's program shows the best that it can.
 *
 * <p>Nothing in it comes from a clock or from chance: the boundary is made of the message's id.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322">RFC 5322, the form of messages</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2046#section-5.1.4">RFC 2046, multipart/alternative</a>
 */
final class Message {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    /** Quoted-printable writes a byte beyond ASCII as three, base64 three bytes as four. */
    private static final int READABLE = 6;

    private Message() {}

    static byte[] bytes(Envelope envelope, String text, String html) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 2 * html.length());
            org.apache.james.mime4j.dom.Message message = org.apache.james.mime4j.dom.Message.Builder.of()
                    .setBody(MultipartBuilder.create("alternative")
                            .addBodyPart(part(text, "plain"))
                            .addBodyPart(part(html, "html"))
                            .build())
                    .build();
            message.setHeader(header(envelope));
            new DefaultMessageWriter().writeMessage(message, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory that cannot be written", impossible);
        }
    }

    private static BodyPartBuilder part(String content, String subtype) throws IOException {
        String clean = CONTROL.matcher(content).replaceAll("").replace("\n", "\r\n");
        long foreign = clean.chars().filter(c -> c > '~').count();
        return BodyPartBuilder.create()
                .setBody(clean, subtype, StandardCharsets.UTF_8)
                .setContentType("text/" + subtype, new NameValuePair("charset", "utf-8"))
                .setContentTransferEncoding(foreign * READABLE > clean.length() ? "base64" : "quoted-printable");
    }

    private static Header header(Envelope envelope) {
        Header header = new HeaderImpl();
        envelope.from().ifPresent(from -> add(header, "From", addresses(List.of(from))));
        if (!envelope.replyTo().isEmpty()) {
            add(header, "Reply-To", addresses(envelope.replyTo()));
        }
        add(header, "Subject", subject(envelope.subject()));
        envelope.date().ifPresent(date -> add(header, "Date", date(date)));
        add(header, "Message-ID", "<" + envelope.id() + ">");
        add(header, "List-Unsubscribe", "<" + envelope.unsubscribe() + ">");
        if (envelope.unsubscribesInOneClick()) {
            add(header, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        add(header, "Content-Language", envelope.language().toLanguageTag());
        // Outlook opens a message with this mark as a draft, with a button to send it.
        add(header, "X-Unsent", "1");
        add(header, "MIME-Version", "1.0");
        // "=_" occurs in no part: both encodings forbid it (RFC 2045, 6.7).
        String boundary = "=_" + envelope.id().replaceFirst("@.*", "");
        header.addField(Fields.contentType("multipart/alternative", new NameValuePair("boundary", boundary)));
        return header;
    }

    private static void add(Header header, String name, String value) {
        header.addField(new RawField(name, value));
    }

    private static String addresses(List<Mailbox> mailboxes) {
        return mailboxes.stream()
                .map(mailbox ->
                        EncoderUtil.encodeAddressDisplayName(mailbox.getName()) + " <" + mailbox.getAddress() + ">")
                .collect(Collectors.joining(", "));
    }

    /** A title that looks like an encoded word is encoded, too: it shall be read as it is (RFC 2047, 2). */
    private static String subject(String title) {
        int before = "Subject: ".length();
        return title.contains("=?")
                ? EncoderUtil.encodeEncodedWord(title, EncoderUtil.Usage.TEXT_TOKEN, before)
                : EncoderUtil.encodeIfNecessary(title, EncoderUtil.Usage.TEXT_TOKEN, before);
    }

    /** A name for the zone is obsolete in messages (RFC 5322, 4.3). */
    private static String date(ZonedDateTime date) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(date).replace("GMT", "+0000");
    }
}
