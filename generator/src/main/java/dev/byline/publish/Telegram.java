package dev.byline.publish;

import dev.byline.network.Facet;
import dev.byline.publish.Api.Weight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Telegram channel, posted to by a bot that is its administrator.
 *
 * <p>A bot cannot read its channel, and a repeated request makes a second post: what was sent without an answer is for a
 * person to look at.
 *
 * @see <a href="https://core.telegram.org/bots/api">Bot API</a>
 */
final class Telegram implements Publisher {
    /** A caption has at most 1,024 UTF-16 units; a longer text is posted without its image. */
    private static final int MAX_CAPTION = 1_024;

    private final Api api;
    private final Secret token;
    private final String channel;

    /**
     * A channel.
     *
     * @param channel {@code @name}
     */
    Telegram(Api api, Secret token, String channel) {
        if (!token.reveal().matches("\\d{1,20}:[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("not the token of a bot");
        }
        this.api = api;
        this.token = token;
        this.channel = channel.startsWith("@") ? channel : "@" + channel;
    }

    @Override
    public Optional<Outcome> objection(Outgoing outgoing) {
        if (outgoing.media().size() > 1) {
            return Optional.of(new Outcome.Refused("one image goes with a post to a channel"));
        }
        if (!outgoing.media().isEmpty() && outgoing.parts().get(0).words().length() > MAX_CAPTION) {
            return Optional.of(new Outcome.Refused("beside an image a text has at most " + MAX_CAPTION
                    + " characters: shorten it, or leave the image out"));
        }
        return Optional.empty();
    }

    @Override
    public Outcome post(Part part) {
        try {
            Map<String, Object> fields = new LinkedHashMap<>();
            part.previous()
                    .map(Telegram::number)
                    .ifPresent(before -> fields.put("reply_parameters", Map.of("message_id", before)));
            if (part.media().isEmpty()) {
                fields.put("text", part.words());
                fields.put("entities", entities(part));
                return call("sendMessage", fields);
            }
            return photo(part, part.media().get(0));
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    private Outcome photo(Part part, Outgoing.Media image) throws Halt {
        Body form =
                Body.form(Map.of("chat_id", channel, "caption", part.words()), List.of(Mastodon.file("photo", image)));
        return done(api.send(Weight.HEAVY, "POST", path("sendPhoto"), Map.of(), form));
    }

    /**
     * Styles and links under words; what is written out is found by the network itself.
     *
     * @see <a href="https://core.telegram.org/bots/api#messageentity">MessageEntity: offsets in units of UTF-16</a>
     */
    private static List<Map<String, Object>> entities(Part part) {
        List<Map<String, Object>> entities = new ArrayList<>();
        for (Facet mark : part.marks()) {
            Map<String, Object> entity = new LinkedHashMap<>();
            entity.put("type", type(mark.kind()));
            entity.put("offset", mark.start());
            entity.put("length", mark.end() - mark.start());
            if (mark.kind() == Facet.Kind.LINK) {
                entity.put("url", mark.target());
            }
            if (!type(mark.kind()).isEmpty()) {
                entities.add(entity);
            }
        }
        return entities;
    }

    private static String type(Facet.Kind kind) {
        return switch (kind) {
            case LINK -> "text_link";
            case BOLD -> "bold";
            case ITALIC -> "italic";
            case UNDERLINE -> "underline";
            case STRIKE -> "strikethrough";
            case CODE -> "code";
            case PRE -> "pre";
            case QUOTE -> "blockquote";
            case SPOILER -> "spoiler";
            case MENTION, TAG -> "";
        };
    }

    private Outcome call(String method, Map<String, Object> fields) throws Halt {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("chat_id", channel);
        return done(api.send(Weight.HEAVY, "POST", path(method), Map.of(), Body.json(all)));
    }

    private String path(String method) {
        // Without "./" a token, which holds a colon, would be read as a scheme.
        return "./bot" + token.reveal() + "/" + method;
    }

    private Outcome done(Reply reply) throws Halt {
        String id = reply.id("result", "message_id");
        if (!reply.succeeded() || !reply.json().path("ok").asBoolean(false)) {
            throw failure(reply);
        }
        if (id.isEmpty()) {
            throw new Halt(new Outcome.Unclear(reply.reason("")));
        }
        return new Outcome.Done(new Sent(id, Optional.of("https://t.me/" + channel.substring(1) + "/" + id)));
    }

    private static Halt failure(Reply reply) {
        String said = reply.text("description");
        String retry = reply.text("parameters", "retry_after");
        if (retry.matches("\\d{1,6}")) {
            String reason = reply.reason(said) + "; it wants to be left alone for " + retry + " s";
            return new Halt(new Outcome.Busy(reason, Duration.ofSeconds(Long.parseLong(retry))));
        }
        boolean saysNo =
                reply.json().path("ok").isBoolean() && !reply.json().path("ok").asBoolean();
        if (saysNo && reply.status() < 500) {
            boolean ofBot = List.of("401", "403", "404").contains(reply.text("error_code"));
            return new Halt(new Outcome.Refused(reply.reason(said), ofBot));
        }
        return Api.failure(Weight.HEAVY, reply, said);
    }

    @Override
    public Outcome update(Part part, Sent sent) {
        boolean caption = !part.media().isEmpty();
        try {
            return call(
                    caption ? "editMessageCaption" : "editMessageText",
                    Map.of(
                            "message_id",
                            number(sent),
                            caption ? "caption" : "text",
                            part.words(),
                            caption ? "caption_entities" : "entities",
                            entities(part)));
        } catch (Halt halt) {
            boolean same = halt.outcome() instanceof Outcome.Refused refused
                    && refused.reason().contains("message is not modified");
            return same ? new Outcome.Done(sent) : halt.outcome();
        }
    }

    @Override
    public Outcome withdraw(Sent sent) {
        try {
            Map<String, Object> fields = Map.of("chat_id", channel, "message_id", number(sent));
            Reply reply = api.send(Weight.HEAVY, "POST", path("deleteMessage"), Map.of(), Body.json(fields));
            boolean gone = reply.text("description").contains("message to delete not found");
            if (!gone && !(reply.succeeded() && reply.json().path("ok").asBoolean(false))) {
                throw failure(reply);
            }
            return new Outcome.Done(sent);
        } catch (Halt halt) {
            return halt.outcome();
        }
    }

    private static long number(Sent sent) {
        return sent.id().matches("\\d{1,18}") ? Long.parseLong(sent.id()) : 0;
    }
}
