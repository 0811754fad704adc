package dev.byline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** XML, and what no text can do to it. */
final class XmlTest {
    private static String string(Xml xml) {
        return new String(xml.bytes(), StandardCharsets.UTF_8);
    }

    private static Element parsed(Xml xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.bytes()))
                .getDocumentElement();
    }

    @Test
    void markup_in_a_text_is_text() {
        assertThat(string(new Xml().element("a", "1 < 2 > 0 & \"x\" 'y' ]]>\r\n\t")))
                .isEqualTo("<a>1 &lt; 2 &gt; 0 &amp; \"x\" 'y' ]]&gt;&#xD;\n\t</a>");
    }

    @Test
    void markup_in_an_attribute_is_text_and_no_parser_makes_spaces_of_its_lines() {
        assertThat(string(new Xml()
                        .start("a")
                        .attribute("b", "1 < 2 > 0 & \"x\" 'y'\r\n\t")
                        .end()))
                .isEqualTo("<a b=\"1 &lt; 2 &gt; 0 &amp; &quot;x&quot; 'y'&#xD;&#xA;&#x9;\" />");
    }

    @Test
    void an_element_without_content_is_empty_and_one_with_an_empty_text_is_not() {
        assertThat(string(new Xml().start("a").start("b").end().element("c", "").end()))
                .isEqualTo("<a><b /><c></c></a>");
    }

    @Test
    void what_xml_cannot_hold_is_left_out() {
        assertThat(string(new Xml().element("a", "a\0b\u0007c\uFFFEd\uFFFFe\uD800f\uDC00g\uD83D")))
                .isEqualTo("<a>abcdefg</a>");
    }

    @Test
    void every_script_is_utf_8_and_what_is_beyond_the_basic_plane_is_a_reference() {
        assertThat(string(new Xml().element("a", "é ש 水 \uD83D\uDE80"))).isEqualTo("<a>é ש 水 &#x1f680;</a>");
    }

    @Test
    void a_document_names_its_style_sheet_and_declares_the_namespaces_that_it_uses() {
        Xml xml = Xml.document("../feed.css")
                .start("a")
                .declare(Map.of("thr", "urn:t", "dc", "urn:d&", "media", "urn:m"))
                .attribute("b", "1");
        xml.start("thr:c")
                .attribute("xml:lang", "it")
                .end()
                .element("d", "")
                .start("e")
                .attribute("dc:f", "")
                .end();
        xml.end();
        assertThat(string(xml))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<?xml-stylesheet type=\"text/css\" href=\"../feed.css\"?>"
                        + "<a xmlns:dc=\"urn:d&amp;\" xmlns:thr=\"urn:t\" b=\"1\">"
                        + "<thr:c xml:lang=\"it\" /><d></d><e dc:f=\"\" /></a>");
    }

    @Test
    void a_fragment_stands_where_it_is_put() {
        byte[] fragment = new Xml().text("<b>").element("c", "d").bytes();
        assertThat(string(new Xml().start("a").content(fragment).end())).isEqualTo("<a>&lt;b&gt;<c>d</c></a>");
    }

    @Test
    void a_text_of_a_megabyte_comes_back_whole() throws Exception {
        String text = "é < 水 & ".repeat(1 << 17);
        assertThat(parsed(new Xml().element("a", text)).getTextContent()).isEqualTo(text);
    }

    @Property(tries = 2000)
    void whatever_is_written_a_parser_reads_back(@ForAll("texts") String text) throws Exception {
        Element read =
                parsed(new Xml().start("a").attribute("b", text).text(text).end());
        assertThat(read.getTextContent()).isEqualTo(Text.xml(text));
        assertThat(read.getAttribute("b")).isEqualTo(Text.xml(text));
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(9),
                        Arbitraries.strings().withChars('\uD7F0', '\uE010').ofMaxLength(3),
                        Arbitraries.of(
                                "]]>", "&amp;", "<!--", "\"", "\r\n", "\0", "\u007F", "\u0085", "\u2028", "\uFFFE"))
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }
}
