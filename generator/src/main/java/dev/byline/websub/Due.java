package dev.byline.websub;

import java.net.URI;
import java.util.List;

/** A hub and the feeds that it is to be told of, or was. */
public record Due(URI hub, List<Topic> topics) {
    public Due {
        topics = List.copyOf(topics);
    }
}
