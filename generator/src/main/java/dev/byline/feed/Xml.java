package dev.byline.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes XML 1.0 in UTF-8, straight to bytes.
 *
 * <p>{@code new Xml().start("link").attribute("href", "/").end()} is {@code <link href="/" />}. It believes the names
 * that it is given and no text: what XML cannot hold, not even escaped, is left out.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, production 2</a>
 */
final class Xml {
    private static final byte[][] IN_TEXT = escapes("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#xD;");
    private static final byte[][] IN_ATTRIBUTES = escapes(
            "&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#xD;", "\"", "&quot;", "\n", "&#xA;", "\t", "&#x9;");

    /** No character takes more than three bytes, since those that would take four are written as references. */
    private static final int WIDEST = 3;

    private byte[] bytes = new byte[1 << 10];
    private int length;
    private boolean inTag;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> prefixes = new TreeSet<>();
    private Map<String, String> namespaces = Map.of();
    private int declarations;

    /** What stands for a character of ASCII: nothing for those that XML cannot hold, null where it stands for itself. */
    private static byte[][] escapes(String... pairs) {
        byte[][] escapes = new byte[0x80][];
        for (char c = 0; c < ' '; c++) {
            escapes[c] = c == '\t' || c == '\n' ? null : new byte[0];
        }
        for (int i = 0; i < pairs.length; i += 2) {
            escapes[pairs[i].charAt(0)] = pairs[i + 1].getBytes(StandardCharsets.US_ASCII);
        }
        return escapes;
    }

    /** The beginning of a document that a style sheet shows to people. */
    static Xml document(String stylesheet) {
        Xml xml = new Xml();
        xml.plain("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-stylesheet type=\"text/css\" href=\"" + stylesheet
                + "\"?>");
        return xml;
    }

    /** Here, in a tag that has just begun, those of some namespaces are declared that will be used, and no other. */
    Xml declare(Map<String, String> byPrefix) {
        declarations = length;
        namespaces = byPrefix;
        return this;
    }

    /** Begins an element. */
    Xml start(String name) {
        closeTag();
        note(name);
        plain("<");
        plain(name);
        open.push(name);
        inTag = true;
        return this;
    }

    /** An attribute of the element that has just begun. */
    Xml attribute(String name, String value) {
        note(name);
        plain(" ");
        plain(name);
        plain("=\"");
        escape(value, IN_ATTRIBUTES);
        plain("\"");
        return this;
    }

    /** An attribute, unless it would be empty. */
    Xml attributeUnlessEmpty(String name, String value) {
        return value.isEmpty() ? this : attribute(name, value);
    }

    Xml text(String text) {
        closeTag();
        escape(text, IN_TEXT);
        return this;
    }

    /** Text and elements that were written before. */
    Xml content(byte[] fragment) {
        closeTag();
        append(fragment);
        return this;
    }

    /** Ends the element that began last; one without content is empty. */
    Xml end() {
        String name = open.pop();
        if (inTag) {
            plain(" />");
            inTag = false;
        } else {
            plain("</");
            plain(name);
            plain(">");
        }
        return this;
    }

    /** An element that is a text. */
    Xml element(String name, String text) {
        return start(name).text(text).end();
    }

    /** All that was written. */
    byte[] bytes() {
        Xml declared = new Xml();
        for (String prefix : prefixes) {
            String namespace = namespaces.get(prefix);
            if (namespace != null) {
                declared.attribute("xmlns:" + prefix, namespace);
            }
        }
        byte[] all = new byte[length + declared.length];
        System.arraycopy(bytes, 0, all, 0, declarations);
        System.arraycopy(declared.bytes, 0, all, declarations, declared.length);
        System.arraycopy(bytes, declarations, all, declarations + declared.length, length - declarations);
        return all;
    }

    private void closeTag() {
        if (inTag) {
            plain(">");
            inTag = false;
        }
    }

    private void note(String name) {
        int colon = name.indexOf(':');
        if (colon > 0) {
            prefixes.add(name.substring(0, colon));
        }
    }

    private void plain(String ascii) {
        reserve(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
    }

    private void escape(String text, byte[][] escapes) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            reserve(WIDEST);
            if (c < 0x80) {
                byte[] escaped = escapes[c];
                if (escaped == null) {
                    bytes[length++] = (byte) c;
                } else {
                    append(escaped);
                }
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xC0 | (c >> 6));
                bytes[length++] = (byte) (0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                wide(c);
            } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                i++;
                plain("&#x" + Integer.toHexString(Character.toCodePoint(c, text.charAt(i))) + ";");
            }
        }
    }

    private void wide(char c) {
        if (c <= 0xFFFD) {
            bytes[length++] = (byte) (0xE0 | (c >> 12));
            bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
        }
    }

    private void append(byte[] some) {
        reserve(some.length);
        System.arraycopy(some, 0, bytes, length, some.length);
        length += some.length;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
