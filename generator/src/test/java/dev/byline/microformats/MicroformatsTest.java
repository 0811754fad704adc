package dev.byline.microformats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Reading pages that are not as a page should be. */
final class MicroformatsTest {
    private static Microformats read(String html) {
        return Microformats.of(html, "https://noor.example/post");
    }

    @Test
    void the_language_of_an_item_is_that_of_the_nearest_element_that_says_one() {
        Item item = read("<html lang=en><div class=h-entry lang=it><p class=e-content>Ciao")
                .items()
                .get(0);
        assertThat(item.language()).contains("it");
        assertThat(read("<p class=h-entry>x").items().get(0).language()).isEmpty();
    }

    @Test
    void a_page_with_nothing_in_it_tells_nothing() {
        for (String html : new String[] {"", "\u0000", "<", "plain text", "{\"json\": 1}", "<div class='h-'>x"}) {
            assertThat(read(html).items()).as(html).isEmpty();
        }
    }

    @Test
    void a_page_of_twenty_thousand_open_elements_is_read() {
        assertThatCode(() -> read("<div class='h-entry p-a e-b'>".repeat(20_000)))
                .doesNotThrowAnyException();
    }

    @Test
    void properties_that_hold_each_other_do_not_fill_the_memory() {
        String html = "<div class=h-entry>" + "<div class='e-a p-b'>".repeat(400) + "x".repeat(1_900_000);
        long began = System.nanoTime();
        Item item = read(html).items().get(0);
        long held =
                item.all("a").stream().mapToLong(value -> value.text().length()).sum();
        assertThat(held).isLessThan(17L * 1024 * 1024);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void an_address_that_is_none_stays_as_it_is_written() {
        Item item = read("<div class=h-entry><a class=u-url href='http://[broken'>x</a>")
                .items()
                .get(0);
        assertThat(item.text("url")).contains("http://[broken");
    }

    @Test
    void a_page_is_left_as_it_was() {
        org.jsoup.nodes.Document page = org.jsoup.Jsoup.parse("<p class=h-entry><template>x</template>");
        String before = page.outerHtml();
        Microformats.of(page);
        assertThat(page.outerHtml()).isEqualTo(before);
    }
}
