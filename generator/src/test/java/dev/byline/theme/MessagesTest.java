package dev.byline.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.diagnostic.Diagnostics;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The theme's words in its languages. */
final class MessagesTest {
    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                MessagesTest.class.getResourceAsStream("/dev/byline/template/messages_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "de", "fr", "es", "ar"})
    void a_language_has_every_word_with_the_same_gaps(String language) throws IOException {
        Properties english = words("en");
        Properties words = words(language);
        for (String key : english.stringPropertyNames()) {
            if (!key.endsWith(".one")) {
                assertThat(words.getProperty(key)).as(key).isNotBlank();
                assertThat(gaps(words.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key)));
            }
        }
        assertThat(words.stringPropertyNames())
                .allMatch(key -> english.containsKey(key.replaceFirst("\\.one$", "")) || english.containsKey(key));
    }

    @Test
    void arabic_tells_one_two_few_and_many_apart() {
        Locale arabic = Locale.forLanguageTag("ar");
        Messages messages = new Messages(List.of(arabic), Optional.empty(), new Diagnostics());
        assertThat(messages.get(arabic, "author.soon.hours", 1)).endsWith(" ساعة");
        assertThat(messages.get(arabic, "author.soon.hours", 2)).endsWith(" ساعتين");
        assertThat(messages.get(arabic, "author.soon.hours", 5)).endsWith(" 5 ساعات");
        assertThat(messages.get(arabic, "author.soon.hours", 24)).endsWith(" 24 ساعة");
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
