package dev.byline.markdown;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.SyntaxConstants;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;

/**
 * Colours code: {@code return 1;} in Java becomes {@code <span class="tok-keyword">return</span> <span
 * class="tok-number">1</span>;}.
 *
 * <p>The text is never changed, only wrapped. Code in a language that nobody knows stays plain.
 */
final class Highlighting {
    /** Longer code is data: colours would not help to read it. */
    private static final int LONGEST = 100_000;

    private static final Map<String, String> LANGUAGES = languages();

    private Highlighting() {}

    private static Map<String, String> languages() {
        Map<String, String> languages = new HashMap<>();
        put(languages, SyntaxConstants.SYNTAX_STYLE_ASSEMBLER_X86, "asm nasm");
        put(languages, SyntaxConstants.SYNTAX_STYLE_C, "c h");
        put(languages, SyntaxConstants.SYNTAX_STYLE_CLOJURE, "clojure clj");
        put(languages, SyntaxConstants.SYNTAX_STYLE_CPLUSPLUS, "cpp c++ cc hpp");
        put(languages, SyntaxConstants.SYNTAX_STYLE_CSHARP, "csharp cs c#");
        put(languages, SyntaxConstants.SYNTAX_STYLE_CSS, "css");
        put(languages, SyntaxConstants.SYNTAX_STYLE_D, "d");
        put(languages, SyntaxConstants.SYNTAX_STYLE_DART, "dart");
        put(languages, SyntaxConstants.SYNTAX_STYLE_DELPHI, "delphi pascal");
        put(languages, SyntaxConstants.SYNTAX_STYLE_DOCKERFILE, "dockerfile docker");
        put(languages, SyntaxConstants.SYNTAX_STYLE_FORTRAN, "fortran");
        put(languages, SyntaxConstants.SYNTAX_STYLE_GO, "go golang");
        put(languages, SyntaxConstants.SYNTAX_STYLE_GROOVY, "groovy gradle");
        put(languages, SyntaxConstants.SYNTAX_STYLE_HANDLEBARS, "handlebars hbs");
        put(languages, SyntaxConstants.SYNTAX_STYLE_HTML, "html xhtml ftl vue");
        put(languages, SyntaxConstants.SYNTAX_STYLE_INI, "ini toml conf");
        put(languages, SyntaxConstants.SYNTAX_STYLE_JAVA, "java");
        put(languages, SyntaxConstants.SYNTAX_STYLE_JAVASCRIPT, "javascript js jsx mjs");
        put(languages, SyntaxConstants.SYNTAX_STYLE_JSON_WITH_COMMENTS, "json json5 jsonc");
        put(languages, SyntaxConstants.SYNTAX_STYLE_KOTLIN, "kotlin kt kts");
        put(languages, SyntaxConstants.SYNTAX_STYLE_LATEX, "latex tex");
        put(languages, SyntaxConstants.SYNTAX_STYLE_LESS, "less scss sass");
        put(languages, SyntaxConstants.SYNTAX_STYLE_LISP, "lisp elisp scheme");
        put(languages, SyntaxConstants.SYNTAX_STYLE_LUA, "lua");
        put(languages, SyntaxConstants.SYNTAX_STYLE_MAKEFILE, "makefile make");
        put(languages, SyntaxConstants.SYNTAX_STYLE_MARKDOWN, "markdown md");
        put(languages, SyntaxConstants.SYNTAX_STYLE_PERL, "perl pl");
        put(languages, SyntaxConstants.SYNTAX_STYLE_PHP, "php");
        put(languages, SyntaxConstants.SYNTAX_STYLE_POWERSHELL, "powershell ps1");
        put(languages, SyntaxConstants.SYNTAX_STYLE_PROPERTIES_FILE, "properties env");
        put(languages, SyntaxConstants.SYNTAX_STYLE_PROTO, "protobuf proto");
        put(languages, SyntaxConstants.SYNTAX_STYLE_PYTHON, "python py");
        put(languages, SyntaxConstants.SYNTAX_STYLE_RUBY, "ruby rb");
        put(languages, SyntaxConstants.SYNTAX_STYLE_RUST, "rust rs");
        put(languages, SyntaxConstants.SYNTAX_STYLE_SCALA, "scala");
        put(languages, SyntaxConstants.SYNTAX_STYLE_SQL, "sql");
        put(languages, SyntaxConstants.SYNTAX_STYLE_TCL, "tcl");
        put(languages, SyntaxConstants.SYNTAX_STYLE_TYPESCRIPT, "typescript ts tsx");
        put(languages, SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL, "sh shell bash zsh");
        put(languages, SyntaxConstants.SYNTAX_STYLE_VISUAL_BASIC, "vb");
        put(languages, SyntaxConstants.SYNTAX_STYLE_WINDOWS_BATCH, "bat batch cmd");
        put(languages, SyntaxConstants.SYNTAX_STYLE_XML, "xml svg rss atom pom");
        put(languages, SyntaxConstants.SYNTAX_STYLE_YAML, "yaml yml");
        return languages;
    }

    private static void put(Map<String, String> languages, String style, String names) {
        for (String name : names.split(" ")) {
            languages.put(name, style);
        }
    }

    /** Code as HTML. */
    static String html(String language, String code) {
        String name = language.toLowerCase(Locale.ROOT);
        if (name.equals("diff") || name.equals("patch")) {
            return diff(code);
        }
        return Optional.ofNullable(LANGUAGES.get(name))
                .filter(style -> code.length() <= LONGEST)
                .map(style -> coloured(style, code))
                .orElseGet(() -> Markup.escaped(code));
    }

    private static String diff(String code) {
        StringBuilder html = new StringBuilder();
        for (String line : code.split("(?<=\n)")) {
            boolean head = line.startsWith("+++") || line.startsWith("---") || line.startsWith("@@");
            String kind = head
                    ? "tok-comment"
                    : line.startsWith("+") ? "tok-inserted" : line.startsWith("-") ? "tok-deleted" : "";
            html.append(wrapped(kind, line));
        }
        return html.toString();
    }

    /** A maker of tokens has state, so each text has its own. */
    private static String coloured(String style, String code) {
        TokenMaker maker = TokenMakerFactory.getDefaultInstance().getTokenMaker(style);
        StringBuilder html = new StringBuilder(code.length() * 2);
        int state = TokenTypes.NULL;
        String[] lines = code.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            html.append(line(maker, line, state));
            state = maker.getLastTokenTypeOnLine(segment(line), state);
            if (i < lines.length - 1) {
                html.append('\n');
            }
        }
        return html.toString();
    }

    private static Segment segment(String line) {
        return new Segment(line.toCharArray(), 0, line.length());
    }

    private static String line(TokenMaker maker, String line, int state) {
        StringBuilder html = new StringBuilder();
        StringBuilder seen = new StringBuilder();
        for (Token token = maker.getTokenList(segment(line), state, 0);
                token != null && token.isPaintable();
                token = token.getNextToken()) {
            seen.append(token.getLexeme());
            html.append(wrapped(kind(token.getType()), token.getLexeme()));
        }
        // Whatever a grammar does with odd input, readers get what was written.
        return seen.toString().equals(line) ? html.toString() : Markup.escaped(line);
    }

    private static String wrapped(String kind, String text) {
        return kind.isEmpty()
                ? Markup.escaped(text)
                : "<span class=\"" + kind + "\">" + Markup.escaped(text) + "</span>";
    }

    private static String kind(int type) {
        return switch (type) {
            case TokenTypes.COMMENT_EOL,
                    TokenTypes.COMMENT_MULTILINE,
                    TokenTypes.COMMENT_DOCUMENTATION,
                    TokenTypes.COMMENT_KEYWORD,
                    TokenTypes.COMMENT_MARKUP,
                    TokenTypes.MARKUP_COMMENT -> "tok-comment";
            case TokenTypes.RESERVED_WORD, TokenTypes.RESERVED_WORD_2, TokenTypes.PREPROCESSOR -> "tok-keyword";
            case TokenTypes.DATA_TYPE, TokenTypes.ANNOTATION -> "tok-type";
            case TokenTypes.FUNCTION -> "tok-function";
            case TokenTypes.VARIABLE -> "tok-variable";
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.REGEX,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
                    TokenTypes.MARKUP_CDATA -> "tok-string";
            case TokenTypes.LITERAL_BOOLEAN,
                    TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL,
                    TokenTypes.MARKUP_ENTITY_REFERENCE -> "tok-number";
            case TokenTypes.MARKUP_TAG_NAME -> "tok-tag";
            case TokenTypes.MARKUP_TAG_ATTRIBUTE -> "tok-attribute";
            default -> "";
        };
    }
}
