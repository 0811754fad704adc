package dev.byline.understand;

import dev.byline.diagnostic.Suggestion;
import dev.byline.network.Network;
import dev.byline.network.Networks;
import dev.byline.site.Newsletter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The names that drafts and ledger refer to: articles and accounts. */
record References(Collection<String> articles, Collection<String> accounts) {

    /** The account that {@code account:} names. */
    Optional<String> account(Fields fields) {
        return fields.requiredText("account", "an author's id, or an account of site.yml")
                .filter(id -> known(fields, "account", id, accounts));
    }

    /** The network that {@code network:} names. */
    Optional<String> network(Fields fields) {
        List<String> ids = Networks.all().stream().map(Network::id).toList();
        return fields.requiredText("network", "mastodon").filter(id -> known(fields, "network", id, ids));
    }

    /** The network that something was posted on, or the newsletter. */
    Optional<String> networkOrLetter(Fields fields) {
        List<String> ids = Stream.concat(Networks.all().stream().map(Network::id), Stream.of(Newsletter.ID))
                .toList();
        return fields.requiredText("network", "mastodon").filter(id -> known(fields, "network", id, ids));
    }

    /** The article that {@code article:} names. */
    Optional<String> article(Fields fields) {
        return fields.requiredText("article", "the id of an article")
                .filter(id -> known(fields, "article", id, articles));
    }

    private static boolean known(Fields fields, String key, String id, Collection<String> ids) {
        if (ids.contains(id)) {
            return true;
        }
        String hint = Suggestion.hint(id, ids).orElse("check the name");
        fields.diagnostics().error(fields.place(key), "unknown " + key + " \"" + id + "\"", hint);
        return false;
    }
}
