package dev.byline.feed;

import com.rometools.modules.mediarss.MediaEntryModuleImpl;
import com.rometools.modules.mediarss.types.Credit;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.modules.mediarss.types.Metadata;
import com.rometools.modules.mediarss.types.UrlReference;
import com.rometools.modules.thr.ThreadingModuleImpl;
import com.rometools.rome.feed.module.Module;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What RSS items and Atom entries say in other namespaces: credits, media, replies. */
final class Modules {
    private Modules() {}

    /** The modules of a document. */
    static List<Module> of(Channel channel) {
        return channel.documents().archive() ? List.of(new History()) : List.of();
    }

    /**
     * The modules of an entry.
     *
     * @param replies the address of the feed of its replies, in the format that the entry is written in
     */
    static List<Module> of(Entry entry, Optional<String> replies) {
        List<Module> modules = new ArrayList<>();
        List<Entry.Credit> authors = entry.credits().stream()
                .filter(credit -> !credit.id().isEmpty())
                .toList();
        if (!authors.isEmpty()) {
            modules.add(Credits.of(authors));
        }
        if (!entry.media().isEmpty()) {
            MediaEntryModuleImpl media = new MediaEntryModuleImpl();
            media.setMediaContents(entry.media().stream().map(Modules::medium).toArray(MediaContent[]::new));
            modules.add(media);
        }
        replies.ifPresent(feed -> modules.add(replies(feed, entry.answers().orElseThrow())));
        entry.answered().ifPresent(answered -> modules.add(inReplyTo(answered)));
        return modules;
    }

    /**
     * A file, as Media RSS describes it.
     *
     * @see <a href="https://www.rssboard.org/media-rss">Media RSS</a>
     */
    private static MediaContent medium(Entry.Medium medium) {
        MediaContent content = new MediaContent(new UrlReference(URI.create(medium.url())));
        content.setFileSize(medium.length());
        content.setType(medium.type());
        content.setMedium(medium.kind());
        Metadata said = new Metadata();
        if (!medium.caption().isEmpty()) {
            said.setTitle(medium.caption());
            said.setTitleType("plain");
        }
        if (!medium.alt().isEmpty()) {
            said.setDescription(medium.alt());
            said.setDescriptionType("plain");
        }
        if (!medium.credit().isEmpty()) {
            said.setCredits(new Credit[] {new Credit(null, null, medium.credit())});
        }
        content.setMetadata(said);
        return content;
    }

    private static Replies replies(String feed, Entry.Answers answers) {
        Replies replies = new Replies();
        replies.setFeed(feed);
        replies.setCount(answers.count());
        replies.setUpdated(answers.newest());
        return replies;
    }

    private static ThreadingModuleImpl inReplyTo(Entry.Answered answered) {
        ThreadingModuleImpl thread = new ThreadingModuleImpl();
        thread.setRef(answered.id());
        thread.setHref(answered.url());
        thread.setType("text/html");
        return thread;
    }
}
