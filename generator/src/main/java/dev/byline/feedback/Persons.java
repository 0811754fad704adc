package dev.byline.feedback;

import dev.byline.site.Feedback;
import java.util.Optional;
import java.util.regex.Pattern;

/** Those who answered, as they present themselves, without what they did not mean to. */
final class Persons {
    /** {@code noor@mail.example}: no name of a person, and nothing to keep. A handle has an {@code @} before it as well. */
    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^@\\s<>]+@[^@\\s<>]+\\.[^@\\s<>.]+");

    /** As programs name those who did not say who they are: {@code 203.0.113.7}, {@code 2001:db8::1}. */
    private static final Pattern IP_ADDRESS =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|(?=.*:.*:)[0-9A-Fa-f:.]{3,45}");

    private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");

    private Persons() {}

    /**
     * A person.
     *
     * @param name may be empty, hostile, or only look like a name
     * @param handle with its {@code @}; empty where there is none
     */
    static Feedback.Person of(String name, String handle, Optional<String> url) {
        return new Feedback.Person(shown(name), shown(handle), url);
    }

    private static String shown(String raw) {
        String plain = SafeHtml.name(raw);
        if (IP_ADDRESS.matcher(plain).matches() || !VISIBLE.matcher(plain).find()) {
            return "";
        }
        return MAIL_ADDRESS.matcher(plain).matches() ? plain.substring(0, plain.indexOf('@')) : plain;
    }
}
