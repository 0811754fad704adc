package dev.byline.feedback.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** How one system writes its comments down. One system, one file. */
interface Archive {
    /** The word that stands for it in files: {@code disqus}. */
    String id();

    /**
     * Reads all comments.
     *
     * @param file or folder
     * @throws BrokenArchive where it is not what it should be
     */
    void read(Path file, Consumer<Comment> comments) throws IOException, BrokenArchive;
}
