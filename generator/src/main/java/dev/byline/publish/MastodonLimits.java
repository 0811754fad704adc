package dev.byline.publish;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * What an instance allows; what it does not tell it is left to judge by itself.
 *
 * @param characters what a post may count
 * @param images how many a post may have
 * @param description how many characters the description of an image may have
 * @see <a href="https://docs.joinmastodon.org/entities/Instance/#configuration">configuration of an instance</a>
 * @see <a href="https://docs.joinmastodon.org/entities/V1_Instance/">the same before version 4</a>
 * @see <a href="https://docs.akkoma.dev/stable/development/API/differences_in_mastoapi_responses/#instance">Akkoma:
 *     max_toot_chars, description_limit</a>
 */
record MastodonLimits(OptionalInt characters, OptionalInt images, OptionalInt description) {
    private static final MastodonLimits UNTOLD =
            new MastodonLimits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    /** Asks an instance: as servers of today are asked, and if it tells nothing then, as older and other ones are. */
    static MastodonLimits of(Api api) throws Halt {
        MastodonLimits limits = read(api.get("api/v2/instance", Map.of()));
        return limits.equals(UNTOLD) ? read(api.get("api/v1/instance", Map.of())) : limits;
    }

    private static MastodonLimits read(Reply instance) {
        if (!instance.succeeded()) {
            return UNTOLD;
        }
        JsonNode all = instance.json();
        JsonNode statuses = all.path("configuration").path("statuses");
        return new MastodonLimits(
                first(statuses.path("max_characters"), all.path("max_toot_chars")),
                first(statuses.path("max_media_attachments"), all.path("max_media_attachments")),
                first(
                        all.path("configuration").path("media_attachments").path("description_limit"),
                        all.path("description_limit")));
    }

    private static OptionalInt first(JsonNode... places) {
        for (JsonNode place : places) {
            if (place.isInt() && place.asInt() > 0) {
                return OptionalInt.of(place.asInt());
            }
        }
        return OptionalInt.empty();
    }

    /** Why a draft will not be taken. */
    Optional<String> fault(Outgoing outgoing) {
        for (Outgoing.Text part : outgoing.parts()) {
            if (part.count() > characters.orElse(Integer.MAX_VALUE)) {
                return Optional.of("a post counts " + part.count() + ", this server takes " + characters.getAsInt());
            }
        }
        int given = outgoing.media().size();
        if (given > images.orElse(Integer.MAX_VALUE)) {
            return Optional.of("a post has " + given + " images, this server takes " + images.getAsInt());
        }
        for (Outgoing.Media image : outgoing.media()) {
            int length = image.alt().codePointCount(0, image.alt().length());
            if (length > description.orElse(Integer.MAX_VALUE)) {
                return Optional.of("the description of " + image.file().getFileName() + " has " + length
                        + " characters, this server takes " + description.getAsInt());
            }
        }
        return Optional.empty();
    }
}
