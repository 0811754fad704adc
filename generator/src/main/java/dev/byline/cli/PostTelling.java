package dev.byline.cli;

import dev.byline.PublishReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Tells what became of posts: a table for people, a list for programs. */
final class PostTelling {
    private static final List<String> RESULTS =
            List.of("posted", "found", "updated", "withdrawn", "mentioned", "due", "changed since", "later");

    private PostTelling() {}

    static int tell(CommandLine command, Reporting reporting, PublishReport report, boolean dryRun) {
        table(report.posts()).forEach(line -> reporting.note(command.getOut(), line));
        reporting.tell(
                command.getOut(),
                command.getErr(),
                report.diagnostics(),
                summary(report),
                figures(report),
                Map.of("posts", entries(report)));
        if (!report.succeeded()) {
            return ExitCode.CONTENT;
        }
        return report.failures() > 0 && !dryRun ? ExitCode.REMOTE : ExitCode.FINE;
    }

    private static List<String> table(List<PublishReport.Entry> posts) {
        int result = width(posts.stream().map(PublishReport.Entry::result).toList());
        int article = width(posts.stream().map(PostTelling::article).toList());
        int account = width(posts.stream().map(PublishReport.Entry::account).toList());
        int network = width(posts.stream().map(PublishReport.Entry::network).toList());
        return posts.stream()
                .map(post -> padded(post.result(), result)
                        + padded(article(post), article)
                        + padded(post.account(), account)
                        + padded(post.network(), network)
                        + post.detail())
                .toList();
    }

    private static String article(PublishReport.Entry post) {
        return post.part() == 1 ? post.article() : post.article() + " (" + post.part() + ")";
    }

    private static int width(List<String> column) {
        return column.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length() + 2);
    }

    /** A round in one line. */
    static String summary(PublishReport report) {
        List<String> parts = new ArrayList<>();
        for (String result : RESULTS) {
            if (report.count(result) > 0) {
                parts.add(report.count(result) + " " + result);
            }
        }
        if (report.failures() > 0) {
            parts.add(report.failures() + " failed");
        }
        String done = parts.isEmpty() ? "nothing to do" : String.join(", ", parts);
        return report.unapproved() == 0 ? done : done + "; " + report.unapproved() + " drafts not approved";
    }

    private static Map<String, Number> figures(PublishReport report) {
        Map<String, Number> figures = new LinkedHashMap<>();
        for (String result : RESULTS) {
            figures.put(result.replace(" since", ""), report.count(result));
        }
        figures.put("failures", report.failures());
        figures.put("unapproved", report.unapproved());
        return figures;
    }

    private static List<Map<String, String>> entries(PublishReport report) {
        List<Map<String, String>> entries = new ArrayList<>();
        for (PublishReport.Entry post : report.posts()) {
            Map<String, String> entry = new LinkedHashMap<>();
            entry.put("article", post.article());
            entry.put("account", post.account());
            entry.put("network", post.network());
            entry.put("part", Integer.toString(post.part()));
            entry.put("result", post.result());
            entry.put("detail", post.detail());
            entries.add(entry);
        }
        return entries;
    }
}
