package dev.byline.markdown;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.JavaScriptException;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/**
 * Reads TeX with KaTeX: {@code a^2} becomes {@code <math><semantics>…<annotation encoding="application/x-tex">a^2}.
 *
 * <p>KaTeX runs in Rhino without access to Java, and with a bound on its steps, so that no formula stalls a build. It
 * starts with the first formula: a site without maths does not pay for it. Threads may share it, one at a time.
 *
 * @see <a href="https://katex.org/docs/options">KaTeX's options</a>
 */
final class Tex {
    /** A page of dense maths takes a hundredth of this. */
    private static final int MOST_STEPS = 50_000_000;

    private static final String SCRIPT = "/META-INF/resources/webjars/katex/0.16.4/dist/katex.min.js";
    private static final Pattern MESSAGE = Pattern.compile(
            "(?:ParseError: )?(?:KaTeX parse error: )?(.*?)(?: at (?:position \\d+|end of input): .*)?",
            Pattern.DOTALL);
    private static final Pattern SHELL =
            Pattern.compile("<span class=\"katex\">(<math)[^>]*>(.*)</span>", Pattern.DOTALL);

    /** What became of a formula. */
    sealed interface Result {
        /** Its MathML. */
        record Read(String mathml) implements Result {}

        /** Why it cannot be read, and at which UTF-16 unit. */
        record Unreadable(String reason, int at) implements Result {}
    }

    /** Made by the first formula, and by nobody else. */
    private static final class Engine {
        static final Tex ONE = new Tex();
    }

    private final ContextFactory contexts = new Bounded();
    private final Scriptable katex;
    private final Scriptable scope;
    private final Function render;

    private Tex() {
        Context context = contexts.enterContext();
        try {
            scope = context.initSafeStandardObjects();
            context.evaluateString(
                    scope, "var module = {exports: {}}; var exports = module.exports;", "module", 1, null);
            context.evaluateString(scope, script(), "katex.min.js", 1, null);
            katex = (Scriptable)
                    ScriptableObject.getProperty((Scriptable) ScriptableObject.getProperty(scope, "module"), "exports");
            render = (Function) ScriptableObject.getProperty(katex, "renderToString");
        } finally {
            Context.exit();
        }
    }

    private static String script() {
        try (InputStream in = Tex.class.getResourceAsStream(SCRIPT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("a broken jar: " + SCRIPT, broken);
        }
    }

    /**
     * Reads one formula.
     *
     * @param display whether it stands on lines of its own
     */
    static Result read(String tex, boolean display) {
        // Rhino asks the thread's class loader for its parts; a worker's knows nothing of a plugin's.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Tex.class.getClassLoader());
        try {
            return Engine.ONE.mathml(tex, display);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private synchronized Result mathml(String tex, boolean display) {
        Context context = contexts.enterContext();
        try {
            Scriptable options = context.newObject(scope);
            ScriptableObject.putProperty(options, "output", "mathml");
            ScriptableObject.putProperty(options, "displayMode", display);
            ScriptableObject.putProperty(options, "strict", "ignore");
            ScriptableObject.putProperty(options, "trust", false);
            String html = Context.toString(render.call(context, scope, katex, new Object[] {tex, options}));
            return new Result.Read(finished(html, tex, display));
        } catch (JavaScriptException said) {
            return unreadable(said, tex.length());
        } catch (RhinoException | TooLong | StackOverflowError lost) {
            return new Result.Unreadable("the formula is too deep or too long", 0);
        } finally {
            Context.exit();
        }
    }

    private static Result unreadable(JavaScriptException said, int length) {
        int at = said.getValue() instanceof Scriptable error
                        && ScriptableObject.getProperty(error, "position") instanceof Number position
                ? position.intValue()
                : 0;
        Matcher message = MESSAGE.matcher(said.details());
        String reason = message.matches() ? message.group(1) : said.details();
        return new Result.Unreadable(reason, Math.max(0, Math.min(length, at)));
    }

    private static String finished(String html, String tex, boolean display) {
        Matcher shell = SHELL.matcher(html);
        if (!shell.matches()) {
            throw new IllegalStateException("KaTeX wrote something unexpected: " + html);
        }
        String block = display ? " display=\"block\"" : "";
        return "<math" + block + " alttext=\"" + escaped(tex) + "\">" + MathLetters.in(shell.group(2));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace('\n', ' ');
    }

    /** A formula's steps ran out. Not Rhino's own kind, which scripts could catch. */
    private static final class TooLong extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Contexts that count their steps; only interpreted scripts can be counted. */
    private static final class Bounded extends ContextFactory {
        @Override
        protected Context makeContext() {
            Context context = super.makeContext();
            context.setInterpretedMode(true);
            context.setLanguageVersion(Context.VERSION_ES6);
            context.setInstructionObserverThreshold(MOST_STEPS);
            return context;
        }

        @Override
        protected void observeInstructionCount(Context context, int count) {
            throw new TooLong();
        }
    }
}
