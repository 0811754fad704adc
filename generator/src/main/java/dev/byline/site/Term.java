package dev.byline.site;

/**
 * A word that articles are sorted by.
 *
 * @param name as people read it
 * @param slug as it stands in an address
 */
public record Term(Taxonomy taxonomy, String name, String slug) {
    /** The ways of sorting. */
    public enum Taxonomy {
        CATEGORY("categories"),
        TAG("tags"),
        SERIES("series");

        private final String folder;

        Taxonomy(String folder) {
            this.folder = folder;
        }

        /** The folder that the pages of its terms lie in. */
        public String folder() {
            return folder;
        }
    }
}
