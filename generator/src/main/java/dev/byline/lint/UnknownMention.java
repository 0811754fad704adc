package dev.byline.lint;

import dev.byline.network.Facet;
import dev.byline.network.Mark;
import dev.byline.site.Account;
import dev.byline.site.Handle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A mention of one of us by a name that is not theirs on that network: it reaches nobody, or a stranger. */
final class UnknownMention implements Rule {
    @Override
    public String id() {
        return "unknown-mention";
    }

    @Override
    public List<Fault> check(Post post, Surroundings around) {
        List<Fault> faults = new ArrayList<>();
        for (Mark mention : post.text().marks(Facet.Kind.MENTION)) {
            String name = bare(mention.text());
            if (around.people().stream().anyMatch(person -> isHandle(person.withheld(), name))) {
                faults.add(new Fault(
                        mention.start(),
                        mention.text(),
                        "a handle that its owner keeps private",
                        "write the name instead"));
            } else if (!isThere(around.accounts(), name, post.network().id())) {
                whose(around, name).ifPresent(account -> faults.add(fault(mention, account, post)));
            }
        }
        return faults;
    }

    private static Fault fault(Mark mention, Account account, Post post) {
        String network = post.network().displayName();
        Optional<Handle> there = account.handleOn(post.network().id());
        return new Fault(
                mention.start(),
                mention.text(),
                account.name() + " is not found by that name on " + network,
                there.map(handle -> "write " + post.network().mention(account.name(), handle.name()))
                        .orElse("write the name: there is no handle there"));
    }

    private static boolean isThere(List<Account> accounts, String name, String network) {
        return accounts.stream()
                .flatMap(account -> account.handleOn(network).stream())
                .anyMatch(handle -> bare(handle.name()).equals(name));
    }

    /** Whose id, or handle on another network, it is. */
    private static Optional<Account> whose(Surroundings around, String name) {
        return around.accounts().stream()
                .filter(account -> account.id().equals(name) || isHandle(account.handles(), name))
                .findFirst();
    }

    private static boolean isHandle(List<Handle> handles, String name) {
        return handles.stream().anyMatch(handle -> bare(handle.name()).equals(name));
    }

    private static String bare(String handle) {
        return handle.replaceFirst("^@", "").toLowerCase(Locale.ROOT);
    }
}
