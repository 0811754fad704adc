package dev.byline.publish;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The newsletter: a letter is sent to the one address of its list, over TLS (but on this machine itself).
 *
 * <p>A mail server cannot be asked what became of a letter. Until the dot that ends it nothing is sent; behind the dot,
 * only an answer tells. The {@code Message-ID} stays the same, and receivers may know a letter again by it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321, SMTP</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6409">RFC 6409, submission</a>
 * @see <a href="https://eclipse-ee4j.github.io/angus-mail/docs/api/org.eclipse.angus.mail/org/eclipse/angus/mail/smtp/package-summary.html">the
 *     library's settings</a>
 */
final class Newsletter implements Publisher {
    /** Submission, and submission with TLS from the start (RFC 6409, 3.1; RFC 8314, 3.3). */
    private static final int PORT = 587;

    private static final int TLS_PORT = 465;

    /** How long to leave a server alone that says nothing about it. */
    private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

    /** What only a draft has, and who else would get it. */
    private static final List<String> OF_THE_DRAFT =
            List.of("X-Unsent", "X-Byline-Status", "Cc", "Bcc", "Resent-To", "Resent-Cc", "Resent-Bcc");

    /** What {@code site.yml} leaves to the service that sends the letters: a list's server fills in nothing. */
    private static final String MARK = "{{unsubscribe}}";

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int MAX_REASON = 160;

    private final Wire wire;
    private final URI server;
    private final String list;
    private final String user;
    private final Secret password;
    private final Duration patience;
    private final Redactor redactor;

    /**
     * A list.
     *
     * @param server {@code smtp://host:port} or {@code smtps://host:port}
     * @param list its address
     * @param login {@code user:password}
     */
    Newsletter(Wire wire, URI server, String list, Secret login, Duration patience, Redactor redactor) {
        String[] words = login.reveal().split(":", 2);
        if (server.getHost() == null || !server.getScheme().matches("smtps?") || words.length < 2) {
            throw new IllegalArgumentException("no mail server, or no user and password");
        }
        this.wire = wire;
        this.server = server;
        this.list = list;
        this.user = words[0];
        this.password = new Secret(words[1]);
        this.patience = patience;
        this.redactor = redactor;
        redactor.learn(password);
        // As AUTH PLAIN sends it (RFC 4616).
        redactor.learn(new Secret("\0" + words[0] + "\0" + words[1]));
    }

    /** The letter's own name. */
    @Override
    public String key(Outgoing outgoing, int number) {
        try {
            return Optional.ofNullable(letter(outgoing).getMessageID())
                    .filter(id -> id.matches("<[!-~&&[^<>]]{3,250}>"))
                    .orElseGet(() -> "<" + Publisher.super.key(outgoing, number) + "@"
                            + URI.create(outgoing.link().url()).getHost() + ">");
        } catch (MessagingException noLetter) {
            return Publisher.super.key(outgoing, number);
        }
    }

    private MimeMessage letter(Outgoing outgoing) throws MessagingException {
        byte[] bytes = outgoing.parts().get(0).words().getBytes(StandardCharsets.ISO_8859_1);
        return new MimeMessage(Session.getInstance(settings()), new ByteArrayInputStream(bytes));
    }

    @Override
    public Optional<Outcome> objection(Outgoing outgoing) {
        try {
            MimeMessage letter = letter(outgoing);
            if (!isAddress(list)) {
                return refused("no address to send it to: set newsletter: {to: ...} in site.yml, in ASCII");
            }
            if (letter.getFrom() == null || letter.getFrom().length != 1) {
                return refused("the letter does not say whom it is from: set newsletter: {from: ...} in site.yml");
            }
            String way = String.join(
                    "",
                    Optional.ofNullable(letter.getHeader("List-Unsubscribe")).orElse(new String[0]));
            if (way.contains(MARK)) {
                return refused("nobody fills in " + MARK + ": set newsletter: {unsubscribe: ...} in site.yml");
            }
            return Optional.empty();
        } catch (MessagingException noLetter) {
            return refused("the letter cannot be read: " + line(noLetter.getMessage()));
        }
    }

    private static Optional<Outcome> refused(String reason) {
        return Optional.of(new Outcome.Refused(reason));
    }

    private static boolean isAddress(String address) {
        try {
            new InternetAddress(address, true);
            return address.matches("[!-~]+@[!-~]+");
        } catch (MessagingException none) {
            return false;
        }
    }

    @Override
    public Outcome post(Part part) {
        try {
            MimeMessage letter = letter(part.outgoing());
            for (String header : OF_THE_DRAFT) {
                letter.removeHeader(header);
            }
            letter.setHeader("To", list);
            letter.setHeader("Message-ID", part.key());
            if (letter.getHeader("Date") == null) {
                letter.setHeader(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME
                                .format(part.created().atOffset(ZoneOffset.UTC))
                                .replace("GMT", "+0000"));
            }
            return send(letter, part);
        } catch (MessagingException noLetter) {
            return new Outcome.Refused("the letter cannot be read: " + line(noLetter.getMessage()));
        }
    }

    private Outcome send(MimeMessage letter, Part part) throws MessagingException {
        MailTransport transport = new MailTransport(Session.getInstance(settings()), wire);
        String from = ((InternetAddress) letter.getFrom()[0]).getAddress();
        transport.setLocalHost(from.substring(from.lastIndexOf('@') + 1));
        try (transport) {
            transport.connect(server.getHost(), port(), user, password.reveal());
            String room = transport.getExtensionParameter("SIZE");
            int size = part.words().length();
            if (room != null && room.matches("[1-9]\\d{0,8}") && size > Integer.parseInt(room)) {
                return new Outcome.Refused("the letter has " + size + " bytes, the server takes " + room);
            }
            transport.sendMessage(letter, new InternetAddress[] {new InternetAddress(list)});
            return new Outcome.Done(new Sent(part.key(), Optional.empty()));
        } catch (MessagingException failed) {
            return outcome(failed, transport.handedOver());
        }
    }

    private Outcome outcome(MessagingException failed, boolean handedOver) {
        Optional<MailTransport.Refusal> refusal = MailTransport.refusal(failed);
        int code = refusal.map(MailTransport.Refusal::code).orElse(0);
        String reason = line(refusal.map(MailTransport.Refusal::said).orElse(failed.getMessage()));
        if (failed instanceof AuthenticationFailedException) {
            boolean isFinal = reason.matches("5\\d\\d.*");
            return isFinal ? new Outcome.Refused(reason, true) : new Outcome.Busy(reason, USUAL_WAIT);
        }
        if (code >= 500 && code < 600) {
            return new Outcome.Refused(reason);
        }
        if (handedOver && (code < 400 || code >= 600)) {
            return new Outcome.Unclear(reason.isEmpty() ? "no answer to the letter" : reason);
        }
        return new Outcome.Busy(reason, USUAL_WAIT);
    }

    private Properties settings() {
        String host = server.getHost().toLowerCase(Locale.ROOT);
        String millis = Long.toString(patience.toMillis());
        boolean plain = HERE.contains(host);
        boolean tls = server.getScheme().equals("smtps");
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.auth", "true");
        settings.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        settings.setProperty("mail.smtp.connectiontimeout", millis);
        settings.setProperty("mail.smtp.timeout", millis);
        settings.setProperty("mail.smtp.writetimeout", millis);
        settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(!tls && !plain));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(!tls && !plain));
        return settings;
    }

    private int port() {
        return server.getPort() > 0 ? server.getPort() : server.getScheme().equals("smtps") ? TLS_PORT : PORT;
    }

    /** What a server or the library says, in one line. */
    private String line(String said) {
        String line = redactor.clean(
                said == null ? "" : said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
        return line.length() > MAX_REASON ? redactor.clean(line.substring(0, MAX_REASON) + Redactor.CUT) : line;
    }

    @Override
    public Outcome update(Part part, Sent sent) {
        return new Outcome.Refused("a letter cannot be changed once it is sent");
    }

    @Override
    public Outcome withdraw(Sent sent) {
        return new Outcome.Refused("a letter cannot be taken back once it is sent");
    }
}
