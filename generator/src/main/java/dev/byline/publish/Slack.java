package dev.byline.publish;

import dev.byline.publish.Api.Weight;
import java.util.Map;
import java.util.Optional;

/**
 * An incoming webhook of Slack, for drafts in its mrkdwn. It tells no id: a post can be neither found again nor changed.
 *
 * @see <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">incoming webhooks</a>
 */
final class Slack implements Publisher {
    private final Api webhook;

    Slack(Api webhook) {
        this.webhook = webhook;
    }

    @Override
    public Outcome post(Part part) {
        try {
            Reply reply = webhook.send(Weight.HEAVY, "POST", "", Map.of(), Body.json(Map.of("text", part.words())));
            if (!reply.succeeded()) {
                // Errors are plain words: no_service, channel_is_archived ...
                throw Api.failure(Weight.HEAVY, reply, reply.body());
            }
            if (!reply.body().strip().equals("ok")) {
                throw new Halt(new Outcome.Unclear(reply.reason("")));
            }
            return new Outcome.Done(new Sent("", Optional.empty()));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }
}
