package dev.byline.feedback;

import dev.byline.remote.Http;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A web of addresses that a test writes: what is not there is answered with 404. */
final class FakeWeb implements Web {
    /** By address; for what is posted, by address and what the posted JSON has to hold; the last one counts. */
    final Map<String, Page> pages = new LinkedHashMap<>();

    final List<Question> asked = new ArrayList<>();

    /** An answer; one of status 0 is no answer at all. */
    record Page(int status, String body, Map<String, String> headers) {}

    FakeWeb page(String address, String json) {
        return page(address, 200, json, Map.of());
    }

    FakeWeb page(String address, int status, String body, Map<String, String> headers) {
        pages.put(address, new Page(status, body, headers));
        return this;
    }

    @Override
    public Http.Answer ask(Question question) {
        asked.add(question);
        Page page = find(question);
        if (page.status == 0) {
            return new Http.Answer.Failed(page.body);
        }
        Map<String, List<String>> headers = new TreeMap<>();
        page.headers.forEach((name, value) -> headers.put(name, List.of(value)));
        String mark = page.headers.getOrDefault("ETag", "");
        boolean same = !mark.isEmpty() && mark.equals(question.headers().get("If-None-Match"));
        return new Http.Answer.Got(
                same ? 304 : page.status,
                question.address(),
                HttpHeaders.of(headers, (name, value) -> true),
                same ? "" : page.body);
    }

    private Page find(Question question) {
        String address = question.address().toString();
        return pages.entrySet().stream()
                .filter(page -> {
                    String[] words = page.getKey().split(" ", 2);
                    return words[0].equals(address)
                            && (words.length == 1
                                    || question.body()
                                            .filter(body -> body.contains(words[1]))
                                            .isPresent());
                })
                .map(Map.Entry::getValue)
                .reduce((first, second) -> second)
                .orElse(new Page(404, "{\"error\": \"not found\"}", Map.of()));
    }

    /** The addresses that were asked, in order. */
    List<String> addresses() {
        return asked.stream().map(Question::toString).toList();
    }
}
