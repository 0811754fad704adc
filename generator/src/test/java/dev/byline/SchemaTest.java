package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.network.Network;
import dev.byline.network.Networks;
import dev.byline.network.PostNetwork;
import dev.byline.site.FeedFormat;
import dev.byline.site.Settings;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas that editors complete with know what Byline knows. */
final class SchemaTest {
    @TempDir
    private Path folder;

    private static JsonNode schema(String name) throws Exception {
        try (InputStream in = SchemaTest.class.getResourceAsStream("schema/" + name + ".schema.json")) {
            return JsonMapper.shared().readTree(in);
        }
    }

    @Test
    void an_authors_schema_has_every_network_but_the_channels_of_the_company() throws Exception {
        List<String> channels = Networks.posting().stream()
                .filter(PostNetwork::forColleagues)
                .map(PostNetwork::id)
                .toList();
        List<String> networks = Networks.all().stream()
                .map(Network::id)
                .filter(id -> !channels.contains(id))
                .toList();
        assertThat(schema("author").at("/properties/handles/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(networks);
    }

    @Test
    void a_sites_schema_has_every_format_of_feeds_and_every_switch_of_what_is_made() throws Exception {
        JsonNode formats = schema("site").at("/properties/feeds/properties/formats");
        List<String> known = Stream.of(FeedFormat.values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();
        assertThat(texts(formats.at("/items/enum"))).isEqualTo(known);
        assertThat(texts(formats.path("default"))).isEqualTo(known);
        assertThat(schema("site").at("/properties/make/properties").propertyNames())
                .containsExactlyElementsOf(Stream.of(Settings.Make.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    /** What nobody asks for is unknown: so a file with every key of a schema is told of none. */
    @Test
    void no_key_of_a_schema_is_unknown_to_byline() throws Exception {
        TestSite site = TestSite.in(folder)
                .article("a", keys(schema("article").path("properties").propertyNames()), "x")
                .file(
                        "authors/all.yml",
                        keys(schema("author").path("properties").propertyNames()))
                .file("site.yml", keys(schema("site").path("properties").propertyNames()));
        assertThat(site.problems()).isNotEmpty().noneMatch(line -> line.contains("unknown key"));
        site = TestSite.in(folder)
                .file(
                        "authors/all.yml",
                        keys(schema("author").path("properties").propertyNames()))
                .article("a", keys(schema("article").path("properties").propertyNames()), "x");
        assertThat(site.problems()).isNotEmpty().noneMatch(line -> line.contains("unknown key"));
    }

    private static String keys(Collection<String> names) {
        return String.join(": []\n", names) + ": []\n";
    }
}
