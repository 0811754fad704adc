package dev.byline.preview;

import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * How to show a site.
 *
 * @param sources the folder that is watched
 * @param output the folder of the built pages
 * @param drafts the folder of the post drafts, which is no part of the site
 * @param litter names of files that are nothing of the site
 * @param port the port to take; where it is in use, the next free one is taken
 * @param lan whether other machines may look, too
 * @param reload whether pages load themselves again
 * @param poll whether to look at the sources again and again instead of being told of changes
 */
public record Plan(
        Path sources,
        Path output,
        Path drafts,
        Predicate<String> litter,
        int port,
        boolean lan,
        boolean reload,
        boolean poll) {}
