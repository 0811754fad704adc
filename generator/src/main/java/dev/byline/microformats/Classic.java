package dev.byline.microformats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The classic microformats, which many themes of blogs still write: {@code hentry} with {@code entry-title} is an item of
 * the type {@code h-entry} with a {@code p-name}.
 *
 * @see <a href="https://microformats.org/wiki/microformats2-parsing#note_backward_compatibility_details">how they are
 *     read</a>, and the pages of each format beside it
 */
final class Classic {
    /** Class of an element, to the type of the item that it is. */
    private static final Map<String, String> ROOTS = Map.ofEntries(
            Map.entry("adr", "h-adr"),
            Map.entry("geo", "h-geo"),
            Map.entry("hentry", "h-entry"),
            Map.entry("hfeed", "h-feed"),
            Map.entry("hnews", "h-news"),
            Map.entry("hproduct", "h-product"),
            Map.entry("hrecipe", "h-recipe"),
            Map.entry("hresume", "h-resume"),
            Map.entry("hreview", "h-review"),
            Map.entry("hreview-aggregate", "h-review-aggregate"),
            Map.entry("vcard", "h-card"),
            Map.entry("vevent", "h-event"));

    /** What a review is of, if nothing more is said of it. */
    private static final String ITEM = "h-item";

    /** By type: a class and its property, the property alone where they are called the same; {@code @} is a relation. */
    private static final String WORDS = """
            h-adr p-post-office-box p-extended-address p-street-address p-locality p-region p-postal-code p-country-name
            h-geo p-latitude p-longitude
            h-entry entry-title=p-name entry-summary=p-summary entry-content=e-content dt-published dt-updated p-author
            h-entry p-category p-geo p-latitude p-longitude @bookmark=u-url @tag=p-category
            h-feed p-author u-url u-photo p-category site-title=p-name site-description=p-summary @tag=p-category
            h-news p-entry p-geo p-latitude p-longitude p-source-org p-dateline
            h-news item-license=u-item-license u-principles @principles=u-principles @item-license=u-item-license
            h-product fn=p-name u-photo p-brand p-category p-description u-identifier p-price u-url p-review
            h-recipe fn=p-name p-ingredient p-yield instructions=e-instructions dt-duration u-photo p-summary p-author
            h-recipe dt-published p-nutrition @tag=p-category
            h-resume p-summary p-contact p-education p-experience p-skill p-affiliation p-publications
            h-review summary=p-name p-item reviewer=p-author dtreviewed=dt-published p-rating p-best p-worst
            h-review description=e-content @tag=p-category @bookmark=u-url
            h-review-aggregate summary=p-name p-item p-rating p-best p-worst p-average p-count p-votes
            h-review-aggregate p-category u-url
            h-card fn=p-name p-honorific-prefix p-given-name p-additional-name p-family-name p-honorific-suffix
            h-card p-nickname u-email u-logo u-photo u-url u-uid p-category p-adr p-extended-address p-street-address
            h-card p-locality p-region p-postal-code p-country-name p-label p-geo p-latitude p-longitude p-tel p-note
            h-card dt-bday u-key=p-key key=p-key p-org organization-name=p-organization-name p-organization-unit
            h-card title=p-job-title p-role p-tz dt-rev p-agent p-mailer u-sound p-sort-string p-class
            h-event summary=p-name dtstart=dt-start dtend=dt-end dt-duration p-description u-url p-category p-location
            h-event p-geo p-latitude p-longitude p-attendee p-contact p-organizer
            h-item fn=p-name u-url u-photo
            """;

    private static final Map<String, Map<String, Property>> PROPERTIES = properties();

    private Classic() {}

    private static Map<String, Map<String, Property>> properties() {
        Map<String, Map<String, Property>> all = new LinkedHashMap<>();
        WORDS.lines().forEach(line -> {
            List<String> words = List.of(line.split(" "));
            Map<String, Property> ofType = all.computeIfAbsent(words.get(0), type -> new LinkedHashMap<>());
            for (String word : words.subList(1, words.size())) {
                String property = word.replaceFirst(".*=", "");
                String marked = word.contains("=") ? word.replaceFirst("=.*", "") : word.replaceFirst("^[a-z]+-", "");
                ofType.put(marked, Property.of(List.of(property)).get(0));
            }
        });
        return Map.copyOf(all);
    }

    /**
     * The types of items that words name.
     *
     * @param around the types of the item around
     */
    static List<String> types(List<String> words, List<String> around) {
        List<String> types = words.stream()
                .map(word -> Optional.ofNullable(ROOTS.get(word)))
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
        boolean isReviewed = words.contains("item") && around.stream().anyMatch(type -> type.startsWith("h-review"));
        return types.isEmpty() && isReviewed ? List.of(ITEM) : types;
    }

    /** The properties that an element is, in an item of certain types. */
    static List<Property> properties(List<String> types, Element element) {
        Stream<String> rels = Classes.of(element.attr("rel")).stream().map(rel -> "@" + rel);
        List<String> words = Stream.concat(Classes.of(element).stream(), rels).toList();
        return types.stream()
                .flatMap(type -> words.stream()
                        .map(word -> Optional.ofNullable(
                                PROPERTIES.getOrDefault(type, Map.of()).get(word)))
                        .flatMap(Optional::stream))
                .distinct()
                .toList();
    }
}
