package dev.byline.site;

/**
 * An image as a writer names it.
 *
 * @param src relative to the file that names it, or absolute from the site's root ({@code /images/x.png})
 * @param alt what it shows, for those who do not see it; empty where it only adorns
 * @param caption shown below it; may be empty
 * @param credit whose work it is; may be empty
 */
public record Picture(String src, String alt, String caption, String credit) {}
