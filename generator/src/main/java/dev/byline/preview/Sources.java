package dev.byline.preview;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;

/** Which files below a folder a site is made of, as far as names tell: rather one too many than one too few. */
record Sources(Path root, Predicate<String> litter) {
    /** Folders beside those of a site that hold thousands of files, none of them the site's. */
    private static final Set<String> OTHERS = Set.of("target", "node_modules");

    /** Whether a folder may hold any of them. */
    boolean hold(Path folder) {
        if (!root.equals(folder.getParent())) {
            return true;
        }
        String name = folder.getFileName().toString();
        return !name.startsWith(".") && !OTHERS.contains(name);
    }

    /** Whether a file may be one of them. */
    boolean count(Path file) {
        return hold(file) && !litter.test(file.getFileName().toString());
    }
}
