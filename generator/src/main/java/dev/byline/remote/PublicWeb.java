package dev.byline.remote;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/**
 * Asks addresses that strangers name, so that nobody can use us to ask what they cannot: this machine, the network around
 * it, a cloud's metadata.
 *
 * <p>A name is resolved once for each connection, every address of it is checked, and the connection goes to one of
 * those; so again behind every redirect. Only {@code http} and {@code https}, only ports 80 and 443, no user, no cookies,
 * no proxy. A whole answer, redirects included, has a time and a size. Names stay names for TLS and for {@code Host}.
 * Threads may share it.
 *
 * @see <a href="https://www.w3.org/TR/webmention/#security-considerations">Webmention, 4: what a receiver has to fear</a>
 */
public final class PublicWeb {
    private static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final int MAX_REDIRECTS = 5;

    /** A page has some twenty headers; who sends more wants to fill memory. */
    private static final int MAX_HEADERS = 200;

    private static final int MAX_HEADER_LINE = 16 * 1024;

    /** Redirects as of RFC 9110, 15.4. */
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final CloseableHttpClient client;
    private final Reach reach;
    private final Duration patience;

    /** What an address answered. */
    public sealed interface Answer {
        /**
         * An answer with a status and a body, of whatever kind.
         *
         * @param from the address that gave it, behind all redirects
         */
        record Got(int status, URI from, HttpHeaders headers, String body) implements Answer {
            /** The media type without its parameters, in small letters; empty where none is said. */
            public String type() {
                String said = headers.firstValue("Content-Type").orElse("");
                return said.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
            }
        }

        /** The address must not be asked, now or ever; nothing was sent to it. */
        record Forbidden(String reason) implements Answer {}

        /** No answer that could be read; there may be one another time. */
        record Failed(String reason) implements Answer {
            /** A reason may quote the server: it stays one short line. */
            public Failed {
                String line = reason.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
                reason = line.length() > 200 ? line.substring(0, 200) + "..." : line;
            }
        }
    }

    /**
     * Prepares to ask.
     *
     * @param version Byline's, for the {@code User-Agent}
     * @param purpose a word for the {@code User-Agent}: {@code Webmention}
     * @param patience how long one whole answer may take
     */
    public PublicWeb(String version, String purpose, Duration patience) {
        this(version, purpose, patience, Reach.PUBLIC);
    }

    /** Prepares to ask certain machines. */
    public PublicWeb(String version, String purpose, Duration patience, Reach reach) {
        this.reach = reach;
        this.patience = patience;
        Http1Config limits = Http1Config.custom()
                .setMaxHeaderCount(MAX_HEADERS)
                .setMaxLineLength(MAX_HEADER_LINE)
                .build();
        this.client = HttpClients.custom()
                .setUserAgent("Byline/" + version + " (+https://byline.dev/) " + purpose)
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedNames(reach))
                        .setMaxConnTotal(100)
                        .setMaxConnPerRoute(10)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(limits)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                                .setSocketTimeout((int) patience.toMillis(), TimeUnit.MILLISECONDS)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .setResponseTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .setProtocolUpgradeEnabled(false)
                        .setAuthenticationEnabled(false)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /**
     * Gets an address.
     *
     * @param accept the media types that are welcome, as the header of that name has them
     */
    public Answer get(URI uri, String accept) {
        return within(new Exchange("GET", uri, Map.of("Accept", accept), List.of()));
    }

    /** Posts a form. Where the answer is to be had elsewhere (303), it is got; other redirects get the same form. */
    public Answer post(URI uri, Map<String, String> form) {
        List<NameValuePair> fields = new ArrayList<>();
        new TreeMap<>(form).forEach((name, value) -> fields.add(new BasicNameValuePair(name, value)));
        return within(new Exchange("POST", uri, Map.of("Accept", "*/*"), fields));
    }

    private Answer within(Exchange exchange) {
        FutureTask<Answer> task = new FutureTask<>(exchange::follow);
        Thread thread = new Thread(task, "asking " + exchange.first.getHost());
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return new Answer.Failed("no answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException broken) {
            return new Answer.Failed(
                    "no answer: " + broken.getCause().getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.Failed("interrupted");
        } finally {
            exchange.end();
        }
    }

    /** A request, and those that its redirects lead to. */
    private final class Exchange {
        private final URI first;
        private final Map<String, String> headers;
        private String method;
        private List<NameValuePair> form;
        private HttpUriRequestBase running;
        private boolean over;

        Exchange(String method, URI first, Map<String, String> headers, List<NameValuePair> form) {
            this.method = method;
            this.first = first;
            this.headers = headers;
            this.form = form;
        }

        Answer follow() {
            URI at = first;
            for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
                Answer answer = ask(at);
                if (!(answer instanceof Answer.Got got) || !REDIRECTS.contains(got.status())) {
                    return answer;
                }
                Optional<URI> next = next(got);
                if (next.isEmpty()) {
                    return new Answer.Forbidden("a redirect to what is no address of the web");
                }
                if (at.getScheme().equals("https") && !next.get().getScheme().equals("https")) {
                    return new Answer.Forbidden("a redirect that gives up encryption");
                }
                if (got.status() == 303) {
                    method = "GET";
                    form = List.of();
                }
                at = next.get();
            }
            return new Answer.Failed("more than " + MAX_REDIRECTS + " redirects");
        }

        private static Optional<URI> next(Answer.Got got) {
            try {
                String location = got.headers().firstValue("Location").orElse("");
                return location.isBlank()
                        ? Optional.empty()
                        : WebAddress.of(got.from().resolve(location.strip()).toString());
            } catch (IllegalArgumentException noAddress) {
                return Optional.empty();
            }
        }

        private Answer ask(URI written) {
            Optional<URI> address = WebAddress.of(written.toString());
            if (address.isEmpty()) {
                return new Answer.Forbidden("no address of the web");
            }
            URI uri = address.get();
            int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
            if (!reach.allowsPort(port)) {
                return new Answer.Forbidden("not a port of the web: " + port);
            }
            try {
                HttpUriRequestBase request = request(uri);
                return client.execute(request, response -> read(uri, request, response));
            } catch (CheckedNames.Forbidden forbidden) {
                return new Answer.Forbidden(forbidden.getMessage());
            } catch (UnknownHostException unknown) {
                return new Answer.Failed("no such host");
            } catch (IOException | RuntimeException failed) {
                String said = failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
                return new Answer.Failed("no whole answer: " + said);
            }
        }

        private synchronized HttpUriRequestBase request(URI uri) throws IOException {
            if (over) {
                throw new IOException("too late");
            }
            running = new HttpUriRequestBase(method, withoutFragment(uri));
            headers.forEach(running::setHeader);
            if (!form.isEmpty()) {
                running.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
            }
            return running;
        }

        /** Nothing of it goes on: what has not been answered by now is cut off. */
        synchronized void end() {
            over = true;
            if (running != null) {
                running.cancel();
            }
        }
    }

    private static URI withoutFragment(URI uri) {
        return URI.create(uri.toString().replaceFirst("#.*", ""));
    }

    private static Answer read(URI from, HttpUriRequestBase request, ClassicHttpResponse response) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        byte[] body = response.getEntity() == null
                ? new byte[0]
                : response.getEntity().getContent().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            // Only then closing does not read what is left, which may have no end.
            request.cancel();
            throw new IOException("an answer of more than " + (MAX_BYTES >> 20) + " MB");
        }
        HttpHeaders all = HttpHeaders.of(headers, (name, value) -> true);
        String text = Decoding.text(body, all.firstValue("Content-Type").orElse(""));
        return new Answer.Got(response.getCode(), from, all, text);
    }
}
