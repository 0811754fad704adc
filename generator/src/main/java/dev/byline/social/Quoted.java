package dev.byline.social;

import java.util.regex.Pattern;

/** A text as YAML holds it on one line: plain where nothing in it could be misread, in double quotes otherwise. */
final class Quoted {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");
    private static final Pattern WORD_WITH_A_MEANING = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

    private Quoted() {}

    static String of(String text) {
        if (PLAIN.matcher(text).matches() && !WORD_WITH_A_MEANING.matcher(text).matches()) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (Character.isISOControl(c) || c == 0xFEFF || c == 0x2028 || c == 0x2029) {
                quoted.append(String.format("\\u%04X", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
