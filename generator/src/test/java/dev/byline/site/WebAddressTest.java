package dev.byline.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a stranger's address a page can link to. */
final class WebAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://town.example",
                "http://TOWN.example:8080/@reader?a=b&c=%20#x",
                "https://münchen.example/straße",
                "https://127.0.0.1/a",
                "https://t.example/a'b(c)~d",
            })
    void what_is_fit_stays_as_it_is(String address) {
        assertThat(WebAddress.of(address)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "//town.example",
                "https://",
                "https:///x",
                "https://reader:secret@town.example/",
                "https://good.example\\@evil.example/",
                "https://town.example/a b",
                "https://town.example/\"onclick=x",
                "https://ahref=x/",
                "https://-a.example/",
                "https://1.2.3/",
                "https://0x7f.1/",
                "https://256.1.1.1/",
                "https://01.1.1.1/",
                "https://town.example:99999/",
                "https://town.example:x/",
                "https://..example/",
                "https://\u0661\u0662\u0663/",
                "https://\u2070\u2074\u2075/",
                "https://\u202Eexample/",
                "https://a\u200Cb.example/",
            })
    void what_browsers_would_read_in_different_ways_is_no_address(String address) {
        assertThat(WebAddress.of(address)).isEmpty();
    }

    @Test
    void what_an_address_cannot_hold_is_encoded() {
        assertThat(WebAddress.of("https://t.example/a|b`c{d}[e]^f?100%#g#h\u202E"))
                .contains("https://t.example/a%7Cb%60c%7Bd%7D%5Be%5D%5Ef?100%25#g%23h%E2%80%AE");
    }

    @Test
    void one_of_a_megabyte_is_none() {
        assertThat(WebAddress.of("https://t.example/" + "x".repeat(1_000_000))).isEmpty();
    }
}
