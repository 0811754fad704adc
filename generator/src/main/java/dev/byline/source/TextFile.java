package dev.byline.source;

import dev.byline.diagnostic.Place;
import dev.byline.site.Body;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A Markdown file: front matter and body. */
public final class TextFile {
    private final String path;
    private final Path file;
    private final Supplier<Value.Mapping> frontMatter;
    private final Body body;

    /**
     * A file that was read.
     *
     * @param path below the site's folder
     * @param file where it was read from
     * @param frontMatter gives the same values each time
     */
    TextFile(String path, Path file, Supplier<Value.Mapping> frontMatter, Body body) {
        this.path = path;
        this.file = file;
        this.frontMatter = frontMatter;
        this.body = body;
    }

    /** Its path below the site's folder. */
    public String path() {
        return path;
    }

    /** Where it was read from. */
    public Path file() {
        return file;
    }

    /** What stands above the body; unpacked when it is asked for, since it mostly is as it was. */
    public Value.Mapping frontMatter() {
        return frontMatter.get();
    }

    public Body body() {
        return body;
    }

    /** The file as a whole. */
    public Place place() {
        return Place.of(path);
    }
}
