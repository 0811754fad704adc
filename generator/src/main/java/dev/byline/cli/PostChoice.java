package dev.byline.cli;

import dev.byline.Selection;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which posts a command is about. */
final class PostChoice {
    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "Only this account's: an author's id or a company account's.")
    private String account;

    @Option(names = "--network", paramLabel = "ID", description = "Only on this network.")
    private String network;

    @Option(names = "--article", paramLabel = "ID", description = "Only about this article.")
    private String article;

    Selection selection() {
        return new Selection(Optional.ofNullable(account), Optional.ofNullable(network), Optional.ofNullable(article));
    }
}
