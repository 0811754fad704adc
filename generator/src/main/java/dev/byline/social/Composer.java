package dev.byline.social;

import dev.byline.network.Graphemes;
import dev.byline.network.PostNetwork;
import dev.byline.site.Account;
import dev.byline.site.Article;
import dev.byline.site.Author;
import dev.byline.site.Handle;
import dev.byline.site.Settings;
import dev.byline.site.Syndication;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes one text: the words come from {@code social/<network>.ftl}, how much of the piece goes into them is what this
 * class decides.
 *
 * <p>It tries from the fullest telling to the barest, and takes the first that the network lets through: the whole
 * summary, then its first sentence, then none; five hashtags, then two, then none; with the question, then without. What
 * is never dropped is the link, and, as long as they fit beside it, the people.
 */
final class Composer {
    private static final Pattern SENTENCE = Pattern.compile("^.*?[.!?…。！？](?=\\s|$)", Pattern.DOTALL);
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}_@/.])@([a-z0-9]+(?:-[a-z0-9]+)*)(?![\\p{L}\\p{N}_@])");

    /** As long as a title may be on every network that has titles, in graphemes of ordinary scripts. */
    private static final int HEADLINE = 180;

    private final Settings settings;
    private final Map<String, Author> authors;
    private final TextTemplates templates;

    /** How much of the piece one attempt tells. */
    private record Telling(String title, String summary, String lead, boolean question, int hashtags, boolean people) {
        Telling(String title, String summary, boolean question, int hashtags, boolean people) {
            this(title, summary, "", question, hashtags, people);
        }
    }

    Composer(Settings settings, Map<String, Author> authors, TextTemplates templates) {
        this.settings = settings;
        this.authors = authors;
        this.templates = templates;
    }

    /**
     * Composes a text.
     *
     * @param lead the piece's first paragraph, for one without a summary
     * @param url the piece's address
     * @return empty where the template fails
     */
    Optional<String> compose(Article article, Account account, PostNetwork network, String lead, String url) {
        for (Telling telling : tellings(article, lead)) {
            Optional<String> text = fill(article, account, network, telling, url);
            if (text.isEmpty() || network.fits(text.get())) {
                return text;
            }
        }
        return Optional.of(bare(article.title(), network, url));
    }

    /** All there is to tell, whatever it counts: summary and first paragraph, for a thread. */
    Optional<String> composeWhole(Article article, Account account, PostNetwork network, String lead, String url) {
        Telling fullest = tellings(article, lead).get(0);
        String summary = (fullest.summary() + "\n\n" + fullest.lead()).strip();
        return fill(article, account, network, new Telling(article.title(), summary, true, 5, true), url);
    }

    private static List<Telling> tellings(Article article, String lead) {
        String title = article.title();
        String summary = article.summary().isEmpty() ? lead : article.summary();
        String beginning = summary.equals(lead) ? "" : lead;
        String sentence = firstSentence(summary);
        String half = cut(sentence, 120);
        return List.of(
                new Telling(title, summary, beginning, true, 5, true),
                new Telling(title, summary, true, 5, true),
                new Telling(title, summary, true, 2, true),
                new Telling(title, sentence, true, 2, true),
                new Telling(title, sentence, false, 2, true),
                new Telling(title, sentence, false, 0, true),
                new Telling(title, half, false, 0, true),
                new Telling(title, "", true, 0, true),
                new Telling(title, "", false, 0, true),
                new Telling(cut(title, 120), "", false, 0, true),
                new Telling(cut(title, 60), "", false, 0, true),
                new Telling(cut(title, 30), "", false, 0, true),
                new Telling(cut(title, 120), "", false, 0, false));
    }

    private Optional<String> fill(Article article, Account account, PostNetwork network, Telling telling, String url) {
        List<String> all = credits(article, network);
        List<String> others = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (account.isCompany() || !article.authors().get(i).id().equals(account.id())) {
                others.add(all.get(i));
            }
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", network.plain(telling.title()));
        model.put("headline", cut(telling.title(), HEADLINE));
        model.put("summary", words(telling.summary(), network));
        model.put("lead", words(telling.lead(), network));
        model.put("question", telling.question() ? words(article.question(), network) : "");
        model.put(
                "hashtags",
                hashtags(article, network).stream().limit(telling.hashtags()).toList());
        model.put("person", !account.isCompany());
        model.put("people", telling.people() ? others : List.of());
        model.put("solo", article.authors().size() == 1);
        model.put("company", settings.organization().name());
        model.put("url", url);
        return templates
                .fill("social/" + network.id() + ".ftl", article.language(), model)
                .map(Composer::tidy);
    }

    /** The authors as the network names them: by mention, or by name where they have no handle there. */
    static List<String> credits(Article article, PostNetwork network) {
        return article.authors().stream().map(author -> credit(author, network)).toList();
    }

    private static String credit(Author author, PostNetwork network) {
        return author.handleOn(network.id())
                .map(Handle::name)
                .map(handle -> network.mention(author.name(), handle))
                .orElse(network.plain(author.name()));
    }

    private static List<String> hashtags(Article article, PostNetwork network) {
        Syndication syndication = article.syndicationOn(network.id());
        List<String> words = syndication.hashtags().isEmpty()
                ? article.tags().stream().map(tag -> tag.name()).toList()
                : syndication.hashtags();
        return words.stream()
                .map(word -> word.startsWith("#") ? word.substring(1) : word)
                .flatMap(word -> network.hashtag(word).stream())
                .distinct()
                .limit(syndication.hashtags().isEmpty() ? network.rules().tags().most() : words.size())
                .toList();
    }

    /** A text of a person's own with {@code @author-id} as the network mentions that author. */
    String mentioned(String text, PostNetwork network) {
        return mentioned(text, network, words -> words);
    }

    /** The same of plain words: what would be markup on the network is none. */
    private String words(String text, PostNetwork network) {
        return mentioned(text, network, network::plain);
    }

    private String mentioned(String text, PostNetwork network, UnaryOperator<String> plain) {
        Matcher at = MENTION.matcher(text);
        StringBuilder result = new StringBuilder();
        int done = 0;
        while (at.find()) {
            Author author = authors.get(at.group(1));
            if (author != null) {
                result.append(plain.apply(text.substring(done, at.start()))).append(credit(author, network));
                done = at.end();
            }
        }
        return result.append(plain.apply(text.substring(done))).toString();
    }

    private static String firstSentence(String text) {
        Matcher sentence = SENTENCE.matcher(text);
        return sentence.find() ? sentence.group().strip() : text;
    }

    /** At most so many graphemes, cut between words, with an ellipsis. */
    static String cut(String text, int graphemes) {
        List<String> clusters = Graphemes.of(text);
        if (clusters.size() <= graphemes) {
            return text;
        }
        String kept = String.join("", clusters.subList(0, graphemes - 1));
        int space = kept.lastIndexOf(' ');
        String words = space > kept.length() / 2 ? kept.substring(0, space) : kept;
        return words.replaceAll("[\\s,;:.–—-]+$", "") + "…";
    }

    /** What is left when nothing else fits: as much of the title as there is room for, and the link. */
    private static String bare(String title, PostNetwork network, String url) {
        for (int room = 100; room > 1; room /= 2) {
            String text = network.plain(cut(title, room)) + "\n" + url;
            if (network.fits(text)) {
                return text;
            }
        }
        return url;
    }

    /** Templates leave blank lines where something was left out. */
    private static String tidy(String text) {
        return text.replaceAll("[ \\t]+(?=\\n|$)", "")
                .replaceAll("\\n{3,}", "\n\n")
                .replaceAll(" {2,}", " ")
                .strip();
    }
}
