package dev.byline.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An incoming webhook of Slack, Discord or Teams.
 *
 * @see <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">Slack</a>
 * @see <a href="https://docs.discord.com/developers/resources/webhook">Discord</a>
 * @see <a href="https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using">Teams</a>
 */
public final class WebhookUnderstudy implements Understudy {
    private static final int MAX_SLACK = 40_000;
    private static final int MAX_DISCORD = 2_000;
    private static final int MAX_TEAMS_BYTES = 28 * 1024;

    private final Kind kind;
    private final String path;
    private final Map<String, Shown> messages = new LinkedHashMap<>();
    private int lastId;

    /** Whose webhook it is. */
    public enum Kind {
        SLACK,
        DISCORD,
        TEAMS
    }

    /**
     * A webhook.
     *
     * @param path of its address, which is its secret; begins with {@code /}
     */
    public WebhookUnderstudy(Kind kind, String path) {
        this.kind = kind;
        this.path = path;
    }

    @Override
    public synchronized Answered answer(Asked asked) {
        return switch (kind) {
            case SLACK -> slack(asked);
            case DISCORD -> discord(asked);
            case TEAMS -> teams(asked);
        };
    }

    private String show(String text, List<String> images) {
        String id = Integer.toString(++lastId);
        messages.put(id, new Shown(id, "webhook", text, "", images));
        return id;
    }

    private Answered slack(Asked asked) {
        if (!asked.path().equals(path)) {
            return Answered.text(404, "no_service");
        }
        String text = asked.json().path("text").asString("");
        if (text.isBlank() || text.length() > MAX_SLACK || !asked.method().equals("POST")) {
            return Answered.text(400, text.isBlank() ? "no_text" : "invalid_payload");
        }
        show(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"), List.of());
        return Answered.text(200, "ok");
    }

    private Answered discord(Asked asked) {
        if (!asked.path().startsWith(path)) {
            return Answered.json(404, Map.of("message", "Unknown Webhook", "code", 10015));
        }
        String rest = asked.path().substring(path.length()).replaceFirst("^/messages/", "");
        if (!rest.isEmpty() && !messages.containsKey(rest)) {
            return Answered.json(404, Map.of("message", "Unknown Message", "code", 10008));
        }
        if (asked.method().equals("DELETE")) {
            messages.remove(rest);
            return new Answered(204, "application/json", Map.of(), "");
        }
        Map<String, Asked.FormPart> form = asked.form();
        JsonNode fields = form.containsKey("payload_json")
                ? Asked.parsed(form.get("payload_json").text())
                : asked.json();
        String text = fields.path("content").asString("");
        if (text.isBlank() || text.length() > MAX_DISCORD) {
            return Answered.json(400, Map.of("message", "Invalid Form Body", "code", 50035));
        }
        if (asked.method().equals("PATCH")) {
            Shown before = messages.get(rest);
            messages.put(rest, new Shown(rest, before.by(), text, "", before.images()));
            return Answered.json(200, Map.of("id", rest));
        }
        List<String> images = new ArrayList<>();
        fields.path("attachments")
                .forEach(file -> images.add(file.path("description").asString("")));
        String id = show(text, images);
        // Without wait=true nothing is told of the message.
        return asked.query("wait").equals("true")
                ? Answered.json(200, Map.of("id", id))
                : new Answered(204, "application/json", Map.of(), "");
    }

    private Answered teams(Asked asked) {
        if (!asked.path().equals(path)) {
            return Answered.json(
                    401,
                    Map.of("error", Map.of("code", "DirectApiAuthorizationRequired", "message", "Not authorised")));
        }
        if (asked.body().length() > MAX_TEAMS_BYTES) {
            return Answered.json(413, Map.of("error", Map.of("message", "Request entity too large")));
        }
        JsonNode card = asked.json().path("attachments").path(0);
        String text = card.path("content").path("body").path(0).path("text").asString("");
        if (!card.path("contentType").asString("").equals("application/vnd.microsoft.card.adaptive")
                || text.isBlank()) {
            return Answered.json(400, Map.of("error", Map.of("message", "Bad payload")));
        }
        show(text, List.of());
        return new Answered(202, "application/json", Map.of(), "");
    }

    @Override
    public synchronized List<Shown> shown() {
        return new ArrayList<>(messages.values());
    }
}
