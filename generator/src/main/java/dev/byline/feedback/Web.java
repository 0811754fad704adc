package dev.byline.feedback;

import dev.byline.remote.Http;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Brings the answers of other servers. */
@FunctionalInterface
public interface Web {
    Http.Answer ask(Question question);

    /**
     * What is asked.
     *
     * @param headers may hold secrets
     * @param body JSON that is posted; empty where something is only got
     */
    record Question(URI address, Map<String, String> headers, Optional<String> body) {
        /** What is wanted where nothing else is said. */
        private static final String JSON = "application/json";

        public Question {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.putIfAbsent("Accept", JSON);
            headers = Map.copyOf(all);
        }

        /** Gets an address as JSON. */
        static Question of(URI address) {
            return new Question(address, Map.of(), Optional.empty());
        }

        /** Whether everybody would be answered the same: nothing is said but the address. */
        boolean isPlain() {
            return body.isEmpty() && headers.equals(Map.of("Accept", JSON));
        }

        /** The same, and one thing more. */
        Question with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Question(address, more, body);
        }

        /** The address alone: nothing that could be secret. */
        @Override
        public String toString() {
            return address.toString();
        }
    }
}
