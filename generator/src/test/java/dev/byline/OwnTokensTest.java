package dev.byline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.site.Post;
import dev.byline.site.Site;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To whom the tokens of our accounts are shown when answers are gathered. */
final class OwnTokensTest {
    @TempDir
    private Path folder;

    private Optional<String> token(String account, String network, String url) {
        TestSite.in(folder).article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
        Site site = Byline.site(folder, TestSite.NOW, new Diagnostics()).orElseThrow();
        OwnTokens tokens = new OwnTokens(
                site, Map.of("BYLINE_MASTODON_TOKEN_GIULIA_FERRI", "secret", "BYLINE_MASTODON_TOKEN_ACME", " other "));
        return tokens.of(new Post(
                account, network, 1, Post.State.PUBLISHED, "1", Optional.of(url), Optional.empty(), "", "", ""));
    }

    @Test
    void the_accounts_own_server_sees_it() {
        assertThat(token("giulia-ferri", "mastodon", "https://social.example/@giulia/1"))
                .contains("secret");
        assertThat(token("acme", "mastodon", "https://SOCIAL.example/@acme/1")).contains("other");
    }

    @Test
    void no_other_server_does() {
        assertThat(token("giulia-ferri", "mastodon", "https://evil.example/@giulia/1"))
                .isEmpty();
        assertThat(token("giulia-ferri", "mastodon", "https://social.example.evil.example/@g/1"))
                .isEmpty();
        assertThat(token("giulia-ferri", "akkoma", "https://social.example/@giulia/1"))
                .isEmpty();
        assertThat(token("zoe-o-hara", "mastodon", "https://code.example/@zoe/1"))
                .isEmpty();
        assertThat(token("", "mastodon", "https://social.example/@giulia/1")).isEmpty();
        assertThat(token("giulia-ferri", "mastodon", "no address")).isEmpty();
    }
}
