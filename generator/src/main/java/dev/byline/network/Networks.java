package dev.byline.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The networks that Byline knows. A new one is its own file and one line here. */
public final class Networks {
    private static final List<Network> ALL = List.of(
            new Mastodon(),
            new Bluesky(),
            new X(),
            new LinkedIn(),
            new Threads(),
            new Facebook(),
            new Instagram(),
            new Telegram(),
            new Reddit(),
            new Lemmy(),
            new Nostr(),
            Akkoma.network(),
            GoToSocial.network(),
            Pixelfed.network(),
            Slack.network(),
            Discord.network(),
            Teams.network(),
            Profile.at("github", "GitHub", "[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}", "https://github.com/%s")
                    .linkingToWebsite(),
            Profile.at("gitlab", "GitLab", "[A-Za-z0-9_][A-Za-z0-9_.-]{1,254}", "https://gitlab.com/%s")
                    .linkingToWebsite(),
            Profile.at("codeberg", "Codeberg", "[A-Za-z0-9][A-Za-z0-9_.-]{0,39}", "https://codeberg.org/%s")
                    .linkingToWebsite(),
            Profile.at("youtube", "YouTube", "[\\p{L}\\p{N}_.·-]{3,30}", "https://www.youtube.com/@%s"),
            Profile.at("medium", "Medium", "[A-Za-z0-9_.]{1,50}", "https://medium.com/@%s"),
            Profile.at("tiktok", "TikTok", "[A-Za-z0-9_.]{2,24}", "https://www.tiktok.com/@%s"),
            Profile.at("twitch", "Twitch", "[A-Za-z0-9_]{4,25}", "https://www.twitch.tv/%s"),
            Profile.at("keybase", "Keybase", "[A-Za-z0-9_]{2,16}", "https://keybase.io/%s"),
            Profile.at("orcid", "ORCID", "\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]", "https://orcid.org/%s"),
            Profile.at(
                    "stackoverflow", "Stack Overflow", "\\d{1,12}(?:/[\\w-]+)?", "https://stackoverflow.com/users/%s"),
            Profile.at("devto", "DEV", "[A-Za-z0-9_]{2,30}", "https://dev.to/%s"),
            Profile.at("hackernews", "Hacker News", "[A-Za-z0-9_-]{2,15}", "https://news.ycombinator.com/user?id=%s"),
            Profile.at("bitbucket", "Bitbucket", "[A-Za-z0-9_-]{1,30}", "https://bitbucket.org/%s"),
            Profile.at("sourcehut", "SourceHut", "~[a-z_][a-z0-9_-]{0,29}", "https://sr.ht/%s"),
            Profile.at("vimeo", "Vimeo", "[A-Za-z0-9_]{2,32}", "https://vimeo.com/%s"),
            Profile.at("pinterest", "Pinterest", "[A-Za-z0-9_]{3,30}", "https://www.pinterest.com/%s/"),
            Profile.at("soundcloud", "SoundCloud", "[a-z0-9_-]{3,25}", "https://soundcloud.com/%s"),
            Profile.at("xing", "XING", "[A-Za-z0-9_]{3,60}", "https://www.xing.com/profile/%s"),
            Profile.at(
                    "researchgate", "ResearchGate", "[A-Za-z0-9_-]{3,60}", "https://www.researchgate.net/profile/%s"),
            Profile.onHost("peertube", "PeerTube", "https://%2$s/a/%1$s"),
            Profile.onHost("misskey", "Misskey", "https://%2$s/@%1$s").linkingToWebsite(),
            Profile.onHost("friendica", "Friendica", "https://%2$s/profile/%1$s")
                    .linkingToWebsite(),
            Profile.onHost("xmpp", "XMPP", "xmpp:%1$s@%2$s"),
            new Matrix(),
            new Website());

    /** Those that speak ActivityPub, so that {@code @name@host} is found from each of them. */
    private static final Set<String> FEDERATED =
            Set.of("mastodon", "misskey", "friendica", "pixelfed", "peertube", "lemmy");

    private Networks() {}

    /** All of them; those that drafts are made for come first. */
    public static List<Network> all() {
        return ALL;
    }

    /** Those that drafts are made for. */
    public static List<PostNetwork> posting() {
        return ALL.stream()
                .filter(PostNetwork.class::isInstance)
                .map(PostNetwork.class::cast)
                .toList();
    }

    /** Whether the network is a part of the fediverse. */
    public static boolean isFederated(String id) {
        return FEDERATED.contains(id);
    }

    /** The network with this id. */
    public static Optional<Network> byId(String id) {
        return ALL.stream().filter(network -> network.id().equals(id)).findFirst();
    }

    /** The network with this id, if drafts are made for it. */
    public static Optional<PostNetwork> postingById(String id) {
        for (Network network : ALL) {
            if (network instanceof PostNetwork posting && network.id().equals(id)) {
                return Optional.of(posting);
            }
        }
        return Optional.empty();
    }
}
