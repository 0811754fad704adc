package dev.byline.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words with gaps, against the format of the JDK. */
final class PhraseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{0}",
                "{1} of {0}, {1}",
                "It''s {0}",
                "{2} is not given",
                "a } alone {0}",
                "{0,number} and {1}",
            })
    void is_filled_as_by_a_message_format(String pattern) {
        for (String tag : new String[] {"en", "it", "de", "ar-u-nu-latn"}) {
            Locale language = Locale.forLanguageTag(tag);
            Object[] things = {12_345, "{0}"};
            assertThat(new Phrase(pattern, language).filled(things))
                    .isEqualTo(new MessageFormat(pattern.replace("'", "''"), language).format(things));
        }
    }
}
