package dev.byline.lint;

import dev.byline.diagnostic.Severity;
import dev.byline.site.Account;
import dev.byline.site.Author;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the rules against all posts of a site. */
public final class Linter {
    private final Map<String, Lexicon> words;
    private final List<Author> people;
    private final List<Account> accounts;
    private final Map<String, Optional<Severity>> levels;

    /**
     * Prepares for the posts of one site.
     *
     * @param words by language
     * @param company the company's accounts
     * @param levels how much a rule matters, by its id, where that is not as usual; empty for a rule that is off
     */
    public Linter(
            Map<String, Lexicon> words,
            Collection<Author> people,
            Collection<Account> company,
            Map<String, Optional<Severity>> levels) {
        this.words = Map.copyOf(words);
        this.people = List.copyOf(people);
        this.accounts = Stream.concat(company.stream(), people.stream().map(Account::of))
                .toList();
        this.levels = Map.copyOf(levels);
    }

    /** All that is found, in the order of the posts, then of the rules. */
    public List<Finding> check(List<Post> posts) {
        Map<String, List<Post>> pieces = posts.stream()
                .collect(Collectors.groupingBy(post -> post.article().id()));
        Map<String, List<Post>> streams = new HashMap<>();
        posts.stream()
                .sorted(Comparator.comparing(post -> post.time().orElse(Instant.MAX)))
                .forEach(post -> streams.computeIfAbsent(stream(post), key -> new ArrayList<>())
                        .add(post));
        return posts.parallelStream()
                .flatMap(post -> {
                    Surroundings around = new Surroundings(
                            words.getOrDefault(post.language().getLanguage(), Lexicon.NONE),
                            people,
                            accounts,
                            pieces.get(post.article().id()),
                            streams.get(stream(post)));
                    return Rules.all().stream().flatMap(rule -> findings(rule, post, around));
                })
                .toList();
    }

    private static String stream(Post post) {
        return post.account().id() + "\n" + post.network().id();
    }

    private Stream<Finding> findings(Rule rule, Post post, Surroundings around) {
        Optional<Severity> level = levels.getOrDefault(rule.id(), Optional.of(rule.severity()));
        if (level.isEmpty() || !post.open()) {
            return Stream.empty();
        }
        return rule.check(post, around).stream()
                .map(fault -> new Finding(
                        rule.id(),
                        level.get(),
                        post.path(),
                        post.place(fault.offset()),
                        fault.excerpt(),
                        fault.reason(),
                        fault.suggestion()));
    }
}
