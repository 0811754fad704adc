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

    /** The site, in the language of the page. */
    record Site(
            String title,
            String tagline,
            String description,
            String url,
            String organization,
            String logo,
            String home,
            String authors,
            String archive,
            String categories,
            String tags,
            List<Link> navigation,
            List<Feed> feeds,
            List<Language> languages) {}

    /** A link of the navigation; {@code local} says whether {@code href} is a path below the root. */
    record Link(String label, String href, boolean local) {}

    /** A feed with its name, to be found by reader programs. */
    record Feed(String title, String path, String type) {}

    /** The same thing in another language. */
    record Language(String tag, String name, String path, boolean current) {}

    /** A day, for machines and for people. */
    record Date(String iso, String text) {}

    /** A person, as bylines show them. */
    record Person(
            String id,
            String name,
            String initials,
            int hue,
            String role,
            String bio,
            String path,
            String image,
            String imageAlt,
            String handle,
            String handleUrl,
            String handleNetwork,
            String fediverse,
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

    /** An image with its words. */
    record Picture(String path, String alt, String caption, String credit) {}

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

    /** A post about an article on a network. */
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

    /** Something that a reader said. */
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
            List<Response> answers) {}

    /** A reaction without words. */
    record Reaction(String kind, Reader reader, String url, String source) {}

    /** A heading of the table of contents. */
    record Heading(int level, String anchor, String text) {}

    /** The pieces of one year. */
    record Year(String name, List<Entry> entries) {}

    /** The article page's own part. */
    record Article(
            Entry entry,
            String html,
            List<Heading> headings,
            List<Date> updated,
            List<Term> tags,
            List<Term> series,
            List<Entry> parts,
            String question,
            boolean open,
            List<Answer> answers,
            List<Told> told,
            Numbers numbers,
            String feedback,
            boolean affiliate,
            List<Entry> newer,
            List<Entry> older,
            List<Language> translations,
            Map<String, Object> custom) {}

    /** What programs read in a page's head. */
    record Head(
            String title,
            String description,
            String url,
            String type,
            String image,
            String imageAlt,
            List<Person> people,
            String published,
            String modified,
            List<Feed> feeds,
            List<Language> alternates,
            String linkedData,
            boolean indexed) {}
}
