package dev.byline.feedback;

import dev.byline.remote.Http;
import dev.byline.remote.PublicWeb;

/** The part of the web that strangers may send us to: public servers only, and no secret goes along. */
public final class StrangersWeb implements Web {
    private final PublicWeb web;

    public StrangersWeb(PublicWeb web) {
        this.web = web;
    }

    @Override
    public Http.Answer ask(Question question) {
        if (question.body().isPresent()) {
            return new Http.Answer.Failed("not asked: nothing is posted to strangers", false);
        }
        PublicWeb.Answer answer = web.get(question.address(), question.headers().get("Accept"));
        if (answer instanceof PublicWeb.Answer.Got got) {
            return new Http.Answer.Got(got.status(), got.from(), got.headers(), got.body());
        }
        return answer instanceof PublicWeb.Answer.Forbidden forbidden
                ? new Http.Answer.Failed("not asked: " + forbidden.reason(), false)
                : new Http.Answer.Failed(((PublicWeb.Answer.Failed) answer).reason());
    }
}
