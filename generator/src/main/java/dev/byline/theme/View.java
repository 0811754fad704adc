package dev.byline.theme;

import java.util.List;
import java.util.Map;

/**
 * What templates see. Each record is documented in {@code docs/theming.md}.
 *
 * <p>A {@code path} is below the site's root and percent-encoded: templates write {@code ${root}${x.path}}. A {@code url} is
 * a full address. What is absent is the empty text or an empty list: {@code <#list x.date as date>} shows a date where there is one, and templates need no null checks.
 */
public interface View {

    /** The site, in the language of the page; {@code search} and {@code answers} are empty where there are no such pages. */
    record Site(
            String title,
            String tagline,
            String description,
            String url,
            String organization,
            String organizationUrl,
            String logo,
            String home,
            String authors,
            String archive,
            String search,
            String following,
            String answers,
            String categories,
            String tags,
            List<Link> navigation,
            List<Link> footer,
            List<Link> newsletter,
            List<Feed> feeds,
            List<Language> languages) {}

    /** A link of the header or footer; {@code local} says whether {@code href} is a path below the root. */
    record Link(String label, String href, boolean local) {}

    /** A style sheet or script of the theme; {@code integrity} is what browsers check it against. */
    record Asset(String path, String integrity) {}

    /** Feeds of one kind: {@code blog}, {@code person}, {@code subject}, {@code answers}, {@code category}, {@code tag} or {@code series}. */
    record FeedList(String kind, List<FeedLink> feeds) {}

    /** Something that can be followed: the page that shows it, whose it is, and its feed in each format. */
    record FeedLink(String name, String path, List<Person> people, List<Feed> formats) {}

    /** A feed with its name, to be found by reader programs. */
    record Feed(String title, String path, String type) {}

    /** The same thing in another language. */
    record Language(String tag, String name, String path, boolean current) {}

    /** A day, for machines and for people. */
    record Date(String iso, String text) {}

    /** A person, as bylines show them; {@code feed} is the path of what the person writes, in the site's first format. */
    record Person(
            String id,
            String name,
            String initials,
            int hue,
            String role,
            String bio,
            String path,
            String feed,
            List<Picture> image,
            String handle,
            String handleUrl,
            String handleNetwork,
            String email,
            List<Handle> handles,
            List<String> languages,
            List<String> topics,
            int pieces) {}

    /** A public handle. */
    record Handle(String network, String networkName, String name, String url) {}

    /** Where a reader answers a person about a piece. */
    record Answer(String person, String networkName, String disagree, String thank) {}

    /** A word that articles are sorted by. */
    record Term(String name, String path, int count) {}

    /**
     * An image with its words; {@code width} and {@code height} are 0 where they are not known. {@code sources} are its
     * other sizes, the smallest formats first.
     */
    record Picture(
            String path, String alt, String caption, String credit, int width, int height, List<Source> sources) {}

    /** An image in one format, in several sizes. */
    record Source(String type, List<Size> sizes) {}

    /** An image in one size, in pixels. */
    record Size(String path, int width) {}

    /** Where the rest of a long list stands; {@code newer} and {@code older} are paths, empty at the ends. */
    record Pager(String newer, String older, int number) {}

    /** The way through what is read from its beginning; {@code before} and {@code after} are paths, empty at the ends. */
    record Pages(String before, String after, int number, int of) {}

    /** A year of the archive. */
    record YearLink(String name, String path, int count, boolean current) {}

    /** A piece to read on with, and what both have in common. */
    record Related(Entry entry, List<String> because) {}

    /** An author below an article, with what else the person wrote lately. */
    record Writer(Person person, List<Entry> others) {}

    /** What people write on, with those who do. */
    record Topic(String name, List<Person> people) {}

    /** An article in a list. */
    record Entry(
            String title,
            String path,
            String language,
            String direction,
            String summary,
            List<Person> people,
            List<Date> date,
            int minutes,
            List<Term> category,
            List<Picture> image,
            int answers) {}

    /**
     * A post about an article on a network.
     *
     * @param networkName or the host, where the network is not known
     * @param account empty where it is not known
     */
    record Told(String networkName, String account, String url) {}

    /** What readers answered, in numbers. */
    record Numbers(int spoken, int likes, int reposts, int bookmarks, int votes, String stars, int fullStars) {
        /** Whether nobody answered in any way. */
        public boolean none() {
            return spoken + likes + reposts + bookmarks + votes == 0;
        }
    }

    /** A reader. */
    record Reader(String name, String handle, String url, String initials, int hue) {}

    /** Something that a reader said; {@code more} is how many answers to it are not among those that are shown. */
    record Response(
            String id,
            String kind,
            String source,
            String url,
            Reader reader,
            List<Date> date,
            boolean edited,
            String language,
            String html,
            int rating,
            boolean removed,
            boolean byAuthor,
            boolean byHouse,
            List<Response> answers,
            int more) {}

    /** A reaction without words. */
    record Reaction(String kind, Reader reader, String url, String source, List<Date> date) {}

    /** A heading of the table of contents. */
    record Heading(int level, String anchor, String text) {}

    /** What a reader said about which piece; {@code path} is where it stands in the conversation. */
    record Heard(Entry entry, Response response, String path) {}

    /** How soon a person replies; {@code unit} is {@code minutes}, {@code hours} or {@code days}. */
    record Replies(String unit, long number, int answered) {}

    /**
     * What only an author's own page tells: where the contact and the code for a camera are, with whom the person wrote,
     * what readers said last and the feeds of that, and how soon the person replies, if ever. What the site does not make
     * is empty.
     */
    record Profile(
            String vcard,
            String qr,
            List<Person> together,
            List<Heard> heard,
            List<Feed> answers,
            List<Replies> replies) {}

    /** The pieces of one year. */
    record Year(String name, List<Entry> entries) {}

    /**
     * The article page's own part; {@code moreFaces} is how many readers answered or reacted beyond {@code faces}, {@code
     * feedback} is empty where the site makes no pages of answers. {@code unpublished} is what a preview says of a piece that
     * is not out.
     */
    record Article(
            String id,
            String unpublished,
            Entry entry,
            String html,
            List<Heading> headings,
            List<Date> updated,
            List<Term> tags,
            List<Term> series,
            List<Entry> parts,
            int part,
            List<Related> related,
            List<Writer> writers,
            String question,
            boolean open,
            List<String> form,
            List<Answer> answers,
            List<Told> told,
            Numbers numbers,
            List<Reader> faces,
            int moreFaces,
            List<Response> newest,
            String feedback,
            boolean affiliate,
            List<Entry> newer,
            List<Entry> older,
            List<Language> translations,
            Map<String, Object> custom) {}

    /**
     * What a newsletter has beyond its article: its text for mail programs, its summary if it was written one, the line that lists of mail show below the
     * title, the path of the logo as a PNG, the names of those whom an answer to the mail reaches, and where readers leave.
     */
    record Letter(
            String html, String summary, String preheader, String logo, List<String> answering, String unsubscribe) {}

    /** A picture that a network shows, with its full address; {@code width} and {@code height} are 0 where they are not known. */
    record Shown(String url, String alt, int width, int height) {}

    /**
     * What networks show beside a link to the page: {@code username} is the main handle of the person whose page it is,
     * {@code fediverse} the handles there of all who wrote it, {@code creator} and {@code company} are handles on X.
     */
    record Preview(
            String type,
            Shown image,
            String section,
            List<String> tags,
            String username,
            List<String> fediverse,
            String creator,
            String company) {}

    /**
     * What programs read in a page's head. {@code me} are addresses of profiles that belong to whom the page is about;
     * {@code linkedData} are JSON texts, each for a script of its own.
     */
    record Head(
            String title,
            String description,
            String url,
            Preview preview,
            List<Person> people,
            String published,
            String modified,
            List<Feed> feeds,
            List<Language> alternates,
            List<String> me,
            List<String> linkedData,
            String webmention,
            boolean indexed) {}
}
