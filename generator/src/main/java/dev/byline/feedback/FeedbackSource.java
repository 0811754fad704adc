package dev.byline.feedback;

/** A place where readers answer. One source, one file. */
public sealed interface FeedbackSource permits PostSource, SiteSource {
    /** The word that stands for it in files: {@code mastodon}. */
    String id();
}
