package dev.byline.publish;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * The library's transport, which tells each of its steps to the wire, and remembers the one behind which nobody can be
 * sure: the dot that ends the message.
 */
final class MailTransport extends SMTPTransport {
    private final Wire wire;
    private boolean handedOver;

    MailTransport(Session session, Wire wire) {
        super(session, null);
        this.wire = wire;
    }

    /** Whether the end of the message may have arrived: before it, a server must not deliver (RFC 5321, 4.1.1.4). */
    boolean handedOver() {
        return handedOver;
    }

    @Override
    protected synchronized boolean protocolConnect(String host, int port, String user, String password)
            throws MessagingException {
        return wire.<Boolean, MessagingException>step(() -> super.protocolConnect(host, port, user, password));
    }

    @Override
    protected void mailFrom() throws MessagingException {
        wire.<Boolean, MessagingException>step(() -> {
            super.mailFrom();
            return true;
        });
    }

    @Override
    protected void rcptTo() throws MessagingException {
        wire.<Boolean, MessagingException>step(() -> {
            super.rcptTo();
            return true;
        });
    }

    @Override
    protected OutputStream data() throws MessagingException {
        return wire.<OutputStream, MessagingException>step(super::data);
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        try {
            wire.<Boolean, MessagingException>step(() -> {
                handedOver = true;
                end();
                return true;
            });
        } catch (MessagingException failed) {
            if (failed.getCause() instanceof IOException cut) {
                throw cut;
            }
            throw failed;
        }
    }

    private void end() throws MessagingException {
        try {
            super.finishData();
        } catch (IOException cut) {
            throw new MessagingException("the connection was cut", cut);
        }
    }

    /**
     * What a server said when it refused.
     *
     * @param code of three digits; less where the connection ended instead
     */
    record Refusal(int code, String said) {}

    /** The refusal, wherever the library has put it: that of an address stands behind its own words. */
    static Optional<Refusal> refusal(MessagingException failure) {
        Optional<Refusal> refusal = Optional.empty();
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            if (e instanceof SMTPAddressFailedException refused) {
                return Optional.of(new Refusal(refused.getReturnCode(), refused.getMessage()));
            }
            if (e instanceof SMTPSenderFailedException refused) {
                return Optional.of(new Refusal(refused.getReturnCode(), refused.getMessage()));
            }
            if (e instanceof SMTPSendFailedException refused) {
                refusal = Optional.of(new Refusal(refused.getReturnCode(), refused.getMessage()));
            }
        }
        return refusal;
    }
}
