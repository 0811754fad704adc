package dev.byline.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.byline.remote.PublicWeb.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ways to name an address that strangers must not have us ask. Nothing is sent for any of them: a server stands for the
 * public internet, and another for what is behind the wall; the latter hears nothing.
 */
final class ForbiddenAddressesTest {
    /** The address itself is forbidden, however it is written. */
    private static final List<String> LITERALS = List.of(
            // Loopback in every notation that some resolver reads.
            "http://127.0.0.1/",
            "http://127.1.2.3/",
            "http://127.1/",
            "http://127.0.1/",
            "http://2130706433/",
            "http://0x7f000001/",
            "http://0x7f.0x0.0x0.0x1/",
            "http://0x7f.1/",
            "http://017700000001/",
            "http://0177.0.0.1/",
            "http://0177.0.0.01/",
            "http://000127.0.0.1/",
            "http://127.0.0.1./",
            "http://%31%32%37.0.0.1/",
            "http://0/",
            "http://0.0.0.0/",
            // Blocks of IPv4.
            "http://10.0.0.1/",
            "http://100.64.0.1/",
            "http://100.100.100.200/latest/meta-data/",
            "http://168.63.129.16/machine",
            "http://169.254.169.254/latest/meta-data/",
            "http://2852039166/latest/meta-data/",
            "http://0xA9FEA9FE/latest/meta-data/",
            "http://172.16.0.1/",
            "http://172.31.255.255/",
            "http://192.0.0.192/",
            "http://192.0.2.1/",
            "http://192.88.99.1/",
            "http://192.168.1.1/",
            "http://198.18.0.1/",
            "http://198.51.100.7/",
            "http://203.0.113.7/",
            "http://224.0.0.1/",
            "http://240.0.0.1/",
            "http://255.255.255.255/",
            // IPv6.
            "http://[::]/",
            "http://[::1]/",
            "http://[0:0:0:0:0:0:0:1]/",
            "http://[::127.0.0.1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[::ffff:7f00:1]/",
            "http://[::ffff:a9fe:a9fe]/",
            "http://[::ffff:0:127.0.0.1]/",
            "http://[64:ff9b::127.0.0.1]/",
            "http://[64:ff9b:1::10.0.0.1]/",
            "http://[100::1]/",
            "http://[2001::1]/",
            "http://[2001:2::1]/",
            "http://[2001:db8::1]/",
            "http://[2002:7f00:1::]/",
            "http://[3fff::1]/",
            "http://[5f00::1]/",
            "http://[fc00::1]/",
            "http://[fd00:ec2::254]/latest/meta-data/",
            "http://[fe80::1]/",
            "http://[fe80::1%25lo]/",
            "http://[fe80::1%lo]/",
            "http://[fec0::1]/",
            "http://[ff02::1]/",
            // Digits, dots and letters of other scripts.
            "http://\u2460\u2461\u2466.0.0.1/",
            "http://\uFF11\uFF12\uFF17.0.0.1/",
            "http://127\u30020\u30020\u30021/",
            "http://127\uFF0E0\uFF0E0\uFF0E1/",
            "http://\u24DB\u24DE\u24D2\u24D0\u24DB\u24D7\u24DE\u24E2\u24E3/");

    /** Names that the resolver has another opinion of than one would think. */
    private static final List<String> NAMES = List.of(
            "http://localhost/",
            "http://LOCALHOST/",
            "http://localhost./",
            "http://sub.localhost/",
            "http://localhost.localdomain/",
            "http://loopback.evil.example/",
            "http://private.evil.example/",
            "http://metadata.google.internal/computeMetadata/v1/",
            "http://mapped.evil.example/",
            "http://ula.evil.example/",
            "http://127.0.0.1.nip.example/",
            "https://private.evil.example/");

    /** What is no address of the web at all, or has what none needs. */
    private static final List<String> SHAPES = List.of(
            "ftp://public.example/",
            "file:///etc/passwd",
            "gopher://public.example:80/_x",
            "jar:http://public.example/!/",
            "javascript:alert(1)",
            "data:text/html,x",
            "unix:/run/docker.sock",
            "//127.0.0.1/",
            "/etc/passwd",
            "http:127.0.0.1",
            "http:///127.0.0.1/",
            "http://public.example@127.0.0.1/",
            "http://user:secret@public.example/",
            "http://public.example%40127.0.0.1/",
            "http://127.0.0.1%23.public.example/",
            "http://127.0.0.1\\@public.example/",
            "http://public.example:22/",
            "http://public.example:6379/",
            "http://public.example:8080/",
            "https://public.example:65536/",
            "http://public.example:-1/",
            "http://a b.example/",
            "http://public.example\r\nHost: localhost/");

    private static final String LET_THROUGH = "let through";

    private HttpServer outside;
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.setExecutor(Executors.newCachedThreadPool());
        outside.createContext("/", exchange -> {
            heard.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        outside.start();
    }

    @AfterEach
    void stop() {
        outside.stop(0);
    }

    /** Names of the test, and figures as Java reads them. */
    private InetAddress[] resolve(String name) throws UnknownHostException {
        String host = name.replaceFirst("\\.$", "");
        return switch (host) {
            case "public.example" -> addresses("93.184.216.34", "2606:2800:220:1::1");
            case "localhost",
                    "loopback.evil.example",
                    "127.0.0.1.nip.example",
                    "localhost.localdomain",
                    "sub.localhost" -> addresses("127.0.0.1");
            case "private.evil.example" -> addresses("10.1.2.3");
            case "metadata.google.internal" -> addresses("169.254.169.254");
            case "mapped.evil.example" -> addresses("::ffff:192.168.0.1");
            case "ula.evil.example" -> addresses("fd12:3456::1");
            case "half.evil.example" -> addresses("93.184.216.34", "127.0.0.1");
            case "rebinding.evil.example" ->
                asked.getAndIncrement() == 0 ? addresses("93.184.216.34") : addresses("127.0.0.1");
            default -> {
                if (host.matches("[\\d.]+|.*:.*")) {
                    yield InetAddress.getAllByName(name);
                }
                throw new UnknownHostException(name);
            }
        };
    }

    private static InetAddress[] addresses(String... figures) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[figures.length];
        for (int i = 0; i < figures.length; i++) {
            addresses[i] = InetAddress.getByName(figures[i]);
        }
        return addresses;
    }

    private PublicWeb web() {
        Reach reach = new Reach(this::resolve, ForbiddenAddressesTest::wall, Reach.PUBLIC.ports());
        return new PublicWeb("1", "", Duration.ofSeconds(5), reach);
    }

    /** A test asks nobody on the internet; what the wall would let through, it tells. */
    private static Optional<String> wall(InetAddress address) {
        return PublicAddress.reasonAgainst(address).or(() -> Optional.of(LET_THROUGH));
    }

    /** As a stranger's word is asked for: what is no address is not asked. */
    private Answer ask(String written) {
        Optional<URI> address = WebAddress.of(written);
        return address.isEmpty() ? new Answer.Forbidden("no address of the web") : web().get(address.get(), "*/*");
    }

    @Test
    void none_of_the_ways_to_name_a_forbidden_address_is_taken() {
        List<String> all = new ArrayList<>(LITERALS);
        all.addAll(NAMES);
        all.addAll(SHAPES);
        assertThat(all).doesNotHaveDuplicates();
        Map<String, Answer> got = new LinkedHashMap<>();
        for (String written : all) {
            Answer answer = ask(written);
            if (!isForbidden(answer)) {
                got.put(written, answer);
            }
        }
        System.out.println(
                "Forbidden addresses: " + all.size() + " ways to name one, " + (all.size() - got.size()) + " refused.");
        assertThat(got).isEmpty();
        assertThat(heard).hasValue(0);
    }

    private static boolean isForbidden(Answer answer) {
        return answer instanceof Answer.Forbidden forbidden
                && !forbidden.reason().contains(LET_THROUGH);
    }

    /** The same, where a page that may be asked redirects there. */
    @Test
    void no_redirect_leads_to_a_forbidden_address() {
        List<String> all = new ArrayList<>(LITERALS);
        all.addAll(NAMES);
        all.addAll(SHAPES.stream().filter(shape -> !shape.startsWith("/")).toList());
        int redirects = 0;
        for (String target : all) {
            String ascii = target.chars().allMatch(c -> c >= 0x20 && c < 0x7F) ? target : "";
            if (!ascii.isEmpty()) {
                redirects++;
                assertThat(redirected(ascii)).as(ascii).matches(ForbiddenAddressesTest::isForbidden);
            }
        }
        System.out.println("Forbidden addresses: " + redirects + " redirects to one, all refused.");
    }

    /** A page of this machine stands for a public one: the wall lets its name through, and nothing else. */
    private Answer redirected(String target) {
        int port = outside.getAddress().getPort();
        outside.removeContext("/");
        outside.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        Reach reach = new Reach(
                name -> name.equals("begin.example")
                        ? new InetAddress[] {InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1})}
                        : resolve(name),
                address -> address.getHostName().equals("begin.example") ? Optional.empty() : wall(address),
                Set.of(80, 443, port));
        return new PublicWeb("1", "", Duration.ofSeconds(5), reach)
                .get(URI.create("http://begin.example:" + port + "/"), "*/*");
    }

    @Test
    void a_name_that_changes_its_mind_reaches_nothing_but_what_was_checked() throws UnknownHostException {
        CheckedNames names = new CheckedNames(new Reach(this::resolve, PublicAddress::reasonAgainst, Set.of()));
        assertThat(names.resolve("rebinding.evil.example")).containsExactly(addresses("93.184.216.34"));
        assertThat(asked).hasValue(1);
        assertThat(ask("http://rebinding.evil.example/")).isInstanceOf(Answer.Forbidden.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    void one_forbidden_address_forbids_a_name() {
        CheckedNames names = new CheckedNames(new Reach(this::resolve, PublicAddress::reasonAgainst, Set.of()));
        assertThatThrownBy(() -> names.resolve("half.evil.example")).isInstanceOf(CheckedNames.Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.216.34",
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.1",
                "223.255.255.255",
                "2606:2800:220:1::1",
                "2001:4860:4860::8888",
                "2a00:1450:4001:81b::200e"
            })
    void addresses_of_the_public_internet_are_allowed(String figures) throws UnknownHostException {
        assertThat(PublicAddress.reasonAgainst(InetAddress.getByName(figures))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://public.example/",
                "HTTPS://Public.Example:443/a%20b?c=d#e",
                "http://public.example",
                "http://93.184.216.34/",
                "http://[2606:2800:220:1::1]/",
                "https://b\u00FCcher.example/\u00E4"
            })
    void addresses_of_the_web_are_allowed(String written) {
        assertThat(WebAddress.of(written)).isPresent();
    }

    @Test
    void an_address_is_written_in_one_way() {
        assertThat(WebAddress.of(" HTTPS://B\u00FCcher.example:443?\u00E4#x "))
                .hasToString("Optional[https://xn--bcher-kva.example:443/?%C3%A4#x]");
    }
}
