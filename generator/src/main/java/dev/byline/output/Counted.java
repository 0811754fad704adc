package dev.byline.output;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Hands files on, and keeps count of them. Threads may share it. */
public final class Counted implements Output {
    /** The length of a file that is kept: nobody asked. */
    private static final long UNKNOWN = -1;

    private final Output output;
    private final Map<String, Long> files = new ConcurrentHashMap<>();

    public Counted(Output output) {
        this.output = output;
    }

    /** The files so far, with their lengths in bytes. */
    public Map<String, Long> files() {
        return files;
    }

    @Override
    public void put(String path, byte[] content) {
        files.put(path, (long) content.length);
        output.put(path, content);
    }

    @Override
    public void copy(String path, Path source) {
        files.put(path, source.toFile().length());
        output.copy(path, source);
    }

    @Override
    public boolean holds(String path) {
        return output.holds(path);
    }

    @Override
    public void keep(String path) {
        files.put(path, UNKNOWN);
        output.keep(path);
    }
}
