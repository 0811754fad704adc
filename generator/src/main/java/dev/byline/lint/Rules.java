package dev.byline.lint;

import java.util.List;

/** The rules that there are. A new one is its own file and one line here. */
public final class Rules {
    private static final List<Rule> ALL = List.of(
            new OverLimit(),
            new LinkOnly(),
            new NoPerson(),
            new NoQuestion(),
            new AdvertWords(),
            new Shouting(),
            new HashtagStuffing(),
            new NoHashtag(),
            new SameText(),
            new UnknownMention(),
            new NotCanonical(),
            new OffTopic(),
            new MissingAlt(),
            new TooSoon());

    private Rules() {}

    static List<Rule> all() {
        return ALL;
    }

    /** Their ids, as {@code site.yml} and the command line name them. */
    public static List<String> ids() {
        return ALL.stream().map(Rule::id).toList();
    }
}
