package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters as a mail library that did not write them reads them. */
final class NewsletterTest {
    private static final String FRONT_MATTER =
            "title: Drums\nauthors: [giulia-ferri, marco-neri]\ndate: 2026-03-14T09:30";

    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void write() {
        site = TestSite.in(folder);
    }

    private void settings(String more) throws IOException {
        site.file("site.yml", Files.readString(folder.resolve("site.yml")) + more);
    }

    private void email(String author, String address) throws IOException {
        String file = "authors/" + author + ".yml";
        site.file(file, Files.readString(folder.resolve(file)) + "email: " + address + "\n");
    }

    private byte[] bytes(String article) throws IOException {
        assertThat(site.problems()).noneMatch(line -> line.contains("error"));
        return Files.readAllBytes(site.drafts().resolve(article + "/newsletter.eml"));
    }

    private MimeMessage letter(String article) throws IOException, MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream(bytes(article)));
    }

    private static String part(MimeMessage letter, int index, String type) throws IOException, MessagingException {
        MimeMultipart parts = (MimeMultipart) letter.getContent();
        assertThat(parts.getBodyPart(index).getContentType().toLowerCase(java.util.Locale.ROOT))
                .isEqualTo(type + "; charset=utf-8");
        return (String) parts.getBodyPart(index).getContent();
    }

    private static String text(MimeMessage letter) throws IOException, MessagingException {
        return part(letter, 0, "text/plain");
    }

    private static Document html(MimeMessage letter) throws IOException, MessagingException {
        return Jsoup.parse(part(letter, 1, "text/html"));
    }

    private static String header(MimeMessage letter, String name) throws MessagingException {
        assertThat(letter.getHeader(name)).as(name).hasSize(1);
        return letter.getHeader(name)[0];
    }

    private static List<String> names(MimeMessage letter) {
        try {
            return Collections.list(letter.getAllHeaders()).stream()
                    .map(header -> header.getName())
                    .toList();
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** RFC 5322, 2.1.1 and 2.2: lines end in CRLF, neither stands alone, none has more than 998 bytes. */
    private static void isFitForMail(byte[] message) {
        String all = new String(message, StandardCharsets.ISO_8859_1);
        assertThat(all.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(all.split("\r\n")).allMatch(line -> line.length() <= 998);
        assertThat(all.chars()).allMatch(c -> c < 127);
    }

    @Test
    void a_letter_has_what_mail_programs_need_in_its_head() throws Exception {
        settings("""
                newsletter:
                  link: https://letters.example.com/
                  from: news@example.com
                  unsubscribe: https://letters.example.com/leave/{{token}}
                """);
        email("giulia-ferri", "giulia@example.com");
        site.article("2026/drums", FRONT_MATTER, "Text.");
        MimeMessage letter = letter("2026/drums");
        assertThat(header(letter, "From")).isEqualTo("The Blog <news@example.com>");
        assertThat(header(letter, "Reply-To")).isEqualTo("Giulia Ferri <giulia@example.com>");
        assertThat(header(letter, "Subject")).isEqualTo("Drums");
        assertThat(header(letter, "Date")).isEqualTo("Sat, 14 Mar 2026 09:30:00 +0100");
        assertThat(header(letter, "Message-ID")).matches("<[0-9a-f]{32}@blog\\.example\\.com>");
        assertThat(header(letter, "List-Unsubscribe")).isEqualTo("<https://letters.example.com/leave/{{token}}>");
        assertThat(header(letter, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(header(letter, "Content-Language")).isEqualTo("en");
        assertThat(header(letter, "X-Unsent")).isEqualTo("1");
        assertThat(header(letter, "MIME-Version")).isEqualTo("1.0");
        assertThat(letter.getContentType()).startsWith("multipart/alternative");
        assertThat(((MimeMultipart) letter.getContent()).getCount()).isEqualTo(2);
        isFitForMail(bytes("2026/drums"));
    }

    @Test
    void both_parts_name_every_author_with_the_public_handle_and_none_tells_a_private_one() throws Exception {
        site.article("drums", FRONT_MATTER, "Text with [a link](https://example.org/x).");
        MimeMessage letter = letter("drums");
        assertThat(text(letter))
                .contains("Giulia Ferri", "@giulia@social.example", "Marco Neri", "@marco.example.com")
                .contains("a link [", "] https://example.org/x")
                .doesNotContain("giulia_private");
        Document html = html(letter);
        assertThat(html.text()).contains("Giulia Ferri", "Head of roasting", "Marco Neri");
        assertThat(html.select("a[href=https://social.example/@giulia]").text()).isEqualTo("@giulia@social.example");
        assertThat(html.select("a[href=https://bsky.app/profile/marco.example.com]")
                        .text())
                .isEqualTo("@marco.example.com");
        assertThat(html.outerHtml()).doesNotContain("giulia_private");
    }

    @Test
    void nothing_in_a_letter_runs_or_is_relative() throws Exception {
        Files.createDirectories(folder.resolve("static/images"));
        BufferedImage drum = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(drum, "png", folder.resolve("static/images/x.png").toFile());
        site.article("more", "title: More\nauthor: marco-neri", "x");
        site.article(
                "drums",
                FRONT_MATTER,
                "![A drum](/images/x.png)\n\n[More](more.md)\n\n<script>alert(1)</script>"
                        + "<form><button>b</button></form><p onclick=x() class=y>p</p><style>p{}</style>");
        Document html = html(letter("drums"));
        assertThat(html.select("script, style, form, button, link, iframe, [onclick], [class]"))
                .isEmpty();
        assertThat(html.select("[src], [href]"))
                .isNotEmpty()
                .allMatch(e -> (e.attr("src") + e.attr("href")).matches("(?:https://|mailto:).+"));
        assertThat(html.select("img[alt=A drum]").attr("width")).isEqualTo("560");
        assertThat(html.select("p")).isNotEmpty().allMatch(p -> p.attr("style").contains("margin"));
        assertThat(text(letter("drums"))).contains("[A drum]");
    }

    @Test
    void the_question_and_the_ways_to_answer_are_in_both_parts() throws Exception {
        email("giulia-ferri", "giulia@example.com");
        site.article("drums", FRONT_MATTER + "\nfeedback: {question: Light or dark?}", "Text.");
        MimeMessage letter = letter("drums");
        assertThat(text(letter))
                .contains("Light or dark?\n--------------".replace("\n", "\r\n"))
                .contains("it reaches Giulia Ferri")
                .contains("https://blog.example.com/articles/drums/feedback/")
                .contains("https://blog.example.com/{{unsubscribe}}");
        assertThat(html(letter).select("a").eachAttr("href"))
                .contains(
                        "mailto:giulia@example.com?subject=Re%3A%20Drums",
                        "https://blog.example.com/articles/drums/",
                        "https://blog.example.com/articles/drums/feedback/",
                        "https://blog.example.com/{{unsubscribe}}");
    }

    @Test
    void no_title_and_no_name_can_add_a_header() throws Exception {
        email("giulia-ferri", "giulia@example.com");
        site.file("authors/marco-neri.yml", "name: \"Marco\\r\\nBcc: all@example.com\"\nemail: m@example.com\n")
                .article(
                        "drums",
                        "title: \"Drums\\r\\nBcc: all@example.com\\r\\n\\r\\nbody\"\nauthors: [marco-neri, giulia-ferri]",
                        "Text.");
        MimeMessage letter = letter("drums");
        assertThat(names(letter)).doesNotContain("Bcc").doesNotHaveDuplicates();
        assertThat(letter.getSubject()).isEqualTo("Drums Bcc: all@example.com body");
        assertThat(letter.getFrom()[0].toString()).contains("m@example.com");
        assertThat(text(letter)).contains("Text.");
        isFitForMail(bytes("drums"));
    }

    @Test
    void a_title_is_read_as_it_was_written_whatever_it_holds() throws Exception {
        List<String> titles = List.of(
                "مرحبا بالعالم: قبّعتان واسمان " + "كلمة ".repeat(40).strip(),
                "👩‍🚀 " + "🚀".repeat(120) + " ☕",
                "=?utf-8?q?Bcc=3A_all?= is no encoded word",
                "x".repeat(3000),
                "“Quotes”, <b>tags</b> & \\\\ back, (comments); a@b: c",
                "日本語の題名".repeat(30));
        for (int i = 0; i < titles.size(); i++) {
            site.article(
                    "t" + i, "author: giulia-ferri\ntitle: '" + titles.get(i).replace("'", "''") + "'", "Text.");
        }
        for (int i = 0; i < titles.size(); i++) {
            assertThat(letter("t" + i).getSubject()).isEqualTo(titles.get(i));
            isFitForMail(bytes("t" + i));
        }
    }

    @Test
    void a_letter_without_date_and_address_is_a_draft_without_them() throws Exception {
        site.article("drums", "title: Drums\nauthor: giulia-ferri", "Text.");
        assertThat(names(letter("drums")))
                .contains("Subject", "Message-ID", "X-Unsent")
                .doesNotContain("Date", "From", "Reply-To", "To");
    }

    @Test
    void without_an_address_of_the_newsletter_a_letter_is_from_the_first_author_who_has_one() throws Exception {
        email("marco-neri", "marco@bücher.example");
        site.article("drums", FRONT_MATTER, "Text.");
        assertThat(header(letter("drums"), "From")).isEqualTo("Marco Neri <marco@xn--bcher-kva.example>");
    }

    @Test
    void answers_go_to_the_company_where_it_wants_them() throws Exception {
        settings(
                "newsletter: {from: news@example.com, replyTo: hello@example.com, unsubscribe: 'mailto:out@example.com'}\n");
        email("giulia-ferri", "giulia@example.com");
        site.article("drums", FRONT_MATTER, "Text.");
        MimeMessage letter = letter("drums");
        assertThat(header(letter, "Reply-To")).isEqualTo("The Blog <hello@example.com>");
        assertThat(header(letter, "List-Unsubscribe")).isEqualTo("<mailto:out@example.com>");
        assertThat(names(letter)).doesNotContain("List-Unsubscribe-Post");
        assertThat(text(letter)).doesNotContain("it reaches");
    }

    @Test
    void the_same_piece_is_the_same_bytes_on_any_day() throws Exception {
        site.article("drums", FRONT_MATTER, "Text.");
        byte[] before = bytes("drums");
        Files.delete(site.drafts().resolve("drums/newsletter.eml"));
        site.build(TestSite.NOW.plusSeconds(86_400));
        assertThat(bytes("drums")).isEqualTo(before);
    }

    @Test
    void a_letter_that_a_person_took_over_is_kept_byte_for_byte() throws Exception {
        byte[] own = "Subject: Mine\n\nNo CRLF, \u00e9 and no parts.\n".getBytes(StandardCharsets.ISO_8859_1);
        site.article("2026/drums", FRONT_MATTER, "Text.");
        Files.createDirectories(folder.resolve("drafts/2026/drums"));
        Files.write(folder.resolve("drafts/2026/drums/newsletter.eml"), own);
        assertThat(bytes("2026/drums")).isEqualTo(own);
        Document desk = Jsoup.parse(site.draft("index.html"));
        assertThat(desk.select("a[href=2026/drums/newsletter.eml]").text()).isEqualTo("Newsletter");
        assertThat(desk.text()).contains("Mine", "one part only", "edited by a person");
    }

    @Test
    void a_taken_letter_of_an_unknown_article_is_told() {
        site.article("drums", FRONT_MATTER, "Text.").file("drafts/drumz/newsletter.eml", "Subject: x\r\n\r\nx");
        assertThat(site.problems())
                .anyMatch(line -> line.contains("drafts/drumz/newsletter.eml")
                        && line.contains("unknown article \"drumz\"")
                        && line.contains("drums"));
    }

    @Test
    void a_piece_says_that_it_is_no_letter_and_an_unlisted_one_is_none() throws Exception {
        site.article("one", FRONT_MATTER + "\nsyndicate: {newsletter: false}", "x")
                .article("two", FRONT_MATTER + "\nunlisted: true", "x")
                .article("three", FRONT_MATTER, "x");
        bytes("three");
        assertThat(site.drafts().resolve("one/newsletter.eml")).doesNotExist();
        assertThat(site.drafts().resolve("two/newsletter.eml")).doesNotExist();
        assertThat(TestSite.contents(site.output()).keySet()).noneMatch(name -> name.endsWith(".eml"));
        assertThat(site.draft("index.html")).contains("text and HTML");
        site.article("one", FRONT_MATTER + "\nsyndicate: {newsletter: {text: x}}", "x");
        assertThat(site.problems()).anyMatch(line -> line.contains("\"newsletter\" is true or false"));
    }

    @Test
    void mistakes_in_the_settings_are_told_where_they_are() throws Exception {
        settings(
                "newsletter: {link: nowhere, from: nobody, replyTo: authors, unsubscribe: 'https://x/ \u00e9', frm: x}\n");
        assertThat(site.problems())
                .anyMatch(line -> line.contains("\"nowhere\" is no address to subscribe at"))
                .anyMatch(line -> line.contains("\"nobody\" is no e-mail address"))
                .anyMatch(line -> line.contains("\"authors\" is no e-mail address"))
                .anyMatch(line -> line.contains("is no address to unsubscribe at"))
                .anyMatch(line -> line.contains("unknown key \"frm\"") && line.contains("from"));
    }

    @Test
    void a_style_sheet_that_letters_cannot_have_is_told_with_its_line() throws Exception {
        site.article("drums", FRONT_MATTER, "x")
                .file("templates/css/newsletter.css", "p { margin: 0 }\n@media print { p { color: red } }\n");
        assertThat(site.problems())
                .anyMatch(line -> line.startsWith("templates/css/newsletter.css:2:1") && line.contains("no @media"));
    }

    @Test
    void a_note_has_its_number_and_no_way_back() throws Exception {
        site.article("drums", FRONT_MATTER, "Loud.[^a]\n\n[^a]: Very.\n");
        MimeMessage letter = letter("drums");
        assertThat(text(letter)).contains("Loud.^1", "1. Very.").doesNotContain("#fn");
        assertThat(html(letter).select("a[href*=#fn]")).isEmpty();
    }

    @Test
    void an_arabic_letter_is_written_from_right_to_left() throws Exception {
        site.file("site.yml", Files.readString(folder.resolve("site.yml")).replace("[en, it]", "[en, ar]"));
        site.article("drums", "title: مرحبا\nauthor: giulia-ferri\nlanguage: ar", "نص المقال هنا.");
        MimeMessage letter = letter("drums");
        assertThat(html(letter).select("html, table[lang]").eachAttr("dir")).containsExactly("rtl", "rtl");
        assertThat(text(letter)).contains("نص المقال هنا.", "مرحبا [2]\r\n=========");
        assertThat(header(letter, "Content-Language")).isEqualTo("ar");
    }

    @Test
    void a_piece_of_five_megabytes_is_a_letter() throws Exception {
        String paragraph = "Wörter und 日本語の文章 and words. ".repeat(20) + "\n\n";
        site.article(
                "long", FRONT_MATTER, paragraph.repeat(5_000_000 / paragraph.getBytes(StandardCharsets.UTF_8).length));
        MimeMessage letter = letter("long");
        assertThat(text(letter).length()).isGreaterThan(3_000_000);
        isFitForMail(bytes("long"));
    }
}
