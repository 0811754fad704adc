package dev.byline.rehearsal;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A mail server for submission: who logs in may send, from an address of their own, to an address that there is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321, SMTP</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4954">RFC 4954, AUTH</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1870">RFC 1870, SIZE</a>
 */
public final class MailUnderstudy implements Understudy {
    private final Map<String, String> logins;
    private final Set<String> lists;
    private final int maxSize;
    private final Map<String, Session> sessions = new HashMap<>();
    private final List<Shown> mails = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();

    /** How far one connection has come. */
    private static final class Session {
        private boolean known;
        private String from = "";
        private final List<String> to = new ArrayList<>();
    }

    /**
     * A server.
     *
     * @param logins passwords by user
     * @param lists the addresses that there are
     * @param maxSize how many bytes a message may have
     */
    public MailUnderstudy(Map<String, String> logins, Set<String> lists, int maxSize) {
        this.logins = Map.copyOf(logins);
        this.lists = Set.copyOf(lists);
        this.maxSize = maxSize;
    }

    @Override
    public synchronized Answered answer(Asked asked) {
        Session session = sessions.computeIfAbsent(asked.header("session"), id -> new Session());
        return switch (asked.method()) {
            case "EHLO" -> reply(250, "rehearsal\nAUTH PLAIN\nSIZE " + maxSize + "\n8BITMIME");
            case "AUTH" -> login(session, asked.path());
            case "MAIL" -> from(session, asked.path());
            case "RCPT" -> to(session, asked.path());
            case "DATA" -> session.to.isEmpty() ? reply(503, "5.5.1 RCPT first") : reply(354, "End with a dot");
            case "." -> deliver(session, asked.body());
            case "RSET", "NOOP" -> reply(250, "2.0.0 Ok");
            case "QUIT" -> reply(221, "2.0.0 Bye");
            default -> reply(502, "5.5.2 Command not recognised");
        };
    }

    private static Answered reply(int code, String text) {
        return Answered.text(code, text);
    }

    private Answered login(Session session, String words) {
        String[] method = words.split(" ");
        if (method.length != 2 || !method[0].equalsIgnoreCase("PLAIN")) {
            return reply(504, "5.5.4 Unrecognised authentication type");
        }
        String[] fields = decoded(method[1]).split("\0", -1);
        session.known = fields.length == 3 && fields[2].equals(logins.get(fields[1]));
        return session.known ? reply(235, "2.7.0 Welcome") : reply(535, "5.7.8 Authentication credentials invalid");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }

    private Answered from(Session session, String path) {
        if (!session.known) {
            return reply(530, "5.7.0 Authentication required");
        }
        session.from = address(path);
        session.to.clear();
        return session.from.contains("@") ? reply(250, "2.1.0 Ok") : reply(553, "5.1.7 No sender");
    }

    private Answered to(Session session, String path) {
        String address = address(path);
        if (session.from.isEmpty()) {
            return reply(503, "5.5.1 MAIL first");
        }
        if (!lists.contains(address.toLowerCase(Locale.ROOT))) {
            return reply(550, "5.1.1 No such address: " + address);
        }
        session.to.add(address);
        return reply(250, "2.1.5 Ok");
    }

    private static String address(String path) {
        return path.replaceFirst(".*<([^>]*)>.*", "$1");
    }

    private Answered deliver(Session session, String source) {
        if (source.length() > maxSize) {
            return reply(552, "5.3.4 Message too big");
        }
        try {
            MimeMessage message =
                    new MimeMessage(null, new ByteArrayInputStream(source.getBytes(StandardCharsets.ISO_8859_1)));
            if (message.getFrom() == null || message.getHeader("Date") == null) {
                return reply(550, "5.6.0 A message has a sender and a date");
            }
            mails.add(new Shown(
                    message.getMessageID() == null ? "" : message.getMessageID(),
                    session.from + " to " + String.join(", ", session.to),
                    message.getSubject() + "\n\n" + text(message.getContent()),
                    "",
                    List.of()));
            sources.add(source);
            session.from = "";
            session.to.clear();
            return reply(250, "2.0.0 Queued");
        } catch (MessagingException | IOException broken) {
            return reply(554, "5.6.0 No message");
        }
    }

    /** The plain text of a message, or of its first part that has some. */
    private static String text(Object content) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType("text/plain") || part.isMimeType("multipart/*")) {
                    return text(part.getContent());
                }
            }
            return "";
        }
        return content instanceof String text ? text.replace("\r\n", "\n").strip() : "";
    }

    /** The messages as they came, a character a byte. */
    public synchronized List<String> sources() {
        return List.copyOf(sources);
    }

    @Override
    public synchronized List<Shown> shown() {
        return List.copyOf(mails);
    }
}
