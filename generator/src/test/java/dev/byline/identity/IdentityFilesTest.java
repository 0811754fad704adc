package dev.byline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.byline.TestSite;
import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an author can be taken along as, read by programs that are not ours. */
final class IdentityFilesTest {
    /** The example of NIP-19. */
    private static final String NPUB = "npub10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptg";

    private static final String KEY = "7e7e9c42a91bfef19fa929e5fda1b72e0ebc1a4c1141673e2794234d86addf4e";

    @TempDir
    private Path folder;

    @Test
    void a_contact_is_read_back_as_it_was_meant() {
        TestSite site = TestSite.in(folder).file("authors/zoe-o-hara.yml", """
                name: "Zoë O'Hara, Sons; \\\\ Co"
                role: Head of roasting, tasting
                bio: "Ünïcödé that goes on and on, well beyond the place at which a line of a contact has to be folded in two."
                email: zoe@example.com
                languages: [it, en]
                handles: {mastodon: "@zoe@code.example", matrix: "@zoe:example.org", x: {handle: secret_zoe, use: personal}}
                """);
        assertThat(site.problems()).isEmpty();
        String text = site.page("authors/zoe-o-hara/zoe-o-hara.vcf");
        VCard card = Ezvcard.parse(text).first();
        assertThat(card.getVersion()).isEqualTo(VCardVersion.V4_0);
        assertThat(card.getFormattedName().getValue()).isEqualTo("Zoë O'Hara, Sons; \\ Co");
        assertThat(card.getTitles().get(0).getValue()).isEqualTo("Head of roasting, tasting");
        assertThat(card.getNotes().get(0).getValue()).startsWith("Ünïcödé that").endsWith("folded in two.");
        assertThat(card.getEmails().get(0).getValue()).isEqualTo("zoe@example.com");
        assertThat(card.getUrls().get(0).getValue()).isEqualTo("https://blog.example.com/authors/zoe-o-hara/");
        assertThat(card.getLanguages()).hasSize(2);
        assertThat(card.getImpps().get(0).getUri()).hasToString("https://matrix.to/#/@zoe:example.org");
        assertThat(card.getExtendedProperty("SOCIALPROFILE").getValue()).isEqualTo("https://code.example/@zoe");
        assertThat(card.getRevision()).isNull();
        assertThat(card.validate(VCardVersion.V4_0).getWarnings()).isEmpty();
        assertThat(text).doesNotContain("secret_zoe");
        assertThat(Arrays.stream(text.split("\r\n")))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    @Test
    void the_code_leads_to_the_page() throws Exception {
        TestSite site = TestSite.in(folder);
        assertThat(site.problems()).isEmpty();
        assertThat(scanned(site.page("authors/giulia-ferri/qr.svg")))
                .isEqualTo("https://blog.example.com/authors/giulia-ferri/");
        assertThat(site.page("authors/zoe-o-hara/qr.svg")).contains("<title>Zoë O'Hara &amp; Sons</title>");
    }

    @Test
    void who_asks_for_a_person_finds_the_account_on_the_fediverse() {
        TestSite site = TestSite.in(folder);
        assertThat(site.problems()).isEmpty();
        JsonNode giulia = JsonMapper.shared().readTree(site.page("authors/giulia-ferri/webfinger.json"));
        assertThat(giulia.path("subject").stringValue()).isEqualTo("acct:giulia@social.example");
        assertThat(giulia.path("aliases").get(0).stringValue()).isEqualTo("acct:giulia-ferri@blog.example.com");
        JsonNode marco = JsonMapper.shared().readTree(site.page("authors/marco-neri/webfinger.json"));
        assertThat(marco.path("subject").stringValue()).isEqualTo("acct:marco-neri@blog.example.com");
        assertThat(site.page("_redirects"))
                .contains("/.well-known/webfinger resource=acct:marco-neri@blog.example.com"
                        + " /authors/marco-neri/webfinger.json 200\n");
        Matcher rule = Pattern.compile("\"~\\*(.+)\" \"(.+)\";").matcher(site.page("_nginx.webfinger.map"));
        assertThat(rule.find()).isTrue();
        assertThat("acct%3Agiulia-ferri%40blog.example.com").matches("(?i)" + rule.group(1));
        assertThat("acct:giulia-ferri@blogXexample.com").doesNotMatch("(?i)" + rule.group(1));
        assertThat(rule.group(2)).isEqualTo("/authors/giulia-ferri/webfinger.json");
    }

    @Test
    void keys_of_nostr_are_told_where_somebody_has_one() {
        TestSite site = TestSite.in(folder);
        assertThat(site.problems()).isEmpty();
        assertThat(site.output().resolve(".well-known/nostr.json")).doesNotExist();
        site.file("authors/marco-neri.yml", "name: Marco Neri\nhandles: {nostr: " + NPUB + "}\n");
        assertThat(site.problems()).isEmpty();
        JsonNode names = JsonMapper.shared()
                .readTree(site.page(".well-known/nostr.json"))
                .path("names");
        assertThat(names.path("marco-neri").stringValue()).isEqualTo(KEY);
        assertThat(names).hasSize(1);
    }

    @Test
    void a_key_with_a_slip_in_it_is_told() {
        TestSite site = TestSite.in(folder)
                .file("authors/marco-neri.yml", "name: M\nhandles: {nostr: " + NPUB.replace("fcs4", "fcs5") + "}\n");
        assertThat(site.problems()).singleElement().asString().contains("authors/marco-neri.yml:2:", "checksum");
    }

    @Test
    void the_account_of_the_site_is_told_where_it_has_one() {
        TestSite site = TestSite.in(folder);
        String settings = settings(site);
        site.file("site.yml", settings + "identity: {did: \"did:plc:ewvi7nxzyoun6zhxrhs64oiz\"}\n");
        assertThat(site.problems()).isEmpty();
        assertThat(site.page(".well-known/atproto-did")).isEqualTo("did:plc:ewvi7nxzyoun6zhxrhs64oiz");
        site.file("site.yml", settings + "identity: {did: \"did:plc:0\"}\n");
        assertThat(site.problems()).singleElement().asString().contains("no identifier of an account");
    }

    private static String settings(TestSite site) {
        try {
            return java.nio.file.Files.readString(site.folder().resolve("site.yml"));
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** Draws the runs of the drawing, and reads what a camera would. */
    private static String scanned(String svg) throws Exception {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        int scale = 4;
        int size = Integer.parseInt(box.group(1)) * scale;
        int[] pixels = new int[size * size];
        Arrays.fill(pixels, 0xffffff);
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(svg);
        while (run.find()) {
            int left = Integer.parseInt(run.group(1)) * scale;
            int right = left + Integer.parseInt(run.group(3)) * scale;
            int top = Integer.parseInt(run.group(2)) * scale;
            for (int y = top; y < top + scale; y++) {
                Arrays.fill(pixels, y * size + left, y * size + right, 0);
            }
        }
        var code = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels))));
        assertThat(code.getBarcodeFormat()).isEqualTo(BarcodeFormat.QR_CODE);
        return code.getText();
    }
}
