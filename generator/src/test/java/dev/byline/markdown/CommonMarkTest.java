package dev.byline.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.Conformance;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The examples of the CommonMark specification 0.31.2, with the parser in its plain form. */
final class CommonMarkTest {
    @Test
    void every_example_of_the_specification_is_rendered_as_it_says() {
        Parser parser = Parser.builder().build();
        HtmlRenderer renderer = HtmlRenderer.builder().percentEncodeUrls(true).build();
        List<String> wrong = new ArrayList<>();
        JsonNode examples = Conformance.json("commonmark/commonmark-0.31.2.json");
        for (JsonNode example : examples) {
            String html = renderer.render(parser.parse(example.path("markdown").stringValue()));
            if (!html.equals(example.path("html").stringValue())) {
                wrong.add(example.path("example").asString());
            }
        }
        System.out.println(
                "CommonMark 0.31.2: " + (examples.size() - wrong.size()) + " of " + examples.size() + " examples");
        assertThat(wrong).isEmpty();
        assertThat(examples.size()).isEqualTo(652);
    }
}
