package dev.byline.understand;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.diagnostic.Suggestion;
import dev.byline.network.Network;
import dev.byline.network.Networks;
import dev.byline.network.PostNetwork;
import dev.byline.site.Newsletter;
import dev.byline.site.Syndication;
import dev.byline.source.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code syndicate:}, what front matter says of each network: {@code mastodon: {thread: true}, x: false}. */
final class SyndicationReader {
    private final Moments moments;
    private final Diagnostics diagnostics;

    SyndicationReader(Moments moments, Diagnostics diagnostics) {
        this.moments = moments;
        this.diagnostics = diagnostics;
    }

    /** What the group says, by network. */
    Map<String, Syndication> read(Fields group) {
        Map<String, Syndication> syndicate = new LinkedHashMap<>();
        group.entries().forEach((id, entry) -> {
            Optional<PostNetwork> network = Networks.postingById(id);
            if (id.equals(Newsletter.ID)) {
                newsletter(entry.value()).ifPresent(s -> syndicate.put(id, s));
            } else if (network.isPresent()) {
                syndication(network.get(), entry.value()).ifPresent(s -> syndicate.put(id, s));
            } else {
                List<String> known = new ArrayList<>();
                Networks.posting().forEach(posting -> known.add(posting.id()));
                known.add(Newsletter.ID);
                String hint = Suggestion.hint(id, known).orElse("drafts are made for " + String.join(", ", known));
                diagnostics.error(entry.key(), "unknown network \"" + id + "\"", hint);
            }
        });
        return syndicate;
    }

    private Optional<Syndication> syndication(PostNetwork network, Value value) {
        if (value instanceof Value.Mapping mapping) {
            Fields group = new Fields(mapping, diagnostics);
            Syndication syndication = new Syndication(
                    true,
                    group.scalar("text").map(text -> text.text().strip()),
                    group.texts("hashtags"),
                    group.text("visibility"),
                    group.text("contentWarning"),
                    group.flag("thread", false),
                    group.parsed("at", moments::read),
                    group.text("community").flatMap(written -> community(network, written, group)));
            group.rejectUnknown();
            checkAgainst(network, syndication, group);
            return Optional.of(syndication);
        }
        Optional<Syndication> wanted = wanted(value);
        if (wanted.isPresent()) {
            return wanted;
        }
        diagnostics.error(
                value.place(),
                "\"" + network.id() + "\" is false, or a group of keys",
                "write " + network.id() + ": false");
        return Optional.empty();
    }

    private Optional<String> community(PostNetwork network, String written, Fields group) {
        if (network.read(written) instanceof Network.Reading.Valid valid && network.isCommunity(valid.name())) {
            return Optional.of(valid.name());
        }
        boolean hasAny = network.communities().isPresent();
        diagnostics.error(
                group.place("community"),
                hasAny
                        ? "\"" + written + "\" is no community on " + network.displayName()
                        : network.displayName() + " has no communities to post to",
                network.communities().map(form -> "write " + form).orElse("leave community out"));
        return Optional.empty();
    }

    /** What a network does not have cannot be asked of it. */
    private void checkAgainst(PostNetwork network, Syndication syndication, Fields group) {
        List<String> visibilities = network.rules().reach().visibilities();
        syndication.visibility().filter(word -> !visibilities.contains(word)).ifPresent(word -> {
            String hint = visibilities.isEmpty()
                    ? "leave visibility out: everybody sees a post there"
                    : Suggestion.hint(word, visibilities).orElse("it is one of " + String.join(", ", visibilities));
            diagnostics.error(
                    group.place("visibility"), network.displayName() + " has no visibility \"" + word + "\"", hint);
        });
        if (syndication.contentWarning().isPresent() && !network.rules().reach().warning()) {
            diagnostics.error(
                    group.place("contentWarning"),
                    network.displayName() + " has no content warnings",
                    "say it in the text, or leave this network out");
        }
        if (syndication.thread() && !network.rules().reach().threads()) {
            diagnostics.error(
                    group.place("thread"), network.displayName() + " has no threads", "a draft there is one post");
        }
    }

    private static Optional<Syndication> wanted(Value value) {
        if (value instanceof Value.Scalar scalar && scalar.text().matches("true|false")) {
            return Optional.of(scalar.text().equals("true") ? Syndication.DEFAULT : Syndication.NONE);
        }
        return Optional.empty();
    }

    /** A letter holds the whole piece: there is nothing to say of it but whether it is wanted. */
    private Optional<Syndication> newsletter(Value value) {
        Optional<Syndication> wanted = wanted(value);
        if (wanted.isEmpty()) {
            diagnostics.error(
                    value.place(),
                    "\"newsletter\" is true or false",
                    "write newsletter: false; to change the letter, copy it to drafts/");
        }
        return wanted;
    }
}
