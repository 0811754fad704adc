package dev.byline.publish;

import dev.byline.publish.Api.Weight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A webhook of Discord. Its posts can be changed and taken back by their ids, and cannot be listed.
 *
 * @see <a href="https://docs.discord.com/developers/resources/webhook#execute-webhook">execute webhook</a>
 */
final class Discord implements Publisher {
    private static final String RESET = "X-RateLimit-Reset-After";

    private final Api webhook;
    private final String path;

    /**
     * A webhook.
     *
     * @param path the path of its address, without a leading {@code /}
     */
    Discord(Api webhook, String path) {
        this.webhook = webhook;
        this.path = path;
    }

    @Override
    public Outcome post(Part part) {
        try {
            List<Body.FilePart> files = new ArrayList<>();
            List<Map<String, Object>> described = new ArrayList<>();
            for (Outgoing.Media image : part.media()) {
                described.add(Map.of("id", files.size(), "description", image.alt()));
                files.add(Mastodon.file("files[" + files.size() + "]", image));
            }
            Map<String, Object> message = message(part);
            if (!files.isEmpty()) {
                message.put("attachments", described);
            }
            Body body = files.isEmpty()
                    ? Body.json(message)
                    : Body.form(Map.of("payload_json", Body.asJson(message)), files);
            return done(webhook.send(Weight.HEAVY, "POST", "/" + path + "?wait=true", Map.of(), body));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    /** No {@code @everyone} of a text wakes everyone. */
    private static Map<String, Object> message(Part part) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("content", part.words());
        message.put("allowed_mentions", Map.of("parse", List.of()));
        return message;
    }

    private static Outcome done(Reply reply) throws Halt {
        if (!reply.succeeded()) {
            throw failure(reply);
        }
        if (reply.id("id").isEmpty()) {
            throw new Halt(new Outcome.Unclear(reply.reason("")));
        }
        return new Outcome.Done(new Sent(reply.id("id"), Optional.empty()));
    }

    private static Halt failure(Reply reply) {
        boolean webhookIsGone = reply.text("code").equals("10015");
        return webhookIsGone
                ? new Halt(new Outcome.Refused(reply.reason(reply.text("message")), true))
                : Api.failure(Weight.HEAVY, reply, reply.text("message"), RESET);
    }

    @Override
    public Outcome update(Part part, Sent sent) {
        try {
            return done(webhook.send(Weight.HEAVY, "PATCH", path(sent), Map.of(), Body.json(message(part))));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    @Override
    public Outcome withdraw(Sent sent) {
        try {
            Reply reply = webhook.send(Weight.HEAVY, "DELETE", path(sent), Map.of(), Body.none());
            boolean messageIsGone = reply.text("code").equals("10008");
            if (!reply.succeeded() && !messageIsGone) {
                throw failure(reply);
            }
            return new Outcome.Done(sent);
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    private String path(Sent sent) throws Halt {
        if (!sent.id().matches("\\d{1,20}")) {
            throw Halt.refused("the ledger has no usable id for it: \"" + sent.id() + "\"");
        }
        return "/" + path + "/messages/" + sent.id();
    }
}
