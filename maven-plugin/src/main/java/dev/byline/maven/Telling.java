package dev.byline.maven;

import dev.byline.BuildReport;
import dev.byline.diagnostic.Diagnostic;
import dev.byline.diagnostic.Severity;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Tells Maven's log what a run has found, and fails the build where that is due. */
final class Telling {
    private Telling() {}

    /** Each as what it is. */
    static void tell(List<Diagnostic> diagnostics, Log log) {
        for (Diagnostic diagnostic : diagnostics) {
            switch (diagnostic.severity()) {
                case ERROR -> log.error(diagnostic.toString());
                case WARNING -> log.warn(diagnostic.toString());
                case NOTICE -> log.info(diagnostic.toString());
            }
        }
    }

    static void tell(BuildReport report, boolean failOnWarning, Log log) throws MojoFailureException {
        List<Diagnostic> diagnostics = report.diagnostics();
        tell(diagnostics, log);
        if (!report.succeeded()) {
            throw new MojoFailureException("The content has problems; the output is as it was.");
        }
        if (failOnWarning && diagnostics.stream().anyMatch(d -> d.severity() == Severity.WARNING)) {
            throw new MojoFailureException("There are warnings, and failOnWarning is set.");
        }
    }
}
