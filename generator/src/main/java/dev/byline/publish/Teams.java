package dev.byline.publish;

import dev.byline.publish.Api.Weight;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workflow of Microsoft Teams that posts what its webhook gets. It tells no id: a post can be neither found again nor
 * changed.
 *
 * @see <a href="https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using">cards
 *     by webhook</a>
 */
final class Teams implements Publisher {
    /** A message has at most 28 KB. */
    private static final int MAX_BYTES = 28 * 1024;

    private final Api webhook;

    Teams(Api webhook) {
        this.webhook = webhook;
    }

    @Override
    public Outcome post(Part part) {
        try {
            Body card = Body.json(message(part));
            if (card.content().contentLength() > MAX_BYTES) {
                throw Halt.refused(
                        "the message has " + card.content().contentLength() + " bytes, Teams takes " + MAX_BYTES);
            }
            Reply reply = webhook.send(Weight.HEAVY, "POST", "", Map.of(), card);
            if (!reply.succeeded()) {
                throw Api.failure(Weight.HEAVY, reply, reply.text("error", "message"));
            }
            // A workflow answers 202 without a body; the older connectors said "1", or told an error with status 200.
            if (!reply.body().isBlank() && !reply.body().strip().equals("1")) {
                throw new Halt(new Outcome.Unclear(reply.reason("")));
            }
            return new Outcome.Done(new Sent("", Optional.empty()));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    private static Map<String, Object> message(Part part) {
        Outgoing.Link link = part.outgoing().link();
        Map<String, Object> text = Map.of("type", "TextBlock", "text", part.words(), "wrap", true);
        Map<String, Object> open = Map.of("type", "Action.OpenUrl", "title", link.title(), "url", link.url());
        Map<String, Object> card =
                Map.of("type", "AdaptiveCard", "version", "1.4", "body", List.of(text), "actions", List.of(open));
        return Map.of(
                "type",
                "message",
                "attachments",
                List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
    }
}
