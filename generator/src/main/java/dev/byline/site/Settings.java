package dev.byline.site;

import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Severity;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code site.yml} says.
 *
 * @param url the site's address, ending in {@code /}; its path is the base path
 * @param languages the default one first; at least one
 * @param permalink the pattern of an article's address
 * @param accounts the company's, in the order written
 * @param networks ids of the networks that drafts are made for, in the order written
 * @param listEntries how many articles stand on one page of a list
 * @param feeds what feeds hold, and who tells of them
 * @param make what is made beside the pieces
 * @param answers how readers' answers are taken
 * @param writing how Markdown is read
 * @param drafting how drafts are judged
 * @param frame what stands around every page
 * @param security who hears of a hole, if that is published
 * @param did the identifier of the site's own account in the AT Protocol (Bluesky), if it has one
 * @param redirects where old addresses lead, both without a leading {@code /}, in the order written
 * @param custom for themes of one's own
 */
public record Settings(
        Localized title,
        Localized tagline,
        Localized description,
        URI url,
        ZoneId timeZone,
        List<Locale> languages,
        String permalink,
        Organization organization,
        List<Account> accounts,
        List<String> networks,
        int listEntries,
        Feeds feeds,
        Make make,
        Answers answers,
        Writing writing,
        Drafting drafting,
        Frame frame,
        Optional<Security> security,
        Optional<String> did,
        List<Redirect> redirects,
        Map<String, Object> custom,
        Place place) {
    public Settings {
        languages = List.copyOf(languages);
        accounts = List.copyOf(accounts);
        networks = List.copyOf(networks);
        redirects = List.copyOf(redirects);
        if (!url.getPath().endsWith("/")) {
            throw new IllegalArgumentException("the site's address has no / at its end: " + url);
        }
    }

    public Locale defaultLanguage() {
        return languages.get(0);
    }

    /** Who stands behind the blog. */
    public record Organization(String name, Optional<String> url, Optional<String> logo) {}

    /**
     * What feeds hold, and who tells of them.
     *
     * @param entries how many a feed holds at most
     * @param minutes how long a reader program may wait before it looks again
     * @param copyright what may be done with the texts; empty where nothing is said
     * @param subjects which of a person's tags have a feed of their own
     * @param hubs the WebSub hubs that pass on what is new, in the order written; full addresses without user names
     * @param formats what each feed is made in, in the order written; at least one, each once
     * @param history whether archives lead to the pieces that the newest document has no room for
     * @param content what an entry holds of its piece
     * @see <a href="https://www.w3.org/TR/websub/">WebSub</a>
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5005#section-4">RFC 5005, archived feeds</a>
     */
    public record Feeds(
            int entries,
            int minutes,
            Localized copyright,
            Subjects subjects,
            List<URI> hubs,
            List<FeedFormat> formats,
            boolean history,
            Content content) {
        public Feeds {
            hubs = List.copyOf(hubs);
            formats = List.copyOf(formats);
            if (formats.isEmpty()) {
                throw new IllegalArgumentException("feeds in no format");
            }
        }

        /** What an entry holds of its piece. */
        public enum Content {
            /** All of its text. */
            FULL,
            /** What lists show: who wants to read it comes to the page. */
            SUMMARY
        }

        /** The format that lists of feeds name. */
        public FeedFormat first() {
            return formats.get(0);
        }

        /** Which of a person's tags have a feed of their own. */
        public enum Subjects {
            NONE,
            /** Those that the person's file names as topics. */
            TOPICS,
            TAGS
        }
    }

    /**
     * What is made beside the pieces, their lists and their feeds.
     *
     * @param cards the pictures that networks show beside a link to a piece
     * @param answers pages and feeds of what readers answer
     * @param search the page where readers search, with its index
     * @param contacts each author's contact, its code for a camera, and the answer to who asks for the author by name
     * @param letters a newsletter about each piece, among the drafts
     */
    public record Make(boolean cards, boolean answers, boolean search, boolean contacts, boolean letters) {
        /** All of it. */
        public static final Make EVERYTHING = new Make(true, true, true, true, true);
    }

    /**
     * How readers' answers are taken.
     *
     * @param gathered the state that a newly gathered item gets
     * @param intake the address of the site's own intake server, ending in {@code /}; forms are sent there
     * @param webmention where webmentions for the site's pieces are to be sent
     * @param discussions where the site's pieces are discussed on GitHub
     * @param rules who is let in, or kept out, without anybody looking
     */
    public record Answers(
            Feedback.Moderation gathered,
            Optional<URI> intake,
            Optional<URI> webmention,
            Optional<Discussions> discussions,
            Rules rules) {}

    /**
     * A place on GitHub where pieces are discussed.
     *
     * @param owner whose repository it is
     * @param repository its name
     * @param category the name of the category of discussions; empty for all of them
     */
    public record Discussions(String owner, String repository, String category) {}
    /**
     * Who is let in, or kept out, without anybody looking. Only asked about what is new.
     *
     * @param trust the state of what comes from a source, by its id
     * @param allow handles, addresses of profiles and domains that are let in
     * @param deny those that are kept out
     * @param approvedBefore whether somebody is let in of whom something was approved before
     * @param closed the state of what comes when a piece takes no more feedback
     */
    public record Rules(
            Map<String, Feedback.Moderation> trust,
            List<String> allow,
            List<String> deny,
            boolean approvedBefore,
            Feedback.Moderation closed) {
        /** Somebody looks at everything. */
        public static final Rules NONE = new Rules(Map.of(), List.of(), List.of(), false, Feedback.Moderation.PENDING);

        public Rules {
            trust = Map.copyOf(trust);
            allow = List.copyOf(allow);
            deny = List.copyOf(deny);
        }
    }

    /**
     * How Markdown is read.
     *
     * @param rawHtml whether HTML in it passes
     * @param typography whether straight quotes become those of the text's language
     */
    public record Writing(boolean rawHtml, boolean typography) {}

    /**
     * How drafts are judged.
     *
     * @param levels how much a rule of the linter matters, by its id; empty for one that is off. A rule that is not here
     *     matters as usual
     */
    public record Drafting(Map<String, Optional<Severity>> levels) {
        /** All as usual. */
        public static final Drafting USUAL = new Drafting(Map.of());

        public Drafting {
            levels = Map.copyOf(levels);
        }
    }

    /**
     * What stands around every page.
     *
     * @param colors the theme's colours, {@code #rrggbb} by name
     */
    public record Frame(
            List<NavigationLink> navigation,
            List<NavigationLink> footer,
            Newsletter newsletter,
            Map<String, String> colors) {
        public Frame {
            navigation = List.copyOf(navigation);
            footer = List.copyOf(footer);
        }
    }

    /** An entry of the header or footer; each {@code link} is absolute from the site's root, or a full address. */
    public record NavigationLink(Localized label, Localized link) {}

    /**
     * What {@code /.well-known/security.txt} says.
     *
     * @param contacts addresses, the preferred one first: {@code mailto:...} or {@code https://...}
     * @param expires when this is no longer to be believed
     * @param policy where the rules for reports stand
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9116">RFC 9116</a>
     */
    public record Security(List<String> contacts, ZonedDateTime expires, Optional<String> policy) {
        public Security {
            contacts = List.copyOf(contacts);
        }
    }

    /** An address that was published once, and what stands for it now; paths without a leading {@code /}. */
    public record Redirect(String from, String to, Place place) {}
}
