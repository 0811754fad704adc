package dev.byline.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goals do with their parameters, set as Maven sets them. */
final class MojosTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        file("site.yml", "title: T\nurl: https://blog.example.com/\ntimeZone: UTC\nlanguages: [en]\n");
        file("authors/giulia.yml", "name: Giulia\nhandles: {x: giulia}\n");
        file("articles/a.md", "---\ntitle: A\nauthor: giulia\ndate: 2026-05-01\n---\nText.\n");
    }

    private void file(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private BuildMojo build() {
        BuildMojo mojo = new BuildMojo();
        set(mojo, "site", folder.toFile());
        set(mojo, "output", output());
        set(mojo, "drafts", folder.resolve("target/drafts").toFile());
        set(mojo, "at", "2026-06-01T00:00:00Z");
        return mojo;
    }

    private File output() {
        return folder.resolve("target/site").toFile();
    }

    private static void set(AbstractMojo mojo, String parameter, Object value) {
        try {
            Field field = mojo.getClass().getDeclaredField(parameter);
            field.setAccessible(true);
            field.set(mojo, value);
        } catch (ReflectiveOperationException wrong) {
            throw new LinkageError("no such parameter: " + parameter, wrong);
        }
    }

    @Test
    void build_builds_site_and_drafts() throws Exception {
        build().execute();
        assertThat(folder.resolve("target/site/articles/a/index.html")).exists();
        assertThat(folder.resolve("target/drafts/a/giulia.x.md")).exists();
    }

    @Test
    void the_moment_decides_what_is_out() throws Exception {
        BuildMojo mojo = build();
        set(mojo, "at", "2026-04-30T23:59:59Z");
        mojo.execute();
        assertThat(folder.resolve("target/site/index.html")).exists();
        assertThat(folder.resolve("target/site/articles/a")).doesNotExist();
        set(mojo, "at", "noon");
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("byline.at");
    }

    @Test
    void a_mistake_in_the_content_fails_the_build_and_writes_nothing() throws Exception {
        file("articles/b.md", "---\ntitle: B\nauthor: giulai\ndate: 2026-05-01\n---\nText.\n");
        assertThatThrownBy(build()::execute).isInstanceOf(MojoFailureException.class);
        assertThat(output()).doesNotExist();
    }

    @Test
    void a_warning_fails_the_build_only_where_it_is_asked_to() throws Exception {
        file("articles/b.md", "---\ntitle: B\nauthor: giulia\n---\nText.\n");
        BuildMojo mojo = build();
        mojo.execute();
        set(mojo, "failOnWarning", true);
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("warnings");
    }

    @Test
    void skip_does_nothing() throws Exception {
        BuildMojo mojo = build();
        set(mojo, "skip", true);
        mojo.execute();
        assertThat(output()).doesNotExist();
    }

    @Test
    void clean_removes_what_was_built_and_keeps_what_others_put_there() throws Exception {
        build().execute();
        file("target/site/CNAME", "blog.example.com");
        CleanMojo clean = new CleanMojo();
        set(clean, "output", output());
        set(clean, "drafts", folder.resolve("target/drafts").toFile());
        clean.execute();
        assertThat(folder.resolve("target/site/index.html")).doesNotExist();
        assertThat(folder.resolve("target/site/CNAME")).exists();
        assertThat(folder.resolve("target/drafts")).doesNotExist();
    }

    @Test
    void ping_tells_of_a_hub_that_fails_and_fails_only_where_it_is_asked_to() throws Exception {
        file("site.yml", """
                title: T
                url: https://blog.example.com/
                timeZone: UTC
                languages: [en]
                feeds: {hub: "http://127.0.0.1:1/"}
                """);
        build().execute();
        PingMojo ping = new PingMojo();
        set(ping, "site", folder.toFile());
        set(ping, "output", output());
        set(ping, "patience", 1);
        ping.execute();
        set(ping, "failOnError", true);
        assertThatThrownBy(ping::execute).isInstanceOf(MojoFailureException.class);
        assertThat(folder.resolve("websub.lock")).doesNotExist();
        set(ping, "dryRun", true);
        ping.execute();
        set(ping, "state", folder.resolve("other.lock").toFile());
        file("site.yml", "title: T\n");
        assertThatThrownBy(ping::execute).isInstanceOf(MojoFailureException.class);
        set(ping, "failOnError", false);
        ping.execute();
    }

    @Test
    void gather_tells_of_a_source_that_fails_and_fails_only_where_it_is_asked_to() throws Exception {
        file(
                "ledger/a.yml",
                "posts:\n  - {account: giulia, network: mastodon, id: \"1\", url: \"http://127.0.0.1:1/@g/1\"}\n");
        GatherMojo gather = new GatherMojo();
        set(gather, "site", folder.toFile());
        set(gather, "patience", 1);
        gather.execute();
        set(gather, "failOnSource", true);
        assertThatThrownBy(gather::execute).isInstanceOf(MojoFailureException.class);
    }

    @Test
    void publish_fails_where_a_post_could_not_be_made_unless_it_is_told_not_to() throws Exception {
        file("site.yml", """
                title: The Blog
                url: http://127.0.0.1:1/
                timeZone: UTC
                languages: [en]
                accounts: {acme: {name: Acme, handles: {mastodon: "@acme@social.example"}}}
                """);
        file(
                "drafts/a/acme.mastodon.md",
                "---\narticle: a\naccount: acme\nnetwork: mastodon\nstatus: approved\n---\nWe tell.");
        PublishMojo publish = new PublishMojo();
        set(publish, "site", folder.toFile());
        set(publish, "patience", 1);
        set(publish, "pageCheck", true);
        set(publish, "failOnError", true);
        assertThatThrownBy(publish::execute).isInstanceOf(MojoFailureException.class);
        set(publish, "dryRun", true);
        publish.execute();
        set(publish, "dryRun", false);
        set(publish, "failOnError", false);
        publish.execute();
        assertThat(folder.resolve("ledger")).doesNotExist();
    }

    @Test
    void serve_shows_the_site_until_it_is_interrupted() throws Exception {
        ServeMojo serve = new ServeMojo();
        set(serve, "site", folder.toFile());
        set(serve, "port", 18_680);
        Thread goal = new Thread(() -> {
            try {
                serve.execute();
            } catch (MojoFailureException failed) {
                throw new IllegalStateException(failed);
            }
        });
        goal.start();
        URI page = URI.create("http://localhost:18680/articles/a/");
        HttpRequest request = HttpRequest.newBuilder(page).build();
        String shown = "";
        for (int i = 0; i < 600 && !shown.contains("preview.js"); i++) {
            try {
                shown = HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body();
            } catch (ConnectException notYet) {
                Thread.sleep(50);
            }
        }
        assertThat(shown).contains("Text.").contains("preview.js");
        goal.interrupt();
        goal.join(20_000);
        assertThat(goal.isAlive()).isFalse();
        Files.delete(folder.resolve("site.yml"));
        assertThatThrownBy(serve::execute).isInstanceOf(MojoFailureException.class);
        set(serve, "skip", true);
        serve.execute();
    }
}
