package dev.byline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of the documentation is made of the rules themselves, so it cannot go stale. */
final class NetworksDocTest {
    private static final Path FOLDER = Path.of("../docs/networks");
    private static final Path README = FOLDER.resolve("README.md");
    private static final String BEGIN = "<!-- generated from the rules of each network -->\n";
    private static final String END = "<!-- end -->\n";

    @Test
    void the_documentation_has_the_rules_of_every_network() throws IOException {
        String doc = Files.readString(README);
        int begin = doc.indexOf(BEGIN) + BEGIN.length();
        String generated = doc.substring(0, begin) + table() + doc.substring(doc.indexOf(END));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(README, generated);
        }
        assertThat(Files.readString(README)).isEqualTo(generated);
    }

    @Test
    void every_network_that_drafts_are_made_for_has_its_page_with_its_sources() throws IOException {
        String readme = Files.readString(README);
        for (PostNetwork network : Networks.posting()) {
            String page = network.id() + ".md";
            assertThat(readme).contains("](" + page + ")");
            assertThat(Files.readString(FOLDER.resolve(page)))
                    .startsWith("# " + network.displayName() + "\n")
                    .containsPattern("\nSources?: ");
        }
    }

    @Test
    void every_identity_is_named() throws IOException {
        String readme = Files.readString(README);
        assertThat(Networks.all())
                .filteredOn(IdentityNetwork.class::isInstance)
                .allMatch(network -> readme.contains("`" + network.id() + "`"));
    }

    private static String table() {
        return "| network | a post counts at most | a link counts | written in | hashtags | images | a description counts | card "
                + "| threads | language | warning |\n|---|---|---|---|---|---|---|---|---|---|---|\n"
                + Networks.posting().stream().map(NetworksDocTest::row).collect(Collectors.joining());
    }

    private static String row(PostNetwork network) {
        Rules rules = network.rules();
        Rules.Length length = rules.length();
        return "| [%s](%s.md) | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        network.displayName(),
                        network.id(),
                        limit(length),
                        length.link().isPresent() ? length.link().getAsInt() : "its text",
                        markup(rules.markup()),
                        tags(rules.tags()),
                        images(rules.media()),
                        number(rules.media().altText()),
                        card(rules.reach().card()),
                        mark(rules.reach().threads()),
                        mark(rules.reach().language()),
                        mark(rules.reach().warning()));
    }

    private static String limit(Rules.Length length) {
        String limit =
                number(OptionalInt.of(length.limit())) + " " + length.unit().words();
        return length.title().isPresent() ? limit + ", title " + length.title().getAsInt() : limit;
    }

    private static String markup(Rules.Markup markup) {
        return switch (markup) {
            case PLAIN -> "plain text";
            case HTML -> "HTML";
            case MARKDOWN -> "Markdown";
            case MRKDWN -> "mrkdwn";
        };
    }

    private static String tags(Rules.Tags tags) {
        return switch (tags.where()) {
            case NOWHERE -> "–";
            case TEXT -> tags.most() + " in the text";
            case END -> tags.most() + " at the end";
        };
    }

    private static String images(Rules.Media media) {
        String most = media.most() == 0 ? "–" : "up to " + media.most();
        String required = media.least() > 0 ? "1 to " + media.most() : most;
        return media.bytes().isPresent() ? required + ", " + number(media.bytes()) + " bytes each" : required;
    }

    private static String card(Rules.Card card) {
        return switch (card) {
            case FETCHED -> "fetched";
            case SENT -> "sent along";
            case NONE -> "–";
        };
    }

    private static String number(OptionalInt number) {
        return number.isPresent() ? String.format(java.util.Locale.ROOT, "%,d", number.getAsInt()) : "–";
    }

    private static String mark(boolean has) {
        return has ? "yes" : "–";
    }
}
