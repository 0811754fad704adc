package dev.byline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words for a person who opens a feed: XHTML, whatever a template of the site makes. */
final class AboutTest {
    private static final String BEFORE = "<byline:about><div xmlns=\"http://www.w3.org/1999/xhtml\">";
    private static final String AFTER = "</div></byline:about>";

    private static String about(String html) {
        Xml xml = new Xml();
        About.write(html, xml);
        return new String(xml.bytes(), StandardCharsets.UTF_8);
    }

    private static String inside(String html) {
        String about = about(html);
        assertThat(about).startsWith(BEFORE).endsWith(AFTER);
        return about.substring(BEFORE.length(), about.length() - AFTER.length());
    }

    @Test
    void nothing_is_nothing() {
        assertThat(about("")).isEmpty();
    }

    @Test
    void html_as_people_write_it_becomes_xhtml() {
        assertThat(inside("<p class=x>a<br>b &nbsp;&copy;<p hidden>c & d<img src='?a&b' alt=\"\">"))
                .isEqualTo(
                        "<p class=\"x\">a<br />b \u00A0©</p><p hidden=\"\">c &amp; d<img src=\"?a&amp;b\" alt=\"\" /></p>");
    }

    @Test
    void drawings_and_formulas_are_in_their_own_namespaces() {
        assertThat(
                        inside(
                                "<svg viewbox='0 0 1 1' xmlns='x' xmlns:y='z' y:q=1><path xlink:href='#a' d='M0'/></svg><i>j</i>"))
                .isEqualTo(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0\" /></svg><i>j</i>");
    }

    @Test
    void what_has_no_name_in_xml_leaves_its_content_and_notes_go() {
        assertThat(inside("<x:y>a</x:y><!-- b -- c --><w<v>d</w<v><p a\"b=1 1=2 xml:lang=it>e</p>"))
                .isEqualTo("ad<p xml:lang=\"it\">e</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>a && b < c ]]></script>",
                "<![CDATA[a]]>",
                "<?x y?>",
                "<!DOCTYPE a>b",
                "&#0;&#1;&#xD800;"
            })
    void nothing_breaks_the_feed_around_it(String html) throws Exception {
        read(html);
    }

    @Property(tries = 1000)
    void whatever_a_template_makes_the_feed_is_xml(@ForAll("pages") String html) throws Exception {
        read(html);
    }

    private static void read(String html) throws Exception {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        String xml = "<feed xmlns:byline=\"b\">" + about(html) + "</feed>";
        assertThat(parsers.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement())
                .isNotNull();
    }

    @Provide
    static Arbitrary<String> pages() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                "<p",
                                "<svg",
                                "<math",
                                "<a:b",
                                "<script",
                                "<!--",
                                "-->",
                                "<![CDATA[",
                                "]]>",
                                ">",
                                "/>",
                                " xmlns=x",
                                " xmlns:a='y'",
                                " a:b=1",
                                " xml:space=1",
                                " x",
                                "=",
                                "\"",
                                "'",
                                "</p>",
                                "</svg>",
                                "&amp",
                                "&#x1;",
                                "<template>",
                                "<title>",
                                "<ü",
                                "<p-é>",
                                " é=1",
                                "<foreignObject>"),
                        Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
