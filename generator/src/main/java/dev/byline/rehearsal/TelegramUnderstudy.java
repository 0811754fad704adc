package dev.byline.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The Bot API, with bots and the channels that they may write to.
 *
 * @see <a href="https://core.telegram.org/bots/api">Bot API</a>
 */
public final class TelegramUnderstudy implements Understudy {
    private static final int MAX_TEXT = 4_096;
    private static final int MAX_CAPTION = 1_024;

    private final Map<String, String> channels;
    private final Map<Long, Shown> messages = new LinkedHashMap<>();
    private long lastId;

    /**
     * The service.
     *
     * @param channels by the token of the bot that is its administrator: {@code @name}
     */
    public TelegramUnderstudy(Map<String, String> channels) {
        this.channels = Map.copyOf(channels);
    }

    @Override
    public synchronized Answered answer(Asked asked) {
        String[] path = asked.path().split("/");
        String token = path.length > 1 ? path[1].replaceFirst("^bot", "") : "";
        if (!channels.containsKey(token)) {
            return error(401, "Unauthorized");
        }
        Map<String, Asked.FormPart> form = asked.form();
        JsonNode fields = asked.json();
        String chat = form.containsKey("chat_id")
                ? form.get("chat_id").text()
                : fields.path("chat_id").asString("");
        if (!chat.equalsIgnoreCase(channels.get(token))) {
            return error(400, "Bad Request: chat not found");
        }
        return switch (path[path.length - 1]) {
            case "sendMessage" -> send(chat, fields);
            case "sendPhoto" -> photo(chat, form);
            case "editMessageText" -> edit(fields, "text", MAX_TEXT);
            case "editMessageCaption" -> edit(fields, "caption", MAX_CAPTION);
            case "deleteMessage" -> delete(fields);
            default -> error(404, "Not Found: method not found");
        };
    }

    private static Answered error(int code, String description) {
        return Answered.json(code, Map.of("ok", false, "error_code", code, "description", description));
    }

    private Answered send(String chat, JsonNode fields) {
        String text = fields.path("text").asString("");
        if (text.isBlank() || text.length() > MAX_TEXT) {
            return error(
                    400, text.isBlank() ? "Bad Request: message text is empty" : "Bad Request: message is too long");
        }
        long before = fields.path("reply_parameters").path("message_id").asLong(0);
        if (before != 0 && !messages.containsKey(before)) {
            return error(400, "Bad Request: message to be replied not found");
        }
        return sent(chat, text, before == 0 ? "" : Long.toString(before), List.of());
    }

    private Answered photo(String chat, Map<String, Asked.FormPart> form) {
        String caption = form.containsKey("caption") ? form.get("caption").text() : "";
        if (!form.containsKey("photo")) {
            return error(400, "Bad Request: there is no photo in the request");
        }
        if (caption.length() > MAX_CAPTION) {
            return error(400, "Bad Request: message caption is too long");
        }
        return sent(chat, caption, "", List.of(""));
    }

    private Answered sent(String chat, String text, String before, List<String> images) {
        messages.put(++lastId, new Shown(Long.toString(lastId), chat, text, before, images));
        return Answered.json(200, Map.of("ok", true, "result", Map.of("message_id", lastId)));
    }

    private Answered edit(JsonNode fields, String field, int most) {
        long id = fields.path("message_id").asLong(0);
        String text = fields.path(field).asString("");
        Shown before = messages.get(id);
        if (before == null || text.length() > most) {
            return error(400, "Bad Request: message to edit not found");
        }
        if (before.text().equals(text)) {
            return error(400, "Bad Request: message is not modified");
        }
        messages.put(id, new Shown(before.id(), before.by(), text, before.inReplyTo(), before.images()));
        return Answered.json(200, Map.of("ok", true, "result", Map.of("message_id", id)));
    }

    private Answered delete(JsonNode fields) {
        return messages.remove(fields.path("message_id").asLong(0)) == null
                ? error(400, "Bad Request: message to delete not found")
                : Answered.json(200, Map.of("ok", true, "result", true));
    }

    @Override
    public synchronized List<Shown> shown() {
        return new ArrayList<>(messages.values());
    }
}
