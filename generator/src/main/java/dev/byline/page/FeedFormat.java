package dev.byline.page;

/** The formats of a feed, each with the name of its file in the folder of the list that it belongs to. */
public enum FeedFormat {
    RSS("feed.xml", "application/rss+xml"),
    ATOM("atom.xml", "application/atom+xml"),
    JSON("feed.json", "application/feed+json");

    private final String file;
    private final String mediaType;

    FeedFormat(String file, String mediaType) {
        this.file = file;
        this.mediaType = mediaType;
    }

    public String file() {
        return file;
    }

    /** The name of one of a feed's documents: {@code feed.3.xml} for its third archive. */
    String file(FeedPart part) {
        int dot = file.lastIndexOf('.');
        return part.isArchive() ? file.substring(0, dot) + "." + part.number() + file.substring(dot) : file;
    }

    public String mediaType() {
        return mediaType;
    }
}
