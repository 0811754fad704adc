package dev.byline.cli;

import dev.byline.Byline;
import dev.byline.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code byline theme}: what the theme is made of, and how to make it one's own. */
@Command(
        name = "theme",
        mixinStandardHelpOptions = true,
        description = "Shows the files of the theme, and copies one into a site to be changed there.",
        subcommands = {ThemeCommand.List.class, ThemeCommand.Eject.class})
final class ThemeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: byline theme list");
    }

    /** {@code byline theme list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the files of the theme.")
    static final class List implements Runnable {
        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            new Byline().themeFiles().forEach(spec.commandLine().getOut()::println);
        }
    }

    /** {@code byline theme eject NAME}. */
    @Command(
            name = "eject",
            mixinStandardHelpOptions = true,
            description = "Copies a file of the theme into SITE/templates, where it stands before the theme's own.")
    static final class Eject implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "As byline theme list shows it: parts/byline.ftl.")
        private String name;

        @Option(
                names = "--site",
                paramLabel = "SITE",
                defaultValue = ".",
                description = "The folder that holds site.yml (this one).")
        private Path site;

        @Override
        public Integer call() {
            java.util.List<Diagnostic> problems = new Byline().eject(site, name);
            problems.forEach(spec.commandLine().getErr()::println);
            if (problems.isEmpty()) {
                spec.commandLine().getOut().println(site.resolve("templates").resolve(name) + " is yours now.");
            }
            return problems.isEmpty() ? ExitCode.FINE : ExitCode.CONTENT;
        }
    }
}
