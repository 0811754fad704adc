package dev.byline.bench;

import dev.byline.BuildReport;
import dev.byline.BuildRequest;
import dev.byline.Byline;
import dev.byline.diagnostic.Diagnostics;
import dev.byline.site.Site;
import dev.byline.source.SiteFolder;
import dev.byline.source.Sources;
import dev.byline.understand.Understanding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a whole site takes in a Java that has been at it for a while, as in {@code byline serve}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class SiteBenchmark {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    /** The folder of a site. */
    @Param("site")
    public String site;

    private Path folder;

    @Setup
    public void prepare() throws IOException {
        folder = Files.createTempDirectory("byline-bench");
    }

    @TearDown
    public void remove() throws IOException {
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** A site, which has to be without errors. */
    static Site understood(String folder, Diagnostics diagnostics) {
        return Understanding.of(new SiteFolder(Path.of(folder), diagnostics).read(), NOW, diagnostics)
                .orElseThrow(() -> new IllegalStateException(told(diagnostics.all())));
    }

    private static String told(List<?> problems) {
        return problems.isEmpty() ? "no site" : problems.get(0).toString();
    }

    /** All files with their front matter. */
    @Benchmark
    public Sources frontMatter() {
        return new SiteFolder(Path.of(site), new Diagnostics()).read();
    }

    /** Everything into an empty folder; to empty it is part of the time. */
    @Benchmark
    public BuildReport build() throws IOException {
        delete(folder);
        return built();
    }

    /** Where nothing has changed. */
    @Benchmark
    public BuildReport rebuild() {
        return built();
    }

    private BuildReport built() {
        BuildReport report = new Byline()
                .build(BuildRequest.of(Path.of(site), NOW)
                        .into(folder.resolve("site"), folder.resolve("drafts"))
                        .keepingIn(folder.resolve("cache")));
        if (!report.succeeded()) {
            throw new IllegalStateException(told(report.diagnostics()));
        }
        return report;
    }
}
