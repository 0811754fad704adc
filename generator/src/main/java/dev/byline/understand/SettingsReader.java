package dev.byline.understand;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Place;
import dev.byline.diagnostic.Suggestion;
import dev.byline.network.Network;
import dev.byline.network.Networks;
import dev.byline.network.PostNetwork;
import dev.byline.site.Account;
import dev.byline.site.Handle;
import dev.byline.site.Localized;
import dev.byline.site.Settings;
import dev.byline.source.DataFile;
import dev.byline.source.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code site.yml}. */
final class SettingsReader {
    private static final String DEFAULT_PERMALINK = "/articles/:slug/";
    private static final List<String> PERMALINK_PARTS = List.of(":year", ":month", ":day", ":category", ":slug", ":id");
    private static final int DEFAULT_LIST_ENTRIES = 12;

    /** Where the intake server takes webmentions. */
    private static final String INTAKE_WEBMENTION = "webmention";

    /** The id of the company's account where there is only one: {@code accounts: {mastodon: ..., x: ...}}. */
    private static final String ONLY_ACCOUNT = "company";

    /** Those that the AT Protocol knows (https://atproto.com/specs/did). */
    private static final Pattern DID =
            Pattern.compile("did:plc:[a-z2-7]{24}|did:web:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9-]+)+");

    private final Fields fields;
    private final Diagnostics diagnostics;

    private SettingsReader(DataFile file, Diagnostics diagnostics) {
        this.fields = new Fields(file.data(), diagnostics);
        this.diagnostics = diagnostics;
    }

    /** The settings; empty where one of those that everything hangs on is missing or wrong. */
    static Optional<Settings> read(DataFile file, Diagnostics diagnostics) {
        return new SettingsReader(file, diagnostics).read(file.place());
    }

    private Optional<Settings> read(Place place) {
        Localized title = title();
        Optional<URI> url = required("url", "https://blog.example.com/").flatMap(this::url);
        Optional<ZoneId> zone = required("timeZone", "Europe/Rome").flatMap(this::zone);
        List<Locale> languages = languages();
        Localized tagline = Texts.localized(fields, "tagline");
        Localized description = Texts.localized(fields, "description");
        String permalink = permalink();
        Settings.Organization organization = organization(title, languages);
        List<Account> accounts = accounts(organization.name());
        List<String> networks = networks();
        Settings.Feeds feeds = fields.group("feeds")
                .map(group -> new FeedsReader(group).read())
                .orElse(FeedsReader.DEFAULT);
        Settings.Make make = fields.group("make").map(SettingsReader::make).orElse(Settings.Make.EVERYTHING);
        int onPage = fields.group("lists").map(this::listEntries).orElse(DEFAULT_LIST_ENTRIES);
        Settings.Answers answers = fields.group("feedback").map(this::answers).orElse(AnswersReader.DEFAULT);
        Settings.Writing writing = fields.group("markdown").map(this::writing).orElse(new Settings.Writing(true, true));
        Settings.Drafting drafting =
                fields.group("drafts").map(DraftingReader::read).orElse(Settings.Drafting.USUAL);
        Settings.Frame frame = new FrameReader(fields, diagnostics).read();
        Optional<Settings.Security> security =
                fields.group("security").flatMap(group -> security(group, zone.orElse(ZoneOffset.UTC)));
        Optional<String> did = fields.group("identity").flatMap(this::did);
        List<Settings.Redirect> redirects = redirects();
        Map<String, Object> custom = fields.custom("custom");
        fields.rejectUnknown();
        if (title.texts().isEmpty() || url.isEmpty() || zone.isEmpty() || languages.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Settings(
                title,
                tagline,
                description,
                url.get(),
                zone.get(),
                languages,
                permalink,
                organization,
                accounts,
                networks,
                onPage,
                feeds,
                make,
                answers,
                writing,
                drafting,
                frame,
                security,
                did,
                redirects,
                custom,
                place));
    }

    private Localized title() {
        Localized title = Texts.localized(fields, "title");
        if (!fields.has("title")) {
            diagnostics.error(fields.place(), "no \"title\"", "add title: the name of the blog");
        }
        return title;
    }

    private Optional<Value.Scalar> required(String key, String example) {
        if (!fields.has(key)) {
            diagnostics.error(fields.place(), "no \"" + key + "\"", "add " + key + ": " + example);
        }
        return fields.scalar(key);
    }

    private Settings.Answers answers(Fields feedback) {
        Optional<URI> intake = feedback.scalar("intake").flatMap(this::url);
        Optional<URI> webmention = feedback.scalar("webmention")
                .flatMap(written -> url(written, written.text()))
                .or(() -> intake.map(server -> server.resolve(INTAKE_WEBMENTION)));
        return new AnswersReader(feedback).read(intake, webmention);
    }

    private Optional<URI> url(Value.Scalar written) {
        return url(written, written.text().endsWith("/") ? written.text() : written.text() + "/");
    }

    private Optional<URI> url(Value.Scalar written, String address) {
        try {
            URI uri = new URI(address);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException notAnAddress) {
            // Told below.
        }
        diagnostics.error(
                written.place(),
                "\"" + written.text() + "\" is no address of a site",
                "write it in full: https://blog.example.com/");
        return Optional.empty();
    }

    private Optional<ZoneId> zone(Value.Scalar written) {
        try {
            return Optional.of(ZoneId.of(written.text()));
        } catch (DateTimeException unknown) {
            String hint = Suggestion.hint(written.text(), ZoneId.getAvailableZoneIds())
                    .orElse("write a name such as Europe/Rome or UTC");
            diagnostics.error(written.place(), "unknown time zone \"" + written.text() + "\"", hint);
            return Optional.empty();
        }
    }

    private List<Locale> languages() {
        if (!fields.has("languages")) {
            diagnostics.error(fields.place(), "no \"languages\"", "add languages: [en]");
        }
        return fields.list("languages").stream()
                .flatMap(tag -> Texts.language(tag, diagnostics).stream())
                .distinct()
                .toList();
    }

    private String permalink() {
        Optional<String> written = fields.text("permalink");
        if (written.isEmpty()) {
            return DEFAULT_PERMALINK;
        }
        String pattern = written.get();
        Place place = fields.place("permalink");
        if (!pattern.startsWith("/") || !pattern.endsWith("/") || pattern.contains("//") || pattern.contains("..")) {
            diagnostics.error(place, "\"" + pattern + "\" is no permalink", "it begins and ends with /: /blog/:slug/");
            return DEFAULT_PERMALINK;
        }
        Matcher parts = Pattern.compile(":\\w+").matcher(pattern);
        while (parts.find()) {
            if (!PERMALINK_PARTS.contains(parts.group())) {
                String hint = Suggestion.hint(parts.group(), PERMALINK_PARTS)
                        .orElse("the parts are " + String.join(", ", PERMALINK_PARTS));
                diagnostics.error(place, "unknown part \"" + parts.group() + "\" in the permalink", hint);
                return DEFAULT_PERMALINK;
            }
        }
        if (!pattern.contains(":slug") && !pattern.contains(":id")) {
            diagnostics.error(place, "a permalink that is the same for every article", "add :slug");
            return DEFAULT_PERMALINK;
        }
        return pattern;
    }

    private Settings.Organization organization(Localized title, List<Locale> languages) {
        String name = title.in(languages.isEmpty() ? Locale.ENGLISH : languages.get(0));
        return fields.group("organization")
                .map(group -> {
                    Settings.Organization organization = new Settings.Organization(
                            group.text("name").orElse(name), group.text("url"), group.text("logo"));
                    group.rejectUnknown();
                    return organization;
                })
                .orElse(new Settings.Organization(name, Optional.empty(), Optional.empty()));
    }

    private List<Account> accounts(String company) {
        Optional<Fields> group = fields.group("accounts");
        if (group.isEmpty()) {
            return List.of();
        }
        Map<String, Value.Entry> entries = group.get().entries();
        boolean oneCompany = !entries.isEmpty()
                && entries.keySet().stream().allMatch(key -> Networks.byId(key).isPresent());
        if (oneCompany) {
            return List.of(new Account(
                    ONLY_ACCOUNT, company, Optional.empty(), List.of(), published(Handles.read(group.get()))));
        }
        List<Account> accounts = new ArrayList<>();
        entries.forEach((id, entry) -> {
            if (!Slug.isOne(id)) {
                diagnostics.error(entry.key(), "\"" + id + "\" is no name of an account", "write letters and digits");
            } else if (entry.value() instanceof Value.Mapping mapping) {
                accounts.add(account(id, new Fields(mapping, diagnostics)));
            } else {
                diagnostics.error(
                        entry.value().place(), "an account is a group of keys", "write " + id + ": {handles: {...}}");
            }
        });
        return accounts;
    }

    private static List<Handle> published(List<Handle> handles) {
        return handles.stream().filter(Handle::published).toList();
    }

    private Account account(String id, Fields account) {
        List<Locale> languages = account.list("languages").stream()
                .flatMap(tag -> Texts.language(tag, diagnostics).stream())
                .toList();
        String name = account.text("name").orElse(id);
        List<Handle> handles =
                published(account.group("handles").map(Handles::read).orElse(List.of()));
        account.rejectUnknown();
        return new Account(id, name, Optional.empty(), languages, handles);
    }

    private List<String> networks() {
        List<String> posting = Networks.posting().stream().map(PostNetwork::id).toList();
        if (!fields.has("networks")) {
            return posting;
        }
        List<String> chosen = new ArrayList<>();
        for (Value.Scalar id : fields.list("networks")) {
            if (posting.contains(id.text())) {
                chosen.add(id.text());
            } else if (Networks.byId(id.text()).map(Network::id).isPresent()) {
                diagnostics.error(
                        id.place(),
                        "no drafts are made for \"" + id.text() + "\"",
                        "they are made for " + String.join(", ", posting));
            } else {
                String hint =
                        Suggestion.hint(id.text(), posting).orElse("drafts are made for " + String.join(", ", posting));
                diagnostics.error(id.place(), "unknown network \"" + id.text() + "\"", hint);
            }
        }
        return chosen;
    }

    private int listEntries(Fields lists) {
        int entries = lists.number("entries", 1, 1000).orElse(DEFAULT_LIST_ENTRIES);
        lists.rejectUnknown();
        return entries;
    }

    private static Settings.Make make(Fields make) {
        Settings.Make made = new Settings.Make(
                make.flag("cards", true),
                make.flag("answers", true),
                make.flag("search", true),
                make.flag("contacts", true),
                make.flag("letters", true));
        make.rejectUnknown();
        return made;
    }

    private Settings.Writing writing(Fields markdown) {
        Settings.Writing writing =
                new Settings.Writing(markdown.flag("rawHtml", true), markdown.flag("typography", true));
        markdown.rejectUnknown();
        return writing;
    }

    private Optional<Settings.Security> security(Fields security, ZoneId zone) {
        List<String> contacts = security.texts("contact");
        if (contacts.isEmpty()) {
            diagnostics.error(security.place(), "no \"contact\"", "add contact: mailto:security@example.com");
        }
        Optional<ZonedDateTime> expires = security.scalar("expires").flatMap(new Moments(zone, diagnostics)::read);
        if (!security.has("expires")) {
            diagnostics.error(
                    security.place(), "no \"expires\", which security.txt must have", "add expires: 2027-06-30");
        }
        Optional<String> policy = security.text("policy");
        security.rejectUnknown();
        return contacts.isEmpty()
                ? Optional.empty()
                : expires.map(until -> new Settings.Security(contacts, until, policy));
    }

    private Optional<String> did(Fields identity) {
        Optional<Value.Scalar> written = identity.scalar("did");
        identity.rejectUnknown();
        return written.filter(did -> {
                    boolean valid = DID.matcher(did.text()).matches();
                    if (!valid) {
                        diagnostics.error(
                                did.place(),
                                "\"" + did.text() + "\" is no identifier of an account",
                                "copy it whole: did:plc: and 24 letters and digits, or did:web: and a host");
                    }
                    return valid;
                })
                .map(Value.Scalar::text);
    }

    private List<Settings.Redirect> redirects() {
        List<Settings.Redirect> redirects = new ArrayList<>();
        fields.group("redirects")
                .ifPresent(group -> group.entries().forEach((from, entry) -> {
                    boolean paths = from.startsWith("/") && !from.contains("//") && !(from + "/").contains("/../");
                    if (paths
                            && entry.value() instanceof Value.Scalar to
                            && to.text().startsWith("/")) {
                        redirects.add(new Settings.Redirect(
                                from.substring(1), to.text().substring(1), entry.key()));
                    } else {
                        diagnostics.error(
                                entry.key(),
                                "a redirect leads from a path of this site to another",
                                "write redirects: {/old/: /articles/new/}");
                    }
                }));
        return redirects;
    }
}
