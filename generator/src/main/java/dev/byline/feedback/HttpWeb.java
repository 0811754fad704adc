package dev.byline.feedback;

import dev.byline.remote.Http;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** The web as it is. */
public final class HttpWeb implements Web {
    private final Http http;

    /**
     * Prepares.
     *
     * @param http without liberties: questions may hold secrets
     */
    public HttpWeb(Http http) {
        this.http = http;
    }

    @Override
    public Http.Answer ask(Question question) {
        if (question.body().isEmpty()) {
            return http.get(question.address(), question.headers());
        }
        Map<String, String> headers = new LinkedHashMap<>(question.headers());
        headers.put("Content-Type", "application/json");
        HttpRequest.BodyPublisher body =
                HttpRequest.BodyPublishers.ofString(question.body().get());
        return http.send(new Http.Call("POST", question.address(), headers, body));
    }
}
