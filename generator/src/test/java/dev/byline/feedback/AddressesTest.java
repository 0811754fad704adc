package dev.byline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One address is written in many ways. */
final class AddressesTest {
    private static final Addresses ADDRESSES = new Addresses(
            URI.create("https://blog.example.com/news/"), Map.of("/news/articles/a/", "a", "/news/articles/b/", "b"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://blog.example.com/news/articles/a/",
                "http://www.blog.example.com/news/articles/a",
                "https://blog.example.com:443/news/articles/a/index.html",
                "https://BLOG.example.com/news//articles/a/?utm_source=x#top",
                " /news/articles/a/ "
            })
    void all_of_them_lead_to_the_article(String address) {
        assertThat(ADDRESSES.articleAt(address)).contains("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://other.example.com/news/articles/a/",
                "https://blog.example.com:8443/news/articles/a/",
                "https://blog.example.com/news/articles/",
                "mailto:a@blog.example.com",
                "https://blog.example.com/news/articles/%zz",
                "javascript:/news/articles/a/",
                "https:///news/articles/a/"
            })
    void whatever_else_is_written_leads_nowhere(String address) {
        assertThat(ADDRESSES.articleAt(address)).isEmpty();
    }
}
