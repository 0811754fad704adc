package dev.byline.check;

import dev.byline.output.Output;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds the pages of a build in memory, for a check; files that are only copied stay where they are. */
public final class Held implements Output {
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Path> copies = new ConcurrentHashMap<>();

    @Override
    public void put(String path, byte[] content) {
        files.put(path, content);
    }

    @Override
    public void copy(String path, Path source) {
        copies.put(path, source);
    }

    Map<String, byte[]> files() {
        return files;
    }

    Map<String, Path> copies() {
        return copies;
    }
}
