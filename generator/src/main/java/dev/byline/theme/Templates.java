package dev.byline.theme;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.SimpleHash;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * FreeMarker, with nothing but data in its reach: no classes, no {@code ?api}, no {@code ?new}, HTML escaped by itself.
 *
 * <p>A template in the site's {@code templates/} stands before the theme's of the same name, and one for a language
 * before one for all: {@code social/x.it.ftl} before {@code social/x.ftl}, but never a theme's before the site's own.
 * Templates are parsed once; threads may share it.
 */
public final class Templates {
    private static final String THEME = "dev/byline/template";

    private static final Pattern IN_TEMPLATE = Pattern.compile("in template \"([^\"]+)\"");

    private final Configuration configuration;
    private final Optional<Path> overrides;

    /**
     * Opens the templates.
     *
     * @param overrides the site's {@code templates/}, if there is one
     */
    public Templates(Optional<Path> overrides) {
        this.overrides = overrides.filter(Files::isDirectory);
        this.configuration = new Configuration(Configuration.VERSION_2_3_35);
        configuration.setTemplateLoader(loader(this.overrides));
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setTemplateLookupStrategy(new InOneLanguage(this::isOwn));
        configuration.setNumberFormat("computer");
        configuration.setBooleanFormat("c");
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setObjectWrapper(wrapper());
    }

    private static TemplateLoader loader(Optional<Path> overrides) {
        TemplateLoader theme = new ClassTemplateLoader(Templates.class.getClassLoader(), THEME);
        if (overrides.isEmpty()) {
            return theme;
        }
        try {
            TemplateLoader own = new FileTemplateLoader(overrides.get().toFile());
            return new MultiTemplateLoader(new TemplateLoader[] {own, theme});
        } catch (IOException unreadable) {
            return theme;
        }
    }

    /** Lets templates see the components of views, and no other member of anything. */
    private static DefaultObjectWrapper wrapper() {
        DefaultObjectWrapperBuilder builder = new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_35);
        builder.setIterableSupport(false);
        builder.setMemberAccessPolicy(new ViewsOnly());
        return builder.build();
    }

    /**
     * Renders a template.
     *
     * @param language what it is rendered in: it may be another in that language, and so may those that it includes
     * @return empty where it fails; the reason is among the diagnostics then, with the template's line
     */
    public Optional<byte[]> render(String name, Locale language, Map<String, Object> model, Diagnostics diagnostics) {
        try {
            Template template = configuration.getTemplate(name, language);
            Utf8 out = new Utf8();
            // Unlike a map, it wraps what it holds once, however often a template asks for it.
            template.process(new SimpleHash(model, configuration.getObjectWrapper()), out);
            return Optional.of(out.bytes());
        } catch (ParseException broken) {
            tell(broken, Optional.empty(), diagnostics);
        } catch (TemplateException broken) {
            tell(broken, name, diagnostics);
        } catch (TemplateNotFoundException missing) {
            diagnostics.error(place(missing.getTemplateName(), 0, 0), "no such template");
        } catch (IOException unreadable) {
            Optional<ParseException> before = unreadable(unreadable);
            before.ifPresent(broken -> tell(broken, Optional.empty(), diagnostics));
            if (before.isEmpty()) {
                diagnostics.error(place(name, 0, 0), "cannot be read: " + firstLine(unreadable.getMessage()));
            }
        }
        return Optional.empty();
    }

    /** What could not be read, now or when it was asked for before. */
    private static Optional<ParseException> unreadable(Exception failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ParseException broken) {
                return Optional.of(broken);
            }
        }
        return Optional.empty();
    }

    private void tell(ParseException broken, Optional<String> chain, Diagnostics diagnostics) {
        Place place = place(broken.getTemplateName(), broken.getLineNumber(), broken.getColumnNumber());
        String message = "a template that cannot be read: " + firstLine(broken.getEditorMessage());
        diagnostics.error(place, message, chain.orElse("byline theme eject gives a sound one to begin with"));
    }

    private void tell(TemplateException broken, String name, Diagnostics diagnostics) {
        Optional<String> chain = chain(broken);
        Optional<ParseException> included = unreadable(broken);
        if (included.isPresent()) {
            // What it was included by is not to blame.
            tell(included.get(), chain, diagnostics);
            return;
        }
        int line = broken.getLineNumber() == null ? 0 : broken.getLineNumber();
        int column = broken.getColumnNumber() == null ? 0 : broken.getColumnNumber();
        String template = broken.getTemplateSourceName() == null ? name : broken.getTemplateSourceName();
        diagnostics.error(
                place(template, line, column),
                "a template that fails: " + firstLine(broken.getMessageWithoutStackTop()),
                chain.map(way -> way + "; ").orElse("") + "what templates see is in docs/theming.md");
    }

    /** The templates that led to the one that failed, the nearest first. */
    private static Optional<String> chain(TemplateException broken) {
        Matcher names = IN_TEMPLATE.matcher(String.valueOf(broken.getFTLInstructionStack()));
        Set<String> chain = new LinkedHashSet<>();
        while (names.find()) {
            chain.add(names.group(1));
        }
        chain.remove(broken.getTemplateSourceName());
        return chain.isEmpty() ? Optional.empty() : Optional.of("reached through " + String.join(", ", chain));
    }

    private Place place(String name, int line, int column) {
        Place file = Place.of(isOwn(name) ? "templates/" + name : "theme:" + name);
        return file.at(Math.max(0, line), line <= 0 ? 0 : Math.max(0, column));
    }

    private boolean isOwn(String name) {
        return overrides.isPresent() && Files.exists(overrides.get().resolve(name));
    }

    /** FreeMarker names what is missing on its second line, behind an arrow. */
    private static String firstLine(String message) {
        List<String> lines = message.strip().lines().map(String::strip).toList();
        String first = lines.isEmpty() ? "" : lines.get(0);
        String missing = lines.size() > 1 && lines.get(1).startsWith("==> ") ? lines.get(1) : "";
        return missing.isEmpty()
                ? first
                : missing.substring("==> ".length()).replaceAll("\\s*\\[in template.*$", "") + " is not there";
    }
}
