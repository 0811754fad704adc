package dev.byline.feedback.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.byline.Byline;
import dev.byline.ImportReport;
import dev.byline.ImportRequest;
import dev.byline.TestSite;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments from elsewhere: every one is accounted for, none comes twice, and nobody's address comes along. */
final class ImportTest {
    private static final String DISQUS = """
            <?xml version="1.0" encoding="utf-8"?>
            <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
            %s
            </disqus>
            """;

    private static final String POST = """
            <post dsq:id="%s"><id/><message><![CDATA[%s]]></message><createdAt>2013-10-10T19:20:29Z</createdAt>
            <isDeleted>%s</isDeleted><isSpam>%s</isSpam>
            <author><email>peter@mail.example</email><name>%s</name><isAnonymous>true</isAnonymous></author>
            <ipAddress>198.51.100.7</ipAddress><thread dsq:id="%s"/>%s</post>
            """;

    private static final String THREAD =
            "<thread dsq:id=\"%s\"><id/><link>%s</link><title>T</title><author><name>Owner</name></author>"
                    + "<isDeleted>%s</isDeleted></thread>\n";

    @TempDir
    private Path folder;

    private TestSite site;

    @BeforeEach
    void write() {
        site = TestSite.in(folder.resolve("site"))
                .article("a", "title: A\nauthor: giulia-ferri\ndate: 2026-05-01\naliases: [/2013/old-a.html]", "x")
                .article("b", "title: B\nauthor: giulia-ferri\ndate: 2026-05-01", "x");
    }

    private Path archive(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private ImportReport bring(String system, Path archive) {
        return bring(system, archive, Map.of(), false);
    }

    private ImportReport bring(String system, Path archive, Map<String, String> pages, boolean pending) {
        ImportReport report = new Byline()
                .importFeedback(new ImportRequest(site.folder(), TestSite.NOW, system, archive, pages, pending));
        Reckoning all = report.reckoning();
        assertThat(all.taken() + all.pending() + all.lost()).isEqualTo(all.read());
        return report;
    }

    /** Path below feedback/, to text. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path feedback = site.folder().resolve("feedback");
        if (Files.isDirectory(feedback)) {
            try (Stream<Path> all = Files.walk(feedback)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(feedback.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    private static String post(String id, String text, String name, String thread, String more) {
        return POST.formatted(id, text, "false", "false", name, thread, more);
    }

    @Test
    void disqus_comes_in_any_order_with_threads_of_one_page_under_many_addresses() throws IOException {
        String parent = "<parent dsq:id=\"%s\"/>";
        Path archive = archive(
                "d.xml",
                DISQUS.formatted(post("5", "<p>An answer</p>", "Ana", "2", parent.formatted("4"))
                        + THREAD.formatted("1", "https://blog.example.com/articles/a/", "false")
                        + THREAD.formatted("2", "http://old.example.org/2013/old-a.html?utm_source=x", "false")
                        + THREAD.formatted("3", "https://blog.example.com/articles/gone/", "false")
                        + THREAD.formatted("9", "https://blog.example.com/articles/b/", "true")
                        + "<thread dsq:id=\"8\"><id/></thread>"
                        + post("4", "First", "Ben", "1", "")
                        + post("6", "Of nowhere", "Cy", "3", "")
                        + post("7", "Of a thread that is no longer there", "Di", "1337", "")
                        + post("10", "Of a thread without an address", "Eve", "8", "")
                        + post("11", "Of a deleted thread", "Flo", "9", "")
                        + POST.formatted("12", "Buy", "false", "true", "Spam", "1", "")
                        + POST.formatted("13", "Sorry", "true", "false", "Gus", "1", "")
                        + post("14", "To a deleted one", "Hal", "1", parent.formatted("13"))
                        + post("15", " ", "Ida", "1", "")));
        ImportReport report = bring("disqus", archive);
        assertThat(report.succeeded()).isTrue();
        assertThat(report.reckoning().read()).isEqualTo(10);
        assertThat(report.reckoning().taken()).isEqualTo(3);
        assertThat(report.reckoning().dropped())
                .containsEntry("it is spam there", 1)
                .containsEntry("it is deleted there", 2)
                .containsEntry("it has no text", 1)
                .containsEntry("its page is none of this site's", 3);
        assertThat(files()).containsOnlyKeys("a/disqus-4.yml", "a/disqus-5.yml", "a/disqus-14.yml");
        assertThat(files().get("a/disqus-5.yml")).contains("parent: disqus-4").contains("moderation: approved");
        assertThat(files().get("a/disqus-14.yml")).doesNotContain("parent:");
        assertThat(files().values()).noneMatch(text -> text.contains("mail.example") || text.contains("198.51"));
        assertThat(site.problems()).isEmpty();
    }

    @Test
    void a_second_import_changes_nothing_and_what_people_decided_since_stays() throws IOException {
        Path archive = archive(
                "d.xml",
                DISQUS.formatted(THREAD.formatted("1", "https://blog.example.com/articles/a/", "false")
                        + post("4", "One", "Ben", "1", "")));
        bring("disqus", archive);
        Path file = site.folder().resolve("feedback/a/disqus-4.yml");
        Files.writeString(file, Files.readString(file).replace("moderation: approved", "moderation: rejected"));
        Map<String, String> before = files();
        ImportReport again = bring("disqus", archive);
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.added() + again.updated()).isZero();
        assertThat(files()).isEqualTo(before);
    }

    private static String wordPress(String comments) {
        return """
                <rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                <title>Blog</title><link>https://old.example.org</link>
                <item><title>B</title><link>https://old.example.org/?p=4</link><content:encoded><![CDATA[The whole piece]]></content:encoded>
                <wp:post_name>b</wp:post_name>%s</item></channel></rss>""".formatted(comments);
    }

    private static String comment(String id, String approved, String type, String date, String text) {
        return """
                <wp:comment><wp:comment_id>%s</wp:comment_id><wp:comment_author><![CDATA[Ana]]></wp:comment_author>
                <wp:comment_author_email>ana@mail.example</wp:comment_author_email><wp:comment_author_url>https://ana.example/</wp:comment_author_url>
                <wp:comment_author_IP>198.51.100.7</wp:comment_author_IP><wp:comment_date_gmt>%s</wp:comment_date_gmt>
                <wp:comment_content><![CDATA[%s]]></wp:comment_content><wp:comment_approved>%s</wp:comment_approved>
                <wp:comment_type>%s</wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>""".formatted(id, date, text, approved, type);
    }

    @Test
    void wordpress_finds_a_page_by_its_name_and_keeps_what_was_not_approved_for_somebody_to_look_at()
            throws IOException {
        Path archive = archive(
                "w.xml",
                wordPress(comment("1", "1", "", "2014-01-14 17:32:12", "One\nline\n\nTwo")
                        + comment("2", "0", "comment", "0000-00-00 00:00:00", "Wait")
                        + comment("3", "spam", "", "2014-01-14 17:32:12", "Buy")
                        + comment("4", "trash", "", "2014-01-14 17:32:12", "Gone")
                        + comment("5", "1", "pingback", "2014-01-14 17:32:12", "[...] as B says [...]")));
        Reckoning reckoning = bring("wordpress", archive).reckoning();
        assertThat(reckoning.read()).isEqualTo(5);
        assertThat(reckoning.taken()).isEqualTo(2);
        assertThat(reckoning.pending()).isEqualTo(1);
        assertThat(files()).containsOnlyKeys("b/wordpress-1.yml", "b/wordpress-2.yml", "b/wordpress-5.yml");
        assertThat(files().get("b/wordpress-1.yml"))
                .contains("<p>One<br>line</p><p>Two</p>")
                .contains("https://ana.example/");
        assertThat(files().get("b/wordpress-2.yml"))
                .contains("moderation: pending")
                .doesNotContain("published");
        assertThat(files().get("b/wordpress-5.yml")).contains("kind: mention");
        assertThat(files().values()).noneMatch(text -> text.contains("mail.example") || text.contains("198.51"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"disqus", "wordpress"})
    void five_thousand_comments_add_up(String system) throws IOException {
        StringBuilder all = new StringBuilder(THREAD.formatted("1", "https://blog.example.com/articles/a/", "false"));
        StringBuilder comments = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            boolean spam = i % 10 == 1;
            boolean deleted = i % 10 == 2;
            all.append(POST.formatted(
                    "c" + i,
                    "Text " + i,
                    deleted,
                    spam,
                    "N" + i,
                    i % 10 == 3 ? "77" : "1",
                    i > 0 ? "<parent dsq:id=\"c" + (i - 1) + "\"/>" : ""));
            comments.append(comment(
                    "c" + i,
                    spam ? "spam" : deleted ? "trash" : i % 10 == 3 ? "0" : "1",
                    "",
                    "2014-01-14 17:32:12",
                    "Text " + i));
        }
        Path archive =
                archive("all.xml", system.equals("disqus") ? DISQUS.formatted(all) : wordPress(comments.toString()));
        ImportReport report = bring(system, archive);
        Reckoning reckoning = report.reckoning();
        System.out.println("Import of 5,000 comments from " + system + ": " + reckoning.taken() + " taken, "
                + reckoning.pending() + " pending, " + reckoning.dropped());
        assertThat(reckoning.read()).isEqualTo(5_000);
        assertThat(reckoning.dropped())
                .containsEntry("it is spam there", 500)
                .containsEntry("it is deleted there", 500);
        assertThat(report.added())
                .isEqualTo(reckoning.taken() + reckoning.pending())
                .isEqualTo(files().size());
        assertThat(bring(system, archive).unchanged()).isEqualTo(report.added());
        assertThat(site.problems()).isEmpty();
    }

    @Test
    void remark42_is_read_packed_and_unpacked() throws IOException {
        String backup = """
                {"version":1,"users":[],"posts":[]}
                {"id":"u1","pid":"","text":"<p>Hello</p>","orig":"Hello *you*","user":{"name":"Ana","id":"a","picture":"https://x.example/a.png","ip":"ab12"},"locator":{"site":"s","url":"https://blog.example.com/articles/a/"},"score":1,"time":"2021-03-12T11:21:56.123-05:00","edit":{"time":"2021-03-12T11:25:56-05:00","summary":""}}
                {"id":"u2","pid":"u1","text":"","user":{"name":"","id":""},"locator":{"site":"s","url":"https://blog.example.com/articles/a/"},"time":"2021-03-12T11:21:56Z","delete":true}
                """;
        Path packed = folder.resolve("backup.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(backup.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(bring("remark42", packed).reckoning().taken()).isEqualTo(1);
        assertThat(files().get("a/remark42-u1.yml"))
                .contains("Hello *you*")
                .contains("format: markdown")
                .contains("published: 2021-03-12T16:21:56.123Z")
                .contains("edited: 2021-03-12T16:25:56Z")
                .doesNotContain("picture")
                .doesNotContain("ab12");
        assertThat(bring("remark42", archive("b.json", backup)).unchanged()).isEqualTo(1);
    }

    @Test
    void isso_is_read_from_its_database() throws Exception {
        Path database = folder.resolve("comments.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE threads (id INTEGER PRIMARY KEY, uri VARCHAR UNIQUE, title VARCHAR)");
            statement.execute(
                    "CREATE TABLE comments (tid REFERENCES threads(id), id INTEGER PRIMARY KEY, parent INTEGER,"
                            + " created FLOAT NOT NULL, modified FLOAT, mode INTEGER, remote_addr VARCHAR, text VARCHAR,"
                            + " author VARCHAR, email VARCHAR, website VARCHAR)");
            statement.execute("INSERT INTO threads VALUES (1, '/articles/a/', 'A')");
            statement.execute("INSERT INTO comments VALUES (1, 1, NULL, 1546300800.5, 1546300900, 1, '192.0.2.0',"
                    + " 'Hi *you*', 'Ana', 'ana@mail.example', 'https://ana.example/')");
            statement.execute(
                    "INSERT INTO comments VALUES (1, 2, 1, 1546300801, NULL, 2, '192.0.2.0', 'Wait', NULL, NULL, NULL)");
            statement.execute(
                    "INSERT INTO comments VALUES (1, 3, 1, 1546300802, NULL, 4, '192.0.2.0', '', NULL, NULL, NULL)");
        }
        Reckoning reckoning = bring("isso", database).reckoning();
        assertThat(reckoning.read()).isEqualTo(3);
        assertThat(reckoning.pending()).isEqualTo(1);
        assertThat(reckoning.dropped()).containsEntry("it is deleted there", 1);
        assertThat(files().get("a/isso-1.yml"))
                .contains("published: 2019-01-01T00:00:00.500Z")
                .contains("edited: 2019-01-01T00:01:40Z")
                .contains("Hi *you*");
        assertThat(files().get("a/isso-2.yml")).contains("parent: isso-1").contains("moderation: pending");
        assertThat(files().values()).noneMatch(text -> text.contains("mail.example") || text.contains("192.0.2"));
    }

    @Test
    void a_database_that_is_damaged_or_of_something_else_is_told() throws IOException {
        Path broken = archive("x.db", "SQLite format 3\0 and then nothing of use");
        assertThat(bring("isso", broken).diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).contains("none of Isso"));
    }

    @Test
    void staticman_has_a_folder_for_each_page_and_fields_by_many_names() throws IOException {
        Path all = folder.resolve("comments");
        Files.createDirectories(all.resolve("a"));
        Files.writeString(
                all.resolve("a/entry1.yml"),
                "_id: 1a\nname: Ana\nemail: 0bc83cb571cd1c50ba6f3e8a78ef1346\nmessage: One\nurl: https://ana.example/\ndate: 1546300800\n");
        Files.writeString(
                all.resolve("a/entry2.json"),
                "{\"_id\": \"2b\", \"author\": \"Ben\", \"comment\": \"Two\", \"replying_to_uid\": \"1a\", \"date\": \"2019-01-02T00:00:00.000Z\"}");
        assertThat(bring("staticman", all).reckoning().taken()).isEqualTo(2);
        assertThat(files().get("a/staticman-1a.yml"))
                .contains("2019-01-01T00:00:00Z")
                .doesNotContain("0bc83cb");
        assertThat(files().get("a/staticman-2b.yml")).contains("parent: staticman-1a");
    }

    @Test
    void a_page_that_only_a_person_knows_is_named_in_a_list_and_all_can_wait_for_somebody_to_look() throws IOException {
        Path archive = archive("i.json", """
                [{"id": "/posts/0001/", "title": "T", "comments": [
                  {"id": 0, "author": "Ana", "email": "a@mail.example", "remote_addr": "192.0.2.1", "website": "javascript:alert(1)",
                   "created": "2005-02-24 04:03:37", "text": "Hi"}]}]""");
        assertThat(bring("isso", archive).reckoning().strangers())
                .containsExactly(new Reckoning.Stranger("/posts/0001/", 1));
        assertThat(bring("isso", archive, Map.of("/posts/0001/", "a"), true)
                        .reckoning()
                        .pending())
                .isEqualTo(1);
        assertThat(files().get("a/isso-0.yml")).contains("moderation: pending").doesNotContain("javascript");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            disqus    | `<?xml version="1.0"?><disqus/>                                              | not well-formed
            disqus    | <rss/>                                                                       | no export of Disqus
            wordpress | <disqus/>                                                                    | no export of WordPress
            wordpress | <rss><channel><item>                                                         | not well-formed
            wordpress | <!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><rss>&c;</rss>              | not well-formed
            isso      | {"id": 1}                                                                    | no database of Isso
            isso      | nonsense                                                                     | no database of Isso
            remark42  | <html>                                                                       | no JSON object
            remark42  | {"id": "1"}                                                                  | without a locator
            staticman | a file                                                                       | not a folder
            """)
    void what_is_no_archive_is_told_and_nothing_is_written(String system, String text, String reason)
            throws IOException {
        ImportReport report = bring(system, archive("broken", text));
        assertThat(report.succeeded()).isFalse();
        assertThat(report.diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).contains(reason));
        assertThat(files()).isEmpty();
    }

    @Test
    void entities_are_not_followed_to_other_files() throws IOException {
        Path secret = archive("secret.txt", "the secret");
        Path archive = archive(
                "x.xml",
                "<!DOCTYPE rss [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>"
                        + wordPress(comment("1", "1", "", "2014-01-14 17:32:12", "Hi"))
                                .replace("<title>B</title>", "<title>&s;</title>"));
        bring("wordpress", archive);
        assertThat(files().toString()).doesNotContain("the secret");
    }

    @Test
    void parents_in_a_circle_and_comments_in_the_file_twice_do_no_harm() throws IOException {
        String parent = "<parent dsq:id=\"%s\"/>";
        Path archive = archive(
                "d.xml",
                DISQUS.formatted(THREAD.formatted("1", "https://blog.example.com/articles/a/", "false")
                        + post("4", "One", "Ben", "1", parent.formatted("5"))
                        + post("5", "Two", "Ben", "1", parent.formatted("4"))
                        + post("6", "Self", "Ben", "1", parent.formatted("6"))
                        + post("4", "One again", "Ben", "1", "")
                        + post("", "Without id", "Ben", "1", "")));
        Reckoning reckoning = bring("disqus", archive).reckoning();
        assertThat(reckoning.taken()).isEqualTo(4);
        assertThat(reckoning.dropped()).containsEntry("it is in the file twice", 1);
        assertThat(site.problems()).isEmpty();
    }

    private static Path sample(String name) {
        String conformance = System.getProperty("conformance.dir", "");
        assumeTrue(!conformance.isEmpty(), "conformance.dir is not set: the samples of others are not read");
        return Path.of(conformance, "imports", name);
    }

    @ParameterizedTest
    @CsvSource({"disqus, isso/disqus.xml, 6", "wordpress, isso/wordpress.xml, 8", "isso, isso/generic.json, 2"})
    void the_samples_of_others_add_up(String system, String sample, int comments) {
        assertThat(bring(system, sample(sample)).reckoning().read()).isEqualTo(comments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disqus.xml", "disqus-deleted-post.xml", "disqus-deleted-thread.xml"})
    void samples_whose_attributes_have_no_quotes_are_no_xml_and_are_told_by_line(String sample) throws IOException {
        ImportReport report = bring("disqus", sample("remark42/" + sample));
        assertThat(report.diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).isEqualTo("not well-formed XML"));
        assertThat(files()).isEmpty();
    }
}
