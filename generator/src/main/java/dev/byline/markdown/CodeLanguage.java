package dev.byline.markdown;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names that writers give to languages: {@code py} and {@code python} are the same scanner's. */
final class CodeLanguage {
    /** Lines that come and go; Byline colours them itself. */
    static final String DIFF = "diff";

    /** Each scanner's name in RSyntaxTextArea, and what people call its language besides. */
    private static final Map<String, String> SCANNERS = Map.ofEntries(
            Map.entry("actionscript", "as"),
            Map.entry("asm", "nasm assembly x86asm"),
            Map.entry("asm6502", "6502"),
            Map.entry("bat", "batch cmd dos"),
            Map.entry("bbcode", ""),
            Map.entry("c", "h"),
            Map.entry("clojure", "clj cljs edn"),
            Map.entry("cpp", "c++ cc cxx hpp h++ arduino"),
            Map.entry("cs", "csharp c#"),
            Map.entry("css", ""),
            Map.entry("csv", "tsv"),
            Map.entry("d", ""),
            Map.entry("dart", ""),
            Map.entry("delphi", "pascal"),
            Map.entry("dockerfile", "docker containerfile"),
            Map.entry("dtd", ""),
            Map.entry("fortran", "f90 f95"),
            Map.entry("golang", "go"),
            Map.entry("groovy", "gradle"),
            Map.entry("handlebars", "hbs mustache"),
            Map.entry("hosts", ""),
            Map.entry("htaccess", "apache"),
            Map.entry("html", "xhtml htm vue svelte"),
            Map.entry("ini", "toml editorconfig gitconfig"),
            Map.entry("java", ""),
            Map.entry("javascript", "js mjs cjs jsx node"),
            Map.entry("json", "jsonc json5 jsonl geojson"),
            Map.entry("jsp", ""),
            Map.entry("kotlin", "kt kts"),
            Map.entry("latex", "tex"),
            Map.entry("less", "scss sass"),
            Map.entry("lisp", "elisp emacs-lisp scheme racket"),
            Map.entry("lua", ""),
            Map.entry("makefile", "make mk"),
            Map.entry("markdown", "md"),
            Map.entry("mxml", ""),
            Map.entry("nsis", ""),
            Map.entry("perl", "pl pm"),
            Map.entry("php", ""),
            Map.entry("powershell", "ps1 pwsh ps"),
            Map.entry("properties", "conf env dotenv"),
            Map.entry("proto", "protobuf"),
            Map.entry("python", "py python3 pycon"),
            Map.entry("ruby", "rb"),
            Map.entry("rust", "rs"),
            Map.entry("sas", ""),
            Map.entry("scala", "sc sbt"),
            Map.entry("sql", "mysql postgres postgresql plsql sqlite"),
            Map.entry("tcl", ""),
            Map.entry("typescript", "ts tsx mts cts"),
            Map.entry("unix", "sh bash zsh ksh shell shell-session console fish"),
            Map.entry("vb", "vbnet visualbasic basic"),
            Map.entry("vhdl", ""),
            Map.entry("xml", "svg xsl xslt xsd rss atom plist pom mathml"),
            Map.entry("yaml", "yml"));

    private static final Map<String, String> BY_NAME = byName();

    private CodeLanguage() {}

    private static Map<String, String> byName() {
        Map<String, String> names = new HashMap<>();
        SCANNERS.forEach((scanner, others) -> {
            names.put(scanner, "text/" + scanner);
            for (String other : others.split(" ")) {
                names.put(other, "text/" + scanner);
            }
        });
        names.put("diff", DIFF);
        names.put("patch", DIFF);
        names.remove("");
        return Map.copyOf(names);
    }

    /** Every name that is understood. */
    static Iterable<String> names() {
        return BY_NAME.keySet();
    }

    /** The scanner of a language; empty for one that nobody here knows. */
    static Optional<String> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }
}
