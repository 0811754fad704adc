package dev.byline;

/**
 * Which draft is meant.
 *
 * @param article the article's id
 * @param account an author's id or a company account's
 * @param network the network's id
 */
public record DraftName(String article, String account, String network) {
    /** Its file, below the drafts' folder. */
    public String path() {
        return article + "/" + account + "." + network + ".md";
    }
}
